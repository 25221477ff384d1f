"""Waiting over everyone who asked: a product-limit curve by age, quarter by quarter.

Who gives up, settles or still waits is not left out but counted as long as they waited
(censored); who waited already when the quarter began joins at the age they had. So the curve
says how long a request would wait under the conditions of the quarter if it held out. The mean
over those who start can fall while things get worse; this one cannot.
Kaplan & Meier 1958 (doi 10.2307/2281868), as a life table by week of age.
"""

import math
from typing import Final

from numba.extending import register_jitable

from draagkracht.engine.arrays import CountArray, FloatArray
from draagkracht.engine.compiled import compiled
from draagkracht.model import ledger as book

MEAN_COUNTS: Final = 52  # weeks of a wait that count in the mean


@register_jitable
def mean_and_p90(
    exposed: FloatArray, spared: FloatArray, started: FloatArray, at_once: float
) -> tuple[float, float]:
    """Mean wait, counted up to `MEAN_COUNTS` weeks, and the age by which 9 in 10 have started.

    By week of age: `exposed` holds weeks waited, `started` starts, and `spared` what was left of
    their week to who started; with it they are at risk for a whole week, as in a life table, so
    that a week in which everyone starts leaves nobody. `at_once` is the share of who entered that
    did not wait at all. Beyond the oldest age seen nobody was started, so the curve goes on as it
    stands; a p90 that is not reached is the oldest age there is.

    >>> import numpy as np
    >>> weeks, rest = np.array([9.0, 3.0]), np.array([1.0, 2.0])
    >>> mean, p90 = mean_and_p90(weeks, rest, np.array([5.0, 5.0]), 0.0)
    >>> f"{mean:.4f} {p90:.4f}"
    '1.2000 1.8759'
    """
    staying = 1.0 - at_once
    mean = 0.0
    p90 = -1.0
    if staying <= 0.1:
        p90 = 0.0
    for age in range(exposed.shape[0]):
        at_risk = exposed[age] + spared[age]
        after = staying
        waited = staying
        if at_risk > 0.0:
            after = staying * max(0.0, 1.0 - started[age] / at_risk)
            waited = staying * exposed[age] / at_risk
        if age < MEAN_COUNTS:
            mean += waited
        if p90 < 0.0 and after <= 0.1:
            p90 = age + _within_week(staying, after, waited)
        staying = after
    if p90 < 0.0:
        p90 = float(exposed.shape[0])
    return mean, p90


@register_jitable
def _within_week(staying: float, after: float, waited: float) -> float:
    """When in a week of age the share that waits comes down to one in ten.

    `waited` tells around which moment those who start in the week do so. Of all ways to start with
    that mean the most even is taken: a hazard that is constant, or rises or falls exponentially.
    """
    starting = staying - after
    moment = (waited - after) / starting
    slope = 2.0 * inverse_langevin(1.0 - 2.0 * moment)
    passed = min(1.0, (staying - 0.1) / starting)
    if abs(slope) < 1e-6:
        return passed
    return min(1.0, -math.log1p(passed * math.expm1(-slope)) / slope)


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


def _waiting(
    counts: CountArray,
    exposed: CountArray,
    spared: CountArray,
    started: CountArray,
    first: CountArray,
    last: CountArray,
    out: FloatArray,
) -> None:
    """Fill `out` (place, quarter + 1, kind + 1, 2) with mean and p90.

    Who was answered at once or helped at a desk asked too, and did not wait. Places are ranges of
    groups; the last quarter is all quarters together, the last kind is all
    kinds together.
    """
    quarters = counts.shape[1]
    kinds = book.KIND_COUNT
    for place in range(first.shape[0]):
        for quarter in range(quarters + 1):
            begin = quarter if quarter < quarters else 0
            end = quarter + 1 if quarter < quarters else quarters
            for kind in range(kinds + 1):
                low = kind if kind < kinds else 0
                high = kind + 1 if kind < kinds else kinds
                weeks = exposed[0, 0, 0] * 0.0
                rest = spared[0, 0, 0] * 0.0
                starts = started[0, 0, 0] * 0.0
                entered = 0
                at_once = 0
                for group in range(first[place], last[place]):
                    for q in range(begin, end):
                        for k in range(low, high):
                            elsewhere = counts[group, q, k, book.ANSWERED_AT_ONCE]
                            elsewhere += counts[group, q, k, book.TO_DESK]
                            elsewhere -= counts[group, q, k, book.MISSED]
                            entered += counts[group, q, k, book.ENTERED] + elsewhere
                            at_once += counts[group, q, k, book.STARTED_AT_ONCE] + elsewhere
                            for age in range(book.WEEKLY_BINS):
                                weeks[age] += exposed[group, q, k, age] / book.PARTS
                                rest[age] += spared[group, q, k, age] / book.PARTS
                                starts[age] += started[group, q, k, age]
                if entered == 0:
                    out[place, quarter, kind, 0] = math.nan
                    out[place, quarter, kind, 1] = math.nan
                else:
                    mean, p90 = mean_and_p90(weeks, rest, starts, at_once / entered)
                    out[place, quarter, kind, 0] = mean
                    out[place, quarter, kind, 1] = p90


waiting = compiled(_waiting)
