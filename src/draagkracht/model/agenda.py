"""What is still to happen to cases: soon in a calendar, later in the line of when it falls.

Most of what is entered is taken back: who waits is helped before giving up. Stepping out of a
line costs next to nothing, and a calendar stays as small as what is near. Events fall in weeks;
closings, which fall in virtual time, in stretches of it.
"""

import math

from numba.extending import register_jitable

from draagkracht.engine import calendar, queue
from draagkracht.engine.arrays import Records
from draagkracht.model import state as s

_BEFORE_THE_FIRST = -1


@register_jitable
def clear_agenda(team: Records) -> None:
    """Begin with nothing to come, before the first week."""
    own = team.own
    calendar.clear(team.calendar, 0)
    calendar.clear(team.closings, 0)
    queue.empty(team.agenda, s.AGENDA)
    own.week = _BEFORE_THE_FIRST
    own.stretch = own.closings_later = 0
    own.near = 0.0 if team.stretch > 0.0 else math.inf


@register_jitable
def enter_event(team: Records, time: float, what: int, slot: int) -> None:
    """Let `what` happen to a case at `time`, unless it is taken back."""
    case = team.cases[slot]
    case.due = time
    case.event = what
    if time < (team.own.week + 1) * team.tick:
        case.later = 0
        calendar.push(team.calendar, time, what, slot, case.household)
        return
    case.later = 1
    week = team.last_week
    if time < week * team.tick:
        week = max(int(time / team.tick), team.own.week + 1)
    queue.join(team.agenda, s.AGENDA, week, slot)


@register_jitable
def take_back(team: Records, slot: int) -> None:
    """What was to happen to a case will not, or happens now."""
    if team.cases[slot].later:
        queue.leave(team.agenda, s.AGENDA, slot)
    else:
        calendar.remove(team.calendar, slot)


@register_jitable
def open_week(team: Records, week: int) -> None:
    """Begin a week: what falls in it goes into the calendar."""
    team.own.week = week
    slot = queue.first(team.agenda, s.AGENDA, week)
    while slot != queue.NOBODY:
        case = team.cases[slot]
        case.later = 0
        calendar.push(team.calendar, case.due, case.event, slot, case.household)
        slot = queue.next_after(team.agenda, s.AGENDA, week, slot)


@register_jitable
def next_event(team: Records) -> float:
    """Time of the first event of this week; infinite when there is none."""
    if calendar.size(team.calendar) == 0:
        return math.inf
    return float(team.calendar[1].time)


@register_jitable
def plan_closing(team: Records, due: float, slot: int) -> None:
    """Let the work on a case end when virtual time comes to `due`; it is never taken back."""
    own = team.own
    case = team.cases[slot]
    if due < own.near:
        calendar.push(team.closings, due, s.CLOSING, slot, case.household)
        return
    case.due = due
    line = s.STRETCHES - 1
    if due < line * team.stretch:
        line = max(int(due / team.stretch), own.stretch)
    queue.join(team.agenda, s.AGENDA, s.FIRST_STRETCH + line, slot)
    own.closings_later += 1


@register_jitable
def first_closing(team: Records) -> float:
    """Virtual time of the next closing; infinite when nobody is worked for."""
    own = team.own
    closings = team.closings
    while own.closings_later > 0 and (calendar.size(closings) == 0 or closings[1].time >= own.near):
        _open_stretch(team)
    if calendar.size(closings) == 0:
        return math.inf
    return float(closings[1].time)


@register_jitable
def _open_stretch(team: Records) -> None:
    """Bring the next stretch of virtual time near; the last holds all that is left."""
    own = team.own
    line = s.FIRST_STRETCH + own.stretch
    slot = queue.first(team.agenda, s.AGENDA, line)
    while slot != queue.NOBODY:
        case = team.cases[slot]
        calendar.push(team.closings, case.due, s.CLOSING, slot, case.household)
        own.closings_later -= 1
        slot = queue.next_after(team.agenda, s.AGENDA, line, slot)
    own.stretch += 1
    own.near = own.stretch * team.stretch if own.stretch < s.STRETCHES else math.inf
