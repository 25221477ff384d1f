"""Each figure is spread evenly over its range, by itself, whatever other figures there are."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st
from scipy import stats

from draagkracht.engine.draws import mixed
from draagkracht.simulation.strata import BLOCK, _stirred, strata

NAMES = [f"group.figure_{number}" for number in range(40)]


@given(st.lists(st.sampled_from(NAMES), unique=True, min_size=1), st.integers(0, 2**63))
def test_a_figure_is_drawn_the_same_whatever_others_there_are(names: list[str], seed: int) -> None:
    alone = strata(names[:1], 16, seed)[:, 0]
    for order in (names, names[::-1]):
        assert (strata(order, 16, seed)[:, order.index(names[0])] == alone).all()


def test_every_block_visits_each_eighth_once() -> None:
    found = np.floor(BLOCK * strata(NAMES, 64, 3)).astype(int).reshape(8, BLOCK, len(NAMES))
    assert (np.sort(found, axis=1) == np.arange(BLOCK)[None, :, None]).all()


def test_a_larger_run_begins_as_a_smaller_one() -> None:
    assert (strata(NAMES, 512, 1)[:64] == strata(NAMES, 64, 1)).all()


def test_figures_are_even_and_know_nothing_of_each_other() -> None:
    found = strata(NAMES, 4096, 7)
    for column in found.T:
        within = np.mod(BLOCK * column, 1.0)
        assert stats.kstest(within, "uniform").pvalue > 1e-4
    away = np.corrcoef(found.T)[np.triu_indices(len(NAMES), 1)]
    assert np.abs(away).max() < 5 / np.sqrt(4096)


def test_orders_are_all_as_likely() -> None:
    """Where in its block a figure has its lowest eighth: each place as often."""
    found = strata(NAMES, 4096, 11).reshape(-1, BLOCK, len(NAMES))
    lowest = np.bincount(found.argmin(axis=1).ravel(), minlength=BLOCK)
    assert stats.chisquare(lowest).pvalue > 1e-4


@given(st.integers(0, 2**64 - 1), st.integers(0, 2**64 - 1))
def test_words_are_mixed_as_all_keys_are(first: int, second: int) -> None:
    start = np.array([mixed((first,))], np.uint64)
    assert int(_stirred(start, np.array([second], np.uint64))[0]) == mixed((first, second))
