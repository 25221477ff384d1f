"""The other engine is told of the very town that the kernel lives in."""

import itertools
import json
from typing import Any

import numpy as np
import pytest

import town_ours
from scaled import with_households, with_years_alike
from town_everything import with_everything
from town_ours import Prepared

Told = dict[str, Any]


@pytest.fixture(scope="module")
def prepared() -> Prepared:
    (given,) = town_ours.prepare("twee_sporen", 4, ["zuid"])
    return given


@pytest.fixture(scope="module")
def told(prepared: Prepared, tmp_path_factory: pytest.TempPathFactory) -> Told:
    file = tmp_path_factory.mktemp("bench") / "given.json"
    town_ours.export([prepared], file)
    team: Told = json.loads(file.read_text())["teams"][0]
    return team


def test_it_has_the_same_households_and_begins_alike(prepared: Prepared, told: Told) -> None:
    assert len(told["hazards"]) == prepared.team.households
    assert told["start"]["vulnerable"] == prepared.beginning.vulnerable.tolist()
    assert told["start"]["fte"] == prepared.team.fte
    assert min(told["hazards"]) > 0.0


def test_it_has_the_levers_and_the_world_of_every_week(prepared: Prepared, told: Told) -> None:
    assert told["weeks"] - told["today"] == 4 * 52
    assert len(told["world"]) == told["weeks"]
    assert len(told["levers"]) == 1 + 4 * 52
    caps = prepared.course.levers[0]["casework_caseload_cap"].tolist()
    assert [row["casework_caseload_cap"] for row in told["levers"]] == caps


def test_a_story_side_by_side_with_nobody_is_the_story_alone(prepared: Prepared) -> None:
    frame = town_ours.Frame(len(prepared.team.groups), prepared.weeks)
    frame.load(prepared)
    frame.live(prepared, 1)
    found = town_ours.outcome(frame.accounts, prepared.weeks)
    (alone,) = town_ours.live_together([prepared], 1).values()
    assert found == alone
    assert found["started"] > 0


def test_a_team_twice_as_large_has_twice_of_everything(prepared: Prepared) -> None:
    number = prepared.team.households
    twice = with_households(prepared, 2 * number)
    vulnerable = prepared.beginning.vulnerable.sum()
    assert twice.team.households == 2 * number
    ranges = sorted(zip(twice.team.first_entities, twice.team.sizes, strict=True))
    assert all(one[0] + one[1] <= other[0] for one, other in itertools.pairwise(ranges))
    assert twice.beginning.vulnerable.sum() == pytest.approx(2 * vulnerable)
    assert twice.team.fte == twice.beginning.fte == 2 * prepared.team.fte


def test_where_years_are_alike_nothing_grows(prepared: Prepared) -> None:
    alike = with_years_alike(prepared)
    assert set(alike.course.world["growth"]) == {1.0}
    assert prepared.course.world["growth"].max() != 1.0


def test_where_everything_moves_every_lever_does(prepared: Prepared) -> None:
    (moving,) = with_everything([prepared])
    levers = moving.course.levers[0]
    assert [name for name in levers.dtype.names if np.all(levers[name] == levers[name][0])] == []
