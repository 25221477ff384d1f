"""Amounts of work: one uniform in, one amount out, where inversion is quick; else a keyed series.

The clocks (engine/clocks.py) tell when something happens; here is how much there is to do.
"""

import math

import numpy as np
from numba.extending import register_jitable

from draagkracht.engine.arrays import FloatArray, Word
from draagkracht.engine.draws import EPISODE_BITS, uniform, word
from draagkracht.engine.normal import normal_quantile

_BITS = np.uint64(EPISODE_BITS)
_ONE = np.uint64(1)


@register_jitable
def lognormal(u: float, mu: float, sigma: float) -> float:
    """An amount whose logarithm is normal with mean `mu` and deviation `sigma`.

    >>> round(lognormal(0.5, 2.0, 0.7), 6)
    7.389056
    """
    return math.exp(mu + sigma * normal_quantile(u))


@register_jitable
def between(u: float, low: float, high: float) -> float:
    """An amount that is as likely anywhere from `low` to `high`.

    >>> between(0.25, 2.0, 6.0)
    3.0
    """
    return low + (high - low) * u


@register_jitable
def listed(u: float, amounts: FloatArray, reached: FloatArray, first: int, count: int) -> float:
    """One of `count` amounts from `first` on; `reached` is the share up to and including each.

    >>> float(listed(0.6, np.array([1.0, 2.0, 5.0]), np.array([0.5, 0.7, 1.0]), 0, 3))
    2.0
    """
    low = first
    high = first + count - 1
    while low < high:
        middle = (low + high) // 2
        if u < reached[middle]:
            high = middle
        else:
            low = middle + 1
    return amounts[low]


@register_jitable
def series_key(key: Word, entity: Word, episode: int) -> Word:
    """The key of a series of draws that belongs to this entity's episode alone; compiled use only.

    The last bit is that of `key`, since it says which generator it is for.
    """
    counter = (np.uint64(entity) << _BITS) + np.uint64(episode)
    drawn = word(key, counter) | _ONE
    return drawn if np.uint64(key) & _ONE else drawn ^ _ONE


@register_jitable
def gamma(key: Word, entity: Word, episode: int, shape: float) -> float:
    """An amount of a gamma distribution with scale 1, from a series of its own; compiled use only.

    Marsaglia & Tsang 2000, doi 10.1145/358407.358414: exact, whatever the shape. It rejects one
    candidate in twenty at most, so how many draws it takes is not known beforehand: hence a
    series, in which the n-th candidate has the n-th pair of draws.
    """
    series = series_key(key, entity, episode)
    boost = 1.0
    if shape < 1.0:
        boost = math.pow(uniform(series, np.uint64(0), 0), 1.0 / shape)
        shape += 1.0
    d = shape - 1.0 / 3.0
    c = 1.0 / math.sqrt(9.0 * d)
    attempt = 1
    while True:
        x = normal_quantile(uniform(series, np.uint64(1), attempt))
        v = 1.0 + c * x
        if v > 0.0:
            v = v * v * v
            u = uniform(series, np.uint64(2), attempt)
            if math.log(u) < 0.5 * x * x + d - d * v + d * math.log(v):
                return boost * d * v
        attempt += 1
