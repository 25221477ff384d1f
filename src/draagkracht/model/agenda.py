"""What is still to happen to cases: this week in the calendar, later under the week it falls in.

Most of what is entered is taken back: who waits is helped before giving up. Stepping out of a
week's line costs next to nothing, and the calendar stays as small as a week is.
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
    calendar.clear(team.calendar, 0)
    queue.empty(team.agenda, s.AGENDA)
    team.own.week = _BEFORE_THE_FIRST


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
