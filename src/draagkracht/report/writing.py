"""Writing the advice: one HTML page that holds everything and asks for nothing."""

from pathlib import Path

from draagkracht.documents.digest import digest
from draagkracht.documents.saving import save_text
from draagkracht.evidence.catalogue import Catalogue, read_catalogue
from draagkracht.plans.menu import Menu, read_menu
from draagkracht.plans.plan import Plan
from draagkracht.report.conclusion import conclusion
from draagkracht.report.material import Material
from draagkracht.report.outline import Progress, outline
from draagkracht.report.rendering import render
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
    progress: Progress | None = None,
) -> tuple[str, str, str]:
    """Write the advice about `plan` in `outcome` to `path`, whole or not at all.

    Gives the three sentences of its `conclusion`.

    `town`, `plan`, `catalogue`, `menu` and `scenario` are what the outcome was computed from;
    the last three default to those that come with the package. With the `attribution` of the koers
    (`draagkracht.attribute`) the page also shows which of its elements gives or takes hours. The
    page opens offline, needs no
    scripts, and the same outcome gives the same bytes. `progress` is called with sections done
    and sections in all.

    Raises: Inconsistent when a document is not the one of the outcome, UnknownName when the plan
    is not in it, CannotWrite.

    >>> import tempfile
    >>> import draagkracht as dk
    >>> town, plan = dk.read_town("voorbeelddorp"), dk.read_plan("twee_sporen")
    >>> outcome = dk.run(town, [plan], years=1, members=8)
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     sentences = write_report(outcome, town, plan, path=Path(folder) / "advies.html")
    ...     (Path(folder) / "advies.html").read_text(encoding="utf-8")[:15], len(sentences)
    ('<!doctype html>', 3)
    """
    text = report_page(
        outcome,
        town,
        plan,
        catalogue=catalogue,
        menu=menu,
        scenario=scenario,
        attribution=attribution,
        progress=progress,
    )
    save_text(Path(path), text)
    return conclusion(outcome, plan, _packaged(outcome) if scenario is None else scenario)


def report_page(
    outcome: Outcome,
    town: Town,
    plan: Plan,
    *,
    catalogue: Catalogue | None = None,
    menu: Menu | None = None,
    scenario: Scenario | None = None,
    attribution: Attribution | None = None,
    progress: Progress | None = None,
) -> str:
    """The advice as text; see `write_report`. Raises: Inconsistent, UnknownName."""
    material = Material(
        outcome=outcome,
        town=town,
        plan=plan,
        catalogue=read_catalogue() if catalogue is None else catalogue,
        menu=read_menu() if menu is None else menu,
        scenario=_packaged(outcome) if scenario is None else scenario,
        attribution=attribution,
    )
    material.check()
    return render(outline(material, progress))


def _packaged(outcome: Outcome) -> Scenario | None:
    """The packaged scenario of the outcome, or several together; None when it was one's own."""
    names = outcome.scenario.split("+")
    if not set(names) <= set(packaged_documents("scenarios")):
        return None
    scenario = compose_scenarios(*(read_scenario(name) for name in names))
    return scenario if digest(scenario) == outcome.record.scenario else None
