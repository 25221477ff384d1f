"""One estimate as a cell of a table: the median above, the range it lies in below."""

import math
from typing import Final

from draagkracht.language.numbers import dutch_number, dutch_range
from draagkracht.simulation.estimate import Estimate

NOTHING: Final = "—"
NOT_REAL: Final = "niet te\nonderscheiden"
ALIKE: Final = "≈"  # the same, where there is no room for words
SAME: Final = "geen verschil"

_PERCENT: Final = 100.0


def level_cell(estimate: Estimate | None) -> str:
    r"""Median and range of a level; a dash when there is none.

    >>> wait = Estimate(
    ...     "waiting_time", "week", "town", None, 4, 6.2, 3.9, 11.4, 0.5, 64, False, "a"
    ... )
    >>> level_cell(wait)
    '6,2\n3,9 tot 11'
    """
    if estimate is None:
        return NOTHING
    scale = _scale(estimate.unit)
    spread = dutch_range(scale * estimate.low, scale * estimate.high)
    return f"{dutch_number(scale * estimate.median)}\n{spread}"


def difference_cell(estimate: Estimate | None, *, not_real: str = NOT_REAL) -> str:
    r"""Median and range of a difference, with its sign; `not_real` when it is not.

    >>> less = Estimate("waiting_time", "week", "town", None, 4, -3.1, -9, 0.02, 0.5, 64, True, "a")
    >>> difference_cell(less)
    '-3,1\n-9 tot 0'
    """
    if estimate is None:
        return NOTHING
    if estimate.low == estimate.high == 0.0:
        return SAME
    if not estimate.real:
        return not_real
    scale = _scale(estimate.unit)
    low, high, step = scale * estimate.low, scale * estimate.high, _step(estimate)
    spread = dutch_range(round(low / step) * step, round(high / step) * step)
    median = scale * estimate.median
    return f"{'+' if median > 0 else ''}{dutch_number(median)}\n{spread}"


def error_cell(estimate: Estimate | None) -> str:
    """The rekenfout of a median; a dash when it is not known."""
    if estimate is None or estimate.error is None:
        return NOTHING
    return dutch_number(_scale(estimate.unit) * estimate.error)


def _scale(unit: str) -> float:
    return _PERCENT if unit == "share" else 1.0


def _step(estimate: Estimate) -> float:
    """The finest digit of the larger bound: the smaller one is known no better."""
    largest = _scale(estimate.unit) * max(abs(estimate.low), abs(estimate.high))
    return 10.0 ** (math.floor(math.log10(largest)) - 1)
