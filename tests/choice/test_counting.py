"""What is printed never contradicts the verdict."""

from hypothesis import given
from hypothesis import strategies as st

from draagkracht.choice.counting import Count, all_reach, needed, weakest

shares = st.floats(0, 1)


@given(shares, st.integers(8, 4096), shares)
def test_a_count_is_on_the_same_side_of_what_is_needed_as_of_the_bar(
    share: float, of: int, bar: float
) -> None:
    count = Count("trend", share, of)
    assert (count.passes(bar) >= needed(bar, of)) == count.reaches(bar)
    assert abs(count.passes(bar) - share * of) <= 1


@given(st.integers(1, 64), st.integers(0, 64))
def test_whole_toekomsten_are_counted_as_they_are(of: int, met: int) -> None:
    met = min(met, of)
    assert Count("trend", met / of, of).passes(0.8) == met


def test_a_share_that_is_the_bar_reaches_it() -> None:
    assert Count("trend", 0.8, 40).reaches(0.8)
    assert not Count("trend", 31 / 40, 40).reaches(0.8)
    assert needed(0.8, 40) == 32


def test_one_scenario_that_falls_short_is_one_too_many() -> None:
    counts = [Count("trend", 1.0, 16), Count("rustig", 0.7, 16), Count("bezuiniging", 0.9, 16)]
    assert weakest(counts).scenario == "rustig"
    assert not all_reach(counts, 0.8)
