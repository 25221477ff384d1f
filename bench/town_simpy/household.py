"""Households: without a case they become vulnerable, recover, and ask; with one they wait."""

import math
from collections.abc import Generator
from typing import TYPE_CHECKING, Any

import simpy

from town_simpy.case import Case
from town_simpy.given import CRISIS, MULTIPLE, SINGLE, TO_DESK, TO_NONE, TO_PARTNER

if TYPE_CHECKING:
    from town_simpy.team import Team

Life = Generator[simpy.Event, Any, None]


class Household:
    """One household; its life is one process."""

    def __init__(self, team: "Team", hazard: float) -> None:
        self.team, self.env, self.random = team, team.env, team.random
        self.figures = team.given.figures
        self.hazard = hazard
        self.vulnerable = False
        self.factor, self.factor_until = 1.0, 0.0
        self.closed_until = 0.0
        self.case: Case | None = None

    def live(self) -> Life:
        """Forever; if there is a case already, that first."""
        env, random, figures, team = self.env, self.random, self.figures, self.team
        if self.case is not None:
            yield from self.see_through(self.case)
            self.case = None
        most_changing = self.hazard * team.given.most_changing
        most_recovering = figures.natural_recovery * figures.recovery_bound
        while True:
            # Thinning (Lewis and Shedler): candidates as often as ever can be, some of them real.
            factor = self.factor if env.now < self.factor_until else 1.0
            if self.vulnerable:
                asking = figures.request_rate_vulnerable
                most = asking * factor * figures.asking_bound + most_recovering
            else:
                asking = figures.request_rate_self_reliant
                most = asking * factor * figures.asking_bound + most_changing
            yield env.timeout(random.expovariate(most))
            asking *= team.asking
            if env.now < self.factor_until:
                asking *= self.factor
            chosen = random.random() * most
            if chosen < asking:
                yield from self.ask()
                self.case = None
            elif self.vulnerable:
                if chosen < asking + figures.natural_recovery * team.recovering:
                    self.recover()
                    team.account.note("recovered_alone")
            elif chosen < asking + self.hazard * team.changing:
                self.lose_footing()

    def lose_footing(self) -> None:
        if not self.vulnerable:
            self.vulnerable = True
            self.team.vulnerable.change(1)
            self.team.account.note("became_vulnerable")

    def recover(self) -> None:
        self.vulnerable = False
        self.team.vulnerable.change(-1)

    def ask(self) -> Life:
        """A request: which kind, and where it goes."""
        team, random = self.team, self.random
        kind = random.choices((SINGLE, MULTIPLE, CRISIS), team.mix(self.vulnerable))[0]
        case = self.case = Case(kind, team.some_domain())
        team.account.note("requested", kind)
        if self.env.now < self.closed_until:
            team.account.note("recurred", kind)
        if kind != SINGLE:
            self.lose_footing()
        to = team.destination(case)
        if to == TO_NONE:
            team.account.note("turned_away", kind)
            self.give_up()
        elif to == TO_PARTNER:
            team.account.note("to_partner", kind)
            yield self.env.timeout(team.time_at_partner(case))
            self.end_help(case)
        elif random.random() < team.answered_at_once(kind):
            team.account.note("answered_at_once", kind)
            team.advice += self.figures.advice_hours
        elif to == TO_DESK or (
            kind == SINGLE and random.random() < team.lever.access_diverted_share
        ):
            yield from self.go_to_desk(case)
        else:
            delay = 0.0
            if kind != CRISIS and random.random() < team.lever.access_decision_share:
                delay = team.lever.access_decision_delay
            team.set_work(case, team.lever.casework_hours_factor * team.eased)
            self.enter(case, 0.0, delay)
            yield from self.see_through(case)

    def go_to_desk(self, case: Case) -> Life:
        """What the desk takes for single may come back later as multiple."""
        team, figures = self.team, self.figures
        team.account.note("to_desk", case.kind)
        team.advice += team.lever.access_desk_hours
        if self.random.random() >= team.lever.access_missed_multiple:
            self.end_help(case)
            return
        team.account.note("missed", case.kind)
        yield self.env.timeout(figures.missed_return_delay)
        case.kind = MULTIPLE
        self.lose_footing()
        factor = team.lever.casework_hours_factor * team.eased * figures.missed_hours_factor
        team.set_work(case, factor)
        self.enter(case, figures.missed_return_delay, 0.0)
        yield from self.see_through(case)

    def enter(self, case: Case, age: float, delay: float) -> None:
        """Come to the team, `age` after asking: the clocks of waiting run from the request.

        `delay` is that of a formal decision.
        """
        case.asked = self.env.now - age
        self.team.admit(case.work)
        self.team.account.note("entered", case.kind)
        if case.kind == CRISIS:
            self.team.start(case)
            return
        figures, informal = self.figures, self.team.informal
        settle = self._two_rates(
            age,
            figures.settle_rate_first * informal,
            figures.settle_rate_later * informal,
            figures.settle_change,
        )
        patience = self._patience(age)
        case.settles = settle < patience
        case.leave = case.asked + min(settle, patience)
        case.escalate = case.asked + self._time_to_escalate(age)
        case.delayed = delay > 0.0
        case.decided = self.env.now + delay if case.delayed else math.inf
        self.team.wait(case)

    def _patience(self, age: float) -> float:
        """At which age someone who is there yet gives up: log-logistic."""
        median, shape = self.figures.patience_median, self.figures.patience_shape
        odds = (age / median) ** shape
        passed = odds / (1.0 + odds)
        chance = passed + self.random.random() * (1.0 - passed)
        return float(median * (chance / (1.0 - chance)) ** (1.0 / shape))

    def _time_to_escalate(self, age: float) -> float:
        figures = self.figures
        return self._two_rates(
            age,
            figures.escalation_rate_first,
            figures.escalation_rate_later,
            figures.escalation_change,
        )

    def _two_rates(self, age: float, first: float, later: float, change: float) -> float:
        """At which age a clock rings that has not rung yet; its rate changes at age `change`."""
        exposure = self.random.expovariate(1.0)
        if age < change:
            if exposure <= first * (change - age):
                return age + exposure / first
            exposure -= first * (change - age)
            age = change
        return age + exposure / later if later > 0.0 else math.inf

    def see_through(self, case: Case) -> Life:
        """Wait until the case starts, and be helped; or leave."""
        while case.done is None:
            alarm = min(case.leave, case.escalate, case.decided)
            case.turn = self.env.event()
            yield case.turn | self.env.timeout(max(0.0, alarm - self.env.now))
            if case.done is not None:
                break
            if alarm == case.leave:
                self.leave(case)
                return
            if alarm == case.decided:
                case.decided = math.inf
                self.team.decide(case)
            else:
                self.escalate(case)
        yield from self.be_helped(case)

    def escalate(self, case: Case) -> None:
        """One kind worse: more hours by the same factor, at the tail; the clocks go on."""
        team, before = self.team, case.work
        team.account.note("escalated", case.kind)
        team.stop_waiting(case)
        case.kind += 1
        case.work = team.mean_hours(case) * case.factor
        team.admit(case.work - before)
        self.lose_footing()
        if case.kind == CRISIS:
            team.start(case)
            return
        case.escalate = case.asked + self._time_to_escalate(self.env.now - case.asked)
        team.wait(case)

    def leave(self, case: Case) -> None:
        team = self.team
        team.stop_waiting(case)
        if case.settles:
            team.account.note("settled", case.kind)
        else:
            team.account.note("given_up", case.kind)
            self.give_up()
        team.start_who_may()

    def give_up(self) -> None:
        figures = self.figures
        if not self.vulnerable and self.random.random() < figures.vulnerable_after_giving_up:
            self.lose_footing()
        self.factor = figures.request_factor_after_giving_up
        self.factor_until = self.env.now + figures.aftermath
        self.closed_until = 0.0

    def be_helped(self, case: Case) -> Life:
        """By the team; a part of the cases waits halfway for a partner."""
        team = self.team
        assert case.done is not None
        yield case.done
        if case.needs_partner:
            team.account.note("referred", case.kind)
            team.casework.held[case.kind] += 1
            team.start_who_may()
            yield self.env.timeout(team.time_at_partner(case))
            team.casework.catch_up()
            team.casework.held[case.kind] -= 1
            team.casework.begin(case, case.rest)
            team.start_who_may()
            yield case.done
        team.close(case)
        self.end_help(case)
        team.start_who_may()

    def end_help(self, case: Case) -> None:
        """Who was helped may recover, and asks more for a while."""
        team, figures = self.team, self.figures
        if self.vulnerable:
            usual = (figures.recovery_single, figures.recovery_multiple, figures.recovery_crisis)
            chance = usual[case.kind] * team.lever.casework_recovery_factor
            chance *= min(1.0, case.quality) ** figures.quality_exponent
            if self.random.random() < chance:
                self.recover()
                team.account.note("recovered", case.kind)
                team.giving_back += 1.0
        self.factor = team.lever.casework_request_factor_after_closing
        self.factor_until = self.closed_until = self.env.now + figures.aftermath
