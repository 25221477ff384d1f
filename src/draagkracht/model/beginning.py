"""Where the run-in begins: who is vulnerable, which cases are open, who waits.

Never from an empty town: a team near its capacity needs years to fill.
"""

import math
from typing import NamedTuple

from numba.extending import register_jitable

from draagkracht.engine import calendar, queue
from draagkracht.engine.arrays import FloatArray, Records
from draagkracht.engine.draws import beside, uniform
from draagkracht.engine.normal import normal_quantile
from draagkracht.model import ledger as book
from draagkracht.model import state as s
from draagkracht.model.agenda import clear_agenda
from draagkracht.model.casework import mean_hours, start
from draagkracht.model.front_door import domain_of
from draagkracht.model.households import kind_of, next_candidate, time_left, wait_for_week
from draagkracht.model.kinds import MULTIPLE, SINGLE
from draagkracht.model.positions import take_positions, team_entity
from draagkracht.model.slots import entity_of, group_of, no_slots, take_slot
from draagkracht.model.waiting import enter


class Beginning(NamedTuple):
    """What a team's run-in begins from."""

    vulnerable: FloatArray  # chance by household
    helped_vulnerable: float  # share of them whose case closed within the year before
    helped_self_reliant: float
    after_closing: float  # factor on their requests
    open_multiple: float  # share of the open cases
    open_crisis: float
    waiting_multiple: float  # share of the waiting cases
    single_vulnerable: float  # share of the single cases that vulnerable households have
    wait: float  # time over which the ages of the waiting are spread
    fte: float
    open_cases: int
    waiting: int


_TRIES = 200  # draws to find a household that fits before anyone free will do


@register_jitable
def begin(
    team: Records,
    beginning: Beginning,
) -> None:
    """Fill a team at time 0 of its run-in."""
    own = team.own
    _clear(team)
    own.fte = beginning.fte
    number = team.number
    for who in range(number):
        household = team.households[who]
        u = uniform(team.keys[s.INITIAL_STATE], entity_of(team, who), 0)
        household.vulnerable = 1 if u < beginning.vulnerable[who] else 0
        if household.vulnerable:
            own.vulnerable += 1
            team.ledger.levels[group_of(team, who), 0, book.VULNERABLE] += 1
        _remember_help(team, beginning, who)
    key = team_entity(team)
    take_positions(team, key, own.fte, 0, 1.0)
    for rank in range(beginning.open_cases):
        _open_one(team, key, rank, beginning)
    for rank in range(beginning.waiting):
        _let_wait(team, key, rank, beginning)
    # Work comes in as fast as what waits did over its wait (Little); a shorter wait says nothing.
    if beginning.wait >= team.tick:
        own.arriving = own.waiting_work / beginning.wait
    for who in range(number):
        if team.households[who].slot == calendar.NOBODY:
            team.households[who].next = next_candidate(team, who, 0.0, time_left(team, who))
            wait_for_week(team, who)
    own.admitted = 0.0


@register_jitable
def _remember_help(team: Records, beginning: Beginning, who: int) -> None:
    """Some households had a case that closed in the year before, and ask more for a while."""
    household = team.households[who]
    key = team.keys[s.INITIAL_STATE]
    entity = entity_of(team, who)
    share = beginning.helped_self_reliant
    if household.vulnerable:
        share = beginning.helped_vulnerable
    if uniform(key, entity, 1) < share:
        household.factor = beginning.after_closing
        household.factor_until = team.figures.aftermath * uniform(key, entity, 2)
        household.helped = 1


@register_jitable
def _clear(team: Records) -> None:
    own = team.own
    own.now = own.virtual = own.given = own.speed = own.progress = own.direct = own.normal = 0.0
    own.worked = own.formation = own.own_hours = own.pooled = own.available = own.claims = (
        own.pressure
    ) = own.cap = 0.0
    own.credit = own.arriving = own.admitted = own.waiting_work = own.advice = own.follow_up = 0.0
    own.overtime = own.time_off = own.reach = own.reach_now = own.stock = own.fatigue = 0.0
    own.strained = own.strain = own.strain_now = own.seen = own.helpers = own.giving_back = 0.0
    own.effort = own.eased = own.informal = own.recovering = own.staying = own.asking = 1.0
    own.referring = own.partner_time = 1.0
    own.open_single = own.open_multiple = own.open_crisis = own.waiting = 0
    own.held_single = own.held_multiple = own.held_crisis = 0
    own.vulnerable = own.positions = 0
    clear_agenda(team)
    no_slots(team)
    queue.empty(team.links, s.LINES)
    for week in range(team.last_week):
        team.weeks[week] = calendar.NOBODY
    for group in range(team.ledger.groups):
        for kind in range(book.KIND_COUNT):
            for level in range(book.LEVELS):
                team.ledger.levels[group, kind, level] = 0
    book.open_quarter(team.ledger, 0, 0)
    for who in range(team.number):
        household = team.households[who]
        household.factor = 1.0
        household.factor_until = 0.0
        household.candidates = household.requests = household.helped = 0
        household.link = household.slot = calendar.NOBODY


@register_jitable
def _find(team: Records, key: int, purpose: int, rank: int, vulnerable: bool) -> int:
    number = team.number
    fallback = calendar.NOBODY
    for attempt in range(_TRIES):
        u = uniform(team.keys[purpose], beside(key, rank), attempt + 1)
        who = min(number - 1, int(u * number))
        if team.households[who].slot != calendar.NOBODY:
            continue
        if (team.households[who].vulnerable == 1) == vulnerable:
            return who
        fallback = who
    return fallback


@register_jitable
def _ask_before(team: Records, who: int, kind: int) -> int:
    """The slot of a request of before the run-in: its kind is given, its life domain is drawn."""
    slot = take_slot(team, who)
    case = team.cases[slot]
    case.left = time_left(team, who)
    case.kind = kind
    u = case.luck[s.DOMAIN]
    case.domain = domain_of(u, team.domains)
    return slot


@register_jitable
def _open_one(team: Records, key: int, rank: int, beginning: Beginning) -> None:
    figures = team.figures
    kind = kind_of(
        uniform(team.keys[s.INITIAL_OPEN], beside(key, rank), 0),
        beginning.open_multiple,
        beginning.open_crisis,
    )
    whose = uniform(team.keys[s.INITIAL_WORK], beside(key, rank), 2)
    vulnerable = kind != SINGLE or whose < beginning.single_vulnerable
    who = _find(team, key, s.INITIAL_OPEN, rank, vulnerable)
    if who == calendar.NOBODY:
        return
    slot = _ask_before(team, who, kind)
    case = team.cases[slot]
    case.asked = 0.0
    case.entered = 0.0
    # An open case met at a random moment is a long one: the lognormal, length-biased.
    sd = figures.hours_log_sd
    z = normal_quantile(uniform(team.keys[s.INITIAL_WORK], beside(key, rank), 0))
    case.factor = math.exp(sd * z + 0.5 * sd * sd)
    left = uniform(team.keys[s.INITIAL_AGE], beside(key, rank), 0)
    case.work = mean_hours(team, kind, case.domain) * case.factor * left
    start(team, slot, 0.0)


@register_jitable
def _let_wait(team: Records, key: int, rank: int, beginning: Beginning) -> None:
    u = uniform(team.keys[s.INITIAL_WAITING], beside(key, rank), 0)
    kind = kind_of(u, beginning.waiting_multiple, 0.0)
    whose = uniform(team.keys[s.INITIAL_WORK], beside(key, rank), 3)
    vulnerable = kind == MULTIPLE or whose < beginning.single_vulnerable
    who = _find(team, key, s.INITIAL_WAITING, rank, vulnerable)
    if who == calendar.NOBODY:
        return
    slot = _ask_before(team, who, kind)
    case = team.cases[slot]
    z = normal_quantile(uniform(team.keys[s.INITIAL_WORK], beside(key, rank), 1))
    sd = team.figures.hours_log_sd
    case.factor = math.exp(sd * z - 0.5 * sd * sd)
    case.work = mean_hours(team, kind, case.domain) * case.factor
    age = beginning.wait * uniform(team.keys[s.INITIAL_AGE], beside(key, rank), 1)
    enter(team, slot, 0.0, age, 0.0)
