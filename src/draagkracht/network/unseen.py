"""Who gave up in the line of a quick station, found out later and entered at its own time."""

from numba.extending import register_jitable

from draagkracht.engine import queue
from draagkracht.engine.arrays import FloatArray, Records
from draagkracht.network import layout as at
from draagkracht.network.moving import release
from draagkracht.network.tallying import leave_queue, parts


@register_jitable
def forget(
    run: Records,
    station: Records,
    case: Records,
    who: int,
    tallies: Records,
    segments: FloatArray,
    last: int,
) -> None:
    """Enter that a case in the line of a quick station has given up, at its own time.

    `last` is the latest stretch in which that can have been.
    """
    stretch = last
    while case.deadline <= segments[stretch]:
        stretch -= 1
    tally = tallies[stretch, case.station * run.kinds + case.kind]
    gone = parts(run, case.deadline)
    leave_queue(tally, parts(run, segments[stretch + 1]) - gone)
    tally.gave_up += 1
    tally.wait_gave_up += gone - parts(run, case.joined)
    station.waiting -= 1
    release(run, case, who)


@register_jitable
def find_out(floor: at.Floor, until: float) -> None:
    """Find out who in the lines of all quick stations has given up by now."""
    run = floor.run[0]
    for number in range(run.stations):
        station = floor.stations[number]
        if station.way != at.QUICK:
            continue
        for line in range(station.first_line, station.last_line):
            who = queue.first(floor.links, run.posts, line)
            while who != queue.NOBODY:
                following = queue.next_after(floor.links, run.posts, line, who)
                case = floor.cases[who]
                if case.deadline <= until:
                    queue.leave(floor.links, run.posts, who)
                    last = run.segments - 1
                    forget(run, station, case, who, floor.tallies, floor.segments, last)
                who = following
