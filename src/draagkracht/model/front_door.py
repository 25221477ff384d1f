"""M3: from a request to the team's line, a desk, a partner, or an answer at once."""

from typing import Final

from numba.extending import register_jitable

from draagkracht.engine.arrays import FloatArray, Records
from draagkracht.model import kinds
from draagkracht.model import ledger as book
from draagkracht.model import state as s
from draagkracht.model.agenda import enter_event, take_back
from draagkracht.model.casework import end_help, resume, time_at_partner
from draagkracht.model.households import change_state, kind_of, set_free
from draagkracht.model.kinds import CRISIS, MULTIPLE, SINGLE
from draagkracht.model.prevention import crisis_share
from draagkracht.model.waiting import enter, give_up, set_work

# Help elsewhere is taken to be as good as a team's that cuts no corners: an assumption of ours.
FULL_QUALITY: Final = 1.0


@register_jitable
def answered_at_once(kind: int, single: float, multiple: float) -> float:
    """Chance that a request needs no more than an answer; a crisis always needs more.

    >>> answered_at_once(0, 0.2, 0.02), answered_at_once(2, 0.2, 0.02)
    (0.2, 0.0)
    """
    if kind == SINGLE:
        return single
    if kind == MULTIPLE:
        return multiple
    return 0.0


@register_jitable
def domain_of(u: float, cumulative: FloatArray) -> int:
    """Main life domain of a request, from cumulative shares that end at 1."""
    domain = 0
    while domain < cumulative.shape[0] - 1 and u >= cumulative[domain]:
        domain += 1
    return domain


@register_jitable
def ask(team: Records, lever: Records, slot: int, now: float) -> None:
    """A household asks: sort the request and send it where it belongs."""
    take_back(team, slot)
    case = team.cases[slot]
    household = team.households[case.household]
    figures = team.figures
    ticks = now / team.tick
    u = case.luck[s.KIND]
    multiple = figures.multiple_share_self_reliant
    crisis = figures.crisis_share_self_reliant
    if household.vulnerable:
        multiple = figures.multiple_share_vulnerable
        crisis = figures.crisis_share_vulnerable
    crises = crisis_share(crisis, team.own.staying)
    case.kind = kind_of(u, multiple * ((1.0 - crises) / (1.0 - crisis)), crises)
    case.domain = domain_of(case.luck[s.DOMAIN], team.domains)
    book.count(team.ledger, case.group, case.kind, book.REQUESTED)
    if household.helped and now < household.factor_until:
        book.count(team.ledger, case.group, case.kind, book.RECURRED)
    if case.kind != SINGLE and not household.vulnerable:
        change_state(team, case.household, ticks)
        book.count(team.ledger, case.group, 0, book.BECAME_VULNERABLE)
    _send(team, lever, slot, now)


@register_jitable
def _send(team: Records, lever: Records, slot: int, now: float) -> None:
    own = team.own
    case = team.cases[slot]
    figures = team.figures
    ticks = now / team.tick
    package = 1 if ticks >= team.routes_from else 0
    destination = team.routes[package, case.kind, case.domain]
    if destination == kinds.TO_NONE:
        book.count(team.ledger, case.group, case.kind, book.TURNED_AWAY)
        give_up(team, slot, now)
        set_free(team, slot, now)
        return
    if destination == kinds.TO_PARTNER:
        book.count(team.ledger, case.group, case.kind, book.TO_PARTNER)
        case.phase = s.AT_PARTNER
        back = now + time_at_partner(team, slot)
        enter_event(team, back, s.PARTNER_READY, slot)
        return
    at_once = answered_at_once(
        case.kind, lever.access_answered_at_once_single, figures.answered_at_once_multiple
    )
    if case.luck[s.AT_ONCE] < at_once:
        own.advice += figures.advice_hours
        book.count(team.ledger, case.group, case.kind, book.ANSWERED_AT_ONCE)
        set_free(team, slot, now)
        return
    diverted = destination == kinds.TO_DESK
    if case.kind == SINGLE and not diverted:
        u = case.luck[s.DIVERTED]
        diverted = u < lever.access_diverted_share
    if diverted:
        _help_at_desk(team, lever, slot, now)
    else:
        admit(team, lever, slot, now)


@register_jitable
def _help_at_desk(team: Records, lever: Records, slot: int, now: float) -> None:
    case = team.cases[slot]
    figures = team.figures
    team.own.advice += lever.access_desk_hours
    book.count(team.ledger, case.group, case.kind, book.TO_DESK)
    u = case.luck[s.MISSED]
    if u >= lever.access_missed_multiple:
        end_help(team, lever, slot, now, FULL_QUALITY)
        return
    book.count(team.ledger, case.group, case.kind, book.MISSED)
    case.phase = s.RETURNING
    back = now + figures.missed_return_delay
    enter_event(team, back, s.RETURN, slot)


@register_jitable
def hear_from_partner(team: Records, lever: Records, slot: int, now: float) -> None:
    """The partner is ready: with its share of the team's case, or with a request sent on to it."""
    if team.cases[slot].phase == s.HELD:
        resume(team, slot)
        return
    take_back(team, slot)
    end_help(team, lever, slot, now, FULL_QUALITY)


@register_jitable
def come_back(team: Records, lever: Records, slot: int, now: float) -> None:
    """What the desk took for single was multiple, and is heavier by now."""
    take_back(team, slot)
    case = team.cases[slot]
    case.kind = MULTIPLE
    if not team.households[case.household].vulnerable:
        ticks = now / team.tick
        change_state(team, case.household, ticks)
        book.count(team.ledger, case.group, 0, book.BECAME_VULNERABLE)
    factor = lever.casework_hours_factor * team.own.eased * team.figures.missed_hours_factor
    set_work(team, slot, factor)
    enter(team, slot, now, team.figures.missed_return_delay, 0.0)


@register_jitable
def admit(team: Records, lever: Records, slot: int, now: float) -> None:
    """Let a request in, after a formal decision where it needs one; a crisis needs none."""
    case = team.cases[slot]
    delay = 0.0
    if case.kind != CRISIS:
        u = case.luck[s.FORMAL_DECISION]
        if u < lever.access_decision_share:
            delay = lever.access_decision_delay
    set_work(team, slot, lever.casework_hours_factor * team.own.eased)
    enter(team, slot, now, 0.0, delay)
