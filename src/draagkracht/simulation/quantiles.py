"""Medians, spreads and their precision over weighted members in blocks."""

import math
from typing import Final

import numpy as np
from numpy.typing import NDArray

from draagkracht.engine.arrays import FloatArray

BoolArray = NDArray[np.bool_]

LOW: Final = 0.1
MEDIAN: Final = 0.5
HIGH: Final = 0.9
_ALONE: Final = 1e-9


def weighted_quantile(
    values: FloatArray, weights: FloatArray, share: float | FloatArray
) -> FloatArray:
    """Quantile along the first axis: shape (members, ...) gives (...), at one share or one each.

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
    """Half-width of the 95 % interval of the median under weights, from how blocks differ.

    The wider of two: how far the medians of the blocks lie apart, and Woodruff's interval (1952,
    doi 10.1080/01621459.1952.10483443), which knows what each block weighs. The first is too
    narrow where a few members carry the weight, the second where few blocks happen to agree.
    None where one block alone has weight: it cannot tell.
    """
    blocks = values.shape[0] // block
    part = weights / weights.sum()
    by_block = part.reshape(blocks, block).sum(axis=1)
    if blocks < 2 or 1.0 - float(np.sum(by_block**2)) < _ALONE:
        return None
    return np.maximum(
        _between_blocks(values, weights, by_block > 0.0), _woodruff(values, weights, part, by_block)
    )


def _between_blocks(values: FloatArray, weights: FloatArray, weighing: BoolArray) -> FloatArray:
    block = values.shape[0] // weighing.size
    parts = zip(
        values.reshape(-1, block, *values.shape[1:]), weights.reshape(-1, block), strict=True
    )
    medians = [
        weighted_quantile(*part, MEDIAN)
        for part, weighs in zip(parts, weighing, strict=True)
        if weighs
    ]
    spread = np.std(np.stack(medians), axis=0, ddof=1)
    return np.asarray(_student(len(medians) - 1) * spread / math.sqrt(len(medians)))


def _woodruff(
    values: FloatArray, weights: FloatArray, part: FloatArray, by_block: FloatArray
) -> FloatArray:
    blocks = by_block.size
    median = weighted_quantile(values, weights, MEDIAN)
    sided = part.reshape(-1, *[1] * (values.ndim - 1)) * ((values <= median) - 0.5)
    off = sided.reshape(blocks, -1, *values.shape[1:]).sum(axis=1)
    left = 1.0 - float(np.sum(by_block**2))
    reach = _student(blocks - 1) * np.sqrt(np.sum(off**2, axis=0) / left)
    low = weighted_quantile(values, weights, np.clip(MEDIAN - reach, 0.0, 1.0))
    high = weighted_quantile(values, weights, np.clip(MEDIAN + reach, 0.0, 1.0))
    return np.asarray((high - low) / 2)


def _student(freedom: int) -> float:
    """The 97.5 % quantile of Student's t."""
    from scipy.special import stdtrit  # late, with the rest of scipy

    return float(stdtrit(freedom, 0.975))
