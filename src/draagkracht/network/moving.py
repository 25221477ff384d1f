"""The small steps of the kernel: which source is soonest, who takes which place, where one goes."""

import math

from numba.extending import register_jitable

from draagkracht.engine import calendar
from draagkracht.engine.arrays import FloatArray, Records
from draagkracht.engine.draws import uniform
from draagkracht.network import layout as at
from draagkracht.network.drawing import episode_of


@register_jitable
def soonest(front: FloatArray, count: int) -> int:
    """The source whose event comes first; of several at one moment the first."""
    best = 0
    time = front[0]
    for source in range(1, count):
        if front[source] < time:
            time = front[source]
            best = source
    return best


@register_jitable
def set_front(run: Records, front: FloatArray, sources: Records, source: int, time: float) -> None:
    """Note when a source has its next event; many sources stand in a calendar of their own."""
    front[source] = time
    if run.scanned == 0:
        calendar.remove(sources, source)
        if time < math.inf:
            calendar.push(sources, time, at.END, source, source)


@register_jitable
def goes_before(top: Records, time: float, what: int, who: int) -> bool:
    """Whether the first entry of the calendar comes before another event."""
    if top.time != time:
        return top.time < time
    if top.what != what:
        return top.what < what
    return top.who < who


@register_jitable
def take_place(station: Records, places: Records) -> int:
    """The place that was freed last."""
    place = station.free
    station.free = places[place].free
    station.busy += 1
    return place


@register_jitable
def give_place(station: Records, places: Records, place: int) -> None:
    """Nobody is served at this place any more."""
    places[place].free = station.free
    station.free = place
    station.busy -= 1


@register_jitable
def find_next_end(station: Records, ends: FloatArray) -> float:
    """Look through the ends of a quick station; the first of several at one moment."""
    first = station.first_place
    best = first
    time = ends[first]
    for place in range(first + 1, first + station.places):
        if ends[place] < time:
            time = ends[place]
            best = place
    station.next_place = best
    return time


@register_jitable
def new_case(run: Records, cases: Records) -> int:
    """Memory for a case; the caller knows that there is some."""
    who = run.free
    if who == at.NOBODY:
        who = run.unused
        run.unused += 1
    else:
        run.free = cases[who].free
    run.in_system += 1
    run.most_in_system = max(run.most_in_system, run.in_system)
    return who


@register_jitable
def way_on(
    run: Records, case: Records, targets: Records, first: int, end: int, purpose: int
) -> int:
    """The station to go to by the shares of a row of targets, or out."""
    u = uniform(run.keys[purpose], case.entity, episode_of(case))
    for target in range(first, end - 1):
        if u < targets[target].reached:
            return targets[target].station
    return targets[end - 1].station


@register_jitable
def note(
    run: Records, trace: Records, time: float, case: Records, station: int, event: int
) -> None:
    """Write a row of the trace, if there is one."""
    if run.traced == 0:
        return
    row = trace[run.trace_rows]
    row.time = time
    row.entity = case.entity
    row.kind = case.kind
    row.station = station
    row.event = event
    run.trace_rows += 1


@register_jitable
def release(run: Records, case: Records, who: int) -> None:
    """The case is out of the network; its memory is for the next."""
    case.free = run.free
    run.free = who
    run.in_system -= 1
