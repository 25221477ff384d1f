"""A team's hours in a week: what there is, what is asked of them, and how the team responds (M7).

Only what is decided once a week stands here; how the hours are spent is in casework.
"""

from numba.extending import register_jitable

from draagkracht.engine.arrays import Records
from draagkracht.model import ledger as book
from draagkracht.model.absence import strain_share
from draagkracht.model.casework import held_cases, open_cases
from draagkracht.model.positions import count_present, take_positions, team_entity
from draagkracht.model.pressure import (
    excess_work,
    normal_direct_hours,
    pressure,
    smoothed,
    worked_hours,
)
from draagkracht.model.prevention import given_over_norm
from draagkracht.model.responses import effort, overtime_sought, share_crowded_out


@register_jitable
def indirect_share(lever: Records) -> float:
    """Share of worked time that does not go to residents."""
    return float(
        lever.team_administration_share
        + lever.team_meeting_share
        + lever.team_overhead_share
        + lever.team_prevention_share
    )


@register_jitable
def count_hours(team: Records, lever: Records, world: Records, week: int) -> None:
    """Count who is there, and the hours that leaves for residents before any are lent."""
    own = team.own
    figures = team.figures
    tick = team.tick
    fte = own.fte * lever.team_fte_factor * world.formation
    filling = lever.staff_vacancy_factor * world.vacancy
    take_positions(team, team_entity(team), fte, week, filling)
    vacant, absent, learning, newcomers = count_present(team, fte, week * tick)
    available = max(0.0, fte - vacant - absent - learning)
    worked = worked_hours(available, figures.contract_hours, figures.leave_share)
    worked *= lever.team_capacity_factor
    coordination = own.helpers * lever.helpers_coordinator_hours
    coordination += lever.circles_number * own.residents * figures.circle_coach_hours
    onboarding = newcomers * figures.onboarding_hours
    taken = lever.team_card_hours + onboarding + coordination
    for_residents = worked * (1.0 - min(indirect_share(lever), 1.0))
    fits = min(1.0, for_residents / taken) if taken > 0.0 else 1.0
    own.formation = fte
    own.available = available
    own.worked = worked
    own.own_hours = normal_direct_hours(worked, indirect_share(lever), taken)
    usual = worked_hours(own.fte, figures.contract_hours, figures.leave_share)
    hours = team.ledger.hours
    hours[book.H_CONTRACT] += fte * figures.contract_hours * tick
    hours[book.H_AVAILABLE] += available
    hours[book.H_WORKED] += worked * tick
    hours[book.H_LOST] += (usual - worked) * tick
    hours[book.H_ADMINISTRATION] += worked * lever.team_administration_share * tick
    hours[book.H_MEETING] += worked * lever.team_meeting_share * tick
    hours[book.H_OVERHEAD] += worked * lever.team_overhead_share * tick
    hours[book.H_CARDS] += lever.team_card_hours * fits * tick
    hours[book.H_ONBOARDING] += onboarding * fits * tick
    hours[book.H_COORDINATION] += coordination * fits * tick
    hours[book.H_UNFIT] += taken * (1.0 - fits) * tick
    hours[book.H_TICKS] += 1.0
    hours[book.H_FTE] += fte
    hours[book.H_VACANT] += vacant
    hours[book.H_ABSENT] += absent


@register_jitable
def set_room(team: Records, lever: Records) -> None:
    """Set the hours and the room for cases, lent and borrowed hours included."""
    own = team.own
    own.normal = max(0.0, own.own_hours + own.pooled)
    # Borrowed hours make room for cases as hours of one's own do.
    for_residents = own.worked * (1.0 - min(indirect_share(lever), 1.0))
    borrowed = own.pooled * own.available / for_residents if for_residents > 0.0 else 0.0
    own.cap = lever.casework_caseload_cap * max(0.0, own.available + borrowed)
    team.ledger.hours[book.H_DIRECT] += own.normal * team.tick
    team.ledger.hours[book.H_POOLED] += own.pooled * team.tick


@register_jitable
def set_pressure(team: Records, lever: Records, world: Records) -> float:
    """Set what is asked of the hours. Returns the hours of advice, desk and follow-up."""
    own = team.own
    figures = team.figures
    tick = team.tick
    follow_up = own.follow_up * min(1.0, tick / figures.follow_up_memory)
    own.follow_up -= follow_up
    advice = own.advice / tick + follow_up / tick
    own.advice = 0.0
    own.arriving = smoothed(own.arriving, own.admitted / tick, figures.load_memory / tick)
    own.admitted = 0.0
    own.holding = lever.casework_holding_hours * world.holding
    own.claims = (
        advice
        + own.holding * open_cases(team)
        + figures.target_intensity * (open_cases(team) - held_cases(team))
        + figures.contact_hours * own.waiting
        + excess_work(own.waiting_work, own.arriving, figures.target_wait, figures.catch_up)
    )
    own.pressure = pressure(own.claims, own.normal)
    hours = team.ledger.hours
    hours[book.H_FOLLOW_UP] += follow_up
    hours[book.H_PRESSURE] += own.pressure * own.formation
    return advice


@register_jitable
def respond(team: Records, lever: Records, advice: float) -> None:
    """Set how the team meets its pressure: effort, overtime, prevention that makes way."""
    own = team.own
    figures = team.figures
    tick = team.tick
    own.effort = effort(
        own.pressure, figures.cutting_exponent, figures.cutting_floor, figures.expansion_ceiling
    )
    sought = overtime_sought(own.pressure, figures.overtime_slope, figures.overtime_most)
    own.overtime = smoothed(own.overtime, sought, figures.overtime_memory / tick)
    overtime = own.overtime * own.worked
    planned = own.worked * lever.team_prevention_share
    crowded = planned * share_crowded_out(
        own.pressure, figures.crowding_slope, lever.prevention_protected
    )
    own.reach = given_over_norm(planned - crowded, figures.prevention_norm, own.residents)
    there = own.normal + crowded + overtime
    due = own.time_off * min(1.0, tick / figures.overtime_return)
    time_off = min(due, there * tick)
    own.time_off += overtime * tick * figures.overtime_given_back - time_off
    left = there - time_off / tick
    own.direct = max(0.0, left - advice)
    hours = team.ledger.hours
    hours[book.H_ADVICE] += min(advice, left) * tick
    hours[book.H_SHORT] += max(0.0, advice - left) * tick
    hours[book.H_PREVENTION] += (planned - crowded) * tick
    hours[book.H_CROWDED_OUT] += crowded * tick
    hours[book.H_OVERTIME] += overtime * tick
    hours[book.H_TIME_OFF] += time_off
    hours[book.H_REACH] += own.reach


@register_jitable
def grow_strain(team: Records, lever: Records, week: int) -> None:
    """Let pressure above 1 become fatigue, and fatigue that lasts become strain.

    A team begins its run-in with the strain that its first pressure would lead to.
    """
    own = team.own
    figures = team.figures
    excess = max(0.0, own.pressure - 1.0) * lever.staff_strain_factor
    if week == 0:
        own.fatigue = own.strained = excess
    own.fatigue = smoothed(own.fatigue, excess, figures.fatigue_memory / team.tick)
    own.strained = smoothed(own.strained, own.fatigue, figures.strain_memory / team.tick)
    own.strain = strain_share(own.strained, figures.strain_reference)
    team.ledger.hours[book.H_STRAIN] += own.strain * own.formation
