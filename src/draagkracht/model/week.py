"""A week of one or more teams: at each tick what holds for it is set, between ticks things happen.

The order within a week: who is there; hours and what is asked of them; how the team responds;
strain, prevention and helpers; who falls ill, leaves or comes; then households whose candidate
falls in the week, who may start, and every event at its exact time. Constant between ticks is the
definition of the model, not an approximation of something finer.
"""

from typing import NamedTuple

from numba.extending import register_jitable

from draagkracht.engine import calendar
from draagkracht.engine.arrays import Records
from draagkracht.model import ledger as book
from draagkracht.model import state as s
from draagkracht.model.agenda import next_event, open_week
from draagkracht.model.casework import finish, move_to, next_closing
from draagkracht.model.front_door import ask, come_back, hear_from_partner
from draagkracht.model.hours import count_hours, grow_strain, respond, set_pressure, set_room
from draagkracht.model.households import live_on
from draagkracht.model.pooling import arrange_pool
from draagkracht.model.positions import live_staff, team_entity
from draagkracht.model.surroundings import set_helpers, set_surroundings, watch_present
from draagkracht.model.waiting import decide, enter_everyone, escalate, leave, start_who_may


class Course(NamedTuple):
    """What is decided and what the world does, week by week."""

    levers: Records  # LEVER (team, 1 + weeks); column 0 is today, 1 + w the w-th week from today
    world: Records  # WORLD, from the run-in's start
    today: int  # week at which the run-in ends


@register_jitable
def live(frames: Records, course: Course, accounts: book.Accounts, first: int, last: int) -> None:
    """Let teams live from the start of week `first` to the start of week `last`, side by side."""
    for week in range(first, last):
        # Column 0 of the levers is today, and holds throughout the run-in.
        row = max(0, week - course.today + 1)
        for place in range(frames.shape[0]):
            if week % book.QUARTER == 0:
                followed = 1 if week >= course.today else 0
                book.open_quarter(frames[place].ledger, week // book.QUARTER, followed)
            count_hours(frames[place], course.levers[place, row], course.world[week], week)
        if frames.shape[0] > 1:
            arrange_pool(frames, course.levers, row)
        for place in range(frames.shape[0]):
            team = frames[place]
            live_week(team, course.levers[place, row], course.world[week], week, course.today)
            if (week + 1) % book.QUARTER == 0:
                enter_everyone(team, (week + 1) * team.tick)
                book.hand_over(team.ledger, accounts, team.place, team.first_group)


@register_jitable
def live_week(team: Records, lever: Records, world: Records, week: int, today: int) -> None:
    """Let one team live through a week of which the hours are counted."""
    followed = week >= today
    set_room(team, lever)
    advice = set_pressure(team, lever, world)
    respond(team, lever, advice)
    grow_strain(team, lever, week)
    watch_present(team.own, week, today)
    set_surroundings(team, lever, world, week, followed)
    set_helpers(team, lever)
    live_staff(team, lever, world, team_entity(team), week, followed)
    open_week(team, week)
    wake_households(team, week)
    start_who_may(team, lever, week * team.tick)
    let_happen(team, lever, week)


@register_jitable
def wake_households(team: Records, week: int) -> None:
    """Let every household with a candidate in this week live through it."""
    who = team.weeks[week]
    team.weeks[week] = calendar.NOBODY
    while who != calendar.NOBODY:
        following = team.households[who].link
        live_on(team, who, week)
        who = following


@register_jitable
def let_happen(team: Records, lever: Records, week: int) -> None:
    """Take every event of the week at its time."""
    end = (week + 1) * team.tick
    while True:
        closing = next_closing(team)
        event = next_event(team)
        if min(closing, event) >= end:
            break
        if closing <= event:
            move_to(team, closing)
            finish(team, lever, closing)
            now = closing
        else:
            move_to(team, event)
            take(team, lever, event)
            now = event
        start_who_may(team, lever, now)
    move_to(team, end)


@register_jitable
def take(team: Records, lever: Records, now: float) -> None:
    """Take the first event of the calendar."""
    what = team.calendar[1].what
    slot = team.calendar[1].who
    if what == s.REQUEST:
        ask(team, lever, slot, now)
    elif what == s.RETURN:
        come_back(team, lever, slot, now)
    elif what == s.DECIDED:
        decide(team, slot)
    elif what == s.LEAVING:
        leave(team, slot, now)
    elif what == s.PARTNER_READY:
        hear_from_partner(team, lever, slot, now)
    else:
        escalate(team, slot, now)
