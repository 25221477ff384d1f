"""M4: what waiting does: cases grow worse, and who gives up may lose their footing."""

from draagkracht.engine.clocks import two_rates_from
from draagkracht.model.kinds import CRISIS
from reference.household import Case
from reference.slow_model import PlainTeam
from reference.team import ESCALATING


class Escalation(PlainTeam):
    """A waiting case has a third clock: that on which it grows worse."""

    def wind_clocks(self, who: int, age: float) -> None:
        super().wind_clocks(who, age)
        case = self.case_of(who)
        case.escalate = case.asked + self.time_to_escalate("escalate", who, age)

    def time_to_escalate(self, purpose: str, who: int, age: float) -> float:
        f = self.figures
        u = self.luck.uniform(purpose, self.households[who].entity, self.case_of(who).episode)
        return two_rates_from(
            u, age, f.escalation_rate_first, f.escalation_rate_later, f.escalation_change
        )

    def first_to_ring(self, case: Case) -> tuple[float, int]:
        time, what = super().first_to_ring(case)
        return (case.escalate, ESCALATING) if case.escalate < time else (time, what)

    def happen(self, what: int, who: int, now: float) -> None:
        if what == ESCALATING:
            self.escalate(who, now)
        else:
            super().happen(what, who, now)

    def escalate(self, who: int, now: float) -> None:
        """One kind worse: more hours by the same factor; place at the tail; the clocks go on."""
        case = self.case_of(who)
        before = case.work
        self.note("escalated_out", who)
        self.stop_waiting(who, now)
        case.kind += 1
        case.work = self.mean_hours(case) * case.factor
        self.admit(case.work - before)
        self.note("escalated_in", who)
        self.lose_footing(who, now / self.tick)
        if case.kind == CRISIS:
            self.start(who, now)
        else:
            age = now - case.asked
            case.escalate = case.asked + self.time_to_escalate("escalate_again", who, age)
            self.wait(who, now)


class HarmOfGivingUp(PlainTeam):
    """Who is not helped asks more for a while, and some lose their footing."""

    def give_up(self, who: int, now: float) -> None:
        super().give_up(who, now)
        household, f = self.households[who], self.figures
        u = self.luck.uniform("after_giving_up", household.entity, self.case_of(who).episode)
        if u < f.vulnerable_after_giving_up:
            self.lose_footing(who, now / self.tick)
        household.factor = f.request_factor_after_giving_up
        household.factor_until = now + f.aftermath
