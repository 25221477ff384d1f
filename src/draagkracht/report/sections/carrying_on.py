"""What happens when the town carries on: waiting beside giving up, pressure, residents."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from draagkracht.language.sentences import listed
from draagkracht.model.kinds import TASKS
from draagkracht.report.cell import Row
from draagkracht.report.comparison import HEADLINE
from draagkracht.report.exhibit import Exhibit, carrying_on_exhibit
from draagkracht.report.material import Material
from draagkracht.report.measure_words import MEASURE_WORDS
from draagkracht.simulation.outcome import Outcome

_PEOPLE: Final = ("strain", "absence", "vacancies", "departures", "tasks_undone")
TASK_WORDS: Final[Mapping[str, str]] = {
    "outreach": "Op mensen afgaan",
    "informal_networks": "Eigen netwerken versterken",
    "prevention": "Problemen voorkomen",
    "collective": "Voorzieningen voor iedereen",
}


@dataclass(frozen=True, slots=True)
class CarryingOn:
    """The courses of the headline measures; `missing` names those that cannot be drawn.

    `people` is how the teams fare, in the first quarter and the last; `undone` what is left of
    the four tasks of prevention.
    """

    exhibits: tuple[Exhibit, ...]
    missing: str
    people: tuple[Row, ...]
    undone: tuple[Row, ...]


def carrying_on_section(material: Material) -> CarryingOn:
    """The courses under carrying on."""
    start = material.town.start
    found = {
        measure: carrying_on_exhibit(material.outcome, measure, start=start) for measure in HEADLINE
    }
    missing = [MEASURE_WORDS[measure].subject for measure, shown in found.items() if not shown]
    return CarryingOn(
        exhibits=tuple(shown for shown in found.values() if shown is not None),
        missing=listed(missing),
        people=tuple(_people(material.outcome)),
        undone=tuple(_undone(material.outcome)),
    )


def _people(outcome: Outcome) -> Iterator[Row]:
    for measure in _PEOPLE:
        ends = [
            outcome.estimate(measure, plan=outcome.carrying_on, quarter=quarter)
            for quarter in (1, outcome.quarters)
        ]
        yield (MEASURE_WORDS[measure].label, *ends, MEASURE_WORDS[measure].meaning)


def _undone(outcome: Outcome) -> Iterator[Row]:
    for task in TASKS:
        left = outcome.estimate("tasks_undone", plan=outcome.carrying_on, kind=task)
        yield TASK_WORDS[task], left
