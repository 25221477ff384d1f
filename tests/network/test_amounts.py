"""Draws of amounts and of patience follow the families they are called after."""

import math
from itertools import pairwise

import numba
import numpy as np
import pytest
from scipy import integrate, stats

from draagkracht.engine import risk
from draagkracht.engine.arrays import FloatArray, WordArray
from draagkracht.engine.distributions import gamma, listed
from draagkracht.engine.draws import Generator, keys

COUNT = 20_000


@numba.njit(error_model="numpy")
def gammas(purposes: WordArray, shape: float, count: int) -> FloatArray:
    found = np.empty(count)
    for entity in range(count):
        found[entity] = gamma(purposes[0], np.uint64(entity), entity % 3, shape)
    return found


@numba.njit(error_model="numpy")
def risk_times(table: FloatArray, exposures: FloatArray, shape: float, scale: float) -> FloatArray:
    found = np.empty(len(exposures))
    for place in range(len(exposures)):
        found[place] = risk.risk_time_in(table, exposures[place], shape, scale)
    return found


fill = numba.njit(risk.fill_table)


@pytest.mark.parametrize("generator", ["squares", "philox"])
@pytest.mark.parametrize("shape", [0.3, 1.0, 4.0, 250.0])
def test_a_gamma_amount_is_gamma(shape: float, generator: Generator) -> None:
    found = gammas(keys(3, 0, 1, generator=generator), shape, COUNT)
    assert stats.kstest(found, stats.gamma(shape).cdf).pvalue > 1e-3
    assert abs(np.corrcoef(found[1:], found[:-1])[0, 1]) < 4 / math.sqrt(COUNT)


def test_a_listed_amount_comes_as_often_as_its_share() -> None:
    amounts, reached = np.array([9.0, 1.0, 2.0, 5.0]), np.array([1.0, 0.25, 0.75, 1.0])
    found = [listed((n + 0.5) / 100, amounts, reached, 1, 3) for n in range(100)]
    assert [found.count(value) for value in (1.0, 2.0, 5.0)] == [25, 50, 25]


@pytest.mark.parametrize("shape", [0.5, 1.0, 1.5, 5.0, 20.0])
@pytest.mark.parametrize("scale", [0.5, 30.0, 120.0])
def test_the_integrated_hazard_at_a_wait_is_its_exposure(shape: float, scale: float) -> None:
    table = np.zeros((risk.PANELS + 1, 3))
    fill(table, shape, scale)
    exposures = -np.log((np.arange(40) + 0.5) / 40)
    for exposure, wait in zip(exposures, risk_times(table, exposures, shape, scale), strict=True):
        bounds = [share * wait for share in (0.0, 1e-4, 1e-2, 0.1, 0.4, 0.7, 1.0)]
        total = sum(
            integrate.quad(
                lambda x: math.log1p((x / scale) ** shape), low, high, epsabs=0, epsrel=1e-12
            )[0]
            for low, high in pairwise(bounds)
        )
        # The integral is steeper than the wait by at most shape + 1.
        assert total == pytest.approx(exposure, rel=1e-9 * (shape + 1))


def test_a_wait_grows_with_its_exposure() -> None:
    table = np.zeros((risk.PANELS + 1, 3))
    fill(table, 5.0, 100.0)
    exposures = np.geomspace(1e-12, 36.0, 5000)
    assert np.all(np.diff(risk_times(table, exposures, 5.0, 100.0)) > 0)
