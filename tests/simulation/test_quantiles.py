"""Medians and spreads of weighted members, and how precise they are."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from draagkracht.engine.arrays import FloatArray
from draagkracht.simulation.quantiles import error_of_median, weighted_quantile

SHARES = st.floats(0.01, 0.99)
VALUES = st.integers(1, 40).flatmap(
    lambda size: arrays(np.float64, size, elements=st.floats(-1e6, 1e6))
)


@given(VALUES, SHARES)
def test_with_equal_weights_the_quantile_is_hazens_as_numpy_has_it(
    values: FloatArray, share: float
) -> None:
    expected = np.quantile(values, share, method="hazen")
    found = weighted_quantile(values, np.full(values.size, 0.7), share)
    assert found.item() == pytest.approx(float(expected), rel=1e-9, abs=1e-6)


@given(st.lists(st.integers(-1000, 1000), min_size=1, unique=True), SHARES, st.data())
def test_order_of_members_and_scale_of_weights_do_not_matter(
    numbers: list[int], share: float, data: st.DataObject
) -> None:
    values = np.array(numbers, dtype=np.float64)
    weights = data.draw(arrays(np.float64, values.size, elements=st.floats(0.01, 5)))
    order = np.array(data.draw(st.permutations(range(values.size))))
    usual = weighted_quantile(values, weights, share).item()
    again = weighted_quantile(values[order], 3.0 * weights[order], share).item()
    assert again == pytest.approx(usual, rel=1e-9, abs=1e-6)
    assert values.min() <= usual <= values.max()


@given(VALUES, st.data())
def test_a_higher_share_is_never_a_lower_value(values: FloatArray, data: st.DataObject) -> None:
    weights = data.draw(arrays(np.float64, values.size, elements=st.floats(0.01, 5)))
    found = [weighted_quantile(values, weights, share).item() for share in (0.1, 0.5, 0.9)]
    slack = 1e-9 * (1.0 + np.abs(values).max())
    assert found[0] <= found[1] + slack
    assert found[1] <= found[2] + slack


def test_who_weighs_more_draws_the_median() -> None:
    values = np.array([1.0, 2.0, 3.0])
    assert weighted_quantile(values, np.array([1.0, 1.0, 8.0]), 0.5).item() > 2.5
    assert weighted_quantile(values, np.array([0.0, 1.0, 0.0]), 0.5).item() == 2.0


def test_every_cell_of_a_table_has_its_own_quantile() -> None:
    table = np.random.default_rng(1).normal(size=(24, 3, 5))
    weights = np.random.default_rng(2).uniform(0.5, 2.0, 24)
    found = weighted_quantile(table, weights, 0.3)
    for place in np.ndindex(3, 5):
        alone = weighted_quantile(np.ascontiguousarray(table[:, *place]), weights, 0.3)
        assert found[place] == alone


def test_one_block_cannot_tell_how_precise_it_is() -> None:
    assert error_of_median(np.arange(8.0), np.ones(8), 8) is None


@pytest.mark.parametrize("spread", [0.0, 1.0, 1.5])
def test_the_median_lies_within_its_error_in_about_95_of_100_runs(spread: float) -> None:
    """Woodruff 1952: also where a few members carry most of the weight."""
    luck = np.random.default_rng(11)
    runs = 400
    held = 0
    for _ in range(runs):
        values = luck.normal(size=64)
        weights = np.exp(spread * luck.normal(size=64))
        error = error_of_median(values, weights, 8)
        assert error is not None
        held += abs(weighted_quantile(values, weights, 0.5).item()) <= error.item()
    # 3.5 standard errors of a share of 0.95 over 400 runs are 0.04; quantiles of 64 are coarse.
    assert 0.91 <= held / runs <= 0.995


def test_the_error_shrinks_with_the_number_of_blocks() -> None:
    rng = np.random.default_rng(4)
    sizes = (2, 4, 16, 64, 256)
    mean_errors = []
    for blocks in sizes:
        errors = [
            error_of_median(rng.normal(size=8 * blocks), np.ones(8 * blocks), 8) for _ in range(60)
        ]
        mean_errors.append(np.mean([error.item() for error in errors if error is not None]))
    assert mean_errors == sorted(mean_errors, reverse=True)
    # Beyond a few blocks it goes with the root of their number.
    assert mean_errors[3] / mean_errors[4] == pytest.approx(2.0, rel=0.15)


def test_the_error_covers_the_truth_in_most_runs() -> None:
    rng = np.random.default_rng(5)
    hits = 0
    for _ in range(400):
        values = rng.normal(size=64)
        error = error_of_median(values, np.ones(64), 8)
        assert error is not None
        hits += abs(weighted_quantile(values, np.ones(64), 0.5).item()) <= error.item()
    assert 0.92 <= hits / 400 <= 0.99
