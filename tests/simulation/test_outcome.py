"""An outcome tells what exists, in medians with spread and error, and nothing it cannot."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

import numpy as np
import pytest

from draagkracht.documents.errors import UnknownName
from draagkracht.engine.arrays import FloatArray
from draagkracht.model.kinds import KINDS
from draagkracht.model.measures import MEASURES
from draagkracht.simulation.outcome import Outcome

NOW, PLAN = "doorgaan_zoals_nu", "twee_sporen"


def with_values(outcome: Outcome, plan: str, **tables: FloatArray) -> Outcome:
    """The outcome with other values of some measures in one koers."""
    values: dict[str, Mapping[str, FloatArray]] = {**outcome.values}
    values[plan] = {**outcome.values[plan], **tables}
    return replace(outcome, values=values)


def filled(outcome: Outcome, measure: str, members: FloatArray) -> FloatArray:
    """A table in which every cell holds these values by member."""
    table = outcome.values[NOW][measure]
    return np.ascontiguousarray(np.broadcast_to(members[:, None, None, None], table.shape))


@pytest.fixture(scope="module")
def even(dorp: Outcome) -> Outcome:
    """Members that all weigh the same."""
    return replace(dorp, weights=np.ones(dorp.members))


def test_an_estimate_is_the_median_and_the_spread_of_its_members(dorp: Outcome) -> None:
    values = dorp.by_member("pressure", plan=NOW, place="wolvega", quarter=3)
    found = dorp.estimate("pressure", plan=NOW, place="wolvega", quarter=3)
    assert found is not None
    assert values.shape == (dorp.members,)
    assert values.min() <= found.low <= found.median <= found.high <= values.max()
    assert (found.unit, found.place, found.quarter, found.kind) == ("ratio", "wolvega", 3, None)
    assert (found.members, found.covers, found.plan) == (16, 0.8, NOW)
    assert not found.difference
    assert found.error is not None


def test_a_difference_is_taken_member_by_member(even: Outcome) -> None:
    base = np.arange(16.0) ** 2
    outcome = with_values(even, NOW, pressure=filled(even, "pressure", base))
    outcome = with_values(outcome, PLAN, pressure=filled(even, "pressure", base - 3.0))
    found = outcome.difference("pressure", plan=PLAN)
    assert found is not None
    assert (found.low, found.median, found.high, found.error) == (-3.0, -3.0, -3.0, 0.0)
    assert found.difference
    alone = outcome.estimate("pressure", plan=PLAN)
    assert alone is not None
    assert alone.high - alone.low > 100.0


def test_what_does_not_exist_in_some_member_has_no_estimate(dorp: Outcome) -> None:
    table = dorp.values[PLAN]["waiting_time"].copy()
    table[5, 0, 2, 1] = np.nan
    outcome = with_values(dorp, PLAN, waiting_time=table)
    there: dict[str, Any] = {"plan": PLAN, "quarter": 3, "kind": KINDS[1]}
    assert dorp.estimate("waiting_time", **there) is not None
    assert outcome.estimate("waiting_time", **there) is None
    assert outcome.difference("waiting_time", **there) is None
    assert outcome.estimate("waiting_time", plan=PLAN, quarter=3) is not None
    listed = [
        (e.measure, e.place, e.quarter, e.kind) for e in outcome.estimates(PLAN, difference=False)
    ]
    assert ("waiting_time", "town", 3, KINDS[1]) not in listed
    assert outcome.missing(PLAN) == dorp.missing(PLAN) + 1


def test_all_estimates_are_those_that_can_be_asked_for_one_by_one(dorp: Outcome) -> None:
    for difference in (False, True):
        ask = dorp.difference if difference else dorp.estimate
        found = list(dorp.estimates(PLAN, difference=difference))
        keys = [(e.measure, e.place, e.quarter, e.kind) for e in found]
        assert len(set(keys)) == len(keys)
        for each in found[:: len(found) // 40]:
            one = ask(
                each.measure, plan=PLAN, place=each.place, quarter=each.quarter, kind=each.kind
            )
            assert one is not None
            assert one.as_json().keys() == each.as_json().keys()
            for field, value in one.as_json().items():
                expected = each.as_json()[field]
                assert value == (
                    pytest.approx(expected, rel=1e-12) if isinstance(value, float) else expected
                ), field


def test_every_measure_is_told_for_the_town_and_only_some_for_wijken(dorp: Outcome) -> None:
    found = list(dorp.estimates(NOW, difference=False))
    assert {each.measure for each in found if each.place == "town"} == set(MEASURES)
    wijken = {place.name for place in dorp.places if place.level == "wijk"}
    assert wijken
    told = {each.measure for each in found if each.place in wijken}
    assert told == {name for name, measure in MEASURES.items() if measure.by_wijk}


def test_an_estimate_has_a_kind_only_where_the_measure_has_kinds(dorp: Outcome) -> None:
    for each in dorp.estimates(NOW, difference=False):
        assert each.kind in (None, *MEASURES[each.measure].parts)
    with pytest.raises(UnknownName):
        dorp.estimate("pressure", plan=NOW, kind=KINDS[0])


@pytest.mark.parametrize(
    "wrong",
    [
        {"measure": "pressur"},
        {"plan": "twee_spore"},
        {"place": "wolveg"},
        {"quarter": 0},
        {"quarter": 9},
        {"kind": "dubbel"},
    ],
)
def test_names_that_do_not_exist_are_refused(dorp: Outcome, wrong: dict[str, Any]) -> None:
    asked: dict[str, Any] = {"measure": "requests", "plan": NOW} | wrong
    with pytest.raises(UnknownName):
        dorp.estimate(asked.pop("measure"), **asked)


@pytest.mark.parametrize(
    ("measure", "sign"), [("pressure", 1.0), ("recovered", -1.0), ("waiting_time", 1.0)]
)
def test_better_is_the_direction_that_people_would_want(
    even: Outcome, measure: str, sign: float
) -> None:
    """In 11 of 16 members it goes the right way, in 3 the wrong way, in 2 it stays."""
    base = np.full(16, 5.0)
    change = np.array([-1.0] * 11 + [1.0] * 3 + [0.0] * 2) * sign
    outcome = with_values(even, NOW, **{measure: filled(even, measure, base)})
    outcome = with_values(outcome, PLAN, **{measure: filled(even, measure, base + change)})
    assert outcome.count_better(measure, plan=PLAN) == 11
    heavy = np.where(np.arange(16) < 11, 1.0, 11.0)
    weighted = replace(outcome, weights=heavy)
    assert weighted.count_better(measure, plan=PLAN) == round(16 * 11 / heavy.sum())


def test_no_change_is_better_in_no_member(three: Outcome) -> None:
    assert three.count_better("pressure", plan="no_cards") == 0
    assert three.count_better("pressure", plan="all_teams") > 8


def test_weights_count_and_say_how_many_members_are_left(even: Outcome) -> None:
    assert even.effective_members == pytest.approx(16.0)
    one = replace(even, weights=np.array([16.0] + [1e-12] * 15))
    assert one.effective_members == pytest.approx(1.0)
    found = one.estimate("pressure", plan=NOW)
    assert found is not None
    assert found.median == pytest.approx(one.by_member("pressure", plan=NOW)[0])


def test_weights_have_mean_1_and_none_is_negative(dorp: Outcome, three: Outcome) -> None:
    for outcome in (dorp, three):
        assert outcome.weights.mean() == pytest.approx(1.0)
        assert outcome.weights.min() >= 0.0


def test_a_difference_is_real_only_beyond_its_error(dorp: Outcome, three: Outcome) -> None:
    assert not any(each.real for each in three.estimates("no_cards", difference=True))
    found = list(three.estimates("all_teams", difference=True))
    assert any(each.real for each in found)
    for each in found:
        assert each.error is not None
        assert each.real == (abs(each.median) > each.error)
    assert dorp.missing(NOW) >= 0


def test_the_horizon_adds_up_what_the_quarters_tell(dorp: Outcome) -> None:
    table = dorp.values[NOW]
    requests = table["requests"]
    assert requests[:, :, -1] == pytest.approx(requests[:, :, :-1].mean(axis=2))
    wait = table["waiting_list"]
    assert wait[:, :, -1] == pytest.approx(wait[:, :, :-1].mean(axis=2))
    assert table["requests"][..., -1] == pytest.approx(table["requests"][..., :-1].sum(axis=3))


def test_the_town_adds_up_what_its_teams_tell(dorp: Outcome) -> None:
    teams = [n for n, place in enumerate(dorp.places) if place.level == "team"]
    for name in ("requests", "waiting_list"):
        table = dorp.values[NOW][name]
        assert table[:, 0] == pytest.approx(table[:, teams].sum(axis=1))
    households = np.array([dorp.places[n].households for n in teams])
    share = dorp.values[NOW]["vulnerable_households"]
    average = np.average(share[:, teams], axis=1, weights=households)
    assert share[:, 0] == pytest.approx(average)
