"""Formulas of responses, prevention, partners, staff, helpers and pooling, by their properties."""

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from draagkracht.model import ledger as book
from draagkracht.model.absence import long_spell_rate, spells_for, strain_share
from draagkracht.model.casework import quality, recovery_chance
from draagkracht.model.helping import eased_hours, helpers_after_week, recovery_in_circles
from draagkracht.model.leaving import departure_factor, productivity, vacancy_time
from draagkracht.model.partners import MOST_CHANCE, chance_of_partner, partner_wait
from draagkracht.model.pooling import pooled_hours
from draagkracht.model.prevention import (
    LEAST_ASKING,
    crisis_share,
    outreach_factor,
    relative_to_present,
    share_prevented,
)
from draagkracht.model.responses import effort, overtime_sought, share_crowded_out
from draagkracht.model.work import LINES, work_asked

PRESSURE = st.just(0.0) | st.floats(1e-6, 10.0)
SHARE = st.floats(0.0, 1.0)


@given(PRESSURE, PRESSURE, st.floats(0.0, 1.0), st.floats(0.5, 1.0), st.floats(1.0, 1.5))
def test_effort_falls_with_pressure_between_floor_and_ceiling_and_is_1_where_pressure_is(
    one: float, other: float, exponent: float, floor: float, ceiling: float
) -> None:
    low, high = sorted((one, other))
    assert floor <= effort(high, exponent, floor, ceiling) <= effort(low, exponent, floor, ceiling)
    assert effort(low, exponent, floor, ceiling) <= ceiling
    assert effort(1.0, exponent, floor, ceiling) == 1.0
    assert effort(one, 0.0, floor, ceiling) == 1.0


@given(PRESSURE, st.floats(0.0, 3.0), SHARE)
def test_overtime_and_crowding_wait_for_pressure_above_1_and_have_an_end(
    p: float, slope: float, share: float
) -> None:
    assert 0.0 <= overtime_sought(p, slope, share) <= share
    assert 0.0 <= share_crowded_out(p, slope, share) <= 1.0 - share
    calm = min(p, 1.0)
    assert overtime_sought(calm, slope, share) == share_crowded_out(calm, slope, share) == 0.0
    assert overtime_sought(p, 0.0, share) == share_crowded_out(p, 0.0, share) == 0.0


@given(st.floats(0.0, 2.0), st.floats(0.0, 2.0), st.floats(0.0, 0.9), st.floats(0.1, 5.0))
def test_a_fuller_stock_prevents_more_and_each_step_less(
    one: float, other: float, most: float, curvature: float
) -> None:
    low, high = sorted((one, other))
    middle = (low + high) / 2.0
    values = [share_prevented(s, most, curvature) for s in (low, middle, high)]
    assert 0.0 <= values[0] <= values[1] <= values[2] <= most + 1e-15
    assert values[1] >= (values[0] + values[2]) / 2.0 - 1e-12
    assert relative_to_present(low, low, most, curvature) == 1.0
    assert relative_to_present(high, low, most, curvature) <= 1.0 + 1e-15
    assert relative_to_present(one, other, 0.0, curvature) == 1.0


@given(st.floats(0.0, 0.9), st.floats(0.1, 3.0))
def test_the_odds_of_a_crisis_change_by_the_ratio(share: float, ratio: float) -> None:
    found = crisis_share(share, ratio)
    assert 0.0 <= found < 1.0
    odds = share / (1.0 - share) * ratio
    assert found / (1.0 - found) == pytest.approx(odds, rel=1e-9, abs=1e-12)


@given(st.floats(0.0, 3.0), st.floats(0.0, 3.0), SHARE)
def test_outreach_moves_requests_within_bounds_and_by_the_change_alone(
    now: float, later: float, effect: float
) -> None:
    factor = outreach_factor(effect, later, now, 1.4)
    assert LEAST_ASKING <= factor <= 1.4
    assert outreach_factor(effect, now, now, 1.4) == 1.0


@given(SHARE, st.floats(0.0, 3.0), PRESSURE, st.floats(0.0, 1.0))
def test_pressure_never_takes_a_partner_away_nor_makes_one_certain(
    chance: float, factor: float, p: float, exponent: float
) -> None:
    usual = chance_of_partner(chance, factor, 1.0, exponent)
    assert usual <= chance_of_partner(chance, factor, p, exponent) <= MOST_CHANCE
    assert chance_of_partner(chance, factor, p, 0.0) == usual


def test_the_wait_at_a_partner_has_its_mean_and_its_fixed_part() -> None:
    waits = [partner_wait((n + 0.5) / 20000, 10.0, 0.3) for n in range(20000)]
    assert np.mean(waits) == pytest.approx(10.0, rel=1e-3)
    assert min(waits) == pytest.approx(3.0, rel=1e-3)
    assert partner_wait(0.2, 10.0, 1.0) == 10.0


@given(st.floats(0.5, 0.999), st.floats(0.1, 0.9))
def test_help_below_standard_recovers_less_and_above_it_no_more(q: float, usual: float) -> None:
    assert recovery_chance(usual, q, 1.0) == pytest.approx(usual * q, rel=1e-12)
    assert recovery_chance(usual, 1.0 / q, 2.0) == usual
    assert recovery_chance(usual, q, 0.0) == usual
    assert quality(q * 7.0, 7.0) == pytest.approx(q, rel=1e-12)


@given(st.floats(0.01, 0.3), st.floats(0.001, 0.1), st.floats(0.001, 0.3), st.floats(0.001, 0.01))
def test_spells_and_time_to_fill_give_back_the_absence_and_vacancies_they_are_solved_from(
    absence: float, short_odds: float, vacancies: float, leaving: float
) -> None:
    short, long = spells_for(absence, short_odds)
    assert (short + long) / (1.0 + short + long) == pytest.approx(absence, rel=1e-9)
    assert short == min(short_odds, absence / (1.0 - absence))
    length = vacancy_time(vacancies, absence, leaving)
    empty = leaving * length  # against who is present
    share = empty / (1.0 + short + long + empty)
    assert share == pytest.approx(vacancies, rel=1e-9)


@given(SHARE, SHARE, st.floats(1.0, 3.0), st.floats(0.0, 1.0))
def test_strain_acts_only_as_a_difference_from_the_present(
    now: float, later: float, ratio: float, effect: float
) -> None:
    assert long_spell_rate(0.06, ratio, now, now) == 0.06
    back = long_spell_rate(long_spell_rate(0.06, ratio, later, now), ratio, now, later)
    assert back == pytest.approx(0.06, rel=1e-12)
    assert departure_factor(effect, now, now, 1.0 + later) == 1.0
    assert 0.0 <= strain_share(now, 0.15) <= 1.0


@given(st.floats(0.0, 60.0), st.floats(0.0, 1.0), st.floats(1.0, 52.0))
def test_a_newcomer_grows_in_a_straight_line(service: float, first: float, long: float) -> None:
    found = productivity(service, first, long)
    assert found == pytest.approx(min(1.0, first + (1.0 - first) * service / long), rel=1e-12)


@given(st.lists(st.tuples(st.floats(0.0, 500.0), st.floats(0.1, 500.0)), min_size=1), SHARE)
def test_what_teams_borrow_is_what_others_lend_less_the_loss(
    teams: list[tuple[float, float]], loss: float
) -> None:
    pool = sum(put for put, _ in teams)
    claims = sum(claim for _, claim in teams)
    net = [pooled_hours(put, pool, loss, claim, claims) for put, claim in teams]
    lent = -sum(hours for hours in net if hours < 0.0)
    assert sum(net) == pytest.approx(-loss * lent, rel=1e-9, abs=1e-9 * (1.0 + pool))
    assert pooled_hours(5.0, pool, loss, 0.0, 0.0) == 0.0


@given(st.floats(0.0, 2.0), SHARE, st.floats(0.0, 500.0), st.floats(0.0, 500.0))
def test_helpers_ease_no_more_than_can_be_replaced(
    effect: float, replaceable: float, hours: float, arriving: float
) -> None:
    found = eased_hours(effect, replaceable, hours, arriving)
    assert 1.0 - effect * replaceable - 1e-12 <= found <= 1.0
    assert eased_hours(0.0, replaceable, hours, arriving) == 1.0
    assert helpers_after_week(20.0, 0.0, 0.0, 0.0, math.inf) == 20.0
    assert recovery_in_circles(0.0, hours, arriving) == 1.0
    assert 1.0 <= recovery_in_circles(effect, hours, arriving) <= 1.0 + effect


def test_the_lines_of_the_work_ledger_are_what_is_asked_whatever_is_used() -> None:
    """Every hour column counts once or not at all; hours used, idle or worked over never."""
    lines = np.array([work_asked(row).sum() for row in np.eye(book.HOURS)])
    asked = {
        book.H_ADMITTED, book.H_ADVICE, book.H_HELD, book.H_CONTACT, book.H_SHORT,
        book.H_ADMINISTRATION, book.H_MEETING, book.H_OVERHEAD, book.H_PREVENTION,
        book.H_ONBOARDING, book.H_COORDINATION, book.H_CARDS,
        book.H_CROWDED_OUT, book.H_LOST, book.H_UNFIT,
    }  # fmt: skip
    expected = np.zeros(book.HOURS)
    expected[list(asked)] = 1.0
    expected[[book.H_TAKEN_OVER, book.H_POOLED]] = -1.0
    assert lines.tolist() == expected.tolist()
    assert len(LINES) == work_asked(np.zeros(book.HOURS)).size
