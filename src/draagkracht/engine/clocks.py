"""Waiting times by inversion: one uniform in, one time out, in the unit of the rate.

Only inversion is used, so that a clock whose rate rises always rings earlier: paired runs
differ where the figures differ and nowhere else.
"""

import math

from numba.extending import register_jitable


@register_jitable
def exponential(u: float, rate: float) -> float:
    """Time until an event of constant `rate` (1/time); infinite at rate 0.

    >>> round(exponential(0.5, 2.0), 6)
    0.346574
    """
    if rate <= 0.0:
        return math.inf
    return -math.log(u) / rate


@register_jitable
def two_rates_from(u: float, age: float, first: float, later: float, change: float) -> float:
    """Age at which an event of rate `first` before `change` and `later` after it comes.

    For who has already come to `age`, 0 for who begins.

    >>> two_rates_from(math.exp(-1.0), 2.0, 1.0, 0.5, 3.0)
    3.0
    """
    exposure = -math.log(u)
    if age < change:
        before = first * (change - age)
        if exposure <= before:
            return age + exposure / first
        exposure -= before
        age = change
    if later <= 0.0:
        return math.inf
    return age + exposure / later


@register_jitable
def log_logistic(u: float, median: float, shape: float) -> float:
    """Time of a log-logistic clock: half have rung at `median`, steeper with `shape`.

    >>> log_logistic(0.5, 45.0, 3.0)
    45.0
    """
    return median * math.pow(u / (1.0 - u), 1.0 / shape)


@register_jitable
def log_logistic_from(u: float, age: float, median: float, shape: float) -> float:
    """The same clock for who has already come to `age`: the age at which it rings.

    >>> log_logistic_from(0.5, 0.0, 45.0, 3.0)
    45.0
    """
    if age <= 0.0:
        return log_logistic(u, median, shape)
    odds = math.pow(age / median, shape)
    passed = odds / (1.0 + odds)
    return log_logistic(passed + u * (1.0 - passed), median, shape)
