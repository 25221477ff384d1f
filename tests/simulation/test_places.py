"""Several municipalities in one document: each told for its residents, and together the town."""

import numpy as np
import pytest

from draagkracht.simulation.lowering import CARRYING_ON
from draagkracht.simulation.outcome import Outcome
from draagkracht.simulation.run import run
from simulation.towns import three_teams
from simulation.two_municipalities import two_municipalities


@pytest.fixture(scope="module")
def outcome() -> Outcome:
    return run(two_municipalities(), years=1, members=8)


def test_each_municipality_is_a_place_of_its_own(outcome: Outcome) -> None:
    found = {place.name: place for place in outcome.places if place.level == "municipality"}
    assert list(found) == ["GM9901", "GM9902"]
    assert found["GM9902"].households == 280 + 190 + 310
    assert sum(place.households for place in found.values()) == outcome.places[0].households


@pytest.mark.parametrize("measure", ["requests", "waiting_list"])
def test_the_municipalities_are_together_the_town(outcome: Outcome, measure: str) -> None:
    together = sum(
        outcome.by_member(measure, plan=CARRYING_ON, place=place) for place in ("GM9901", "GM9902")
    )
    assert np.asarray(together).tolist() == pytest.approx(
        outcome.by_member(measure, plan=CARRYING_ON).tolist(), rel=1e-12
    )


def test_residents_of_each_wait_and_teams_are_told_as_teams(outcome: Outcome) -> None:
    assert outcome.estimate("waiting_time", plan=CARRYING_ON, place="GM9902") is not None
    assert outcome.estimate("pressure", plan=CARRYING_ON, place="GM9902") is None
    assert outcome.estimate("pressure", plan=CARRYING_ON, place="kade") is not None


def test_a_border_through_a_town_changes_nothing_in_it(
    outcome: Outcome,
) -> None:
    from_one = run(
        three_teams(),
        years=1,
        members=8,
    )
    for measure in ("requests", "pressure", "waiting_list"):
        assert outcome.by_member(measure, plan=CARRYING_ON).tolist() == (
            from_one.by_member(measure, plan=CARRYING_ON).tolist()
        )
