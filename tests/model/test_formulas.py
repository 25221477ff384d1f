"""The formulas that kernel and slow model share: so wrong in both if wrong here."""

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.stats import lognorm

from draagkracht.model.casework import by_kind, hours_factor
from draagkracht.model.front_door import answered_at_once, domain_of
from draagkracht.model.households import ASKS, CHANGES, NOTHING, candidate_outcome, kind_of
from draagkracht.model.kinds import CRISIS, KINDS, MULTIPLE, SINGLE
from draagkracht.model.pressure import (
    MOST,
    available_fte,
    excess_work,
    normal_direct_hours,
    pressure,
    smoothed,
    unstable_caseload,
    worked_hours,
)

UNIFORMS = st.floats(1e-9, 1.0 - 1e-9)
GRID = (np.arange(100_000) + 0.5) / 100_000


def test_a_candidate_asks_and_changes_as_often_as_the_rates_say() -> None:
    outcomes = [candidate_outcome(u, 4.0, 0.9, 0.3) for u in GRID]
    assert outcomes.count(ASKS) / len(GRID) == pytest.approx(0.9 / 4.0, abs=1e-4)
    assert outcomes.count(CHANGES) / len(GRID) == pytest.approx(0.3 / 4.0, abs=1e-4)


@given(UNIFORMS, st.floats(0.0, 1.0), st.floats(0.0, 1.0), st.floats(0.0, 1.0))
def test_more_asking_never_takes_away_a_change_of_state(
    u: float, asking: float, more: float, changing: float
) -> None:
    before = candidate_outcome(u, 3.0, asking, changing)
    after = candidate_outcome(u, 3.0, asking + more, changing)
    assert (before, after) in {
        (ASKS, ASKS),
        (CHANGES, CHANGES),
        (NOTHING, NOTHING),
        (NOTHING, ASKS),
    }


def test_kinds_come_as_often_as_their_shares() -> None:
    kinds = [kind_of(u, 0.42, 0.08) for u in GRID]
    shares = {SINGLE: 0.5, MULTIPLE: 0.42, CRISIS: 0.08}
    for kind, share in shares.items():
        assert kinds.count(kind) / len(GRID) == pytest.approx(share, abs=1e-4)


@given(st.lists(st.floats(0.01, 10.0), min_size=8, max_size=8))
def test_domains_come_as_often_as_their_shares(mix: list[float]) -> None:
    cumulative = np.cumsum(np.array(mix) / sum(mix))
    steps = (np.arange(2000) + 0.5) / 2000
    found = np.bincount([domain_of(u, cumulative) for u in steps], minlength=8) / len(steps)
    assert found == pytest.approx(np.array(mix) / sum(mix), abs=2e-3)


@given(UNIFORMS)
def test_a_domain_is_found_even_if_the_shares_add_up_to_less_by_rounding(u: float) -> None:
    assert 0 <= domain_of(u, np.array([0.5, 0.9, 1.0 - 2**-50])) <= 2
    assert domain_of(1.0 - 2**-53, np.array([0.5, 0.9, 1.0 - 2**-50])) == 2


def test_a_crisis_is_never_answered_at_once() -> None:
    assert [answered_at_once(kind, 0.3, 0.1) for kind in range(len(KINDS))] == [0.3, 0.1, 0.0]
    assert [by_kind(kind, 1.0, 2.0, 3.0) for kind in range(len(KINDS))] == [1.0, 2.0, 3.0]


@pytest.mark.parametrize("sd", [0.0, 0.4, 0.8, 1.2])
def test_hours_of_a_case_are_lognormal_with_mean_1(sd: float) -> None:
    factors = [hours_factor(u, sd, False) for u in GRID[::10]]
    assert np.mean(factors) == pytest.approx(1.0, abs=0.01)
    if sd > 0:
        law = lognorm(s=sd, scale=math.exp(-sd * sd / 2))
        assert factors[::100] == pytest.approx(law.ppf(GRID[::1000]).tolist(), rel=1e-9)


def test_exponential_hours_have_mean_1() -> None:
    assert np.mean([hours_factor(u, 0.8, True) for u in GRID]) == pytest.approx(1.0, abs=1e-3)


# One week.


def test_hours_of_a_team_by_hand() -> None:
    available = available_fte(10.0, 0.04, 0.07)
    worked = worked_hours(available, 36.0, 0.13)
    assert available == pytest.approx(8.928)
    assert worked == pytest.approx(279.62496)
    assert normal_direct_hours(worked, 0.5, 9.81248) == pytest.approx(130.0)


@given(st.floats(0, 3), st.floats(0, 1), st.floats(0, 2), st.floats(0, 1e3))
def test_no_team_has_fewer_than_no_hours(
    vacant: float, absent: float, indirect: float, cards: float
) -> None:
    available = available_fte(10.0, vacant, absent)
    assert 0.0 <= available <= 10.0
    assert normal_direct_hours(worked_hours(available, 36.0, 0.13), indirect, cards) >= 0.0


def test_at_the_designed_point_pressure_is_1() -> None:
    """N = load * lead, Q = load * target wait, D = load * hours + h N, and i* = hours / lead."""
    load, hours, lead, target, holding = 3.0, 12.0, 20.0, 6.0, 0.15
    open_cases = load * lead
    direct = load * hours + holding * open_cases
    queue = load * target * hours
    claims = holding * open_cases + hours / lead * open_cases
    claims += excess_work(queue, load * hours, target, 26.0)
    assert pressure(claims, direct) == pytest.approx(1.0, rel=1e-12)


@given(st.floats(0, 1e6), st.floats(0, 1e3), st.floats(0, 20), st.floats(1, 100))
def test_only_work_beyond_the_target_wait_is_in_excess(
    waiting: float, arriving: float, target: float, catch_up: float
) -> None:
    found = excess_work(waiting, arriving, target, catch_up)
    assert found == max(0.0, waiting - target * arriving) / catch_up
    assert excess_work(target * arriving, arriving, target, catch_up) == 0.0


@given(st.floats(0, 1e9), st.floats(0, 1e9))
def test_pressure_is_bounded_and_exists_without_hours(claims: float, normal: float) -> None:
    assert 0.0 <= pressure(claims, normal) <= MOST
    assert pressure(0.0, normal) == 0.0


def test_a_smooth_comes_to_what_is_seen_at_the_pace_of_its_memory() -> None:
    level = 10.0
    for _ in range(39):
        level = smoothed(level, 20.0, 13.0)
    assert level == pytest.approx(20.0 - 10.0 * (12 / 13) ** 39, rel=1e-12)
    assert smoothed(3.0, 8.0, 0.5) == 8.0


def test_the_fold_is_where_holding_eats_the_room() -> None:
    fold = unstable_caseload(100.0, 80.0, 0.2)
    assert 100.0 - 0.2 * fold == pytest.approx(80.0)
    assert unstable_caseload(100.0, 80.0, 0.0) == math.inf
    assert unstable_caseload(70.0, 80.0, 0.2) < 0.0
