"""What the advice consists of, in the order in which it is read."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from draagkracht.language.words import STATUS_WORDS
from draagkracht.report.amount import counted
from draagkracht.report.material import Material
from draagkracht.report.phrases import listed
from draagkracht.report.sections.assumptions import assumptions_section
from draagkracht.report.sections.budget import budget_section
from draagkracht.report.sections.carrying_on import carrying_on_section
from draagkracht.report.sections.cautions import cautions_section
from draagkracht.report.sections.headline import headline_section
from draagkracht.report.sections.koers import koers_section
from draagkracht.report.sections.record import record_section
from draagkracht.report.sections.sources import sources_section
from draagkracht.report.sections.teams import teams_section
from draagkracht.report.sections.this_town import this_town_section
from draagkracht.report.sections.unknown import unknown_section
from draagkracht.report.sections.work import work_section
from draagkracht.scenarios.world import LEGAL_NL

Progress = Callable[[int, int], None]


@dataclass(frozen=True, slots=True)
class Entry:
    """A section to be: its place in the page's address, title, template and what fills it."""

    name: str
    title: str
    template: str
    fill: Callable[[Material], object]  # None: nothing to say here


@dataclass(frozen=True, slots=True)
class Section:
    """A section that is ready to be written."""

    name: str
    title: str
    template: str
    view: object


@dataclass(frozen=True, slots=True)
class Page:
    """The whole advice."""

    town: str
    koers: str
    compares: bool
    worked_example: bool
    version: str
    figures: str
    legal: str
    warnings: str
    warnings_are: str
    sections: tuple[Section, ...]


ENTRIES: Final = (
    Entry("conclusie", "Conclusie", "headline.html", headline_section),
    Entry("gemeente", "Deze gemeente", "this_town.html", this_town_section),
    Entry("doorgaan", "Doorgaan zoals nu", "carrying_on.html", carrying_on_section),
    Entry("koers", "De koers", "koers.html", koers_section),
    Entry("uren", "Uren erin en terug", "work.html", work_section),
    Entry("begroting", "Begroting", "budget.html", budget_section),
    Entry("teams", "Per team", "teams.html", teams_section),
    Entry("aannames", "Aannames", "assumptions.html", assumptions_section),
    Entry("bronnen", "Bronnen", "sources.html", sources_section),
    Entry("berekening", "De berekening", "record.html", record_section),
    Entry("waarschuwingen", "Waarschuwingen", "cautions.html", cautions_section),
    Entry("onbekend", "Wat wij niet weten", "unknown.html", unknown_section),
)


def outline(material: Material, progress: Progress | None = None) -> Page:
    """The page of this material, every section filled; charts are what takes the time."""
    outcome = material.outcome
    sections = []
    for done, entry in enumerate(ENTRIES, start=1):
        view = entry.fill(material)
        if view is not None:
            sections.append(Section(entry.name, entry.title, entry.template, view))
        if progress is not None:
            progress(done, len(ENTRIES))
    count = len(outcome.warnings)
    return Page(
        town=outcome.town_name,
        koers=material.plan.label.nl,
        compares=material.compares,
        worked_example=outcome.worked_example,
        version=outcome.record.library,
        figures=_figures(material),
        legal=LEGAL_NL if material.scenario is not None and material.scenario.legal else "",
        warnings="" if not count else f"{count} waarschuwing{'en' if count > 1 else ''}",
        warnings_are="is" if count == 1 else "zijn",
        sections=tuple(sections),
    )


def _figures(material: Material) -> str:
    """How many figures the outcome rests on, and how many of them are assumed."""
    figures = material.figures
    counts = [
        f"{number} {words}{'s' if status == 'assumed' and number != 1 else ''}"
        for status, words in STATUS_WORDS.items()
        if (number := sum(figure.status == status for figure in figures))
    ]
    return f"{counted(len(figures), 'cijfer', 'cijfers')}: {listed(counts)}"
