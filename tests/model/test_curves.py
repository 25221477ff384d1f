"""The product-limit curve of waiting against one made from people, and at its limits."""

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from draagkracht.model import ledger as book
from draagkracht.model.curves import MEAN_COUNTS, mean_and_p90, waiting

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
        assert mean == pytest.approx(2.9, abs=0.01)


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


def test_places_and_quarters_are_summed_before_the_curve_is_made() -> None:
    rng = np.random.default_rng(2)
    shape = (3, 2, book.KIND_COUNT)
    counts = np.zeros((*shape, book.COUNTERS), np.int64)
    counts[..., book.ENTERED] = rng.integers(20, 60, shape)
    counts[..., book.STARTED_AT_ONCE] = rng.integers(0, 10, shape)
    exposed = rng.integers(0, 2**36, (*shape, BINS))
    spared = rng.integers(0, 2**32, (*shape, BINS))
    started = rng.integers(0, 3, (*shape, BINS))
    first, last = np.array([0, 1]), np.array([3, 2])
    out = np.zeros((2, 3, book.KIND_COUNT + 1, 2))
    waiting(counts, exposed, spared, started, first, last, out)
    whole = counts.sum(axis=(0, 1, 2))
    at_once = whole[book.STARTED_AT_ONCE] / whole[book.ENTERED]
    weeks = exposed.sum(axis=(0, 1, 2)) / 2**32
    rest = spared.sum(axis=(0, 1, 2)) / 2**32
    expected = mean_and_p90(weeks, rest, started.sum(axis=(0, 1, 2)).astype(float), at_once)
    assert out[0, 2, 3].tolist() == pytest.approx(list(expected), rel=1e-9)
    one = counts[1, 0, 1]
    at_once = one[book.STARTED_AT_ONCE] / one[book.ENTERED]
    weeks, rest = exposed[1, 0, 1] / 2**32, spared[1, 0, 1] / 2**32
    expected = mean_and_p90(weeks, rest, started[1, 0, 1].astype(float), at_once)
    assert out[1, 0, 1].tolist() == pytest.approx(list(expected), rel=1e-9)


def test_where_nobody_entered_there_is_no_wait() -> None:
    shape = (1, 1, book.KIND_COUNT)
    out = np.zeros((1, 2, book.KIND_COUNT + 1, 2))
    waiting(
        np.zeros((*shape, book.COUNTERS), np.int64),
        np.zeros((*shape, BINS), np.int64),
        np.zeros((*shape, BINS), np.int64),
        np.zeros((*shape, BINS), np.int64),
        np.array([0]),
        np.array([1]),
        out,
    )
    assert np.isnan(out).all()
