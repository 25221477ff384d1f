"""What the kernel counts: whole numbers only, so that sums never depend on their order.

Times are kept as whole parts of a tick (2**32 parts). Little's law, conservation and the sum
over teams therefore hold exactly, not to a tolerance.
"""

import math
from typing import Final, NamedTuple

import numpy as np
from numba.extending import register_jitable

from draagkracht.engine.arrays import CountArray, FloatArray, Records
from draagkracht.model.kinds import KINDS

PARTS: Final = 4294967296.0  # parts of a tick
WEEKLY_BINS: Final = 104  # ages at which waiting is followed, one tick each
QUARTER: Final = 13  # ticks in a quarter

KIND_COUNT: Final = len(KINDS)

# Columns of `counts[group, kind, column]`.
REQUESTED: Final = 0
ANSWERED_AT_ONCE: Final = 1
TO_DESK: Final = 2
MISSED: Final = 3
TO_PARTNER: Final = 4
TURNED_AWAY: Final = 5
ENTERED: Final = 6
STARTED: Final = 7
STARTED_AT_ONCE: Final = 8
SETTLED: Final = 9
GIVEN_UP: Final = 10
ESCALATED_IN: Final = 11
ESCALATED_OUT: Final = 12
CLOSED: Final = 13
RECOVERED: Final = 14
RECURRED: Final = 15
LEAD_TIME: Final = 16
TIME_WAITING: Final = 17
TIME_OPEN: Final = 18
# Without a kind; kept at kind 0.
BECAME_VULNERABLE: Final = 19
RECOVERED_ALONE: Final = 20
TIME_VULNERABLE: Final = 21
REFERRED: Final = 22  # cases of the team that had to wait for a partner
COUNTERS: Final = 23

# Rows of `levels[group, kind, level]`: how many there are now.
WAITING: Final = 0
OPEN: Final = 1
VULNERABLE: Final = 2
LEVELS: Final = 3

# Columns of `hours`, in hours unless said otherwise.
H_CONTRACT: Final = 0
H_AVAILABLE: Final = 1  # productive fte-weeks
H_WORKED: Final = 2
H_DIRECT: Final = 3  # normal direct hours, D0
H_ADVICE: Final = 4  # advice, desk and follow-up that fitted
H_SHARED: Final = 5
H_HELD: Final = 6
H_CONTACT: Final = 7
H_IDLE: Final = 8
H_SHORT: Final = 9  # advice, holding and contact that did not fit
H_ADMINISTRATION: Final = 10
H_MEETING: Final = 11
H_OVERHEAD: Final = 12
H_PREVENTION: Final = 13
H_PRESSURE: Final = 14  # pressure times fte-weeks
H_TICKS: Final = 15
H_FTE: Final = 16  # fte-weeks of formation
H_VACANT: Final = 17  # fte-weeks
H_ABSENT: Final = 18  # fte-weeks
H_LEFT: Final = 19  # fte that left
H_STRAIN: Final = 20  # strain times fte-weeks
H_OVERTIME: Final = 21
H_TIME_OFF: Final = 22  # overtime taken back
H_CROWDED_OUT: Final = 23  # prevention that made way
H_ONBOARDING: Final = 24
H_COORDINATION: Final = 25  # of helpers and circles
H_CARDS: Final = 26
H_POOLED: Final = 27  # borrowed from other teams, less lent
H_ADMITTED: Final = 28  # standard hours that came in
H_TAKEN_OVER: Final = 29  # of those, by partners
H_FOLLOW_UP: Final = 30  # part of H_ADVICE
H_REACH: Final = 31  # prevention given over the norm, in weeks
H_HELPERS: Final = 32  # person-weeks
H_HELPER_HOURS: Final = 33
H_RESIDENT: Final = 34  # hours asked of residents, helpers' hours among them
H_DROPPED: Final = 35  # standard hours that left the line: settled or given up
H_DONE: Final = 36  # standard hours done, whatever it took
H_LOST: Final = 37  # hours that today's formation would work and that nobody does
H_UNFIT: Final = 38  # hours of cards, onboarding and coordination for which there was no time
HOURS: Final = 39


GROUPS: Final = 512  # wijk groups a team can have; a town has at most 500 wijken

LEDGER: Final = np.dtype(
    [
        ("counts", "i8", (GROUPS, KIND_COUNT, COUNTERS)),
        ("levels", "i8", (GROUPS, KIND_COUNT, LEVELS)),
        ("exposed", "i8", (GROUPS, KIND_COUNT, WEEKLY_BINS)),  # parts of a tick
        ("spared", "i8", (GROUPS, KIND_COUNT, WEEKLY_BINS)),  # parts of a tick
        ("started", "i8", (GROUPS, KIND_COUNT, WEEKLY_BINS)),
        ("hours", "f8", (HOURS,)),
        ("groups", "i8"),
        ("quarter", "i8"),
        ("followed", "i8"),  # 1 when this quarter keeps its waiting curves
    ],
    align=True,
)


class Accounts(NamedTuple):
    """The ledger's quarters of one or more teams in one member, as they are handed over."""

    counts: CountArray  # (group, quarter, kind, COUNTERS)
    exposed: CountArray  # (group, quarter, kind, WEEKLY_BINS), parts of a tick
    spared: CountArray  # the same: what is left of the week of age in which help comes
    started: CountArray  # (group, quarter, kind, WEEKLY_BINS)
    hours: FloatArray  # (team, quarter, HOURS)


@register_jitable
def parts(ticks: float) -> int:
    """Whole parts in a span of `ticks` (>= 0)."""
    return int(math.floor(ticks * PARTS + 0.5))


@register_jitable
def count(ledger: Records, group: int, kind: int, column: int) -> None:
    """Add one."""
    ledger.counts[group, kind, column] += 1


@register_jitable
def change_level(ledger: Records, group: int, kind: int, level: int, by: int, ticks: float) -> None:
    """Raise a level by `by` at `ticks`: now, and in the time still to come of this quarter."""
    ledger.levels[group, kind, level] += by
    left = parts((ledger.quarter + 1) * QUARTER) - parts(ticks)
    ledger.counts[group, kind, _time_column(level)] += by * left


@register_jitable
def open_quarter(ledger: Records, quarter: int, followed: int) -> None:
    """Begin a quarter with blank accounts and the levels it starts with, for the whole of it."""
    ledger.quarter = quarter
    ledger.followed = followed
    length = parts(QUARTER)
    for column in range(HOURS):
        ledger.hours[column] = 0.0
    for group in range(ledger.groups):
        for kind in range(KIND_COUNT):
            for column in range(COUNTERS):
                ledger.counts[group, kind, column] = 0
            for level in range(LEVELS):
                time = ledger.levels[group, kind, level] * length
                ledger.counts[group, kind, _time_column(level)] += time
            if followed:
                for age in range(WEEKLY_BINS):
                    ledger.exposed[group, kind, age] = 0
                    ledger.spared[group, kind, age] = 0
                    ledger.started[group, kind, age] = 0


@register_jitable
def hand_over(ledger: Records, accounts: Accounts, place: int, first_group: int) -> None:
    """Enter the quarter that ends in the accounts of the team at `place`."""
    quarter = ledger.quarter
    for column in range(HOURS):
        accounts.hours[place, quarter, column] = ledger.hours[column]
    for group in range(ledger.groups):
        row = first_group + group
        for kind in range(KIND_COUNT):
            for column in range(COUNTERS):
                accounts.counts[row, quarter, kind, column] = ledger.counts[group, kind, column]
            if ledger.followed:
                for age in range(WEEKLY_BINS):
                    exposed = ledger.exposed[group, kind, age]
                    accounts.exposed[row, quarter, kind, age] = exposed
                    spared = ledger.spared[group, kind, age]
                    accounts.spared[row, quarter, kind, age] = spared
                    started = ledger.started[group, kind, age]
                    accounts.started[row, quarter, kind, age] = started


@register_jitable
def expose(
    ledger: Records, group: int, kind: int, asked: float, since: float, until: float
) -> None:
    """Enter the waiting between `since` and `until` (ticks) by its age since `asked`.

    The span may not cross the end of a quarter: the kernel enters everyone at each end.
    """
    if not ledger.followed:
        return
    origin = parts(asked)
    start = parts(since) - origin
    end = parts(until) - origin
    one = parts(1.0)
    while start < end:
        age = start // one
        if age >= WEEKLY_BINS:
            return
        upto = min(end, (age + 1) * one)
        ledger.exposed[group, kind, age] += upto - start
        start = upto


@register_jitable
def record_start(ledger: Records, group: int, kind: int, asked: float, now: float) -> None:
    """Enter a start of help by the time since `asked` (ticks); at once when no time passed."""
    count(ledger, group, kind, STARTED)
    age = parts(now) - parts(asked)
    if age == 0:
        count(ledger, group, kind, STARTED_AT_ONCE)
    elif ledger.followed:
        one = parts(1.0)
        week = age // one
        if week < WEEKLY_BINS:
            ledger.started[group, kind, week] += 1
            ledger.spared[group, kind, week] += (week + 1) * one - age


@register_jitable
def _time_column(level: int) -> int:
    if level == WAITING:
        return TIME_WAITING
    if level == OPEN:
        return TIME_OPEN
    return TIME_VULNERABLE
