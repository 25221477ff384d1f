"""Numbers in words: unit, sign, Dutch decimals, at most two significant digits."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from draagkracht.language.sentences import listed
from draagkracht.model.measures import MEASURES
from draagkracht.report import phrases
from draagkracht.report.measure_words import MEASURE_WORDS
from report.outcomes import estimate


@pytest.mark.parametrize(
    ("measure", "median", "text"),
    [
        ("waiting_time", 37.43, "37 weken"),
        ("waiting_time", 1.0, "1 week"),
        ("waiting_time", 0.004, "0 weken"),
        ("pressure", 1.319, "130 %"),
        ("vulnerable_households", 0.183, "18 %"),
        ("given_up", 29.19, "29 per 1.000 huishoudens per jaar"),
        ("waiting_list", 2635.3, "2.600 huishoudens"),
    ],
)
def test_a_value_has_its_unit_and_two_digits(measure: str, median: float, text: str) -> None:
    assert phrases.value(estimate(measure, median=median)) == text


@pytest.mark.parametrize(
    ("measure", "median", "text"),
    [
        ("waiting_time", 0.627, "0,63 weken langer"),
        ("waiting_time", -1.0, "1 week korter"),
        ("pressure", 0.0683, "6,8 procentpunt hoger"),
        ("vulnerable_households", -0.0037, "0,37 procentpunt kleiner"),
        ("given_up", -1.098, "1,1 per 1.000 huishoudens per jaar lager"),
        ("waiting_time", 0.001, "minder dan 0,01 weken langer"),
        ("waiting_time", 0.0, "geen verschil"),
    ],
)
def test_a_difference_says_which_way(measure: str, median: float, text: str) -> None:
    assert phrases.change(estimate(measure, median=median, difference=True)) == text


def test_the_ends_of_a_difference_carry_their_signs() -> None:
    shown = estimate(median=0.627, low=-2.146, high=5.98, error=1.443, difference=True)
    assert phrases.signed(shown) == "+0,63 weken"
    assert phrases.signed_spread(shown) == "−2,1 tot +6 weken"
    assert phrases.error(shown) == "1,4 weken"


def test_a_spread_that_reads_as_one_number_is_one_number() -> None:
    assert phrases.spread(estimate(low=5.01, high=5.04)) == "5 weken"


def test_an_error_that_is_not_known_says_so() -> None:
    assert phrases.error(estimate(error=None)) == "niet bekend"


def test_from_and_to_share_a_unit_unless_one_of_them_is_one() -> None:
    first, last = estimate(median=6.7), estimate(median=37.4)
    assert phrases.from_to(first, last) == "van 6,7 naar 37 weken"
    assert phrases.from_to(estimate(median=1.0), last) == "van 1 week naar 37 weken"


@given(
    measure=st.sampled_from(sorted(MEASURES)),
    median=st.floats(min_value=-1e6, max_value=1e6),
    difference=st.booleans(),
)
def test_no_phrase_has_more_than_two_significant_digits_or_lacks_its_unit(
    measure: str, median: float, difference: bool
) -> None:
    shown = estimate(measure, median=median, low=median, high=median, difference=difference)
    say = phrases.signed if difference else phrases.value
    number, _, unit = say(shown).partition(" ")
    digits = re.sub(r"\D", "", number).lstrip("0").rstrip("0")
    assert len(digits) <= 2
    assert unit


def test_every_measure_of_the_model_has_words() -> None:
    assert set(MEASURE_WORDS) == set(MEASURES)
    for name, words in MEASURE_WORDS.items():
        assert words.measure == name
        assert words.meaning.endswith(".")
        assert words.subject[0].islower()


def test_giving_up_is_told_right_after_waiting() -> None:
    order = list(MEASURE_WORDS)
    assert order.index("given_up") == order.index("waiting_time") + 1


@pytest.mark.parametrize(
    ("parts", "text"),
    [([], ""), (["a"], "a"), (["a", "b"], "a en b"), (["a", "b", "c"], "a, b en c")],
)
def test_a_list_reads_as_dutch(parts: list[str], text: str) -> None:
    assert listed(parts) == text
