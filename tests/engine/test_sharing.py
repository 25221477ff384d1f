"""Sharing hours: nothing is spent twice, nothing is left while someone could use it."""

from hypothesis import assume, given
from hypothesis import strategies as st

from draagkracht.engine.sharing import share

HOURS = st.floats(0.0, 1e4)
WEIGHT = st.floats(0.01, 1e4)
MOST = st.floats(0.01, 100.0)


@given(HOURS, HOURS, HOURS, WEIGHT, MOST)
def test_no_more_is_shared_than_holding_and_contact_leave(
    hours: float, held: float, contact: float, weight: float, most: float
) -> None:
    left = hours - held - contact
    given_out = share(hours, held, contact, weight, most) * weight
    assert given_out <= max(0.0, left) * (1.0 + 1e-12)


@given(HOURS, HOURS, HOURS, WEIGHT, MOST)
def test_everyone_gets_the_most_there_is_unless_all_hours_are_used(
    hours: float, held: float, contact: float, weight: float, most: float
) -> None:
    left = hours - held - contact
    assume(left > 0.0)
    speed = share(hours, held, contact, weight, most)
    assert 0.0 < speed <= most
    assert speed == most or abs(speed * weight - left) <= 1e-12 * left


@given(HOURS, HOURS, HOURS, WEIGHT, MOST, st.floats(0.0, 1e3))
def test_more_hours_are_never_less_for_each(
    hours: float, held: float, contact: float, weight: float, most: float, extra: float
) -> None:
    assert share(hours + extra, held, contact, weight, most) >= share(
        hours, held, contact, weight, most
    )


@given(HOURS, WEIGHT, MOST)
def test_with_nobody_in_service_or_nothing_left_nothing_is_shared(
    hours: float, weight: float, most: float
) -> None:
    assert share(hours, 0.0, 0.0, 0.0, most) == 0.0
    assert share(hours, hours, 0.0, weight, most) == 0.0
    assert share(hours, 0.0, hours + 1.0, weight, most) == 0.0
