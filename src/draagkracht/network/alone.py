"""A quick station that nobody is sent to and nobody is sent on from: it lives by itself.

It meets the same events in the same order as in the loop of all stations, and enters the same
whole parts; only there is nothing to choose between. Two loops of one rule: tests hold them to
the same bits.
"""

import math

from numba.extending import register_jitable

from draagkracht.engine import queue
from draagkracht.engine.arrays import FloatArray
from draagkracht.engine.compiled import compiled
from draagkracht.engine.draws import beside
from draagkracht.engine.lending import lent
from draagkracht.network import layout as at
from draagkracht.network.beginning import begin
from draagkracht.network.drawing import next_arrival, patience_of, work_of
from draagkracht.network.moving import (
    find_next_end,
    give_place,
    new_case,
    release,
    set_front,
    take_place,
)
from draagkracht.network.tallying import (
    bin_of,
    come_out,
    go_inside,
    join_queue,
    leave_queue,
    parts,
)
from draagkracht.network.unseen import find_out, forget


@register_jitable
def soonest_of(front: FloatArray, first: int, end: int) -> int:
    """The source from `first` up to `end` whose event comes first."""
    best = first
    time = front[first]
    for source in range(first + 1, end):
        if front[source] < time:
            time = front[source]
            best = source
    return best


def _live_alone(floor: at.Floor, number: int) -> int:
    """Let one station live until the horizon, or until there must be more memory."""
    run = lent(floor.run)[0]
    streams, front, rates = lent(floor.streams), lent(floor.front), lent(floor.rates)
    amounts, reached, risks = lent(floor.amounts), lent(floor.reached), lent(floor.risks)
    ends, places, cases = lent(floor.ends), lent(floor.places), lent(floor.cases)
    links, segments, waits = lent(floor.links), lent(floor.segments), lent(floor.waits)
    classes, tallies, sources = lent(floor.classes), lent(floor.tallies), lent(floor.sources)
    if run.begun == 0:
        begin(floor)
    station = lent(floor.stations)[number]
    posts, horizon, capacity = run.posts, run.horizon, run.capacity
    first_class = number * run.kinds
    first, end = run.stations + station.first_stream, run.stations + station.last_stream
    if first == end:
        return at.DONE

    while True:
        source = soonest_of(front, first, end)
        now = front[source]
        served = front[number] <= now
        if served:
            now = front[number]
        if not now <= horizon:
            break
        if not served and run.free == at.NOBODY and run.unused == capacity:
            find_out(floor, now)
            if run.in_system > capacity // 2:
                return at.MORE_CASES
            continue
        while now > run.segment_end:
            run.segment += 1
            run.segment_end = segments[run.segment + 1]
            run.segment_end_parts = parts(run, run.segment_end)
        now_parts = parts(run, now)
        rest = run.segment_end_parts - now_parts

        if served:
            place = station.next_place
            who = places[place].case
            case = cases[who]
            come_out(tallies[run.segment, first_class + case.kind], rest)
            release(run, case, who)
            who = queue.NOBODY
            while station.waiting > 0:
                who = queue.first_in_order(links, posts, station.first_line, station.last_line)
                queue.leave(links, posts, who)
                case = cases[who]
                if case.deadline >= now:
                    break
                forget(run, station, case, who, tallies, segments, run.segment)
                who = queue.NOBODY
            if who == queue.NOBODY:
                ends[place] = math.inf
                give_place(station, places, place)
            else:
                station.waiting -= 1
                tally = tallies[run.segment, first_class + case.kind]
                leave_queue(tally, rest)
                wait = now_parts - parts(run, case.joined)
                tally.wait_started += wait
                waits[run.segment, first_class + case.kind, bin_of(wait)] += 1
                go_inside(tally, rest)
                group = classes[first_class + case.kind]
                ends[place] = now + work_of(run, group, case, amounts, reached)
                places[place].case = who
            front[number] = find_next_end(station, ends)
        else:
            stream = streams[source - run.stations]
            who = new_case(run, cases)
            case = cases[who]
            case.entity = beside(stream.first, stream.rank)
            case.kind = stream.kind
            case.station = number
            case.visit = 0
            stream.rank += 1
            front[source] = next_arrival(run, stream, rates, now)
            group = classes[first_class + case.kind]
            tally = tallies[run.segment, first_class + case.kind]
            tally.came += 1
            if station.busy < station.servers:
                waits[run.segment, first_class + case.kind, 0] += 1
                go_inside(tally, rest)
                place = take_place(station, places)
                places[place].case = who
                ends[place] = now + work_of(run, group, case, amounts, reached)
                if ends[place] < front[number]:
                    station.next_place = place
                    front[number] = ends[place]
            else:
                case.joined = now
                case.deadline = now + patience_of(run, group, case, risks)
                queue.join(links, posts, group.line, who)
                station.waiting += 1
                join_queue(tally, rest)

    # Nothing of this station is left for the loop of all stations, which begins at time 0.
    find_out(floor, horizon)
    for source in range(first, end):
        set_front(run, front, sources, source, math.inf)
    set_front(run, front, sources, number, math.inf)
    run.segment = 0
    run.segment_end = segments[1]
    run.segment_end_parts = parts(run, run.segment_end)
    return at.DONE


live_alone = compiled(_live_alone)
