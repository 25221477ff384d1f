import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from draagkracht.language.numbers import dutch_number, dutch_range, dutch_share


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (0, "0"),
        (-0.0, "0"),
        (7.0, "7"),
        (22.4, "22"),
        (0.0427, "0,043"),
        (3.25, "3,2"),
        (1234, "1.200"),
        (66815, "67.000"),
        (1234567, "1.200.000"),
        (-3.44, "-3,4"),
        (99.6, "100"),
        (0.5, "0,5"),
        (1e-7, "0,0000001"),
    ],
)
def test_a_number_has_two_significant_digits_and_a_decimal_comma(value: float, text: str) -> None:
    assert dutch_number(value) == text


def test_more_digits_are_shown_where_asked() -> None:
    assert dutch_number(66815, 5) == "66.815"


@pytest.mark.parametrize("value", [float("nan"), float("inf"), -float("inf")])
def test_what_does_not_exist_is_never_shown(value: float) -> None:
    with pytest.raises(ValueError, match="finite"):
        dutch_number(value)


@settings(deadline=None)  # a busy machine is no fault
@given(st.floats(-1e12, 1e12))
def test_the_text_is_the_number_within_five_percent(value: float) -> None:
    text = dutch_number(value)
    again = float(text.replace(".", "").replace(",", "."))
    assert again == pytest.approx(value, rel=0.0501)
    assert len(text.strip("-0,.").replace(".", "").replace(",", "")) <= 2


def test_shares_are_percentages() -> None:
    assert (dutch_share(0.064), dutch_share(1), dutch_share(0.0)) == ("6,4 %", "100 %", "0 %")


def test_a_range_that_reads_the_same_twice_is_said_once() -> None:
    assert (dutch_range(4, 8), dutch_range(4.98, 5.02)) == ("4 tot 8", "5")
