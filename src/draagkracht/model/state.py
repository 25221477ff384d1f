"""Everything a team's future consists of at one moment, as one record for the kernel.

A household has at most one case. The cases there are stand in slots that are used again, so that
what is busy lies close together; a slot is a place in memory and nothing else. What a case draws
belongs to its household and the rank of its request, and ties are broken by household: nothing a
plan does can renumber another's (docs/adr/0012-slots.md).

One record means one pointer to pass: with the arrays passed side by side the same kernel was
six times slower and took twice as long to compile (docs/adr/0007-one-record.md).
"""

from typing import Final

import numpy as np

from draagkracht.engine.calendar import ENTRY
from draagkracht.engine.queue import LINK
from draagkracht.model.figures_used import FIGURES
from draagkracht.model.kinds import DOMAINS, KINDS
from draagkracht.model.ledger import LEDGER

# Purposes of a draw: each has a key of its own in every member. Those of a case stand first, and a
# case draws them all when it begins.
KIND: Final = 0
DOMAIN: Final = 1
AT_ONCE: Final = 2
DIVERTED: Final = 3
MISSED: Final = 4
FORMAL_DECISION: Final = 5
HOURS: Final = 6
SETTLE: Final = 7
PATIENCE: Final = 8
ESCALATE: Final = 9
ESCALATE_AGAIN: Final = 10
AFTER_GIVING_UP: Final = 11
PARTNER: Final = 12
PARTNER_WAIT: Final = 13
RECOVERY: Final = 14
LUCK: Final = 16  # draws of a case; one is left for a mechanism to come
CANDIDATE: Final = 16
DECISION: Final = 17
INITIAL_STATE: Final = 18
INITIAL_OPEN: Final = 19
INITIAL_WAITING: Final = 20
INITIAL_WORK: Final = 21
INITIAL_AGE: Final = 22
STAFF: Final = 23
STAFF_EVENT: Final = 24
STAFF_TIME: Final = 25
INITIAL_STAFF: Final = 26
PURPOSES: Final = 27

# Phases of a case.
NONE: Final = 0
ASKING: Final = 1  # the request falls in this week
RETURNING: Final = 2  # missed at the desk, comes back
DELAYED: Final = 3  # waits for a formal decision
QUEUED: Final = 4
OPEN: Final = 5
HELD: Final = 6  # open, and waiting for a partner
AT_PARTNER: Final = 7  # sent on to a partner by the task package

# Events, in the order in which they are taken when they fall together.
CLOSING: Final = 0
REQUEST: Final = 1
RETURN: Final = 2
DECIDED: Final = 3
LEAVING: Final = 4
ESCALATING: Final = 5
PARTNER_READY: Final = 6

# Lines of a team, in the order in which they are served; before a formal decision nobody is.
MULTIPLE_LINE: Final = 0
SINGLE_LINE: Final = 1
DELAYED_LINE: Final = 2
LINES: Final = 3

# What someone in a position of the team is.
PRESENT: Final = 0
ABSENT: Final = 1
VACANT: Final = 2

# What the households of a wijk share; they stand in a row.
WIJK: Final = np.dtype(
    [
        ("entity", "u8"),  # who draws: wijk code and rank in the wijk, less the rank in the team
        ("hazard", "f8"),  # of becoming vulnerable at today's growth, 1/time
        ("group", "i8"),  # wijk group
    ],
    align=True,
)

# One cache line: a household that lives on touches nothing else of its own.
HOUSEHOLD: Final = np.dtype(
    [
        ("next", "f8"),  # time of the next candidate
        ("factor", "f8"),  # on the request hazard, until `factor_until`
        ("factor_until", "f8"),
        ("candidates", "i8"),
        ("requests", "i8"),
        ("link", "i8"),  # next household with a candidate in the same week
        ("slot", "i8"),  # of its case, or nobody
        ("wijk", "i4"),
        ("vulnerable", "i2"),
        ("helped", "i2"),  # 1 when a request before `factor_until` recurs
    ],
    align=True,
)

CASE: Final = np.dtype(
    [
        ("asked", "f8"),  # start of the waiting clocks
        ("entered", "f8"),  # up to where its waiting is entered in the ledger
        ("factor", "f8"),  # standard hours = mean of its kind * factor
        ("work", "f8"),
        ("decided", "f8"),  # end of the formal decision
        ("leave", "f8"),
        ("escalate", "f8"),
        ("started", "f8"),
        ("span", "f8"),  # virtual time of the stretch of work it is in
        ("worked", "f8"),  # virtual time of the stretches before
        ("given", "f8"),  # hours a unit of weight given in the stretches before
        ("given_at", "f8"),  # the team's `given` when this stretch began
        ("rest", "f8"),  # standard hours after the partner
        ("luck", "f8", (LUCK,)),
        ("due", "f8"),  # time of what happens to it next, and what that is
        ("event", "i8"),
        ("later", "i8"),  # 1 when that is not in this week
        ("left", "f8"),  # what the next candidate of its household takes, at a bound of 1
        ("entity", "u8"),  # of its household
        ("household", "i8"),
        ("group", "i8"),  # wijk group of its household
        ("link", "i8"),  # next free slot, when this one is
        ("kind", "i8"),
        ("phase", "i8"),
        ("settles", "i8"),  # leaving means: solved it themselves (1) or gave up (0)
        ("episode", "i8"),  # the request it belongs to
        ("domain", "i8"),
        ("needs_partner", "i8"),
    ],
    align=True,
)

POSITION: Final = np.dtype(
    [
        ("until", "f8"),  # when who is absent is back, or an empty place is filled
        ("since", "f8"),  # when whoever has the place came
        ("status", "i8"),
    ],
    align=True,
)

TEAM: Final = np.dtype(
    [
        ("now", "f8"),
        ("virtual", "f8"),  # virtual time of sharing: standard hours a unit of weight
        ("given", "f8"),  # the same in hours given
        ("speed", "f8"),  # hours a week for a unit of weight
        ("progress", "f8"),  # standard hours a week for a unit of weight
        ("effort", "f8"),  # hours for a standard hour this week
        ("holding", "f8"),  # hours a week for an open case
        ("direct", "f8"),  # hours a week for cases: D
        ("normal", "f8"),  # D0
        ("own_hours", "f8"),  # D0 before hours are lent or borrowed
        ("pooled", "f8"),  # hours a week borrowed from the other teams, less lent
        ("available", "f8"),  # productive fte
        ("worked", "f8"),  # hours a week at work
        ("formation", "f8"),  # fte this week
        ("claims", "f8"),  # hours a week asked
        ("pressure", "f8"),
        ("cap", "f8"),  # weighted cases
        ("credit", "f8"),  # of the single queue
        ("arriving", "f8"),  # standard hours a week, smoothed
        ("admitted", "f8"),  # standard hours that came this week
        ("waiting_work", "f8"),  # standard hours waiting
        ("advice", "f8"),  # hours of advice and desk of this week, charged the next
        ("follow_up", "f8"),  # hours of follow-up still to give
        ("overtime", "f8"),  # share of worked hours
        ("time_off", "f8"),  # hours of overtime still to take back
        ("reach", "f8"),  # prevention given over the norm, this week
        ("reach_now", "f8"),  # the same in the last year of the run-in
        ("stock", "f8"),  # of prevention
        ("fatigue", "f8"),
        ("strained", "f8"),
        ("strain", "f8"),  # sigma
        ("strain_now", "f8"),  # the same in the last year of the run-in
        ("seen", "f8"),  # weeks of that year
        ("helpers", "f8"),  # persons
        ("giving_back", "f8"),  # persons who recovered this week and may help
        ("eased", "f8"),  # factor on the hours of new cases
        ("informal", "f8"),  # the world's factor on what people do for themselves
        ("recovering", "f8"),  # factor on natural recovery
        ("staying", "f8"),  # factor of prevention on the hazard of becoming vulnerable
        ("asking", "f8"),  # factor on requests
        ("referring", "f8"),  # factor on the chance that a case needs a partner
        ("partner_time", "f8"),  # factor on the waits at partners
        ("growth", "f8"),  # this week's factor on the hazard of becoming vulnerable
        ("growth_bound", "f8"),  # this year's bound on it
        ("fte", "f8"),
        ("residents", "f8"),  # thousands
        ("open_single", "i8"),
        ("open_multiple", "i8"),
        ("open_crisis", "i8"),
        ("held_single", "i8"),  # of the open cases, those that wait for a partner
        ("held_multiple", "i8"),
        ("held_crisis", "i8"),
        ("waiting", "i8"),
        ("vulnerable", "i8"),
        ("positions", "i8"),  # for which there is fte
        ("week", "i8"),  # that it lives in
        ("near", "f8"),  # virtual time up to which closings stand in their calendar
        ("stretch", "i8"),  # of virtual time that comes near next
        ("closings_later", "i8"),  # that are not near
        ("slots", "i8"),  # that were ever in use
        ("free", "i8"),  # first slot that is free again, or nobody
    ],
    align=True,
)


# Bounds of the record; memory is only taken by what is used. Towns beyond them are refused.
HOUSEHOLDS: Final = 1 << 17  # households in one team
POSITIONS: Final = 1 << 13  # people in one team
WIJKEN: Final = 512  # in one team
WEEKS: Final = 104 + 52 * 60
YEARS: Final = WEEKS // 52

# Lines of what is still to happen: one a week, the last for what lies beyond the run; then one for
# each stretch of virtual time, the last for all that comes after.
FIRST_STRETCH: Final = WEEKS + 1
STRETCHES: Final = 1024
AGENDA: Final = FIRST_STRETCH + STRETCHES

FRAME: Final = np.dtype(
    [
        ("own", TEAM),
        ("figures", FIGURES),
        ("keys", "u8", (PURPOSES,)),
        ("growth_bound", "f8", (YEARS,)),  # by year from the run-in's start
        ("domains", "f8", (len(DOMAINS),)),  # cumulative shares of the main life domain
        ("domain_hours", "f8", (len(DOMAINS),)),  # hours of a case over the mean of its kind
        ("partner_chance", "f8", (len(KINDS), len(DOMAINS))),
        ("partner_wait", "f8", (len(DOMAINS),)),  # mean
        ("routes", "i8", (2, len(KINDS), len(DOMAINS))),  # before and in the task package
        ("tick", "f8"),
        ("stretch", "f8"),  # virtual time that closings come near by; 0 when all are near
        ("routes_from", "i8"),  # tick at which the task package starts
        ("last_week", "i8"),
        ("number", "i8"),  # households
        ("years", "i8"),  # of which the growth is known; after them it stays as in the last
        ("place", "i8"),  # of the team in the accounts
        ("first_group", "i8"),  # of its wijk groups in the accounts
        ("weeks", "i8", (WEEKS,)),  # first household with a candidate in each week
        ("ledger", LEDGER),
        ("wijken", WIJK, (WIJKEN,)),
        ("households", HOUSEHOLD, (HOUSEHOLDS,)),
        ("cases", CASE, (HOUSEHOLDS,)),
        ("positions", POSITION, (POSITIONS,)),
        ("links", LINK, (LINES + HOUSEHOLDS,)),
        ("agenda", LINK, (AGENDA + HOUSEHOLDS,)),  # cases to which something happens later
        ("calendar", ENTRY, (HOUSEHOLDS + 1,)),  # events of this week, in time
        ("closings", ENTRY, (HOUSEHOLDS + 1,)),  # those that are near, in virtual time
    ],
    align=True,
)

# What the world does, week by week from the run-in's start; factors, 1 as it is now.
WORLD: Final = np.dtype(
    [
        ("growth", "f8"),  # on the hazard of becoming vulnerable
        ("vacancy", "f8"),  # on the time it takes to fill a place
        ("departure", "f8"),  # on departures
        ("partner", "f8"),  # on the waits at partners
        ("informal", "f8"),  # on natural recovery and on settling while waiting
        ("formation", "f8"),  # on the fte a town can pay
        ("holding", "f8"),  # on the hours to hold a case
    ]
)
