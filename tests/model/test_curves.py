"""The product-limit curve of waiting against one made from people, and at its limits."""

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from draagkracht.model import ledger as book
from draagkracht.model.curves import MEAN_COUNTS, add_sums, mean_and_p90, tell_sums
from draagkracht.model.ledger import Accounts
from draagkracht.simulation.team_lived import Tallied, TeamPlaces, empty_desk, tallied

BINS = book.WEEKLY_BINS


def constant(hazard: float, at_once: float = 0.0) -> tuple[float, float]:
    """Mean and p90 where all ages have the same hazard of starting."""
    starts = 100.0 * -math.expm1(-hazard)
    weeks = starts / hazard
    return mean_and_p90(
        np.full(BINS, weeks), np.full(BINS, 100.0 - weeks), np.full(BINS, starts), at_once
    )


@given(st.floats(0.02, 3.0))
def test_a_constant_hazard_gives_the_exponential_wait(hazard: float) -> None:
    mean, p90 = constant(hazard)
    truncated = (1.0 - math.exp(-hazard * MEAN_COUNTS)) / hazard
    assert mean == pytest.approx(truncated, rel=1e-9)
    assert p90 == pytest.approx(min(math.log(10.0) / hazard, BINS), rel=1e-9)


@given(st.floats(0.05, 2.0), st.floats(0.0, 0.85))
def test_who_starts_at_once_takes_its_share_of_the_mean(hazard: float, at_once: float) -> None:
    mean, p90 = constant(hazard, at_once)
    assert mean == pytest.approx((1.0 - at_once) * constant(hazard)[0], rel=1e-9)
    reached = math.log((1.0 - at_once) / 0.1) / hazard
    assert p90 == pytest.approx(reached, rel=1e-9)


def test_when_nine_in_ten_start_at_once_the_p90_is_0() -> None:
    assert constant(0.1, 0.9)[1] == 0.0
    assert constant(0.1, 1.0) == (0.0, 0.0)


def test_when_nobody_starts_the_mean_is_all_that_counts_and_the_p90_the_oldest_age() -> None:
    mean, p90 = mean_and_p90(np.full(BINS, 9.0), np.zeros(BINS), np.zeros(BINS), 0.0)
    assert (mean, p90) == (float(MEAN_COUNTS), float(BINS))


def test_who_all_start_as_a_week_of_age_ends_wait_about_that_long() -> None:
    """Also when a few are still waiting then: where the line falls the curve is not cut short."""
    for left in (0.0, 0.01, 0.3):
        exposed = np.array([100.0, 100.0, 90.0 + left])
        mean, p90 = mean_and_p90(
            exposed, np.array([0.0, 0.0, 10.0]), np.array([0.0, 0.0, 100.0]), 0.0
        )
        assert p90 == pytest.approx(2.95, abs=0.05), left
        assert mean == pytest.approx(2.9, abs=0.2)


def test_nine_in_ten_started_at_the_very_end_of_a_week_of_age() -> None:
    starts = np.array([90.0, 0.0])
    for exposed in (100.0, 80.0, 55.0):
        rest = 100.0 - exposed
        _, p90 = mean_and_p90(np.array([exposed, 10.0]), np.array([rest, 0.0]), starts, 0.0)
        assert p90 == pytest.approx(1.0, abs=0.01)


def test_who_gave_up_is_not_counted_as_started() -> None:
    """Half gives up at a constant rate: the wait of who would hold out is not shortened by it."""
    rng = np.random.default_rng(1)
    patient, impatient = rng.exponential(10.0, 40_000), rng.exponential(10.0, 40_000)
    seen = np.minimum(patient, impatient)
    ages = np.arange(BINS)
    exposed = np.clip(seen[:, None] - ages, 0.0, 1.0).sum(axis=0)
    helped = seen[patient < impatient]
    started = np.bincount(helped.astype(int), minlength=BINS)[:BINS]
    spared = np.bincount(helped.astype(int), 1.0 - helped % 1.0, minlength=BINS)[:BINS]
    mean, p90 = mean_and_p90(exposed, spared, started.astype(float), 0.0)
    assert seen.mean() == pytest.approx(5.0, rel=0.02)
    assert mean == pytest.approx(10.0 * (1.0 - math.exp(-5.2)), rel=0.02)
    assert p90 == pytest.approx(10.0 * math.log(10.0), rel=0.03)


@given(st.lists(st.integers(0, 20), min_size=BINS, max_size=BINS), st.floats(1.0, 4.0))
def test_the_mean_never_falls_when_fewer_start(starts: list[int], fewer: float) -> None:
    exposed, spared, started = np.full(BINS, 30.0), np.full(BINS, 5.0), np.array(starts, float)
    usual, slow = (
        mean_and_p90(exposed, spared, started, 0.1),
        mean_and_p90(exposed, spared, started / fewer, 0.1),
    )
    assert slow[0] >= usual[0] * (1.0 - 1e-12)
    assert slow[1] >= usual[1] * (1.0 - 1e-12)


def blank(groups: int, quarters: int) -> Accounts:
    shape = (groups, quarters, book.KIND_COUNT)
    curves = [np.zeros((*shape, BINS), np.int64) for _ in range(3)]
    counts = np.zeros((*shape, book.COUNTERS), np.int64)
    return Accounts(counts, *curves, hours=np.zeros((1, quarters, book.HOURS)))


def of_team(accounts: Accounts, *shown: int) -> Tallied:
    """The team and those of its wijk groups that are shown."""
    groups = accounts.counts.shape[0]
    rows = np.array([shown.index(group) + 1 if group in shown else 0 for group in range(groups)])
    places = TeamPlaces(rows, rows * 0, ("GM0000",), np.ones(1 + len(shown)))
    return tallied(accounts, 0, places, empty_desk(2, accounts.counts.shape[1]))


def expected(accounts: Accounts, where: tuple[slice, ...]) -> tuple[float, float]:
    """Mean and p90 of all that lies within groups, quarters and kinds."""
    counts = accounts.counts[where].reshape(-1, book.COUNTERS).sum(axis=0)
    at_once = counts[book.STARTED_AT_ONCE] / counts[book.ENTERED]
    exposed, spared, started = (each[where].reshape(-1, BINS).sum(axis=0) for each in accounts[1:4])
    return mean_and_p90(exposed / 2**32, spared / 2**32, started.astype(float), at_once)


def test_places_and_quarters_are_summed_before_the_curve_is_made() -> None:
    rng = np.random.default_rng(2)
    accounts = blank(3, 2)
    shape = accounts.counts.shape[:3]
    accounts.exposed[:] = rng.integers(0, 2**36, (*shape, BINS))
    accounts.spared[:] = rng.integers(0, 2**32, (*shape, BINS))
    accounts.started[:] = rng.integers(0, 3, (*shape, BINS))
    accounts.counts[..., book.ENTERED] = rng.integers(20, 60, shape)
    accounts.counts[..., book.STARTED_AT_ONCE] = rng.integers(0, 10, shape)
    accounts.counts[..., book.STARTED] = accounts.counts[..., book.STARTED_AT_ONCE]
    accounts.counts[..., book.STARTED] += accounts.started.sum(axis=-1)
    found = of_team(accounts, 1).waits
    every, one = slice(None), slice(1, 2)
    assert found[0, 2, 3].tolist() == list(expected(accounts, (every, every, every)))
    assert found[0, 1, 3].tolist() == list(expected(accounts, (every, one, every)))
    assert found[0, 2, 0].tolist() == list(expected(accounts, (every, every, slice(1))))
    assert found[1, 0, 1].tolist() == list(expected(accounts, (one, slice(1), one)))


def test_a_start_at_an_age_at_which_nobody_waited_in_this_quarter_counts() -> None:
    """Who waited ten weeks up to the end of a quarter and is started as the next one begins."""
    accounts = blank(1, 1)
    accounts.counts[0, 0, 0, [book.ENTERED, book.STARTED]] = 2
    accounts.exposed[0, 0, 0, :4] = 2**32
    accounts.started[0, 0, 0, [3, 10]] = 1
    accounts.spared[0, 0, 0, [3, 10]] = 2**32
    found = of_team(accounts).waits[0, 0, 0]
    assert found.tolist() == list(expected(accounts, (slice(None),) * 3))
    assert of_team(accounts).sums.ages[0, 0, 0] == 11


def test_where_nobody_entered_there_is_no_wait() -> None:
    assert np.isnan(of_team(blank(1, 1), 0).waits).all()


def test_sums_of_teams_give_the_curves_of_the_town() -> None:
    """Two teams added up are one team with the groups of both."""
    rng = np.random.default_rng(3)
    accounts = blank(2, 3)
    accounts.exposed[0, :, :, :30] = rng.integers(0, 2**36, (3, 3, 30))
    accounts.exposed[1, :, :, :70] = rng.integers(0, 2**36, (3, 3, 70))
    accounts.counts[..., book.ENTERED] = 50
    together = of_team(accounts)
    alone = [
        of_team(Accounts(*(each[group : group + 1] for each in accounts[:4]), accounts.hours))
        for group in range(2)
    ]
    counted, waits = np.zeros_like(together.counted), np.zeros_like(together.waits)
    desk = empty_desk(1, 3)
    for team in alone:
        add_sums(team.sums, np.array([0]), counted, desk)
    tell_sums(counted, waits, desk)
    assert counted.tobytes() == together.counted.tobytes()
    assert waits.tobytes() == together.waits.tobytes()
