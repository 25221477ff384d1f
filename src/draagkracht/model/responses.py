"""M7: what a team does when more, or less, is asked than fits its week.

Three things, each without effect at a figure of 0: corners are cut (and work expands when there
is room, Hopp, Iravani & Yuen 2007, doi 10.1287/mnsc.1060.0628), overtime is worked and partly
taken back later, and prevention makes way unless it is protected. None of them enters the
pressure that causes them: relief that is paid for later is no relief.
"""

import math

from numba.extending import register_jitable


@register_jitable
def effort(pressure: float, exponent: float, floor: float, ceiling: float) -> float:
    """Hours given for each standard hour: P^-exponent, within `floor` and `ceiling`.

    >>> effort(1.0, 0.3, 0.75, 1.2), effort(9.0, 0.3, 0.75, 1.2), effort(0.0, 0.3, 0.75, 1.2)
    (1.0, 0.75, 1.2)
    >>> effort(4.0, 0.0, 0.75, 1.2)
    1.0
    """
    if exponent <= 0.0:
        return 1.0
    if pressure <= 0.0:
        return ceiling
    return min(ceiling, max(floor, math.pow(pressure, -exponent)))


@register_jitable
def overtime_sought(pressure: float, slope: float, most: float) -> float:
    """Overtime a team moves towards, as a share of worked hours.

    >>> overtime_sought(1.1, 0.2, 0.06), overtime_sought(0.9, 0.2, 0.06)
    (0.020000000000000018, 0.0)
    """
    return min(most, slope * max(0.0, pressure - 1.0))


@register_jitable
def share_crowded_out(pressure: float, slope: float, protected: float) -> float:
    """Share of the planned prevention that makes way; `protected` is the share kept whatever.

    >>> share_crowded_out(1.25, 1.0, 0.0), share_crowded_out(3.0, 1.0, 0.6)
    (0.25, 0.4)
    """
    return (1.0 - protected) * min(1.0, slope * max(0.0, pressure - 1.0))
