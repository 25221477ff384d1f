"""Stations whose rate is shared by everyone in service, in virtual time."""

import math

from numba.extending import register_jitable

from draagkracht.engine import calendar
from draagkracht.engine.arrays import FloatArray, Records
from draagkracht.engine.sharing import share, time_of


@register_jitable
def settle(
    run: Records,
    station: Records,
    classes: Records,
    first_class: int,
    tallies: Records,
    segments: FloatArray,
    now: float,
) -> None:
    """Let the station work until `now`, and enter what of its rate was used in each stretch."""
    while station.moved < now:
        until = min(now, segments[station.moved_in + 1])
        span = until - station.moved
        if station.progress > 0.0:
            for kind in range(run.kinds):
                held = classes[first_class + kind].inside
                if held > 0:
                    tally = tallies[station.moved_in, first_class + kind]
                    tally.used += held * station.progress * span
        station.virtual += station.progress * span
        station.moved = until
        if until < now:
            station.moved_in += 1
    if station.inside == 0:
        station.virtual = 0.0  # nobody remembers it, and small numbers are exact


@register_jitable
def set_pace(station: Records, closings: Records) -> float:
    """Divide the rate anew; gives when the next case is done if nothing changes."""
    station.progress = share(station.rate, 0.0, 0.0, float(station.inside), station.cap)
    if calendar.size(closings) == 0:
        return math.inf
    return time_of(closings[1].time, station.virtual, station.moved, station.progress)
