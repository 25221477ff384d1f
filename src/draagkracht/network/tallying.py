"""What is counted, in whole parts, so that no order of adding makes a difference.

Time in the queue is entered when someone joins (from now to the end of this stretch, and all of
every later one) and taken back when that ends: O(1), however long it took.
"""

import numpy as np
from numba.extending import register_jitable

from draagkracht.engine.arrays import Records
from draagkracht.network import layout as at


@register_jitable
def parts(run: Records, time: float) -> int:
    """A time in whole parts."""
    return int(time * run.parts)


@register_jitable
def join_queue(tally: Records, rest: int) -> None:
    """Someone waits from here on; `rest` is how much is left of this stretch."""
    tally.queue += rest
    tally.queue_change += 1


@register_jitable
def leave_queue(tally: Records, rest: int) -> None:
    """Someone waits no more."""
    tally.queue -= rest
    tally.queue_change -= 1


@register_jitable
def go_inside(tally: Records, rest: int) -> None:
    """Someone is in service from here on."""
    tally.started += 1
    tally.inside += rest
    tally.inside_change += 1


@register_jitable
def come_out(tally: Records, rest: int) -> None:
    """Someone is served."""
    tally.ended += 1
    tally.inside -= rest
    tally.inside_change -= 1


@register_jitable
def bin_of(wait: int) -> int:
    """The bin of a wait in whole parts: the first bits of it as a floating number."""
    number = np.float64(wait).view(np.int64) >> at.BIN_SHIFT
    return max(0, int(number - at.LOWEST_BIN))
