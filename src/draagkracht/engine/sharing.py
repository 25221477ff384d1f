"""Hours shared among everyone in service: processor sharing in virtual time.

Virtual time runs at the hours each case gets for one unit of weight. A case that needs W hours
at weight w leaves when virtual time has moved W / w on, however often the speed changes in
between: a change costs O(1), whatever the number of cases.
Kleinrock 1967, doi 10.1145/321386.321388.
"""

import math

from numba.extending import register_jitable


@register_jitable
def share(hours: float, held: float, contact: float, weight: float, most: float) -> float:
    """Hours a week per unit of weight: what is left after `held` and `contact`, at most `most`.

    `weight` is the sum of the weights in service. With nobody in service, or nothing left, 0.

    >>> share(30.0, 5.0, 1.0, 12.0, 1.5)
    1.5
    >>> share(30.0, 5.0, 1.0, 60.0, 1.5), share(4.0, 5.0, 0.0, 10.0, 1.5)
    (0.4, 0.0)
    """
    left = hours - held - contact
    if left <= 0.0 or weight <= 0.0:
        return 0.0
    return min(most, left / weight)


@register_jitable
def time_of(due: float, virtual: float, now: float, progress: float) -> float:
    """When virtual time comes to `due` at the progress of `now`, if that does not change.

    >>> time_of(12.0, 10.0, 100.0, 0.5), time_of(12.0, 10.0, 100.0, 0.0)
    (104.0, inf)
    """
    if progress <= 0.0:
        return math.inf
    return now + max(0.0, due - virtual) / progress
