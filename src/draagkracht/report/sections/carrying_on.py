"""What happens when the town carries on: waiting beside giving up, pressure, residents."""

from dataclasses import dataclass

from draagkracht.report.comparison import HEADLINE
from draagkracht.report.exhibit import Exhibit, carrying_on_exhibit
from draagkracht.report.material import Material
from draagkracht.report.measure_words import MEASURE_WORDS
from draagkracht.report.phrases import listed


@dataclass(frozen=True, slots=True)
class CarryingOn:
    """The courses of the headline measures; `missing` names those that cannot be drawn."""

    exhibits: tuple[Exhibit, ...]
    missing: str


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
    )
