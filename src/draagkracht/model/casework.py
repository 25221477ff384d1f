"""M5: open cases share the team's hours, under a weighted cap, with holding paid first.

Virtual time counts standard hours, and beside it runs the count of hours given: their ratio over
the stretches in which a case was worked on is its quality, whatever cut corners in between.
"""

import math

from numba.extending import register_jitable

from draagkracht.engine import calendar, queue
from draagkracht.engine.arrays import Records
from draagkracht.engine.normal import normal_quantile
from draagkracht.engine.sharing import share, time_of
from draagkracht.model import ledger as book
from draagkracht.model import state as s
from draagkracht.model.agenda import enter_event, first_closing, plan_closing, take_back
from draagkracht.model.households import change_state, set_free
from draagkracht.model.kinds import MULTIPLE, SINGLE
from draagkracht.model.partners import chance_of_partner, partner_wait
from draagkracht.model.state import LINES, MULTIPLE_LINE, SINGLE_LINE


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
def mean_hours(team: Records, kind: int, domain: int) -> float:
    """Mean standard hours of a case of `kind` in a life domain."""
    figures = team.figures
    usual = by_kind(kind, figures.hours_single, figures.hours_multiple, figures.hours_crisis)
    return usual * team.domain_hours[domain]


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
def held_cases(team: Records) -> int:
    """Of the open cases, those that wait for a partner."""
    own = team.own
    return own.held_single + own.held_multiple + own.held_crisis


@register_jitable
def _change_held(team: Records, kind: int, by: int) -> None:
    own = team.own
    if kind == SINGLE:
        own.held_single += by
    elif kind == MULTIPLE:
        own.held_multiple += by
    else:
        own.held_crisis += by


@register_jitable
def sharing_weight(team: Records) -> float:
    """Sum of the sharing weights of everyone who is worked for, so without who waits elsewhere."""
    own = team.own
    figures = team.figures
    return (
        (own.open_single - own.held_single)
        + (own.open_multiple - own.held_multiple) * figures.share_weight_multiple
        + (own.open_crisis - own.held_crisis) * figures.share_weight_crisis
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
def set_speed(team: Records) -> None:
    """Divide the hours anew: holding first, then contact with the waiting, then the cases."""
    own = team.own
    figures = team.figures
    own.speed = share(
        own.direct,
        own.holding * open_cases(team),
        figures.contact_hours * own.waiting,
        sharing_weight(team),
        figures.intensity_cap,
    )
    own.progress = own.speed / own.effort


@register_jitable
def move_to(team: Records, time: float) -> None:
    """Let the team work until `time` and book where its hours went."""
    own = team.own
    span = time - own.now
    if span <= 0.0:
        return
    used = own.speed * sharing_weight(team)
    hold = own.holding * open_cases(team)
    contact = team.figures.contact_hours * own.waiting
    held = min(hold, own.direct)
    called = min(contact, own.direct - held)
    hours = team.ledger.hours
    hours[book.H_SHARED] += used * span
    hours[book.H_DONE] += own.progress * sharing_weight(team) * span
    hours[book.H_HELD] += held * span
    hours[book.H_CONTACT] += called * span
    hours[book.H_IDLE] += max(0.0, own.direct - held - called - used) * span
    hours[book.H_SHORT] += ((hold - held) + (contact - called)) * span
    own.virtual += own.progress * span
    own.given += own.speed * span
    own.now = time


@register_jitable
def next_closing(team: Records) -> float:
    """Time of the next closing if nothing changes; infinite when nobody is helped."""
    own = team.own
    return time_of(first_closing(team), own.virtual, own.now, own.progress)


@register_jitable
def start(team: Records, slot: int, now: float) -> None:
    """Open the case of a household that waited, or of a crisis that does not wait."""
    case = team.cases[slot]
    case.started = now
    _change_open(team, case.kind, 1)
    ticks = now / team.tick
    book.record_start(team.ledger, case.group, case.kind, case.asked / team.tick, ticks)
    book.change_level(team.ledger, case.group, case.kind, book.OPEN, 1, ticks)
    case.worked = case.given = 0.0
    work_on(team, slot, _work_before_partner(team, slot))


@register_jitable
def _work_before_partner(team: Records, slot: int) -> float:
    """Standard hours until a partner is needed, if one is: else all there are."""
    case = team.cases[slot]
    figures = team.figures
    chance = chance_of_partner(
        team.partner_chance[case.kind, case.domain],
        team.own.referring,
        team.own.pressure,
        figures.partner_pressure,
    )
    case.rest = 0.0
    case.needs_partner = 0
    u = case.luck[s.PARTNER]
    if u >= chance:
        return case.work
    case.needs_partner = 1
    before = case.work * figures.partner_hours_before
    case.rest = (case.work - before) * figures.partner_hours_kept
    team.ledger.hours[book.H_TAKEN_OVER] += case.work - before - case.rest
    return before


@register_jitable
def work_on(team: Records, slot: int, work: float) -> None:
    """Begin a stretch of work of so many standard hours."""
    own = team.own
    case = team.cases[slot]
    case.phase = s.OPEN
    case.span = work / share_weight(team.figures, case.kind)
    case.given_at = own.given
    plan_closing(team, own.virtual + case.span, slot)


@register_jitable
def line_of(kind: int) -> int:
    """The line in which a case of `kind` waits."""
    return MULTIPLE_LINE if kind == MULTIPLE else SINGLE_LINE


@register_jitable
def next_in_line(team: Records, cap_room: float, single_share: float) -> int:
    """Whom the team may start next under the cap, or nobody.

    Multiple goes first, but a share of the starts is kept for single when both wait: each start
    adds the share to a credit, and a full credit is a single start.
    """
    own = team.own
    figures = team.figures
    following = queue.first_in_order(team.links, LINES, MULTIPLE_LINE, SINGLE_LINE + 1)
    if following == queue.NOBODY:
        return queue.NOBODY
    first_single = queue.first(team.links, LINES, SINGLE_LINE)
    both = first_single not in (queue.NOBODY, following)
    if both and own.credit >= 1.0:
        following = first_single
    kind = SINGLE if following == first_single else MULTIPLE
    if cap_weight(figures, kind) > cap_room:
        return queue.NOBODY
    if both:
        own.credit += single_share
        if kind == SINGLE:
            own.credit -= 1.0
    return following


@register_jitable
def finish(team: Records, lever: Records, now: float) -> None:
    """End the stretch of work that is first to end: the case closes or waits for a partner."""
    slot = team.closings[1].who
    own = team.own
    own.virtual = max(own.virtual, team.closings[1].time)
    calendar.pop(team.closings)
    case = team.cases[slot]
    case.worked += case.span
    case.given += own.given - case.given_at
    if case.needs_partner:
        _hold(team, slot, now)
    else:
        close(team, lever, slot, now)


@register_jitable
def _hold(team: Records, slot: int, now: float) -> None:
    """Let a case wait for its partner: open, held, and not worked on."""
    case = team.cases[slot]
    case.phase = s.HELD
    case.needs_partner = 0
    _change_held(team, case.kind, 1)
    book.count(team.ledger, case.group, case.kind, book.REFERRED)
    back = now + time_at_partner(team, slot)
    enter_event(team, back, s.PARTNER_READY, slot)


@register_jitable
def time_at_partner(team: Records, slot: int) -> float:
    """How long a partner lets this case wait."""
    case = team.cases[slot]
    u = case.luck[s.PARTNER_WAIT]
    mean = team.partner_wait[case.domain] * team.own.partner_time
    return partner_wait(u, mean, team.figures.partner_fixed_share)


@register_jitable
def resume(team: Records, slot: int) -> None:
    """The partner has taken its share of the case: the team does the rest."""
    case = team.cases[slot]
    take_back(team, slot)
    _change_held(team, case.kind, -1)
    work_on(team, slot, case.rest)


@register_jitable
def close(team: Records, lever: Records, slot: int, now: float) -> None:
    """End a case: recovery or not, and a year of closer contact."""
    own = team.own
    case = team.cases[slot]
    ticks = now / team.tick
    _change_open(team, case.kind, -1)
    book.change_level(team.ledger, case.group, case.kind, book.OPEN, -1, ticks)
    book.count(team.ledger, case.group, case.kind, book.CLOSED)
    lead = book.parts(ticks) - book.parts(case.started / team.tick)
    team.ledger.counts[case.group, case.kind, book.LEAD_TIME] += lead
    own.follow_up += lever.casework_follow_up_hours
    end_help(team, lever, slot, now, quality(case.given, case.worked))


@register_jitable
def quality(given: float, worked: float) -> float:
    """Hours given for a standard hour over the work of a case; 1 where there was none.

    >>> quality(9.0, 12.0), quality(0.0, 0.0)
    (0.75, 1.0)
    """
    if worked <= 0.0:
        return 1.0
    return given / worked


@register_jitable
def recovery_chance(usual: float, quality_of_help: float, exponent: float) -> float:
    """Chance to stand on one's own feet after help: what is cut from it costs, more never adds.

    >>> (
    ...     recovery_chance(0.3, 1.1, 1.0),
    ...     recovery_chance(0.3, 0.5, 1.0),
    ...     recovery_chance(0.3, 0.5, 0.0),
    ... )
    (0.3, 0.15, 0.3)
    """
    return usual * math.pow(min(1.0, quality_of_help), exponent)


@register_jitable
def end_help(team: Records, lever: Records, slot: int, now: float, quality_of_help: float) -> None:
    """Who was helped, by the team or elsewhere, may recover, and asks more for a while."""
    household = team.households[team.cases[slot].household]
    recover(team, lever, slot, now / team.tick, quality_of_help)
    household.factor = lever.casework_request_factor_after_closing
    household.factor_until = now + team.figures.aftermath
    household.helped = 1
    set_free(team, slot, now)


@register_jitable
def recover(team: Records, lever: Records, slot: int, ticks: float, quality_of_help: float) -> None:
    """A vulnerable household that was helped may stand on its own feet again."""
    case = team.cases[slot]
    if not team.households[case.household].vulnerable:
        return
    figures = team.figures
    usual = by_kind(
        case.kind, figures.recovery_single, figures.recovery_multiple, figures.recovery_crisis
    )
    usual *= lever.casework_recovery_factor
    chance = recovery_chance(usual, quality_of_help, figures.quality_exponent)
    if case.luck[s.RECOVERY] < chance:
        change_state(team, case.household, ticks)
        book.count(team.ledger, case.group, case.kind, book.RECOVERED)
        team.own.giving_back += 1.0
