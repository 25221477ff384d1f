"""What the advice consists of, in the order in which it is read: one for page, paper and Word.

The order is that of a proposal to the college or the council: goals, conclusion, and what a
council asks of any proposal. What backs it up stands in annexes.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from draagkracht.report.front import Front, front
from draagkracht.report.material import Material
from draagkracht.report.sections.arguments import arguments_section
from draagkracht.report.sections.assumptions import assumptions_section
from draagkracht.report.sections.budget import budget_section
from draagkracht.report.sections.carrying_on import carrying_on_section
from draagkracht.report.sections.doing import doing_section
from draagkracht.report.sections.frames import frames_section
from draagkracht.report.sections.goals import goals_section
from draagkracht.report.sections.headline import headline_section
from draagkracht.report.sections.intended import intended_section
from draagkracht.report.sections.koers import koers_section
from draagkracht.report.sections.objections import objections_section
from draagkracht.report.sections.occasion import occasion_section
from draagkracht.report.sections.record import record_section
from draagkracht.report.sections.review import review_section
from draagkracht.report.sections.sources import sources_section
from draagkracht.report.sections.taking_part import taking_part_section
from draagkracht.report.sections.teams import teams_section
from draagkracht.report.sections.telling_people import telling_people_section
from draagkracht.report.sections.this_town import this_town_section
from draagkracht.report.sections.unchecked import unchecked_section
from draagkracht.report.sections.work import work_section

Progress = Callable[[int, int], None]


@dataclass(frozen=True, slots=True)
class Entry:
    """A section to be: its name in addresses and in Word, title, template and what fills it."""

    name: str
    title: str
    template: str
    fill: Callable[[Material], object]  # None: nothing to say here


@dataclass(frozen=True, slots=True)
class Section:
    """A section that is ready to be written; an annex stands after the proposal."""

    name: str
    title: str
    template: str
    annex: bool
    first_annex: bool
    view: object


@dataclass(frozen=True, slots=True)
class Page:
    """The whole advice."""

    front: Front
    sections: tuple[Section, ...]


PROPOSAL: Final = (
    Entry("doelen", "Doelen", "goals.html", goals_section),
    Entry("conclusie", "Samenvatting", "headline.html", headline_section),
    Entry("aanleiding", "Aanleiding", "occasion.html", occasion_section),
    Entry("resultaat", "Beoogd resultaat", "intended.html", intended_section),
    Entry("argumenten", "Argumenten", "arguments.html", arguments_section),
    Entry("kanttekeningen", "Kanttekeningen", "objections.html", objections_section),
    Entry("kaders", "Kaders", "frames.html", frames_section),
    Entry("begroting", "Financiën per jaar", "budget.html", budget_section),
    Entry("uitvoering", "Uitvoering", "doing.html", doing_section),
    Entry("participatie", "Participatie", "taking_part.html", taking_part_section),
    Entry("communicatie", "Communicatie", "telling_people.html", telling_people_section),
    Entry("evaluatie", "Evaluatie", "review.html", review_section),
)
ANNEXES: Final = (
    Entry("gemeente", "Deze gemeente", "this_town.html", this_town_section),
    Entry("doorgaan", "Doorgaan zoals nu", "carrying_on.html", carrying_on_section),
    Entry("koers", "De koers", "koers.html", koers_section),
    Entry("uren", "Uren erin en terug", "work.html", work_section),
    Entry("teams", "Per team", "teams.html", teams_section),
    Entry(
        "niet_nagegaan",
        "Wat wij niet hebben kunnen nagaan",
        "unchecked.html",
        unchecked_section,
    ),
    Entry("aannames", "Aannames", "assumptions.html", assumptions_section),
    Entry("bronnen", "Bronnen", "sources.html", sources_section),
    Entry("berekening", "De berekening", "record.html", record_section),
)
ENTRIES: Final = (*PROPOSAL, *ANNEXES)


def outline(material: Material, progress: Progress | None = None) -> Page:
    """The page of this material, every section filled; charts are what takes the time."""
    sections: list[Section] = []
    for done, entry in enumerate(ENTRIES, start=1):
        view = entry.fill(material)
        if view is not None:
            annex = entry in ANNEXES
            first = annex and not any(section.annex for section in sections)
            sections.append(Section(entry.name, entry.title, entry.template, annex, first, view))
        if progress is not None:
            progress(done, len(ENTRIES))
    return Page(front=front(material), sections=tuple(sections))
