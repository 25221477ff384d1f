"""The front of the advice: whose it is, about what, and what it is worth."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from draagkracht.evidence.figure import Figure
from draagkracht.language.dates import dutch_date
from draagkracht.language.sentences import listed
from draagkracht.language.words import STATUS_WORDS
from draagkracht.report.amount import counted
from draagkracht.report.material import Material
from draagkracht.scenarios.world import LEGAL_NL

WORKED_EXAMPLE: Final = "Rekenvoorbeeld"
UNTESTED: Final = "Nog niet getoetst aan uitkomsten"


@dataclass(frozen=True, slots=True)
class Front:
    """Names, the day of the town's start, marks, and the counts of figures by status."""

    town: str
    koers: str
    scenario: str
    day: str
    compares: bool
    worked_example: bool
    marks: tuple[str, ...]
    figures: str
    legal: str
    warnings: str
    warnings_are: str
    version: str

    @property
    def title(self) -> str:
        """What the document is called."""
        return f"Advies voor {self.town}"

    @property
    def subject(self) -> str:
        """What it is about, in a sentence."""
        if not self.compares:
            return "Wat er gebeurt als u doorgaat zoals nu."
        return f"De koers ‘{self.koers}’ naast doorgaan zoals nu."


def front(material: Material) -> Front:
    """The front of this material."""
    outcome, scenario = material.outcome, material.scenario
    count = len(outcome.warnings)
    spoken = outcome.scenario.replace("_", " ").replace("+", " + ")
    return Front(
        town=outcome.town_name,
        koers=material.plan.label.nl,
        scenario=spoken if scenario is None else scenario.label.nl,
        day=dutch_date(material.town.start),
        compares=material.compares,
        worked_example=outcome.worked_example,
        marks=(WORKED_EXAMPLE, UNTESTED) if outcome.worked_example else (UNTESTED,),
        figures=_figures(material.figures),
        legal=LEGAL_NL if scenario is not None and scenario.legal else "",
        warnings="" if not count else f"{count} waarschuwing{'en' if count > 1 else ''}",
        warnings_are="is" if count == 1 else "zijn",
        version=outcome.record.library,
    )


def _figures(figures: Sequence[Figure]) -> str:
    """How many figures the outcome rests on, and how many of each status."""
    counts = [
        f"{number} {words}{'s' if status == 'assumed' and number != 1 else ''}"
        for status, words in STATUS_WORDS.items()
        if (number := sum(figure.status == status for figure in figures))
    ]
    return f"{counted(len(figures), 'cijfer', 'cijfers')}: {listed(counts)}"
