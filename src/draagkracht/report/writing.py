"""Writing the advice: as a page, on paper or in Word, from one outline."""

import datetime as dt
from pathlib import Path
from types import MappingProxyType

from draagkracht.choice.ceiling import over_ceiling
from draagkracht.choice.colours import colour_balance
from draagkracht.choice.frames import Frames
from draagkracht.choice.goals import goals_reached
from draagkracht.documents.digest import digest
from draagkracht.documents.saving import save_bytes
from draagkracht.evidence.catalogue import Catalogue, read_catalogue
from draagkracht.language.colours import COLOUR_WORDS
from draagkracht.language.sentences import listed
from draagkracht.plans.menu import Menu, read_menu
from draagkracht.plans.plan import Plan
from draagkracht.report.amount import Amount
from draagkracht.report.conclusion import conclusion
from draagkracht.report.kind import Kind, kind_of
from draagkracht.report.manuscript import manuscript
from draagkracht.report.material import Material
from draagkracht.report.office_document import office_document
from draagkracht.report.outline import Page, Progress, outline
from draagkracht.report.paper_content import paper_content
from draagkracht.report.rendering import render
from draagkracht.report.typesetting import typeset
from draagkracht.scenarios.composing import compose_scenarios
from draagkracht.scenarios.reading import read_scenario
from draagkracht.scenarios.scenario import Scenario
from draagkracht.simulation.attribution import Attribution
from draagkracht.simulation.outcome import Outcome
from draagkracht.town.packaged import packaged_documents
from draagkracht.town.town import Town

__all__ = ["conclusion", "report_page", "write_report"]


def write_report(
    outcome: Outcome,
    town: Town,
    plan: Plan,
    *,
    path: Path | str,
    catalogue: Catalogue | None = None,
    menu: Menu | None = None,
    scenario: Scenario | None = None,
    attribution: Attribution | None = None,
    frames: Frames | None = None,
    template: Path | str | None = None,
    progress: Progress | None = None,
) -> tuple[str, str, str]:
    """Write the advice about `plan` in `outcome` to `path`, whole or not at all.

    The kind follows from the name: `.html` is one page that opens offline and needs no scripts,
    `.docx` a Word document made from `template` (None: the packaged one), `.pdf` tagged paper
    (PDF/UA-1). Gives the three sentences of its `conclusion`.

    `town`, `plan`, `catalogue`, `menu` and `scenario` are what the outcome was computed from;
    the last three default to those that come with the package. With the `attribution` of the koers
    (`draagkracht.attribute`) the advice also shows which of its elements gives or takes hours.
    `frames` are the verdicts on the eight frames; None: they were not tested, and the advice says
    so. The same outcome gives the same bytes. `progress` is called with sections done and
    sections in all.

    Raises: Inconsistent when a document is not the one of the outcome, UnknownName when the plan
    is not in it, CannotWrite, UnknownKind and TemplateNotWanted for a name or template that does
    not fit, and what `office_template.filled` raises of a template.

    >>> import tempfile
    >>> import draagkracht as dk
    >>> town, plan = dk.read_town("voorbeelddorp"), dk.read_plan("twee_sporen")
    >>> outcome = dk.run(town, [plan], years=1, members=8)
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     sentences = write_report(outcome, town, plan, path=Path(folder) / "advies.html")
    ...     (Path(folder) / "advies.html").read_text(encoding="utf-8")[:15], len(sentences)
    ('<!doctype html>', 3)
    """
    target = Path(path)
    kind = kind_of(target, template=template)
    material = _material(
        outcome,
        town,
        plan,
        catalogue=catalogue,
        menu=menu,
        scenario=scenario,
        attribution=attribution,
        frames=frames,
    )
    page = outline(material, progress)
    save_bytes(target, _written(page, kind, date=town.start, template=template))
    return conclusion(outcome, plan, material.scenario)


def report_page(
    outcome: Outcome,
    town: Town,
    plan: Plan,
    *,
    catalogue: Catalogue | None = None,
    menu: Menu | None = None,
    scenario: Scenario | None = None,
    attribution: Attribution | None = None,
    frames: Frames | None = None,
    progress: Progress | None = None,
) -> str:
    """The advice as HTML; see `write_report`. Raises: Inconsistent, UnknownName."""
    material = _material(
        outcome,
        town,
        plan,
        catalogue=catalogue,
        menu=menu,
        scenario=scenario,
        attribution=attribution,
        frames=frames,
    )
    return render(outline(material, progress))


def _written(page: Page, kind: Kind, *, date: dt.date, template: Path | str | None) -> bytes:
    """The advice in the kind asked for."""
    if kind == "html":
        return render(page).encode()
    if kind == "pdf":
        return typeset("advies.typ", paper_content(manuscript(page)), date=date)
    own = None if template is None else Path(template)
    return office_document(manuscript(page), date=date, template=own)


def _material(
    outcome: Outcome,
    town: Town,
    plan: Plan,
    *,
    catalogue: Catalogue | None,
    menu: Menu | None,
    scenario: Scenario | None,
    attribution: Attribution | None,
    frames: Frames | None,
) -> Material:
    """All that belongs together, checked. Raises: Inconsistent, UnknownName."""
    cards = read_menu() if menu is None else menu
    figures = read_catalogue() if catalogue is None else catalogue
    compared = plan.name != outcome.carrying_on
    material = Material(
        outcome=outcome,
        town=town,
        plan=plan,
        catalogue=figures,
        menu=cards,
        scenario=_packaged(outcome) if scenario is None else scenario,
        attribution=attribution,
        frames=None if frames is None else frames.frames,
        worlds=MappingProxyType({}) if frames is None else frames.records,
        judgement=None if frames is None else frames.judgement,
        goals=goals_reached(outcome, town, plan.name if compared else None),
        ceiling=over_ceiling(outcome, plan, figures) if compared else None,
        colours=_colours(plan, cards) if compared else (),
    )
    material.check()
    return material


def _colours(plan: Plan, menu: Menu) -> tuple[str, ...]:
    """The balance of colours, the question where there is one, and what the others would add."""
    balance = colour_balance(plan, menu)
    counts = [
        f"{COLOUR_WORDS[colour]} voor {Amount(count, 'kaart', 'kaarten')}"
        for colour, count in balance.counts.items()
        if count
    ]
    if not counts:
        return ()
    told = f"Zo tellen de kleuren van de koers: {listed(counts)}. Een tweede kleur telt half."
    missed = (row.sentence for row in balance.missed)
    return tuple(text for text in (told, balance.question, *missed) if text)


def _packaged(outcome: Outcome) -> Scenario | None:
    """The packaged scenario of the outcome, or several together; None when it was one's own."""
    names = outcome.scenario.split("+")
    if not set(names) <= set(packaged_documents("scenarios")):
        return None
    scenario = compose_scenarios(*(read_scenario(name) for name in names))
    return scenario if digest(scenario) == outcome.record.scenario else None
