"""M4: a case waits with three clocks running: settling, giving up, growing worse.

All clocks run from the request, through a formal decision and through a change of kind. Who
waits is entered in the ledger by age, so that waiting can be reported over everyone who asked
and not over those alone who were still there when their turn came.
"""

from numba.extending import register_jitable

from draagkracht.engine import queue
from draagkracht.engine.arrays import Records
from draagkracht.engine.clocks import log_logistic_from, two_rates_from
from draagkracht.model import ledger as book
from draagkracht.model import state as s
from draagkracht.model.agenda import enter_event, take_back
from draagkracht.model.casework import (
    cap_in_use,
    hours_factor,
    line_of,
    mean_hours,
    next_in_line,
    set_speed,
    start,
)
from draagkracht.model.households import change_state, set_free
from draagkracht.model.kinds import CRISIS
from draagkracht.model.state import DELAYED_LINE, LINES, MULTIPLE_LINE, SINGLE_LINE


@register_jitable
def set_work(team: Records, slot: int, factor: float) -> None:
    """Give the case its standard hours: the same drawn factor whatever becomes of its kind."""
    case = team.cases[slot]
    figures = team.figures
    u = case.luck[s.HOURS]
    drawn = hours_factor(u, figures.hours_log_sd, figures.exponential_hours > 0.0)
    case.factor = drawn * factor
    case.work = mean_hours(team, case.kind, case.domain) * case.factor


@register_jitable
def enter(team: Records, slot: int, now: float, age: float, delay: float) -> None:
    """Begin to wait; a crisis begins to be helped. `delay` is that of a formal decision.

    `age` is how long the household has waited already: 0 but where a run-in begins.
    """
    own = team.own
    case = team.cases[slot]
    figures = team.figures
    ticks = now / team.tick
    asked = now - age
    case.asked = asked
    case.entered = now
    _admit_work(team, case.work)
    book.count(team.ledger, case.group, case.kind, book.ENTERED)
    if case.kind == CRISIS:
        start(team, slot, now)
        return
    settle = two_rates_from(
        case.luck[s.SETTLE],
        age,
        figures.settle_rate_first * own.informal,
        figures.settle_rate_later * own.informal,
        figures.settle_change,
    )
    patience = log_logistic_from(
        case.luck[s.PATIENCE],
        age,
        figures.patience_median,
        figures.patience_shape,
    )
    worse = two_rates_from(
        case.luck[s.ESCALATE],
        age,
        figures.escalation_rate_first,
        figures.escalation_rate_later,
        figures.escalation_change,
    )
    case.settles = 1 if settle < patience else 0
    case.leave = asked + min(settle, patience)
    case.escalate = asked + worse
    case.decided = now + delay
    own.waiting += 1
    own.waiting_work += case.work
    book.change_level(team.ledger, case.group, case.kind, book.WAITING, 1, ticks)
    if delay > 0.0:
        case.phase = s.DELAYED
        queue.join(team.links, LINES, DELAYED_LINE, slot)
    else:
        case.phase = s.QUEUED
        queue.join(team.links, LINES, line_of(case.kind), slot)
    set_alarm(team, slot)


@register_jitable
def _admit_work(team: Records, work: float) -> None:
    """Enter standard hours that come in, or that come in more because a case grew worse."""
    team.own.admitted += work
    team.ledger.hours[book.H_ADMITTED] += work


@register_jitable
def set_alarm(team: Records, slot: int) -> None:
    """Enter in the calendar what happens first to a waiting case."""
    case = team.cases[slot]
    time, what = case.leave, s.LEAVING
    if case.escalate < time:
        time, what = case.escalate, s.ESCALATING
    if case.phase == s.DELAYED and case.decided < time:
        time, what = case.decided, s.DECIDED
    enter_event(team, time, what, slot)


@register_jitable
def stop_waiting(team: Records, slot: int, now: float) -> None:
    """Take a case out of the line and out of what waits, and enter how long it did."""
    own = team.own
    case = team.cases[slot]
    group = case.group
    ticks = now / team.tick
    take_back(team, slot)
    queue.leave(team.links, LINES, slot)
    own.waiting -= 1
    own.waiting_work -= case.work
    if own.waiting == 0:
        own.waiting_work = 0.0
    book.change_level(team.ledger, group, case.kind, book.WAITING, -1, ticks)
    enter_waiting(team, slot, now)


@register_jitable
def enter_waiting(team: Records, slot: int, now: float) -> None:
    """Book the waiting of one case up to `now`."""
    case = team.cases[slot]
    tick = team.tick
    group = case.group
    book.expose(team.ledger, group, case.kind, case.asked / tick, case.entered / tick, now / tick)
    case.entered = now


@register_jitable
def leave(team: Records, slot: int, now: float) -> None:
    """The household has solved it itself, or gives up."""
    case = team.cases[slot]
    stop_waiting(team, slot, now)
    team.ledger.hours[book.H_DROPPED] += case.work
    if case.settles:
        book.count(team.ledger, case.group, case.kind, book.SETTLED)
    else:
        book.count(team.ledger, case.group, case.kind, book.GIVEN_UP)
        give_up(team, slot, now)
    set_free(team, slot, now)


@register_jitable
def give_up(team: Records, slot: int, now: float) -> None:
    """Who is not helped asks more in the next year, and some lose their footing."""
    case = team.cases[slot]
    household = team.households[case.household]
    figures = team.figures
    u = case.luck[s.AFTER_GIVING_UP]
    if not household.vulnerable and u < figures.vulnerable_after_giving_up:
        change_state(team, case.household, now / team.tick)
        book.count(team.ledger, case.group, 0, book.BECAME_VULNERABLE)
    household.factor = figures.request_factor_after_giving_up
    household.factor_until = now + figures.aftermath
    household.helped = 0


@register_jitable
def escalate(team: Records, slot: int, now: float) -> None:
    """A waiting case grows one kind worse: more hours by the same factor, the clocks go on."""
    own = team.own
    case = team.cases[slot]
    figures = team.figures
    ticks = now / team.tick
    delayed = case.phase == s.DELAYED
    before = case.work
    book.count(team.ledger, case.group, case.kind, book.ESCALATED_OUT)
    stop_waiting(team, slot, now)
    case.kind += 1
    case.work = mean_hours(team, case.kind, case.domain) * case.factor
    _admit_work(team, case.work - before)
    book.count(team.ledger, case.group, case.kind, book.ESCALATED_IN)
    if not team.households[case.household].vulnerable:
        change_state(team, case.household, ticks)
        book.count(team.ledger, case.group, 0, book.BECAME_VULNERABLE)
    if case.kind == CRISIS:
        start(team, slot, now)
        return
    u = case.luck[s.ESCALATE_AGAIN]
    age = now - case.asked
    case.escalate = case.asked + two_rates_from(
        u,
        age,
        figures.escalation_rate_first,
        figures.escalation_rate_later,
        figures.escalation_change,
    )
    own.waiting += 1
    own.waiting_work += case.work
    book.change_level(team.ledger, case.group, case.kind, book.WAITING, 1, ticks)
    queue.join(team.links, LINES, DELAYED_LINE if delayed else line_of(case.kind), slot)
    set_alarm(team, slot)


@register_jitable
def decide(team: Records, slot: int) -> None:
    """The formal decision is there: join the line of its kind."""
    case = team.cases[slot]
    take_back(team, slot)
    case.phase = s.QUEUED
    queue.leave(team.links, LINES, slot)
    queue.join(team.links, LINES, line_of(case.kind), slot)
    set_alarm(team, slot)


@register_jitable
def start_who_may(team: Records, lever: Records, now: float) -> None:
    """Start cases while the cap leaves room, then divide the hours anew."""
    own = team.own
    while True:
        room = own.cap - cap_in_use(team)
        slot = next_in_line(team, room, lever.waiting_starts_for_single)
        if slot == queue.NOBODY:
            break
        stop_waiting(team, slot, now)
        start(team, slot, now)
    set_speed(team)


@register_jitable
def enter_everyone(team: Records, now: float) -> None:
    """At the end of a quarter, book everyone's waiting in the quarter it fell in."""
    for line in (SINGLE_LINE, MULTIPLE_LINE, DELAYED_LINE):
        slot = queue.first(team.links, LINES, line)
        while slot != queue.NOBODY:
            enter_waiting(team, slot, now)
            slot = queue.next_after(team.links, LINES, line, slot)
