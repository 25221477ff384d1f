"""M1 and M2: households become vulnerable, recover, and ask.

A household without an open case has one clock of candidates. Its rate is a bound that no plan
or scenario can change; each candidate then becomes a request, a change of state or nothing, by
one uniform. So the same household meets the same candidates in every koers.
"""

from typing import Final

from numba.extending import register_jitable

from draagkracht.engine.arrays import Records
from draagkracht.engine.clocks import exponential
from draagkracht.engine.draws import uniform
from draagkracht.model import ledger as book
from draagkracht.model import state as s
from draagkracht.model.agenda import enter_event
from draagkracht.model.kinds import CRISIS, MULTIPLE, SINGLE
from draagkracht.model.slots import entity_of, give_back_slot, group_of, take_slot

WEEKS_A_YEAR: Final = 52

NOTHING: Final = 0
ASKS: Final = 1
CHANGES: Final = 2


@register_jitable
def candidate_outcome(u: float, bound: float, asking: float, changing: float) -> int:
    """What a candidate turns into: asks, changes state, or nothing (rates in 1/time).

    Asking takes the low end of the uniform and changing the high end, so that moving one rate
    never turns a household from the other.

    >>> [candidate_outcome(u, 1.0, 0.2, 0.3) for u in (0.1, 0.5, 0.9)] == [ASKS, NOTHING, CHANGES]
    True
    """
    x = u * bound
    if x < asking:
        return ASKS
    if x >= bound - changing:
        return CHANGES
    return NOTHING


@register_jitable
def kind_of(u: float, multiple_share: float, crisis_share: float) -> int:
    """Kind of a request, the heaviest at the low end of the uniform.

    >>> [kind_of(u, 0.4, 0.1) for u in (0.05, 0.3, 0.8)]
    [2, 1, 0]
    """
    if u < crisis_share:
        return CRISIS
    if u < crisis_share + multiple_share:
        return MULTIPLE
    return SINGLE


@register_jitable
def request_rate(figures: Records, vulnerable: int) -> float:
    """Request hazard of a household without an open case, before any factor (1/time)."""
    if vulnerable:
        return figures.request_rate_vulnerable
    return figures.request_rate_self_reliant


@register_jitable
def bound_on(figures: Records, hazard: float, vulnerable: int, growth_bound: float) -> float:
    """Bound on everything that can happen to a household without a case (1/time)."""
    asking = request_rate(figures, vulnerable) * figures.request_bound
    if vulnerable:
        return asking + figures.natural_recovery * figures.recovery_bound
    return asking + hazard * growth_bound


@register_jitable
def time_left(team: Records, who: int) -> float:
    """What the next candidate takes, at a bound of 1: it is drawn when the one before is here."""
    candidates = team.households[who].candidates
    return exponential(uniform(team.keys[s.CANDIDATE], entity_of(team, who), candidates), 1.0)


@register_jitable
def next_candidate(team: Records, who: int, now: float, left: float) -> float:
    """Time of the next candidate after `now`, through the bounds of the years to come.

    What can happen to who is vulnerable already is bounded by the same in every year.
    """
    household = team.households[who]
    figures = team.figures
    hazard = team.wijken[household.wijk].hazard
    if household.vulnerable:
        return now + left / bound_on(figures, hazard, 1, 1.0)
    year_length = WEEKS_A_YEAR * team.tick
    year = int(now / year_length)
    last = team.years - 1
    while True:
        rate = bound_on(figures, hazard, 0, team.growth_bound[min(year, last)])
        end = (year + 1) * year_length
        if year >= last or left <= rate * (end - now):
            return now + left / rate
        left -= rate * (end - now)
        now = end
        year += 1


@register_jitable
def live_on(team: Records, who: int, week: int) -> None:
    """Let a household without a case live until the week ends or it asks, whichever is first."""
    own = team.own
    household = team.households[who]
    figures = team.figures
    tick = team.tick
    end = (week + 1) * tick
    hazard = team.wijken[household.wijk].hazard
    while household.next < end:
        now = household.next
        u = uniform(team.keys[s.DECISION], entity_of(team, who), household.candidates)
        household.candidates += 1
        left = time_left(team, who)
        usual = request_rate(figures, household.vulnerable)
        asking = usual * own.asking
        if now < household.factor_until:
            asking *= household.factor
        asking = min(asking, usual * figures.request_bound)
        changing = hazard * own.growth * own.staying
        if household.vulnerable:
            changing = figures.natural_recovery * own.recovering
        bound = bound_on(figures, hazard, household.vulnerable, own.growth_bound)
        outcome = candidate_outcome(u, bound, asking, changing)
        if outcome == ASKS:
            slot = take_slot(team, who)
            team.cases[slot].phase = s.ASKING
            team.cases[slot].left = left
            enter_event(team, now, s.REQUEST, slot)
            return
        if outcome == CHANGES:
            change_state(team, who, now / tick)
            column = book.BECAME_VULNERABLE if household.vulnerable else book.RECOVERED_ALONE
            book.count(team.ledger, group_of(team, who), 0, column)
        household.next = next_candidate(team, who, now, left)
    wait_for_week(team, who)


@register_jitable
def wait_for_week(team: Records, who: int) -> None:
    """Enter a household under the week of its next candidate, if the run gets that far."""
    household = team.households[who]
    if household.next >= team.last_week * team.tick:  # or never: no week has that number
        return
    later = int(household.next / team.tick)
    if later < team.last_week:
        household.link = team.weeks[later]
        team.weeks[later] = who


@register_jitable
def change_state(team: Records, who: int, ticks: float) -> None:
    """Turn self-reliant into vulnerable or back at `ticks`."""
    household = team.households[who]
    household.vulnerable = 1 - household.vulnerable
    by = 1 if household.vulnerable else -1
    team.own.vulnerable += by
    book.change_level(team.ledger, group_of(team, who), 0, book.VULNERABLE, by, ticks)


@register_jitable
def set_free(team: Records, slot: int, now: float) -> None:
    """End the case: the household lives on, with candidates of its own again."""
    case = team.cases[slot]
    who = case.household
    give_back_slot(team, slot)
    team.households[who].next = next_candidate(team, who, now, case.left)
    live_on(team, who, int(now / team.tick))
