"""The team's week: which hours there are, and how much is asked of them (M7).

`P = (advice + h N + i* n + h_q Q + [QH - T* arriving]+ / T_c) / D0`. P is 1 when the team works
at its target intensity with the queue at its target wait. The sum that a first guess would
give, open work plus the whole queue, counts the same work twice. Neither side takes credit for
overtime, cut corners or crowded-out prevention: relief that is paid for later is no relief.
"""

import math
from typing import Final

from numba.extending import register_jitable

# Stands for "no hours at all", so that a team without staff still has a pressure to show.
MOST: Final = 10.0


@register_jitable
def available_fte(fte: float, vacant: float, absent: float) -> float:
    """Productive fte: formation without vacant and absent shares.

    >>> round(available_fte(10.0, 0.1, 0.05), 3)
    8.55
    """
    return fte * (1.0 - min(vacant, 1.0)) * (1.0 - absent)


@register_jitable
def worked_hours(available: float, contract: float, leave: float) -> float:
    """Hours a week at work: contract hours of the available fte without leave.

    >>> round(worked_hours(8.0, 36.0, 0.125), 1)
    252.0
    """
    return available * contract * (1.0 - leave)


@register_jitable
def normal_direct_hours(worked: float, indirect: float, cards: float) -> float:
    """D0, hours a week for residents: `indirect` is a share of worked time, `cards` are hours.

    >>> normal_direct_hours(250.0, 0.5, 25.0), normal_direct_hours(10.0, 0.5, 25.0)
    (100.0, 0.0)
    """
    return max(0.0, worked * (1.0 - min(indirect, 1.0)) - cards)


@register_jitable
def excess_work(waiting_work: float, arriving: float, target: float, catch_up: float) -> float:
    """Hours a week to work off, in `catch_up`, the queue above what arrives in `target` time.

    >>> excess_work(700.0, 100.0, 6.0, 25.0), excess_work(500.0, 100.0, 6.0, 25.0)
    (4.0, 0.0)
    """
    return max(0.0, waiting_work - target * arriving) / catch_up


@register_jitable
def pressure(claims: float, normal: float) -> float:
    """Claims on a week over its normal direct hours; at most `MOST`.

    >>> pressure(110.0, 100.0), pressure(5.0, 0.0), pressure(0.0, 0.0)
    (1.1, 10.0, 0.0)
    """
    if claims <= 0.0:
        return 0.0
    if normal <= 0.0:
        return MOST
    return min(MOST, claims / normal)


@register_jitable
def smoothed(level: float, seen: float, memory: float) -> float:
    """First-order smooth: `level` moves towards what was `seen` this tick (memory in ticks).

    >>> smoothed(10.0, 23.0, 13.0)
    11.0
    """
    return level + (seen - level) / max(memory, 1.0)


def unstable_caseload(direct: float, load: float, holding: float) -> float:
    """N*: open cases beyond which a team with room never comes back by itself (M5).

    `direct` and `load` in hours a week, `holding` in hours a case a week. Infinite without
    holding; negative when the load already exceeds the hours: then there is no fold.

    >>> round(unstable_caseload(100.0, 80.0, 0.2), 6)
    100.0
    """
    if holding <= 0.0:
        return math.inf
    return (direct - load) / holding
