"""The ledger's whole numbers against sums made in the slow way."""

from collections import Counter

import numba
import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from draagkracht.engine.arrays import FloatArray, Records
from draagkracht.model import ledger as book
from draagkracht.model.state import HOUSEHOLDS, WEEKS

QUARTER_WEEKS = st.floats(0.0, float(book.QUARTER))


@numba.njit(error_model="numpy")
def expose_all(ledger: Records, spells: FloatArray) -> None:
    """Enter spells (rows of asked, since, until) in blank curves."""
    record = ledger[0]
    book.open_quarter(record, 0, 1)
    for row in range(spells.shape[0]):
        book.expose(record, 0, 0, spells[row, 0], spells[row, 1], spells[row, 2])


@numba.njit(error_model="numpy")
def change_levels(ledger: Records, quarter: int, changes: FloatArray) -> None:
    """Raise and lower the open cases (rows of by, ticks) in one quarter."""
    record = ledger[0]
    book.open_quarter(record, quarter, 0)
    for row in range(changes.shape[0]):
        book.change_level(record, 0, 0, book.OPEN, int(changes[row, 0]), changes[row, 1])


def blank() -> Records:
    ledger = np.zeros(1, book.LEDGER)
    ledger["groups"] = 1
    return ledger


def slow_exposure(asked: float, since: float, until: float) -> Counter[int]:
    """Parts of a tick at each week of age, cut at whole weeks of age."""
    origin, begin, end = book.parts(asked), book.parts(since), book.parts(until)
    found: Counter[int] = Counter()
    for age in range(book.WEEKLY_BINS):
        low = max(begin, origin + age * 2**32)
        high = min(end, origin + (age + 1) * 2**32)
        found[age] += max(0, high - low)
    return found


SPELLS = st.lists(
    st.tuples(st.floats(0.0, 120.0), QUARTER_WEEKS, QUARTER_WEEKS).map(
        lambda row: (min(row[1:]) - row[0], min(row[1:]), max(row[1:]))
    ),
    max_size=12,
)


@given(SPELLS)
@settings(deadline=None)
def test_waiting_is_entered_at_the_ages_it_was_waited_at(
    spells: list[tuple[float, float, float]],
) -> None:
    ledger = blank()
    expose_all(ledger, np.array(spells).reshape(-1, 3))
    expected: Counter[int] = Counter()
    for spell in spells:
        expected.update(slow_exposure(*spell))
    found = ledger["exposed"][0, 0, 0].tolist()
    assert found == [expected[age] for age in range(book.WEEKLY_BINS)]


@given(st.lists(QUARTER_WEEKS, max_size=20), st.integers(0, 60), st.integers(0, 1000))
@settings(deadline=None)
def test_time_in_a_level_is_what_each_spends_there(
    moments: list[float], quarter: int, at_first: int
) -> None:
    """One comes in at each moment, in a quarter that begins with some there already."""
    ledger = blank()
    ledger["levels"][0, 0, 0, book.OPEN] = at_first
    begin = quarter * book.QUARTER
    rows = np.array([(1.0, begin + moment) for moment in moments]).reshape(-1, 2)
    change_levels(ledger, quarter, rows)
    end = book.parts(float(begin + book.QUARTER))
    spent = at_first * book.parts(float(book.QUARTER))
    spent += sum(end - book.parts(moment) for _, moment in rows.tolist())
    assert ledger["counts"][0, 0, 0, book.TIME_OPEN] == spent
    assert ledger["levels"][0, 0, 0, book.OPEN] == at_first + len(moments)


@given(st.floats(0.0, 3224.0), st.floats(0.0, 3224.0))
def test_parts_keep_the_order_of_times_and_are_exact_at_whole_ticks(a: float, b: float) -> None:
    assert (a <= b) <= (book.parts(a) <= book.parts(b))
    assert book.parts(float(int(a))) == int(a) * 2**32
    assert abs(book.parts(a) - a * 2**32) <= 0.5 + a * 2**32 * 2**-52


def test_no_sum_of_the_largest_town_over_the_longest_run_overflows() -> None:
    """Whole numbers of 64 bits: everyone vulnerable, all the time, in a city of 600,000."""
    assert 600_000 * WEEKS * 2**32 < 2**63
    assert HOUSEHOLDS * book.QUARTER * 2**32 < 2**63
