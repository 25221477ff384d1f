"""What the world does acts after today: the today of every toekomst is the same in every world."""

import numpy as np
import pytest

from draagkracht.engine.arrays import FloatArray
from draagkracht.evidence.catalogue import Catalogue
from draagkracht.scenarios.scenario import Scenario
from draagkracht.simulation.futures import draw_futures
from draagkracht.simulation.outcome import Outcome
from draagkracht.simulation.run import CARRYING_ON, run
from scenarios.worlds import hold, scenario, shock
from simulation.towns import three_teams

WORLDS = {
    "tight_labour": scenario(hold("labour.vacancy_factor", 0.9)),
    "shock_in_year_2": scenario(shock(start=12, factor=2.0)),
    "vacancies_in_year_2": scenario(shock("labour.vacancy_factor", factor=2.0, start=12)),
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


@pytest.mark.parametrize("name", ["shock_in_year_2", "vacancies_in_year_2"])
def test_a_shock_in_the_second_year_leaves_the_first_as_it_was(
    catalogue: Catalogue, usual: Outcome, name: str
) -> None:
    found = lived(catalogue, WORLDS[name])
    for measure, table in usual.values[CARRYING_ON].items():
        before = [quarters(each, measure, 1, 4).tobytes() for each in (found, usual)]
        assert before[0] == before[1], measure
        assert table.shape == found.values[CARRYING_ON][measure].shape
    after = [quarters(each, "pressure", 5, 8) for each in (found, usual)]
    assert np.nanmedian(after[0] - after[1]) > 0.0


def test_vacancies_raise_the_pressure_and_a_shock_the_number_of_vulnerable(
    catalogue: Catalogue, usual: Outcome
) -> None:
    tight = lived(catalogue, WORLDS["tight_labour"])
    shocked = lived(catalogue, WORLDS["shock_in_year_2"])
    for found, measure in ((tight, "pressure"), (shocked, "vulnerable_households")):
        change = quarters(found, measure, 8, 8)[:, 0] - quarters(usual, measure, 8, 8)[:, 0]
        assert np.median(change) > 0.0


@pytest.mark.parametrize("name", ["labour.vacancy_factor", "households.growth"])
@pytest.mark.parametrize("quantile", [0.1, 0.5, 0.9])
def test_what_a_scenario_holds_is_the_same_in_all_members_from_today_and_nothing_else_moves(
    catalogue: Catalogue, quantile: float, name: str
) -> None:
    town = three_teams()
    usual = draw_futures(town, catalogue, scenario(), 16, 1)
    held = draw_futures(town, catalogue, scenario(hold(name, quantile)), 16, 1)
    expected = catalogue.figure(name).spread.quantile(quantile)
    assert held.values[f"ahead.{name}"].tolist() == [expected] * 16
    for figure, values in usual.values.items():
        if figure != f"ahead.{name}":
            assert values.tobytes() == held.values[figure].tobytes(), figure
