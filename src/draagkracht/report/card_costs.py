"""What a card asks in hours and euros, a figure a row: each, and together where it lies."""

from collections.abc import Iterator, Sequence
from typing import Final

from draagkracht.evidence.figure import Figure
from draagkracht.language.units import dutch_amount, dutch_amount_range
from draagkracht.plans.effect import Cost, Effect
from draagkracht.plans.parties import PARTIES
from draagkracht.report.cell import Row
from draagkracht.report.figure_words import figure_range, figure_value
from draagkracht.report.material import Material

HEADS: Final = ("Waarvoor", "Hoeveel", "Bereik", "Samen", "Wie draagt het")
_IN_PRESSURE: Final = "zit in de werkdruk"
_THOUSAND: Final = 1000.0


def cost_rows(
    material: Material, costs: Sequence[Cost], *, teams: Sequence[str] | None, intensity: float
) -> Iterator[Row]:
    """A row for each cost; `teams` None: all. Together is what the run reckons with.

    Hours are asked in each team. Euros are asked of the town, and borne by the teams a card lies
    on by their part of the formation (`simulation.budget.card_euros`).
    """
    names = [team.name for team in material.town.teams] if teams is None else list(teams)
    for cost in costs:
        figure = material.catalogue.figure(cost.figure)
        yield (
            f"{figure.label_nl} (eenmalig)" if cost.one_off else figure.label_nl,
            figure_value(figure, intensity),
            figure_range(figure, intensity),
            _together(cost, figure, intensity * _size(material, cost, names)),
            PARTIES[cost.party],
        )


def worked_rows(
    material: Material, effects: Sequence[Effect], *, intensity: float
) -> Iterator[Row]:
    """Hours that an effect asks of every case or contact: no cost of the card, and yet work."""
    moved = {effect.lever: effect.figure for effect in effects}
    if "casework.follow_up_hours" in moved:
        figure = material.catalogue.figure(moved["casework.follow_up_hours"])
        yield _hours("Nazorg per afgesloten zaak", figure, intensity)
    if "access.diverted_share" in moved or "access.desk_hours" in moved:
        figure = material.catalogue.figure(moved.get("access.desk_hours", "access.desk_hours"))
        yield _hours("Per vraag aan het loket", figure, 1.0)


def _size(material: Material, cost: Cost, names: Sequence[str]) -> float:
    """How many times the figure is asked, for the teams of these names together."""
    town = material.town
    of_teams = {team.name: team.fte for team in town.teams if team.name in names}
    fte = sum(of_teams.values())
    if cost.in_hours:
        residents = sum(wijk.residents for name in of_teams for wijk in town.wijken_of(name))
        sizes = {"once": float(len(of_teams)), "fte": fte, "1000 resident": residents / _THOUSAND}
        return sizes[cost.per]
    part = fte / town.fte
    sizes = {"once": 1.0, "fte": town.fte, "1000 resident": town.residents / _THOUSAND}
    return part * sizes[cost.per]


def _together(cost: Cost, figure: Figure, times: float) -> str:
    """The amount for all, in the unit without what it was per."""
    unit = _unit(cost)
    value = dutch_amount(times * figure.central, unit)
    if figure.low == figure.high:
        return value
    return f"{value} ({dutch_amount_range(times * figure.low, times * figure.high, unit)})"


def _unit(cost: Cost) -> str:
    if cost.in_hours:
        return "hour" if cost.one_off else "hour/week"
    return "euro" if cost.one_off else "euro/year"


def _hours(label: str, figure: Figure, times: float) -> Row:
    value, spread = figure_value(figure, times), figure_range(figure, times)
    return (label, value, spread, _IN_PRESSURE, PARTIES["team"])
