"""M5: open cases share the team's hours, under a weighted cap, with holding paid first."""

import math

from numba.extending import register_jitable

from draagkracht.engine import calendar, queue
from draagkracht.engine.arrays import Records
from draagkracht.engine.draws import uniform
from draagkracht.engine.normal import normal_quantile
from draagkracht.engine.sharing import share
from draagkracht.model import ledger as book
from draagkracht.model import state as s
from draagkracht.model.households import change_state, set_free
from draagkracht.model.kinds import MULTIPLE, SINGLE


@register_jitable
def by_kind(kind: int, single: float, multiple: float, crisis: float) -> float:
    """The value that belongs to `kind`.

    >>> by_kind(2, 4.0, 17.0, 16.0)
    16.0
    """
    if kind == SINGLE:
        return single
    if kind == MULTIPLE:
        return multiple
    return crisis


@register_jitable
def hours_factor(u: float, log_sd: float, exponential: bool) -> float:
    """Hours of a case over the mean of its kind; mean 1. Lognormal, or exponential for theory.

    >>> round(hours_factor(0.5, 0.8, False), 4), hours_factor(0.3, 0.0, False)
    (0.7261, 1.0)
    """
    if exponential:
        return -math.log(u)
    return math.exp(log_sd * normal_quantile(u) - 0.5 * log_sd * log_sd)


@register_jitable
def mean_hours(figures: Records, kind: int) -> float:
    """Mean standard hours of a case of `kind`."""
    return by_kind(kind, figures.hours_single, figures.hours_multiple, figures.hours_crisis)


@register_jitable
def cap_weight(figures: Records, kind: int) -> float:
    """What a case of `kind` takes of the cap."""
    return by_kind(
        kind, figures.cap_weight_single, figures.cap_weight_multiple, figures.cap_weight_crisis
    )


@register_jitable
def share_weight(figures: Records, kind: int) -> float:
    """What a case of `kind` takes of the shared hours, a single one being 1."""
    return by_kind(kind, 1.0, figures.share_weight_multiple, figures.share_weight_crisis)


@register_jitable
def open_cases(team: Records) -> int:
    """Cases open in the team."""
    own = team.own
    return own.open_single + own.open_multiple + own.open_crisis


@register_jitable
def _change_open(team: Records, kind: int, by: int) -> None:
    own = team.own
    if kind == SINGLE:
        own.open_single += by
    elif kind == MULTIPLE:
        own.open_multiple += by
    else:
        own.open_crisis += by


@register_jitable
def sharing_weight(team: Records) -> float:
    """Sum of the sharing weights of everyone in service."""
    own = team.own
    figures = team.figures
    return (
        own.open_single
        + own.open_multiple * figures.share_weight_multiple
        + own.open_crisis * figures.share_weight_crisis
    )


@register_jitable
def cap_in_use(team: Records) -> float:
    """Weighted cases open, from whole numbers so that nothing drifts, to set against the cap."""
    own = team.own
    figures = team.figures
    return (
        own.open_single * figures.cap_weight_single
        + own.open_multiple * figures.cap_weight_multiple
        + own.open_crisis * figures.cap_weight_crisis
    )


@register_jitable
def set_speed(team: Records, holding: float) -> None:
    """Divide the hours anew: holding first, then contact with the waiting, then the cases."""
    own = team.own
    figures = team.figures
    own.speed = share(
        own.direct,
        holding * open_cases(team),
        figures.contact_hours * own.waiting,
        sharing_weight(team),
        figures.intensity_cap,
    )


@register_jitable
def move_to(team: Records, time: float, holding: float) -> None:
    """Let the team work until `time` and book where its hours went."""
    own = team.own
    span = time - own.now
    if span <= 0.0:
        return
    used = own.speed * sharing_weight(team)
    hold = holding * open_cases(team)
    contact = team.figures.contact_hours * own.waiting
    held = min(hold, own.direct)
    called = min(contact, own.direct - held)
    hours = team.ledger.hours
    hours[book.H_SHARED] += used * span
    hours[book.H_HELD] += held * span
    hours[book.H_CONTACT] += called * span
    hours[book.H_IDLE] += max(0.0, own.direct - held - called - used) * span
    hours[book.H_SHORT] += ((hold - held) + (contact - called)) * span
    own.virtual += own.speed * span
    own.now = time


@register_jitable
def next_closing(team: Records) -> float:
    """Time of the next closing if nothing changes; infinite when nobody is helped."""
    own = team.own
    if calendar.size(team.closings) == 0 or own.speed <= 0.0:
        return math.inf
    return own.now + max(0.0, team.closings[1].time - own.virtual) / own.speed


@register_jitable
def start(team: Records, who: int, now: float) -> None:
    """Open the case of a household that waited, or of a crisis that does not wait."""
    own = team.own
    case = team.cases[who]
    figures = team.figures
    household = team.households[who]
    case.phase = s.OPEN
    case.started = now
    _change_open(team, case.kind, 1)
    ticks = now / team.tick
    book.record_start(team.ledger, household.group, case.kind, case.asked / team.tick, ticks)
    book.change_level(team.ledger, household.group, case.kind, book.OPEN, 1, ticks)
    finish = own.virtual + case.work / share_weight(figures, case.kind)
    calendar.push(team.closings, finish, s.CLOSING, who)


@register_jitable
def next_in_line(team: Records, cap_room: float, single_share: float) -> int:
    """Whom the team may start next under the cap, or nobody.

    Multiple goes first, but a share of the starts is kept for single when both wait: each start
    adds the share to a credit, and a full credit is a single start.
    """
    own = team.own
    figures = team.figures
    first_single = queue.first(team.links, SINGLE)
    first_multiple = queue.first(team.links, MULTIPLE)
    if first_single == queue.NOBODY and first_multiple == queue.NOBODY:
        return queue.NOBODY
    both = first_single != queue.NOBODY and first_multiple != queue.NOBODY
    kind = MULTIPLE if first_multiple != queue.NOBODY else SINGLE
    if both and own.credit >= 1.0:
        kind = SINGLE
    if cap_weight(figures, kind) > cap_room:
        return queue.NOBODY
    if both:
        own.credit += single_share
        if kind == SINGLE:
            own.credit -= 1.0
    return first_single if kind == SINGLE else first_multiple


@register_jitable
def close(team: Records, lever: Records, now: float) -> None:
    """End the case that is first to finish: recovery or not, and a year of closer contact."""
    who = team.closings[1].who
    own = team.own
    own.virtual = max(own.virtual, team.closings[1].time)
    calendar.pop(team.closings)
    case = team.cases[who]
    household = team.households[who]
    ticks = now / team.tick
    _change_open(team, case.kind, -1)
    book.change_level(team.ledger, household.group, case.kind, book.OPEN, -1, ticks)
    book.count(team.ledger, household.group, case.kind, book.CLOSED)
    lead = book.parts(ticks) - book.parts(case.started / team.tick)
    team.ledger.counts[household.group, case.kind, book.LEAD_TIME] += lead
    own.follow_up += lever.casework_follow_up_hours
    end_help(team, lever, who, now)


@register_jitable
def end_help(team: Records, lever: Records, who: int, now: float) -> None:
    """Who was helped, by the team or elsewhere, may recover, and asks more for a while."""
    household = team.households[who]
    recover(team, who, now / team.tick)
    household.factor = lever.casework_request_factor_after_closing
    household.factor_until = now + team.figures.aftermath
    household.closed_until = household.factor_until
    set_free(team, who, now, lever.access_request_factor)


@register_jitable
def recover(team: Records, who: int, ticks: float) -> None:
    """A vulnerable household that was helped may stand on its own feet again."""
    household = team.households[who]
    case = team.cases[who]
    if not household.vulnerable:
        return
    figures = team.figures
    chance = by_kind(
        case.kind, figures.recovery_single, figures.recovery_multiple, figures.recovery_crisis
    )
    if uniform(team.keys[s.RECOVERY], household.entity, case.episode) < chance:
        change_state(team, who, ticks)
        book.count(team.ledger, household.group, case.kind, book.RECOVERED)
