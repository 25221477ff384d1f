"""Clocks by inversion, against hazards integrated and inverted numerically."""

import math
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.integrate import quad
from scipy.optimize import brentq

from draagkracht.engine.clocks import (
    exponential,
    log_logistic,
    log_logistic_from,
    two_rates_from,
)

UNIFORMS = st.floats(1e-6, 1.0 - 1e-6)
RATES = st.floats(1e-4, 3.0)
AGES = st.floats(0.0, 40.0)
SPREAD = [0.001, 0.1, 0.37, 0.5, 0.8, 0.999]


def integrated(hazard: Callable[[float], float], begin: float, end: float, bend: float) -> float:
    """Integral of a hazard that may jump at `bend`."""
    inside = [bend] if begin < bend < end else None
    return float(quad(hazard, begin, end, points=inside, limit=200)[0])


def inverted(hazard: Callable[[float], float], age: float, exposure: float, bend: float) -> float:
    """Age at which the hazard since `age` has come to `exposure`, by bisection."""

    def missing(t: float) -> float:
        return integrated(hazard, age, t, bend) - exposure

    until = age + 1.0
    while missing(until) < 0.0:
        until = age + 2.0 * (until - age)
    return float(brentq(missing, age, until, xtol=1e-10, rtol=1e-13))


@pytest.mark.parametrize("u", SPREAD)
@pytest.mark.parametrize(
    ("age", "first", "later", "change"),
    [
        (0.0, 0.02, 0.003, 4.0),
        (0.0, 0.5, 2.0, 1.0),
        (2.5, 0.3, 0.1, 4.0),
        (6.0, 0.3, 0.1, 4.0),
        (0.0, 0.0, 0.2, 5.0),
        (3.0, 1.0, 1.0, 8.0),
        (0.0, 0.7, 0.2, 0.0),
    ],
)
def test_a_clock_of_two_rates_rings_when_its_hazard_is_used_up(
    u: float, age: float, first: float, later: float, change: float
) -> None:
    def hazard(t: float) -> float:
        return first if t < change else later

    expected = inverted(hazard, age, -math.log(u), change)
    assert two_rates_from(u, age, first, later, change) == pytest.approx(expected, rel=1e-8)


@pytest.mark.parametrize("u", SPREAD)
@pytest.mark.parametrize(
    ("age", "median", "shape"), [(0.0, 45.0, 3.0), (10.0, 45.0, 3.0), (80.0, 45.0, 3.0), (2, 5, 1)]
)
def test_a_log_logistic_clock_rings_when_its_hazard_is_used_up(
    u: float, age: float, median: float, shape: float
) -> None:
    def hazard(t: float) -> float:
        x = t / median
        return shape / median * math.pow(x, shape - 1.0) / (1.0 + math.pow(x, shape))

    # Here the high end of the uniform is the long end: u is the share that has rung.
    expected = inverted(hazard, age, -math.log1p(-u), math.inf)
    assert log_logistic_from(u, age, median, shape) == pytest.approx(expected, rel=1e-7)


@given(UNIFORMS, RATES)
def test_an_exponential_clock_is_the_two_rate_clock_whose_rates_are_one(
    u: float, rate: float
) -> None:
    assert two_rates_from(u, 0.0, rate, rate, 3.0) == pytest.approx(exponential(u, rate), rel=1e-12)
    assert exponential(u, rate) * rate == pytest.approx(-math.log(u), rel=1e-12)


@given(UNIFORMS, AGES, RATES, RATES, AGES, st.floats(1.0, 3.0))
def test_a_clock_whose_rate_is_higher_never_rings_later(
    u: float, age: float, first: float, later: float, change: float, factor: float
) -> None:
    usual = two_rates_from(u, age, first, later, change)
    faster = two_rates_from(u, age, first * factor, later * factor, change)
    assert faster <= usual * (1.0 + 1e-12)
    assert exponential(u, first * factor) <= exponential(u, first) * (1.0 + 1e-12)


@given(UNIFORMS, AGES, RATES, RATES, AGES)
def test_no_clock_rings_in_the_past(
    u: float, age: float, first: float, later: float, change: float
) -> None:
    assert two_rates_from(u, age, first, later, change) >= age
    assert log_logistic_from(u, age, 20.0, 3.0) >= age * (1.0 - 1e-9)


@given(UNIFORMS, st.floats(0.1, 100.0), st.floats(0.5, 8.0))
def test_who_starts_at_age_0_has_the_plain_log_logistic_clock(
    u: float, median: float, shape: float
) -> None:
    assert log_logistic_from(u, 0.0, median, shape) == log_logistic(u, median, shape)
    rung = log_logistic(u, median, shape)
    assert 1.0 / (1.0 + math.pow(rung / median, -shape)) == pytest.approx(u, rel=1e-9)


def test_a_clock_without_a_rate_never_rings() -> None:
    assert exponential(0.3, 0.0) == math.inf
    assert two_rates_from(0.3, 0.0, 0.0, 0.0, 4.0) == math.inf
    assert two_rates_from(0.3, 0.0, 0.01, 0.0, 4.0) == math.inf
    assert two_rates_from(0.3, 9.0, 5.0, 0.0, 4.0) == math.inf
