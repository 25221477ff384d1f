"""What the world does acts after today: the today of every toekomst is the same in every world."""

import numpy as np
import pytest

from draagkracht.engine.arrays import FloatArray, Records
from draagkracht.evidence.catalogue import Catalogue
from draagkracht.scenarios.composing import compose_scenarios
from draagkracht.scenarios.reading import packaged_scenarios
from draagkracht.scenarios.scenario import Scenario
from draagkracht.scenarios.world import HOLDABLE, WORLD
from draagkracht.simulation.courses import RUN_IN, world_course
from draagkracht.simulation.futures import draw_futures
from draagkracht.simulation.lowering import CARRYING_ON
from draagkracht.simulation.outcome import Outcome
from draagkracht.simulation.run import run
from scenarios.worlds import hold, scenario, shock
from simulation.towns import three_teams

WORLDS = {
    "tight_labour": scenario(hold("labour.vacancy_factor", 0.9)),
    "shock_in_year_2": scenario(shock(start=12, factor=2.0)),
    "vacancies_in_year_2": scenario(shock("labour.vacancy_factor", factor=2.0, start=12)),
    "leaving": scenario(hold("labour.departure_factor", 0.9)),
    "partners": scenario(hold("partners.wait_factor", 0.9)),
    "less_informal_care": scenario(hold("informal.factor", 0.1)),
    "another_law": scenario(hold("law.holding_factor", 0.1), legal=True),
    "cut_in_year_2": scenario(shock("formation.factor", factor=0.7, start=12, lasts=None)),
}


def lived(catalogue: Catalogue, world: Scenario) -> Outcome:
    return run(three_teams(), scenario=world, years=2, members=8, catalogue=catalogue)


@pytest.fixture(scope="module")
def usual(catalogue: Catalogue) -> Outcome:
    return lived(catalogue, scenario())


def quarters(outcome: Outcome, measure: str, first: int, last: int) -> FloatArray:
    """Quarters `first` up to and with `last`, counted from 1."""
    return np.ascontiguousarray(outcome.values[CARRYING_ON][measure][:, :, first - 1 : last])


@pytest.mark.parametrize("name", WORLDS)
def test_no_world_changes_today(catalogue: Catalogue, usual: Outcome, name: str) -> None:
    found = lived(catalogue, WORLDS[name])
    assert found.fits == usual.fits
    assert found.weights.tobytes() == usual.weights.tobytes()


@pytest.mark.parametrize(
    ("name", "moved"),
    [
        ("shock_in_year_2", "vulnerable_households"),
        ("vacancies_in_year_2", "vacancies"),
        ("cut_in_year_2", "pressure"),
    ],
)
def test_a_shock_in_the_second_year_leaves_the_first_as_it_was(
    catalogue: Catalogue, usual: Outcome, name: str, moved: str
) -> None:
    found = lived(catalogue, WORLDS[name])
    for measure, table in usual.values[CARRYING_ON].items():
        before = [quarters(each, measure, 1, 4).tobytes() for each in (found, usual)]
        assert before[0] == before[1], measure
        assert table.shape == found.values[CARRYING_ON][measure].shape
    after = [quarters(each, moved, 5, 8)[:, 0] for each in (found, usual)]
    assert np.mean(after[0] - after[1]) > 0.0


@pytest.mark.parametrize(
    ("name", "measure", "sign"),
    [
        ("tight_labour", "vacancies", 1.0),
        ("leaving", "departures", 1.0),
        ("partners", "open_cases_per_fte", 1.0),
        ("less_informal_care", "vulnerable_households", 1.0),
        ("another_law", "pressure", -1.0),
        ("cut_in_year_2", "pressure", 1.0),
    ],
)
def test_a_world_moves_what_it_is_about_the_way_it_should(
    catalogue: Catalogue, usual: Outcome, name: str, measure: str, sign: float
) -> None:
    found = lived(catalogue, WORLDS[name])
    change = quarters(found, measure, 5, 8)[:, 0] - quarters(usual, measure, 5, 8)[:, 0]
    assert sign * np.mean(change) > 0.0


@pytest.mark.parametrize("world", packaged_scenarios(), ids=lambda world: world.name)
def test_every_packaged_world_is_as_it_is_until_today(
    catalogue: Catalogue, world: Scenario
) -> None:
    for member, course in enumerate(courses(catalogue, world)):
        usual = courses(catalogue, scenario())[member]
        assert course[: RUN_IN + 1].tobytes() == usual[: RUN_IN + 1].tobytes()
        for field in course.dtype.names or ():
            assert np.isfinite(course[field]).all()
            assert (course[field] > 0.0).all()


def test_another_law_acts_only_where_a_scenario_holds_it(catalogue: Catalogue) -> None:
    (usual, *_), (held, *_) = (
        courses(catalogue, world) for world in (scenario(), WORLDS["another_law"])
    )
    expected = catalogue.figure("law.holding_factor").spread.quantile(0.1)
    assert set(usual["holding"].tolist()) == {1.0}
    assert held["holding"][-1] == expected


def test_shocks_of_two_scenarios_multiply_where_they_meet(catalogue: Catalogue) -> None:
    long = scenario(shock(factor=1.3, start=3, lasts=None), name="lang")
    short = scenario(shock(factor=1.2, start=6, lasts=6), name="kort")
    (usual, *_), (both, *_) = (
        courses(catalogue, world) for world in (scenario(), compose_scenarios(long, short))
    )
    factors = (both["growth"] / usual["growth"])[RUN_IN:]
    assert factors[[0, 13, 25, 26, 51, 52, 90]] == pytest.approx(
        [1.0, 1.3, 1.3, 1.56, 1.56, 1.3, 1.3]
    )


def courses(catalogue: Catalogue, world: Scenario) -> list[Records]:
    futures = draw_futures(three_teams(), catalogue, world, 8, 1)
    return [world_course(world, futures.of(member), 104) for member in range(8)]


@pytest.mark.parametrize("name", HOLDABLE)
@pytest.mark.parametrize("quantile", [0.1, 0.5, 0.9])
def test_what_a_scenario_holds_is_the_same_in_all_members_from_today_and_nothing_else_moves(
    catalogue: Catalogue, quantile: float, name: str
) -> None:
    town = three_teams()
    usual = draw_futures(town, catalogue, scenario(), 16, 1)
    world = scenario(hold(name, quantile), legal=WORLD[name].needs_law)
    held = draw_futures(town, catalogue, world, 16, 1)
    expected = catalogue.figure(name).spread.quantile(quantile)
    assert held.values[f"ahead.{name}"].tolist() == [expected] * 16
    for figure, values in usual.values.items():
        if figure != f"ahead.{name}":
            assert values.tobytes() == held.values[figure].tobytes(), figure
