"""The Langevin function turned round: which tilt of an even spread has a given mean."""

import math

from numba.extending import register_jitable


@register_jitable
def inverse_langevin(y: float) -> float:
    """The x with coth(x) - 1/x = y: an approximation, made exact by two steps of Newton.

    Kroger 2015, doi 10.1016/j.jnnfm.2015.05.007. At most 100, where y is 0.99, and at least -100.

    >>> x = inverse_langevin(0.4)
    >>> round(1 / math.tanh(x) - 1 / x, 12)
    0.4
    """
    y = min(max(y, -0.99), 0.99)
    square = y * y
    x = (3.0 * y - y * square * (6.0 + square - 2.0 * square * square) / 5.0) / (1.0 - square)
    for _ in range(2):
        if abs(x) < 1e-3:
            return 3.0 * y
        sinh = math.sinh(x)
        x -= (math.cosh(x) / sinh - 1.0 / x - y) / (1.0 / (x * x) - 1.0 / (sinh * sinh))
    return x
