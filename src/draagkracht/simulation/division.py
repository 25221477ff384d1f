"""Division that knows of nothing to divide by, and how long quarters are."""

import numpy as np

from draagkracht.engine.arrays import CountArray, FloatArray

QUARTERS_A_YEAR = 4.0


def over(part: FloatArray | CountArray, whole: FloatArray | CountArray) -> FloatArray:
    """`part / whole`, NaN where there is no whole.

    >>> over(np.array([1.0, 2.0]), np.array([4.0, 0.0])).tolist()
    [0.25, nan]
    """
    top = np.asarray(part, dtype=np.float64)
    low = np.broadcast_to(np.asarray(whole, dtype=np.float64), top.shape)
    return np.divide(top, low, out=np.full(top.shape, np.nan), where=low > 0)


def years_of(quarters: int) -> FloatArray:
    """Length of each quarter and, last, of all of them together, in years: (quarters + 1,).

    >>> years_of(2).tolist()
    [0.25, 0.25, 0.5]
    """
    return np.array([1.0] * quarters + [float(quarters)]) / QUARTERS_A_YEAR
