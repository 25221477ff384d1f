"""An outcome and its page, made once and looked at by many tests."""

import pytest

import draagkracht as dk
from draagkracht.report.material import Material
from draagkracht.report.writing import report_page
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
def page(outcome: dk.Outcome, town: dk.Town, plan: dk.Plan) -> str:
    return report_page(outcome, town, plan)
