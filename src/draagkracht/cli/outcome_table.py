"""An outcome as tables for readers: five measures, now and later, with waiting beside giving up."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from draagkracht.cli.cell import ALIKE, difference_cell, error_cell, level_cell
from draagkracht.model.measures import MEASURES

if TYPE_CHECKING:
    from draagkracht.simulation.outcome import Outcome
    from draagkracht.simulation.places import Place

# Waiting is never told without who gave up: a short queue may be one that people left.
SHOWN: Final = (
    "waiting_time",
    "given_up",
    "pressure",
    "open_cases_per_fte",
    "vulnerable_households",
)
_UNITS: Final[Mapping[str, str]] = {
    "waiting_time": "weken",
    "given_up": "per 1.000 huishoudens per jaar",
    "pressure": "1 = precies genoeg uren",
    "open_cases_per_fte": "",
    "vulnerable_households": "%",
}
_QUARTERS_A_YEAR: Final = 4


@dataclass(frozen=True)
class OutcomeTable:
    """Texts in rows and columns; a cell may have more than one line.

    `first` is the least width of the first column, for rows with a long name; `leading` are the
    empty lines below a row.
    """

    title: str
    heads: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    first: int = 0
    leading: int = 1


@dataclass(frozen=True)
class Moment:
    """A quarter that is shown, and what to call it."""

    quarter: int
    label: str


def moments(quarters: int) -> tuple[Moment, ...]:
    """The start, halfway and the end of a run, in whole years.

    >>> [moment.label for moment in moments(32)]
    ['begin', 'eind jaar 4', 'eind jaar 8']
    >>> [moment.quarter for moment in moments(4)]
    [1, 4]
    """
    years = quarters // _QUARTERS_A_YEAR
    later = sorted({max(1, years // 2), years})
    return (
        Moment(1, "begin"),
        *(Moment(_QUARTERS_A_YEAR * year, f"eind jaar {year}") for year in later),
    )


def town_table(outcome: "Outcome", plan: str, label: str) -> OutcomeTable:
    """The whole town under one koers, at each moment."""
    shown = moments(outcome.quarters)
    rows = (
        (
            measure_label(name),
            *(level_cell(outcome.estimate(name, plan=plan, quarter=m.quarter)) for m in shown),
        )
        for name in SHOWN
    )
    heads = ("", *(moment.label for moment in shown))
    return OutcomeTable(f"De gemeente: {label}", heads, tuple(rows))


def against_table(outcome: "Outcome", plan: str, label: str) -> OutcomeTable:
    """The whole town under a koers at the later moments, each beside what it differs."""
    later = moments(outcome.quarters)[1:]
    heads = ("", *(head for moment in later for head in (moment.label, "verschil")))
    rows = []
    for name in SHOWN:
        cells = [measure_label(name)]
        for moment in later:
            cells += [
                level_cell(outcome.estimate(name, plan=plan, quarter=moment.quarter)),
                difference_cell(outcome.difference(name, plan=plan, quarter=moment.quarter)),
            ]
        rows.append(tuple(cells))
    title = f"De gemeente: {label}, en het verschil met doorgaan zoals nu"
    return OutcomeTable(title, heads, tuple(rows))


def compared_table(outcome: "Outcome", plan: str, label: str) -> OutcomeTable:
    """Carrying on, a koers, and the difference with its rekenfout, at the end of the run."""
    end = moments(outcome.quarters)[-1]
    at = end.quarter
    rows = []
    for name in SHOWN:
        difference = outcome.difference(name, plan=plan, quarter=at)
        rows.append(
            (
                measure_label(name),
                level_cell(outcome.estimate(name, plan=outcome.carrying_on, quarter=at)),
                level_cell(outcome.estimate(name, plan=plan, quarter=at)),
                difference_cell(difference),
                error_cell(difference),
            )
        )
    heads = ("", "doorgaan", "koers", "verschil", "rekenfout")
    return OutcomeTable(f"{label}, {end.label}", heads, tuple(rows))


def team_table(outcome: "Outcome", plan: str, label: str) -> OutcomeTable:
    """Every team under one koers, at the end of the run."""
    end = moments(outcome.quarters)[-1]
    rows = (
        _team_row(
            team,
            (
                level_cell(outcome.estimate(name, plan=plan, place=team.name, quarter=end.quarter))
                for name in SHOWN
            ),
        )
        for team in _teams(outcome)
    )
    return OutcomeTable(f"Per team, {end.label}: {label}", _team_heads(), tuple(rows))


def team_difference_table(outcome: "Outcome", plan: str, label: str) -> OutcomeTable:
    """What a koers makes different for every team, at the end of the run."""
    end = moments(outcome.quarters)[-1]
    rows = (
        _team_row(
            team,
            (
                difference_cell(
                    outcome.difference(name, plan=plan, place=team.name, quarter=end.quarter),
                    not_real=ALIKE,
                )
                for name in SHOWN
            ),
        )
        for team in _teams(outcome)
    )
    title = f"Per team, {end.label}: wat {label} anders maakt"
    return OutcomeTable(title, _team_heads(), tuple(rows))


def measure_label(name: str) -> str:
    """A measure, with its unit on a second line."""
    return f"{MEASURES[name].label_nl}\n{_UNITS[name]}".strip()


def _teams(outcome: "Outcome") -> Sequence["Place"]:
    return [place for place in outcome.places if place.level == "team"]


def _team_heads() -> tuple[str, ...]:
    return ("", *(MEASURES[name].label_nl for name in SHOWN))


def _team_row(team: "Place", cells: Iterable[str]) -> tuple[str, ...]:
    return (team.label, *cells)
