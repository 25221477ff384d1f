"""Laws of work and of patience: moments, and the share that takes longer than a time."""

import math
from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from scipy import stats

from draagkracht.engine.arrays import FloatArray


@dataclass(frozen=True)
class Law:
    """Mean, second moment and survival of a time, or of an amount of work."""

    mean: float
    second: float
    survival: Callable[[FloatArray], FloatArray]


def exponential(mean: float) -> Law:
    return Law(mean, 2.0 * mean**2, lambda t: np.exp(-t / mean))


def constant(value: float) -> Law:
    return Law(value, value**2, lambda t: (t < value).astype(np.float64))


def lognormal(mu: float, sigma: float) -> Law:
    mean = math.exp(mu + sigma**2 / 2.0)
    law = stats.lognorm(s=sigma, scale=math.exp(mu))
    return Law(mean, mean**2 * math.exp(sigma**2), law.sf)


def uniform(low: float, high: float) -> Law:
    second = (low**2 + low * high + high**2) / 3.0
    return Law((low + high) / 2.0, second, stats.uniform(low, high - low).sf)


def gamma(shape: float, mean: float) -> Law:
    return Law(mean, mean**2 * (1.0 + 1.0 / shape), stats.gamma(shape, scale=mean / shape).sf)


def listed(values: tuple[float, ...], weights: tuple[float, ...]) -> Law:
    x, share = np.array(values), np.array(weights) / sum(weights)
    return Law(
        float(x @ share),
        float(x**2 @ share),
        lambda t: (share * (np.asarray(t)[..., None] < x)).sum(axis=-1),
    )


def log_logistic(shape: float, scale: float) -> Law:
    """Moments are left out: of a patience none is asked."""
    return Law(math.nan, math.nan, lambda t: 1.0 / (1.0 + (t / scale) ** shape))


def rising_risk(shape: float, scale: float) -> Law:
    """Hazard ln(1 + (x / scale)^shape): a chance a unit of time, as Murch et al. 2021 state it.

    Integrated on a fine grid.
    """

    def survival(t: FloatArray) -> FloatArray:
        grid = np.linspace(0.0, float(np.max(t)), 400_001)
        hazard = np.log1p((grid / scale) ** shape)
        steps = np.diff(grid) * (hazard[1:] + hazard[:-1]) / 2.0
        return np.exp(-np.interp(t, grid, np.concatenate([[0.0], np.cumsum(steps)])))

    return Law(math.nan, math.nan, survival)
