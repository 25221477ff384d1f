"""The normal quantile against scipy's, and in its own tails."""

import math
from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.special import ndtri, ndtri_exp

from draagkracht.engine.normal import normal_quantile


@given(st.floats(2.0**-53, 1.0 - 2.0**-53))
def test_the_quantile_is_that_of_scipy(u: float) -> None:
    assert normal_quantile(u) == pytest.approx(float(ndtri(u)), rel=1e-14, abs=1e-15)


def test_the_quantile_is_that_of_scipy_over_the_whole_range() -> None:
    tail = np.geomspace(2.0**-53, 0.1, 4001)
    for u in (*tail, *np.linspace(0.001, 0.999, 4001), *(1.0 - tail)):
        assert normal_quantile(float(u)) == pytest.approx(float(ndtri(u)), rel=1e-14, abs=1e-15)


def test_the_quantile_holds_where_logarithms_are_needed() -> None:
    for exponent in (-20, -100, -300):
        u = 10.0**exponent
        assert normal_quantile(u) == pytest.approx(float(ndtri_exp(math.log(u))), rel=1e-13)


@given(st.floats(1e-12, 0.5))
def test_the_quantile_is_symmetric(u: float) -> None:
    assert normal_quantile(u) == pytest.approx(-normal_quantile(1.0 - u), rel=1e-3, abs=1e-12)


def test_the_quantile_rises() -> None:
    found = [normal_quantile(u) for u in np.linspace(1e-9, 1 - 1e-9, 20_001).tolist()]
    assert all(before < after for before, after in pairwise(found))
