"""M4: waiting cases have clocks, all from the request; what grows worse is in harms."""

import math
from bisect import insort
from typing import ClassVar

from draagkracht.engine.clocks import log_logistic_from, two_rates_from
from draagkracht.model.casework import hours_factor
from draagkracht.model.kinds import CRISIS, MULTIPLE, SINGLE
from reference.casework import TeamWithCasework
from reference.household import Case
from reference.team import DECIDED, LEAVING


class TeamWithLines(TeamWithCasework):
    """Cases that wait, settle, are given up, or start."""

    books: ClassVar[tuple[str, ...]] = ("admitted", "dropped")

    def set_work(self, who: int, factor: float) -> None:
        case, f = self.case_of(who), self.figures
        u = self.luck.uniform("hours", self.households[who].entity, case.episode)
        case.factor = hours_factor(u, f.hours_log_sd, f.exponential_hours > 0.0) * factor
        case.work = self.mean_hours(case) * case.factor

    def admit(self, work: float) -> None:
        """Standard hours come in."""
        self.admitted += work
        self.diary.spend("admitted", work)

    def enter(self, who: int, now: float, age: float, delay: float) -> None:
        """Begin to wait, `age` after asking; a crisis begins to be helped."""
        case = self.case_of(who)
        case.asked = now - age
        self.admit(case.work)
        self.note("entered", who)
        if case.kind == CRISIS:
            return self.start(who, now)
        self.wind_clocks(who, age)
        case.decided = now + delay
        case.phase = "delayed" if delay > 0.0 else "queued"
        self.wait(who, now)
        return None

    def wind_clocks(self, who: int, age: float) -> None:
        """What people do for themselves helps some of them to settle it sooner."""
        household, case, f = self.households[who], self.case_of(who), self.figures
        first, later = f.settle_rate_first, f.settle_rate_later
        u = self.luck.uniform("settle", household.entity, case.episode)
        informal = self.informal_now()
        settle = two_rates_from(u, age, first * informal, later * informal, f.settle_change)
        u = self.luck.uniform("patience", household.entity, case.episode)
        patience = log_logistic_from(u, age, f.patience_median, f.patience_shape)
        case.settles = settle < patience
        case.leave = case.asked + min(settle, patience)
        case.escalate = math.inf

    def informal_now(self) -> float:
        """As in the world of this week; as usual for who waits when the run-in begins."""
        return float(self.world.informal) if self.diary.counting else 1.0

    def wait(self, who: int, now: float) -> None:
        """Stand at the tail of the line of one's kind, unless a decision must come first."""
        case = self.case_of(who)
        self.waiting += 1
        self.waiting_work += case.work
        place = (self.households[who].group, case.kind)
        self.diary.begin("waiting", who, place, now / self.tick, case.asked / self.tick)
        if case.phase == "queued":
            self.lines[case.kind].append(who)
        self.set_alarm(who)

    def set_alarm(self, who: int) -> None:
        """Enter in the agenda what happens first to a waiting case."""
        case = self.case_of(who)
        time, what = self.first_to_ring(case)
        if case.phase == "delayed" and case.decided < time:
            time, what = case.decided, DECIDED
        insort(self.agenda, (time, what, who))

    def first_to_ring(self, case: Case) -> tuple[float, int]:
        return case.leave, LEAVING

    def stop_waiting(self, who: int, now: float) -> None:
        case = self.case_of(who)
        self.cross_out(who)
        if case.phase == "queued":
            self.lines[case.kind].remove(who)
        self.waiting -= 1
        self.waiting_work -= case.work
        if self.waiting == 0:
            self.waiting_work = 0.0  # the running sum starts anew
        self.diary.end("waiting", who, now / self.tick)

    def leave(self, who: int, now: float) -> None:
        self.stop_waiting(who, now)
        self.diary.spend("dropped", self.case_of(who).work)
        if self.case_of(who).settles:
            self.note("settled", who)
        else:
            self.note("given_up", who)
            self.give_up(who, now)
        self.set_free(who, now)

    def give_up(self, who: int, now: float) -> None:
        """What came after an earlier closing ends here."""
        household = self.households[who]
        household.factor = 1.0
        household.factor_until = now
        household.closed_until = 0.0

    def start_who_may(self, now: float) -> None:
        """Start while the cap leaves room for the next, then divide the hours anew.

        Multiple goes first. When both wait each start adds a share to a credit, and a full credit
        is a start for single.
        """
        f = self.figures
        weight = {SINGLE: f.cap_weight_single, MULTIPLE: f.cap_weight_multiple}
        while self.lines[SINGLE] or self.lines[MULTIPLE]:
            both = bool(self.lines[SINGLE] and self.lines[MULTIPLE])
            kind = MULTIPLE if self.lines[MULTIPLE] else SINGLE
            if both and self.credit >= 1.0:
                kind = SINGLE
            if weight[kind] > self.cap - self.cap_in_use():
                break
            if both:
                self.credit += self.lever.waiting_starts_for_single
                self.credit -= 1.0 if kind == SINGLE else 0.0
            who = self.lines[kind][0]
            self.stop_waiting(who, now)
            self.start(who, now)
        self.share_hours()
