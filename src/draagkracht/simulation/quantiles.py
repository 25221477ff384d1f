"""Medians, spreads and their precision over weighted members in blocks."""

import math
from typing import Final

import numpy as np

from draagkracht.engine.arrays import FloatArray

LOW: Final = 0.1
MEDIAN: Final = 0.5
HIGH: Final = 0.9


def weighted_quantile(values: FloatArray, weights: FloatArray, share: float) -> FloatArray:
    """Quantile along the first axis: shape (members, ...) gives (...).

    Linear between the middles of the members' weights (Hazen's rule when all weigh the same).

    >>> weighted_quantile(np.array([1.0, 2.0, 4.0]), np.ones(3), 0.5).item()
    2.0
    """
    order = np.argsort(values, axis=0, kind="stable")
    ordered = np.take_along_axis(values, order, axis=0)
    weight = weights[order]
    above = np.cumsum(weight, axis=0)
    middle = (above - 0.5 * weight) / above[-1]
    upper = np.sum(middle < share, axis=0, keepdims=True)
    last = values.shape[0] - 1
    right = np.clip(upper, 0, last)
    left = np.clip(upper - 1, 0, last)
    at_right = np.take_along_axis(middle, right, axis=0)
    at_left = np.take_along_axis(middle, left, axis=0)
    span = at_right - at_left
    part = np.divide(share - at_left, span, out=np.zeros_like(span), where=span > 0)
    low = np.take_along_axis(ordered, left, axis=0)
    high = np.take_along_axis(ordered, right, axis=0)
    return np.asarray((low + part * (high - low))[0], dtype=np.float64)


def error_of_median(values: FloatArray, weights: FloatArray, block: int) -> FloatArray | None:
    """Half-width of the 95 % interval of the median, from the medians of the blocks.

    None for a single block, which cannot tell; a block without any weight does not count.
    """
    blocks = [slice(first, first + block) for first in range(0, values.shape[0], block)]
    weighing = [members for members in blocks if weights[members].sum() > 0]
    if len(weighing) < 2:
        return None
    medians = np.stack(
        [weighted_quantile(values[members], weights[members], MEDIAN) for members in weighing]
    )
    spread = np.std(medians, axis=0, ddof=1)
    return np.asarray(_student(len(weighing) - 1) * spread / math.sqrt(len(weighing)))


def _student(freedom: int) -> float:
    """The 97.5 % quantile of Student's t."""
    from scipy.special import stdtrit  # late, with the rest of scipy

    return float(stdtrit(freedom, 0.975))
