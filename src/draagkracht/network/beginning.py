"""Time 0: nobody is there, and every stream and every step has its first moment."""

import math

from numba.extending import register_jitable

from draagkracht.engine import calendar, queue
from draagkracht.network import layout as at
from draagkracht.network.drawing import next_arrival
from draagkracht.network.moving import set_front
from draagkracht.network.tallying import parts


@register_jitable
def begin(floor: at.Floor) -> None:
    """Set the scene for a replication; stations, classes and streams are those of time 0."""
    run = floor.run[0]
    run.begun = 1
    run.segment = 0
    run.segment_end = floor.segments[1]
    run.segment_end_parts = parts(run, run.segment_end)
    run.free = at.NOBODY
    run.unused = 0
    run.in_system = 0
    run.most_in_system = 0
    run.trace_rows = 0
    queue.empty(floor.links, run.posts)
    calendar.clear(floor.heap, run.first_case + run.capacity)
    calendar.clear(floor.sources, run.sources)
    for heap in range(floor.closings.shape[0]):
        calendar.clear(floor.closings[heap], run.capacity)
    for number in range(run.stations):
        station = floor.stations[number]
        last = station.first_place + station.places - 1
        station.free = station.first_place
        for place in range(station.first_place, last + 1):
            floor.ends[place] = math.inf
            floor.places[place].free = place + 1 if place < last else at.NOBODY
        floor.front[number] = math.inf
        if station.next_step < station.end_of_steps:
            start = floor.steps[station.next_step].start
            calendar.push(floor.heap, start, at.STEP, run.places + number, number)
    for number in range(floor.streams.shape[0]):
        stream = floor.streams[number]
        time = next_arrival(run, stream, floor.rates, 0.0)
        set_front(run, floor.front, floor.sources, run.stations + number, time)
