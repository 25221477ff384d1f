"""One estimate in a table: never more digits than we know, never a difference that is none."""

import re
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from draagkracht.cli.cell import (
    ALIKE,
    NOT_REAL,
    NOTHING,
    SAME,
    difference_cell,
    error_cell,
    level_cell,
)
from draagkracht.simulation.estimate import Estimate

WAIT = Estimate(
    measure="waiting_time",
    unit="week",
    place="town",
    kind=None,
    quarter=8,
    median=12.34,
    low=3.21,
    high=45.6,
    error=0.5,
    members=64,
    difference=False,
    plan="twee_sporen",
)
FEWER = replace(WAIT, median=-3.14, low=-9.27, high=0.04, difference=True)
SHARE = replace(WAIT, unit="share", median=0.1634, low=0.1, high=0.25)


def significant(number: str) -> int:
    return len(number.replace(".", "").replace(",", "").lstrip("0-").rstrip("0"))


def test_a_level_is_a_median_above_its_range() -> None:
    assert level_cell(WAIT) == "12\n3,2 tot 46"


def test_a_share_is_shown_in_percent() -> None:
    assert level_cell(SHARE) == "16\n10 tot 25"


def test_what_does_not_exist_is_a_dash() -> None:
    assert level_cell(None) == difference_cell(None) == error_cell(None) == NOTHING


def test_a_difference_has_a_sign_and_a_range() -> None:
    assert difference_cell(FEWER) == "-3,1\n-9,3 tot 0"
    assert difference_cell(replace(FEWER, median=2.0, low=1, high=3)) == "+2\n1 tot 3"


def test_a_difference_within_its_error_is_no_difference() -> None:
    assert difference_cell(replace(FEWER, error=3.2)) == NOT_REAL
    assert difference_cell(replace(FEWER, error=3.2), not_real=ALIKE) == ALIKE
    assert difference_cell(replace(FEWER, error=3.1)) != NOT_REAL


def test_a_difference_of_which_the_error_is_unknown_is_not_told() -> None:
    assert difference_cell(replace(FEWER, error=None)) == NOT_REAL
    assert error_cell(replace(FEWER, error=None)) == NOTHING


def test_what_is_equal_in_every_toekomst_is_said_to_be_the_same() -> None:
    assert difference_cell(replace(FEWER, median=0.0, low=0.0, high=0.0, error=0.0)) == SAME


def test_the_error_has_the_unit_of_its_median() -> None:
    assert error_cell(WAIT) == "0,5"
    assert error_cell(replace(SHARE, error=0.0123)) == "1,2"


numbers = st.floats(-1e6, 1e6, allow_nan=False)


@given(median=numbers, bounds=st.tuples(numbers, numbers), unit=st.sampled_from(["week", "share"]))
def test_no_cell_shows_more_than_two_significant_digits(
    median: float, bounds: tuple[float, float], unit: str
) -> None:
    low, high = sorted(bounds)
    shown = replace(WAIT, median=median, low=low, high=high, unit=unit, error=0.0)
    for cell in (level_cell(shown), difference_cell(shown), error_cell(shown)):
        assert all(significant(number) <= 2 for number in re.findall(r"[\d.,]+", cell)), cell


@pytest.mark.parametrize("scale", [1e-9, 1e-3, 1.0, 1e5])
def test_a_range_is_told_as_finely_as_its_larger_bound(scale: float) -> None:
    cell = difference_cell(
        replace(FEWER, median=scale, low=-0.0012 * scale, high=1.7 * scale, error=0.0)
    )
    assert cell.splitlines()[1].startswith("0 tot ")
