"""A team: the line before it, the hours it has, and its week."""

import math
from bisect import bisect_right
from collections import deque
from random import Random

import simpy

from town_simpy.account import Account, Level
from town_simpy.case import Case
from town_simpy.casework import Casework
from town_simpy.given import CRISIS, MULTIPLE, QUARTER, SINGLE, WEEKS_A_YEAR, Given
from town_simpy.household import Household
from town_simpy.staff import Staff


class Team:
    """What holds for a week is set by `begin_week` and `set_week`; the rest happens in between."""

    def __init__(self, env: simpy.Environment, given: Given, random: Random) -> None:
        self.env, self.given, self.random, self.figures = env, given, random, given.figures
        self.account = Account(env, -(-given.weeks // QUARTER))
        self.casework = Casework(env, given)
        self.staff = Staff(env, given, random)
        self.lines: dict[int, deque[Case]] = {SINGLE: deque(), MULTIPLE: deque()}
        self.vulnerable, self.waiting, self.open = Level(env), Level(env), Level(env)
        self.waiting_work = 0.0  # standard hours
        self.lever, self.world = given.levers[0], given.world[0]
        self.week = 0
        # Of this week, for households.
        self.asking = self.recovering = self.changing = self.staying = 1.0
        self.informal = self.referring = 1.0
        # Hours a week.
        self.worked = self.own_hours = self.normal = self.pooled = self.claims = 0.0
        self.available = self.cap = self.pressure = 0.0
        # What is carried from week to week.
        self.advice = self.follow_up = self.admitted = self.arriving = self.credit = 0.0
        self.overtime = self.time_off = 0.0
        self.fatigue = self.strained = self.strain = self.strain_now = 0.0
        self.reach = self.reach_now = self.stock = 0.0
        self.seen = 0  # weeks of the last year before today
        self.helpers = self.giving_back = 0.0
        self.eased = 1.0
        self.households = [Household(self, hazard) for hazard in given.hazards]

    @property
    def followed(self) -> bool:
        """Whether today has come."""
        return self.week >= self.given.today

    # Requests.

    def mix(self, vulnerable: bool) -> tuple[float, float, float]:
        """Shares of the kinds; prevention changes the odds of a crisis."""
        figures = self.figures
        multiple, crisis = figures.multiple_share_self_reliant, figures.crisis_share_self_reliant
        if vulnerable:
            multiple, crisis = figures.multiple_share_vulnerable, figures.crisis_share_vulnerable
        crises = crisis * self.staying / (1.0 + crisis * (self.staying - 1.0))
        multiple *= (1.0 - crises) / (1.0 - crisis)
        return 1.0 - multiple - crises, multiple, crises

    def some_domain(self) -> int:
        domains = self.given.domains
        return min(bisect_right(domains, self.random.random()), len(domains) - 1)

    def destination(self, case: Case) -> int:
        package = 1 if self.env.now >= self.given.routes_from else 0
        return self.given.routes[package][case.kind][case.domain]

    def answered_at_once(self, kind: int) -> float:
        """Chance."""
        single = float(self.lever.access_answered_at_once_single)
        return (single, float(self.figures.answered_at_once_multiple), 0.0)[kind]

    def mean_hours(self, case: Case) -> float:
        figures = self.figures
        usual = (figures.hours_single, figures.hours_multiple, figures.hours_crisis)[case.kind]
        return float(usual * self.given.domain_hours[case.domain])

    def set_work(self, case: Case, factor: float) -> None:
        sd = self.figures.hours_log_sd
        case.factor = factor * self.random.lognormvariate(-0.5 * sd * sd, sd)
        case.work = self.mean_hours(case) * case.factor

    def admit(self, work: float) -> None:
        self.admitted += work

    def time_at_partner(self, case: Case) -> float:
        mean = self.given.partner_wait[case.domain]
        mean *= self.lever.partners_time_factor * self.world.partner
        fixed = self.figures.partner_fixed_share
        return float(mean * (fixed + (1.0 - fixed) * self.random.expovariate(1.0)))

    # The line.

    def wait(self, case: Case) -> None:
        self.waiting.change(1)
        self.waiting_work += case.work
        if not case.delayed:
            self.lines[case.kind].append(case)
        self.start_who_may()

    def decide(self, case: Case) -> None:
        """The formal decision is there."""
        case.delayed = False
        self.lines[case.kind].append(case)
        self.start_who_may()

    def stop_waiting(self, case: Case) -> None:
        if not case.delayed:
            self.lines[case.kind].remove(case)
        self.waiting.change(-1)
        self.waiting_work -= case.work

    def start_who_may(self) -> None:
        """While the cap leaves room: multiple first, with a share of the starts for single."""
        figures, casework = self.figures, self.casework
        room = {SINGLE: figures.cap_weight_single, MULTIPLE: figures.cap_weight_multiple}
        while self.lines[SINGLE] or self.lines[MULTIPLE]:
            both = bool(self.lines[SINGLE] and self.lines[MULTIPLE])
            kind = MULTIPLE if self.lines[MULTIPLE] else SINGLE
            if both and self.credit >= 1.0:
                kind = SINGLE
            if casework.cap_in_use() + room[kind] > self.cap:
                break
            if both:
                self.credit += self.lever.waiting_starts_for_single - (kind == SINGLE)
            case = self.lines[kind][0]
            self.stop_waiting(case)
            self.start(case)
        casework.divide(self.waiting.now)

    def start(self, case: Case) -> None:
        figures, casework = self.figures, self.casework
        case.started = self.env.now
        self.account.note("started", case.kind)
        self.account.waits.append((case.started, case.kind, case.started - case.asked))
        self.open.change(1)
        casework.catch_up()
        casework.open[case.kind] += 1
        chance = self.given.partner_chance[case.kind][case.domain] * self.referring
        chance *= max(1.0, self.pressure) ** figures.partner_pressure
        case.needs_partner = self.random.random() < min(0.95, chance)
        work = case.work
        if case.needs_partner:
            work *= figures.partner_hours_before
            case.rest = (case.work - work) * figures.partner_hours_kept
        casework.begin(case, work)
        if case.turn is not None:
            case.turn.succeed()
        if case.kind == CRISIS:
            casework.divide(self.waiting.now)

    def close(self, case: Case) -> None:
        casework = self.casework
        casework.catch_up()
        casework.open[case.kind] -= 1
        self.open.change(-1)
        self.account.note("closed", case.kind)
        self.follow_up += self.lever.casework_follow_up_hours

    # The week.

    def begin_week(self, week: int) -> None:
        """Who is there, and the hours that leaves."""
        figures, given = self.figures, self.given
        self.week = week
        self.lever = lever = given.levers[max(0, week - given.today + 1)]
        self.world = given.world[week]
        fte = given.start.fte * lever.team_fte_factor * self.world.formation
        self.staff.set_fte(fte, lever.staff_vacancy_factor * self.world.vacancy)
        vacant, absent, learning, newcomers = self.staff.count()
        self.available = max(0.0, fte - vacant - absent - learning)
        hours = figures.contract_hours * (1.0 - figures.leave_share)
        self.worked = self.available * hours * lever.team_capacity_factor
        taken = (
            lever.team_card_hours
            + newcomers * figures.onboarding_hours
            + self.helpers * lever.helpers_coordinator_hours
            + lever.circles_number * given.residents * figures.circle_coach_hours
        )
        self.own_hours = max(0.0, self.worked * (1.0 - self.indirect()) - taken)
        self.pooled = 0.0
        self.account.spend("fte", fte)
        self.account.spend("vacant", vacant)
        self.account.spend("absent", absent)
        self.account.spend("worked", self.worked)

    def indirect(self) -> float:
        """Share of worked time that is not for residents."""
        lever = self.lever
        return min(
            1.0,
            lever.team_administration_share
            + lever.team_meeting_share
            + lever.team_overhead_share
            + lever.team_prevention_share,
        )

    def set_week(self) -> None:
        """What is asked, how the team responds, and what holds around it."""
        advice = self.weigh()
        self.respond(advice)
        self.grow_strain()
        self.look_around()
        self.welcome_helpers()
        self.set_hazards()
        self.staff.begin_week()
        self.start_who_may()

    def weigh(self) -> float:
        """The pressure: hours asked over hours there are. Returns what advice takes of them."""
        figures, casework = self.figures, self.casework
        self.normal = max(0.0, self.own_hours + self.pooled)
        for_residents = self.worked * (1.0 - self.indirect())
        borrowed = self.pooled * self.available / for_residents if for_residents > 0.0 else 0.0
        self.cap = self.lever.casework_caseload_cap * max(0.0, self.available + borrowed)
        due = self.follow_up * min(1.0, 1.0 / figures.follow_up_memory)
        self.follow_up -= due
        advice, self.advice = self.advice + due, 0.0
        self.arriving = _smoothed(self.arriving, self.admitted, figures.load_memory)
        self.admitted = 0.0
        casework.catch_up()
        casework.holding = self.lever.casework_holding_hours * self.world.holding
        excess = max(0.0, self.waiting_work - figures.target_wait * self.arriving)
        self.claims = (
            advice
            + casework.holding * casework.open_cases()
            + figures.target_intensity * (casework.open_cases() - casework.held_cases())
            + figures.contact_hours * self.waiting.now
            + excess / figures.catch_up
        )
        self.pressure = 0.0
        if self.claims > 0.0:
            self.pressure = min(10.0, self.claims / self.normal) if self.normal > 0.0 else 10.0
        self.account.spend("pressure", self.pressure * self.staff.fte)
        return advice

    def respond(self, advice: float) -> None:
        """Cut corners, work longer, let prevention make way."""
        figures, pressure = self.figures, self.pressure
        over = max(0.0, pressure - 1.0)
        self.casework.effort = 1.0
        if figures.cutting_exponent > 0.0:
            effort = pressure**-figures.cutting_exponent if pressure > 0.0 else 10.0
            self.casework.effort = min(
                figures.expansion_ceiling, max(figures.cutting_floor, effort)
            )
        sought = min(figures.overtime_most, figures.overtime_slope * over)
        self.overtime = _smoothed(self.overtime, sought, figures.overtime_memory)
        more = self.overtime * self.worked
        planned = self.worked * self.lever.team_prevention_share
        makes_way = min(1.0, figures.crowding_slope * over)
        crowded = planned * (1.0 - self.lever.prevention_protected) * makes_way
        self.reach = 0.0
        if figures.prevention_norm > 0.0 and self.given.residents > 0.0:
            self.reach = (planned - crowded) / (figures.prevention_norm * self.given.residents)
        there = self.normal + crowded + more
        taken = min(self.time_off * min(1.0, 1.0 / figures.overtime_return), there)
        self.time_off += more * figures.overtime_given_back - taken
        self.casework.direct = max(0.0, there - taken - advice)
        self.account.spend("overtime", more)
        self.account.spend("prevention", planned - crowded)

    def grow_strain(self) -> None:
        figures = self.figures
        excess = max(0.0, self.pressure - 1.0) * self.lever.staff_strain_factor
        if self.week == 0:
            self.fatigue = self.strained = excess
        self.fatigue = _smoothed(self.fatigue, excess, figures.fatigue_memory)
        self.strained = _smoothed(self.strained, self.fatigue, figures.strain_memory)
        self.strain = min(1.0, self.strained / figures.strain_reference)
        self.account.spend("strain", self.strain * self.staff.fte)

    def look_around(self) -> None:
        """Prevention, outreach and circles; they act as far as they differ from the last year's."""
        figures, lever, today = self.figures, self.lever, self.given.today
        if max(0, today - WEEKS_A_YEAR) <= self.week < max(1, today):
            self.seen += 1
            self.reach_now += (self.reach - self.reach_now) / self.seen
            self.strain_now += (self.strain - self.strain_now) / self.seen
            self.stock = self.reach_now
        outreach = self.staying = 1.0
        if self.followed:
            self.stock = _smoothed(self.stock, self.reach, figures.prevention_lag)
            self.staying = (1.0 - self._prevented(self.stock)) / (
                1.0 - self._prevented(self.reach_now)
            )
            outreach = 1.0 + figures.outreach_effect * (self.reach - self.reach_now)
            outreach = min(figures.asking_bound, max(0.5, outreach))
        self.asking = min(figures.asking_bound, lever.access_request_factor * outreach)
        self.changing = self.world.growth * self.staying
        self.informal, self.referring = self.world.informal, lever.partners_referral_factor
        circles = 1.0
        if self.vulnerable.now > 0:
            members = lever.circles_number * self.given.residents * figures.circle_members
            circles += lever.circles_effect * min(1.0, members / self.vulnerable.now)
        self.recovering = min(figures.recovery_bound, self.informal * circles)

    def _prevented(self, stock: float) -> float:
        """Share of becoming vulnerable that a stock of prevention prevents."""
        curvature = self.figures.prevention_curvature
        held = min(max(stock, 0.0), 1.0)
        share = (1.0 - math.exp(-curvature * held)) / (1.0 - math.exp(-curvature))
        return float(self.figures.prevention_most * share)

    def welcome_helpers(self) -> None:
        figures, lever, residents = self.figures, self.lever, self.given.residents
        found = lever.helpers_recruitment * residents / WEEKS_A_YEAR
        found += lever.helpers_give_back_share * self.giving_back
        stopped = min(1.0, figures.helper_drop_out) * self.helpers
        self.helpers = min(figures.helper_supply * residents, self.helpers + found - stopped)
        self.giving_back = 0.0
        self.eased = 1.0
        if self.arriving > 0.0:
            fitting = self.helpers * figures.helper_hours * figures.helper_suitable
            share = min(figures.helper_replaceable, fitting / self.arriving)
            self.eased = 1.0 - lever.helpers_effect * share
        self.account.spend("helpers", self.helpers)

    def set_hazards(self) -> None:
        figures, lever, hazards = self.figures, self.lever, self.staff.hazards
        hazards.short = figures.short_rate * lever.staff_absence_factor
        hazards.long = figures.long_rate * lever.staff_absence_factor
        hazards.leaving = (
            figures.departure_rate * lever.staff_departure_factor * self.world.departure
        )
        hazards.filling = lever.staff_vacancy_factor * self.world.vacancy
        if self.followed:
            more = self.strain - self.strain_now
            hazards.long *= figures.strain_hazard_ratio**more
            effect = figures.departure_strain * more
            hazards.settled_factor = max(0.0, 1.0 + effect)
            hazards.newcomer_factor = max(0.0, 1.0 + effect * figures.newcomer_departure)


def _smoothed(level: float, seen: float, memory: float) -> float:
    return level + (seen - level) / max(memory, 1.0)
