"""An outcome and its page, made once and looked at by many tests."""

from dataclasses import replace

import pytest

import draagkracht as dk
from draagkracht.report.manuscript import Manuscript, manuscript
from draagkracht.report.material import Material
from draagkracht.report.office_document import office_document
from draagkracht.report.outline import Page, outline
from draagkracht.report.paper_content import paper_content
from draagkracht.report.typesetting import typeset
from draagkracht.report.writing import report_page
from draagkracht.simulation.warning import Warned
from report.judged import FRAMES, GOALS
from simulation.koersen import desk_and_procedure


@pytest.fixture(scope="session")
def town() -> dk.Town:
    return dk.read_town("voorbeelddorp")


@pytest.fixture(scope="session")
def plan() -> dk.Plan:
    return desk_and_procedure()


@pytest.fixture(scope="session")
def outcome(town: dk.Town, plan: dk.Plan) -> dk.Outcome:
    """Voorbeelddorp under "twee sporen" for two years in sixteen toekomsten."""
    return dk.run(town, [plan], years=2, members=16)


@pytest.fixture(scope="session")
def material(outcome: dk.Outcome, town: dk.Town, plan: dk.Plan) -> Material:
    return Material(
        outcome=outcome,
        town=town,
        plan=plan,
        catalogue=dk.read_catalogue(),
        menu=dk.read_menu(),
        scenario=dk.read_scenario("trend"),
    )


@pytest.fixture(scope="session")
def judged(material: Material) -> Material:
    """The same with goals, frames, a warning over the ceiling and a word on the colours."""
    return replace(
        material,
        goals=GOALS,
        frames=FRAMES,
        ceiling=Warned("ceiling", "Dit pakket belooft meer dan ergens is gezien."),
        colours=("De koers is vooral blauw. Wat voegt geel toe?",),
    )


@pytest.fixture(scope="session")
def made(judged: Material) -> Page:
    return outline(judged)


@pytest.fixture(scope="session")
def written(made: Page) -> Manuscript:
    return manuscript(made)


@pytest.fixture(scope="session")
def paper(written: Manuscript, town: dk.Town) -> bytes:
    """The advice as PDF."""
    return typeset("advies.typ", paper_content(written), date=town.start)


@pytest.fixture(scope="session")
def office(written: Manuscript, town: dk.Town) -> bytes:
    """The advice in Word."""
    return office_document(written, date=town.start)


@pytest.fixture(scope="session")
def page(outcome: dk.Outcome, town: dk.Town, plan: dk.Plan) -> str:
    return report_page(outcome, town, plan)
