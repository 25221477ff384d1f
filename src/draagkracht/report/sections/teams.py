"""Per team: pressure, open cases as a band, waiting and giving up, and what the koers changes."""

from dataclasses import dataclass
from typing import Final

from draagkracht.report.amount import AS_GIVEN, Amount
from draagkracht.report.cell import Cell, Row
from draagkracht.report.comparison import compared
from draagkracht.report.material import Material
from draagkracht.report.phrases import spread
from draagkracht.simulation.estimate import Estimate
from draagkracht.town.team import Team

# Waiting stands beside giving up.
_TOLD: Final = ("pressure", "waiting_time", "given_up")
_PEOPLE: Final = ("strain", "absence", "vacancies", "tasks_undone")


@dataclass(frozen=True, slots=True)
class Teams:
    """All teams in the order of the town document; no changes without a koers to compare.

    `people` is how those who work in a team fare: strain, absence, empty places, prevention.
    """

    horizon: str
    rows: tuple[Row, ...]
    people: tuple[Row, ...]
    changes: tuple[Row, ...]
    changes_of_people: tuple[Row, ...]


def teams_section(material: Material) -> Teams:
    """The teams of the town."""
    teams = material.town.teams
    compared_teams = teams if material.compares else ()
    return Teams(
        horizon=f"{material.years} jaar",
        rows=tuple(_row(material, team) for team in teams),
        people=tuple(
            (team.label, *(_estimate(material, measure, team) for measure in _PEOPLE))
            for team in teams
        ),
        changes=tuple(_changes(material, team, _TOLD) for team in compared_teams),
        changes_of_people=tuple(_changes(material, team, _PEOPLE) for team in compared_teams),
    )


def _row(material: Material, team: Team) -> Row:
    pressure, waiting, given_up = (_estimate(material, measure, team) for measure in _TOLD)
    open_cases = _estimate(material, "open_cases_per_fte", team)
    band: Cell = None if open_cases is None else spread(open_cases)
    return (
        team.label,
        Amount(team.fte, "fte", "fte", AS_GIVEN),
        pressure,
        band,
        waiting,
        given_up,
    )


def _changes(material: Material, team: Team, measures: tuple[str, ...]) -> Row:
    outcome, plan = material.outcome, material.plan.name
    return (
        team.label,
        *(compared(outcome, measure, plan=plan, place=team.name) for measure in measures),
    )


def _estimate(material: Material, measure: str, team: Team) -> Estimate | None:
    outcome = material.outcome
    return outcome.estimate(measure, plan=outcome.carrying_on, place=team.name)
