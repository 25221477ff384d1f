"""The one compiled entry: let one replication live until its horizon.

One loop: choose the soonest event, then let whoever it frees or moves go on. The next arrival of
a stream and the next end of a quick or sharing station stand in `front`; everything else stands
in the calendar. Of events at one moment the order is fixed by what they are and where, never by
where a case lies in memory: so a run gives the same bits whichever way its stations are worked.

A station is *quick* when its servers are few and fixed, and whoever gives up leaves for good. The
ends of its services are looked through instead of kept in the calendar, and that someone has
given up is found out when the line comes to them: nothing else depends on it.
"""

import math

from numba.extending import register_jitable

from draagkracht.engine import calendar, queue
from draagkracht.engine.compiled import compiled
from draagkracht.engine.draws import beside
from draagkracht.engine.lending import lent
from draagkracht.network import layout as at
from draagkracht.network.beginning import begin
from draagkracht.network.drawing import next_arrival, patience_of, work_of
from draagkracht.network.moving import (
    find_next_end,
    give_place,
    goes_before,
    new_case,
    note,
    release,
    set_front,
    soonest,
    take_place,
    way_on,
)
from draagkracht.network.pooled import set_pace, settle
from draagkracht.network.tallying import (
    bin_of,
    come_out,
    go_inside,
    join_queue,
    leave_queue,
    parts,
)
from draagkracht.network.unseen import find_out, forget


def _live(floor: at.Floor) -> int:
    """Live on until the horizon, or until there must be more memory; call again after that."""
    run = lent(floor.run)[0]
    stations, classes, streams = lent(floor.stations), lent(floor.classes), lent(floor.streams)
    front, rates, steps = lent(floor.front), lent(floor.rates), lent(floor.steps)
    routes, targets = lent(floor.routes), lent(floor.targets)
    amounts, reached, risks = lent(floor.amounts), lent(floor.reached), lent(floor.risks)
    ends, places, cases = lent(floor.ends), lent(floor.places), lent(floor.cases)
    links, heap, sources = lent(floor.links), lent(floor.heap), lent(floor.sources)
    all_closings, segments = lent(floor.closings), lent(floor.segments)
    tallies, waits, trace = lent(floor.tallies), lent(floor.waits), lent(floor.trace)
    posts, kinds, capacity = run.posts, run.kinds, run.capacity

    if run.begun == 0:
        begin(floor)
    while True:
        # What comes first.
        source = -1
        now = math.inf
        if run.scanned:
            source = soonest(front, run.sources)
            now = front[source]
        elif calendar.size(sources) > 0:
            source = sources[1].who
            now = sources[1].time
        if calendar.size(heap) > 0:
            what, who_first = at.COMING, source
            if 0 <= source < run.stations:
                what, who_first = at.END, stations[source].first_place
            if source < 0 or goes_before(heap[1], now, what, who_first):
                source = -1
                now = heap[1].time
        if not now <= run.horizon:
            break
        if source >= run.stations and run.free == at.NOBODY and run.unused == capacity:
            find_out(floor, now)
            if run.in_system > capacity // 2:
                return at.MORE_CASES
            continue
        if run.traced and run.trace_rows + run.in_system + 8 > len(trace):
            return at.MORE_TRACE
        while now > run.segment_end:
            run.segment += 1
            run.segment_end = segments[run.segment + 1]
            run.segment_end_parts = parts(run, run.segment_end)
        now_parts = parts(run, now)
        rest = run.segment_end_parts - now_parts

        mover = at.NOBODY  # who goes on to `to`
        to = at.OUT
        opened = at.OUT  # the station that may start someone who waits
        if source >= run.stations:
            stream = streams[source - run.stations]
            mover = new_case(run, cases)
            case = cases[mover]
            case.entity = beside(stream.first, stream.rank)
            case.kind = stream.kind
            case.visit = -1
            to = stream.station
            stream.rank += 1
            set_front(run, front, sources, source, next_arrival(run, stream, rates, now))
        elif source >= 0 or heap[1].what == at.END:
            # Someone is served.
            if source >= 0:
                opened = source
                station = stations[opened]
                if station.way == at.SHARING:
                    closings = all_closings[station.closings]
                    settle(run, station, classes, opened * kinds, tallies, segments, now)
                    mover = closings[1].who
                    station.virtual = max(station.virtual, closings[1].time)
                    calendar.pop(closings)
                    station.inside -= 1
                    classes[opened * kinds + cases[mover].kind].inside -= 1
                else:
                    place = station.next_place
                    mover = places[place].case
                    ends[place] = math.inf
                    give_place(station, places, place)
            else:
                place = heap[1].who
                calendar.pop(heap)
                mover = places[place].case
                opened = cases[mover].station
                give_place(stations[opened], places, place)
            case = cases[mover]
            number = opened * kinds + case.kind
            come_out(tallies[run.segment, number], rest)
            note(run, trace, now, case, opened, at.ENDED)
            group = classes[number]
            if group.ends_here == 0:
                while group.route + 1 < group.routes_end and routes[group.route + 1].start <= now:
                    group.route += 1
                row = routes[group.route]
                to = way_on(run, case, targets, row.first, row.end, at.ROUTE)
            if to == at.OUT:
                release(run, case, mover)
                mover = at.NOBODY
        elif heap[1].what == at.STEP:
            opened = heap[1].who - run.places
            calendar.pop(heap)
            station = stations[opened]
            value = steps[station.next_step].value
            station.next_step += 1
            if station.next_step < station.end_of_steps:
                following = steps[station.next_step].start
                calendar.push(heap, following, at.STEP, run.places + opened, opened)
            if station.way == at.SHARING:
                settle(run, station, classes, opened * kinds, tallies, segments, now)
                station.rate = value
            else:
                station.servers = int(value)
        else:
            # Someone has waited long enough.
            mover = heap[1].who - run.first_case
            calendar.pop(heap)
            queue.leave(links, posts, mover)
            case = cases[mover]
            stations[case.station].waiting -= 1
            number = case.station * kinds + case.kind
            tally = tallies[run.segment, number]
            leave_queue(tally, rest)
            tally.gave_up += 1
            tally.wait_gave_up += now_parts - parts(run, case.joined)
            note(run, trace, now, case, case.station, at.LEFT_WAITING)
            group = classes[number]
            if group.lost_here == 0:
                to = way_on(run, case, targets, group.first_lost, group.lost_end, at.ROUTE)
            if to == at.OUT:
                release(run, case, mover)
                mover = at.NOBODY

        # Who waits where there is room goes first; then the mover joins its station.
        changed = opened
        while True:
            who = at.NOBODY
            here = opened
            if opened != at.OUT:
                station = stations[opened]
                room = (
                    station.inside < station.most
                    if station.way == at.SHARING
                    else station.busy < station.servers
                )
                if room and station.waiting > 0:
                    while True:
                        who = queue.first_in_order(
                            links, posts, station.first_line, station.last_line
                        )
                        if who == queue.NOBODY:
                            break
                        queue.leave(links, posts, who)
                        case = cases[who]
                        if station.way != at.QUICK or case.deadline >= now:
                            break
                        forget(run, station, case, who, tallies, segments, run.segment)
            if who != at.NOBODY:
                case = cases[who]
                station = stations[opened]
                station.waiting -= 1
                number = opened * kinds + case.kind
                tally = tallies[run.segment, number]
                leave_queue(tally, rest)
                wait = now_parts - parts(run, case.joined)
                tally.wait_started += wait
                waits[run.segment, number, bin_of(wait)] += 1
                if station.way != at.QUICK and case.deadline < math.inf:
                    calendar.remove(heap, run.first_case + who)
            elif mover != at.NOBODY:
                who = mover
                mover = at.NOBODY
                here = to
                opened = at.OUT
                case = cases[who]
                case.station = to
                case.visit += 1
                station = stations[to]
                number = to * kinds + case.kind
                tally = tallies[run.segment, number]
                tally.came += 1
                note(run, trace, now, case, to, at.ARRIVED)
                room = (
                    station.inside < station.most
                    if station.way == at.SHARING
                    else station.busy < station.servers
                )
                if not room:
                    case.joined = now
                    group = classes[number]
                    case.deadline = now + patience_of(run, group, case, risks)
                    queue.join(links, posts, group.line, who)
                    station.waiting += 1
                    join_queue(tally, rest)
                    if station.way != at.QUICK and case.deadline < math.inf:
                        entry = run.first_case + who
                        calendar.push(heap, case.deadline, at.GIVING_UP, entry, entry)
                    break
                waits[run.segment, number, 0] += 1
            else:
                break
            # `who` begins here.
            group = classes[number]
            go_inside(tally, rest)
            note(run, trace, now, case, here, at.STARTED)
            work = work_of(run, group, case, amounts, reached)
            if station.way == at.SHARING:
                closings = all_closings[station.closings]
                settle(run, station, classes, here * kinds, tallies, segments, now)
                station.inside += 1
                group.inside += 1
                due = station.virtual + work
                calendar.push(closings, due, at.END, who, station.joined & 0x7FFFFFFF)
                station.joined += 1
                set_front(run, front, sources, here, set_pace(station, closings))
            else:
                place = take_place(station, places)
                places[place].case = who
                if station.way == at.QUICK:
                    ends[place] = now + work
                    if now + work < front[here]:
                        station.next_place = place
                        set_front(run, front, sources, here, now + work)
                else:
                    calendar.push(heap, now + work, at.END, place, place)
        # The source that had its event has another one after it.
        if changed != at.OUT:
            station = stations[changed]
            if station.way == at.SHARING:
                closings = all_closings[station.closings]
                set_front(run, front, sources, changed, set_pace(station, closings))
            elif station.way == at.QUICK:
                set_front(run, front, sources, changed, find_next_end(station, ends))

    close_books(floor)
    return at.DONE


@register_jitable
def close_books(floor: at.Floor) -> None:
    """At the horizon: who gave up unseen is found out, and shared rates are entered."""
    run = floor.run[0]
    find_out(floor, run.horizon)
    for number in range(run.stations):
        station = floor.stations[number]
        if station.way == at.SHARING:
            first = number * run.kinds
            settle(run, station, floor.classes, first, floor.tallies, floor.segments, run.horizon)


live = compiled(_live)
