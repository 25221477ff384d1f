"""One team's weeks: at each tick what holds for the week is set, between ticks events happen.

The order within a week: hours, pressure and cap; households whose candidate falls in the week;
who may start; then every event at its exact time. Constant between ticks is the definition of
the model, not an approximation of something finer.
"""

import math
from typing import Final, NamedTuple

from numba.extending import register_jitable

from draagkracht.engine import calendar
from draagkracht.engine.arrays import Records
from draagkracht.model import ledger as book
from draagkracht.model import state as s
from draagkracht.model.casework import close, move_to, next_closing, open_cases
from draagkracht.model.front_door import ask, come_back
from draagkracht.model.households import live_on
from draagkracht.model.pressure import (
    available_fte,
    excess_work,
    normal_direct_hours,
    pressure,
    smoothed,
    worked_hours,
)
from draagkracht.model.waiting import decide, enter_everyone, escalate, leave, start_who_may

WEEKS_A_YEAR: Final = 52


class Course(NamedTuple):
    """What is decided and what the world does, week by week."""

    levers: Records  # LEVER; row 0 is today, row 1 + w the w-th week from today
    world: Records  # WORLD, from the run-in's start
    today: int  # week at which the run-in ends


@register_jitable
def live(team: Records, years: Course, accounts: book.Accounts, first: int, last: int) -> None:
    """Let one team live from the start of week `first` to the start of week `last`."""
    for week in range(first, last):
        # Row 0 of the levers is today, and holds throughout the run-in.
        lever = years.levers[max(0, week - years.today + 1)]
        if week % book.QUARTER == 0:
            followed = 1 if week >= years.today else 0
            book.open_quarter(team.ledger, week // book.QUARTER, followed)
        set_week(team, lever, years.world[week], week)
        wake_households(team, lever, week)
        start_who_may(team, lever, week * team.tick)
        let_happen(team, lever, week)
        if (week + 1) % book.QUARTER == 0:
            enter_everyone(team, (week + 1) * team.tick)
            book.hand_over(team.ledger, accounts)


@register_jitable
def set_week(team: Records, lever: Records, world: Records, week: int) -> None:
    """Set the team's hours, pressure and cap for this week and book the hours."""
    own = team.own
    figures = team.figures
    tick = team.tick
    fte = own.fte * lever.team_fte_factor
    vacant = figures.vacancies * world.vacancy
    available = available_fte(fte, vacant, figures.absence)
    worked = worked_hours(available, figures.contract_hours, figures.leave_share)
    indirect = (
        lever.team_administration_share
        + lever.team_meeting_share
        + lever.team_overhead_share
        + lever.team_prevention_share
    )
    normal = normal_direct_hours(worked, indirect, lever.team_card_hours)
    due = own.follow_up * min(1.0, tick / figures.follow_up_memory)
    own.follow_up -= due
    advice = own.advice / tick + due / tick
    own.advice = 0.0
    own.arriving = smoothed(own.arriving, own.admitted / tick, figures.load_memory / tick)
    own.admitted = 0.0
    claims = (
        advice
        + lever.casework_holding_hours * open_cases(team)
        + figures.target_intensity * open_cases(team)
        + figures.contact_hours * own.waiting
        + excess_work(own.waiting_work, own.arriving, figures.target_wait, figures.catch_up)
    )
    own.available = available
    own.normal = normal
    own.direct = max(0.0, normal - advice)
    own.pressure = pressure(claims, normal)
    own.cap = lever.casework_caseload_cap * available
    own.growth = world.growth
    own.growth_bound = team.growth_bound[min(week // WEEKS_A_YEAR, s.YEARS - 1)]
    hours = team.ledger.hours
    hours[book.H_CONTRACT] += fte * figures.contract_hours * tick
    hours[book.H_AVAILABLE] += available
    hours[book.H_WORKED] += worked * tick
    hours[book.H_DIRECT] += normal * tick
    hours[book.H_ADVICE] += min(advice, normal) * tick
    hours[book.H_SHORT] += max(0.0, advice - normal) * tick
    hours[book.H_ADMINISTRATION] += worked * lever.team_administration_share * tick
    hours[book.H_MEETING] += worked * lever.team_meeting_share * tick
    hours[book.H_OVERHEAD] += worked * lever.team_overhead_share * tick
    hours[book.H_PREVENTION] += worked * lever.team_prevention_share * tick
    hours[book.H_PRESSURE] += own.pressure * fte
    hours[book.H_TICKS] += 1.0
    hours[book.H_FTE] += fte


@register_jitable
def wake_households(team: Records, lever: Records, week: int) -> None:
    """Let every household with a candidate in this week live through it."""
    who = team.weeks[week]
    team.weeks[week] = calendar.NOBODY
    while who != calendar.NOBODY:
        following = team.households[who].link
        live_on(team, who, week, lever.access_request_factor)
        who = following


@register_jitable
def let_happen(team: Records, lever: Records, week: int) -> None:
    """Take every event of the week at its time."""
    end = (week + 1) * team.tick
    holding = lever.casework_holding_hours
    while True:
        closing = next_closing(team)
        event = math.inf
        if calendar.size(team.calendar) > 0:
            event = team.calendar[1].time
        if min(closing, event) >= end:
            break
        if closing <= event:
            move_to(team, closing, holding)
            close(team, lever, closing)
            now = closing
        else:
            move_to(team, event, holding)
            take(team, lever, event)
            now = event
        start_who_may(team, lever, now)
    move_to(team, end, holding)


@register_jitable
def take(team: Records, lever: Records, now: float) -> None:
    """Take the first event of the calendar."""
    what = team.calendar[1].what
    who = team.calendar[1].who
    if what == s.REQUEST:
        ask(team, lever, who, now)
    elif what == s.RETURN:
        come_back(team, lever, who, now)
    elif what == s.DECIDED:
        decide(team, who)
    elif what == s.LEAVING:
        leave(team, lever, who, now)
    else:
        escalate(team, who, now)
