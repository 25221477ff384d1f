"""Bounds on the world: households draw against them, so no scenario may pass them."""

from typing import Final

from draagkracht.documents.error import STEP
from draagkracht.documents.errors import Inconsistent, OutOfRange
from draagkracht.evidence.catalogue import Catalogue
from draagkracht.language.numbers import SHOWN_DIGITS, dutch_number
from draagkracht.scenarios.errors import TooMuchTogether
from draagkracht.scenarios.scenario import Scenario
from draagkracht.scenarios.shock import highest_factor

GROWTH: Final = "households.growth"
INFORMAL: Final = "informal.factor"
GROWTH_BOUND: Final = "bounds.growth"
SHOCK_BOUND: Final = "bounds.shock"
RECOVERY_BOUND: Final = "bounds.recovery"
_MOST_DIGITS: Final = 17  # a number has no more


def check_bounds(scenario: Scenario, catalogue: Catalogue) -> None:
    """Refuse a world beyond the bounds of the calculation.

    A shock, or all shocks of one figure at one moment, above `bounds.shock`; growth held above
    `bounds.growth` (1/year); help from own networks, held and shocked, above `bounds.recovery`.

    Raises: OutOfRange for one shock, TooMuchTogether for several; Inconsistent for what is held,
    whose quantile is in range itself.
    """
    _check_growth(scenario, catalogue)
    _check_shocks(scenario, catalogue.figure(SHOCK_BOUND).central)
    if INFORMAL in scenario.figures:
        _check_informal(scenario, catalogue)


def _check_growth(scenario: Scenario, catalogue: Catalogue) -> None:
    most = catalogue.figure(GROWTH_BOUND).central
    for number, hold in enumerate(scenario.holds, start=1):
        if hold.figure == GROWTH:
            growth = catalogue.figure(GROWTH).spread.quantile(hold.quantile)
            if growth > most:
                raise Inconsistent(
                    what=f"Bij dit kwantiel is de groei {_beyond(growth, most)} per jaar; "
                    f"de grens is {dutch_number(most)}.",
                    remedy="Kies een lager kwantiel.",
                    place=f"{_row('hold', number, hold.figure, scenario)}{STEP}quantile",
                )


def _check_shocks(scenario: Scenario, most: float) -> None:
    for number, shock in enumerate(scenario.shocks, start=1):
        place = _row("shock", number, shock.figure, scenario)
        if shock.factor > most:
            raise OutOfRange(value=shock.factor, high=most, place=f"{place}{STEP}factor")
    for figure in sorted({shock.figure for shock in scenario.shocks}):
        factor, month = highest_factor(scenario.shocks, figure)
        if factor > most:
            raise TooMuchTogether(
                figure=figure,
                month=month,
                factor=factor,
                bound=most,
                place=f"shock ({figure})",
            )


def _check_informal(scenario: Scenario, catalogue: Catalogue) -> None:
    """What is not held counts at its centre; a draw beyond the bound is cut off in the run."""
    most = catalogue.figure(RECOVERY_BOUND).central
    held = {hold.figure: hold.quantile for hold in scenario.holds}
    level = catalogue.figure(INFORMAL).spread.quantile(held.get(INFORMAL, 0.5))
    factor, _ = highest_factor(scenario.shocks, INFORMAL)
    if level * factor > most:
        raise Inconsistent(
            what=f"Eigen netwerken helpen dan {_beyond(level * factor, most)} keer zo veel als nu; "
            f"de grens is {dutch_number(most)}.",
            remedy=_remedy(held=INFORMAL in held, shocked=factor > 1),
            place=f"{'hold' if INFORMAL in held else 'shock'} ({INFORMAL})",
        )


def _remedy(*, held: bool, shocked: bool) -> str:
    ways = [
        *(["een lager kwantiel"] if held else []),
        *(["een kleinere factor"] if shocked else []),
    ]
    return f"Kies {' of '.join(ways)}."


def _beyond(value: float, bound: float) -> str:
    """A value beyond its bound with as many digits as it takes to see that it is."""
    digits = SHOWN_DIGITS
    while dutch_number(value, digits) == dutch_number(bound, digits) and digits < _MOST_DIGITS:
        digits += 1
    return dutch_number(value, digits)


def _row(table: str, number: int, figure: str, scenario: Scenario) -> str:
    """A place as the user wrote it; of a composed scenario nobody wrote the rows in order."""
    return f"{table} ({figure})" if scenario.components else f"{table} {number} ({figure})"
