"""What a scenario changes, in words: one Dutch line for each figure that it holds or shocks."""

from draagkracht.evidence.catalogue import Catalogue
from draagkracht.language.numbers import dutch_number, dutch_share
from draagkracht.language.units import dutch_amount
from draagkracht.scenarios.scenario import Hold, Scenario
from draagkracht.scenarios.shock import Shock
from draagkracht.scenarios.world import LEGAL_NL, WORLD

_DIGITS = 3
_MIDDLE = 0.5
_NOTHING = "Niets staat vast: elke toekomst trekt haar eigen waarden."


def changes(scenario: Scenario, catalogue: Catalogue) -> tuple[str, ...]:
    """What is held, what is shocked, and whether the law must change; at least one line."""
    lines = [_held(hold, catalogue) for hold in scenario.holds]
    lines += [_shocked(shock) for shock in scenario.shocks]
    if scenario.legal:
        lines.append(LEGAL_NL)
    return tuple(lines) or (_NOTHING,)


def held_value(hold: Hold, catalogue: Catalogue) -> float:
    """The value of a held figure in every toekomst, in the unit of the figure."""
    return catalogue.figure(hold.figure).spread.quantile(hold.quantile)


def _held(hold: Hold, catalogue: Catalogue) -> str:
    amount = dutch_amount(held_value(hold, catalogue), catalogue.figure(hold.figure).unit)
    return f"{WORLD[hold.figure].label_nl}: in elke toekomst {amount}, {_point(hold.quantile)}."


def _point(quantile: float) -> str:
    if quantile == _MIDDLE:
        return "het midden van het bereik"
    side, share = ("hoger", quantile) if quantile > _MIDDLE else ("lager", 1 - quantile)
    return f"{side} dan in {dutch_share(share)} van de toekomsten in de trend"


def _shocked(shock: Shock) -> str:
    last = shock.lasts_months
    during = "tot het einde"
    if last is not None:
        during = "1 maand lang" if last == 1 else f"{last} maanden lang"
    factor = dutch_number(shock.factor, _DIGITS)
    label = WORLD[shock.figure].label_nl
    return f"{label}: maal {factor} vanaf maand {shock.starts_month}, {during}."
