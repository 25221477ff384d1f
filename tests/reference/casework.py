"""M5: all open cases share the team's hours, by weight, in virtual time."""

import math
from bisect import insort
from typing import ClassVar

from draagkracht.engine.sharing import share
from draagkracht.model.kinds import CRISIS, MULTIPLE, SINGLE
from reference.candidates import TeamWithCandidates
from reference.conditions import Conditions
from reference.household import Case, Household
from reference.luck import Luck


class TeamWithCasework(TeamWithCandidates):
    """Cases that are opened, worked on and closed."""

    remembers: ClassVar[tuple[str, ...]] = ("progress", "holding")

    def __init__(self, given: Conditions, luck: Luck, households: list[Household]) -> None:
        super().__init__(given, luck, households)
        self.progress = 0.0  # standard hours a week for a unit of weight
        self.holding = 0.0  # hours a week for an open case

    def open_cases(self) -> int:
        return sum(self.open.values())

    def worked_on(self, kind: int) -> int:
        """Open cases of a kind among which the hours are shared."""
        return self.open[kind]

    def share_hours(self) -> None:
        """Divide the hours anew: holding first, then contact with who waits, then the cases."""
        self.speed = share(
            self.direct,
            self.holding * self.open_cases(),
            self.figures.contact_hours * self.waiting,
            self.sharing_weight(),
            self.figures.intensity_cap,
        )
        self.progress = self.pace()

    def pace(self) -> float:
        """Standard hours a week done for a unit of weight."""
        return self.speed

    def sharing_weight(self) -> float:
        f = self.figures
        return float(
            self.worked_on(SINGLE)
            + self.worked_on(MULTIPLE) * f.share_weight_multiple
            + self.worked_on(CRISIS) * f.share_weight_crisis
        )

    def start(self, who: int, now: float) -> None:
        case = self.case_of(who)
        case.started = now
        self.open[case.kind] += 1
        place, ticks = (self.households[who].group, case.kind), now / self.tick
        self.diary.note_start(place, case.asked / self.tick, ticks)
        self.diary.begin("open", who, place, ticks)
        self.begin_work(who)

    def begin_work(self, who: int) -> None:
        self.work_on(who, self.case_of(who).work)

    def work_on(self, who: int, work: float) -> None:
        """A stretch of work of so many standard hours."""
        case = self.case_of(who)
        case.phase = "open"
        self.opened_work += work
        insort(self.finishing, (self.virtual + work / self.share_weight(case.kind), who))

    def share_weight(self, kind: int) -> float:
        f = self.figures
        return float((1.0, f.share_weight_multiple, f.share_weight_crisis)[kind])

    def work_left(self) -> float:
        """Standard hours still to be given to the cases that are worked on."""
        return math.fsum(
            (finish - self.virtual) * self.share_weight(self.case_of(who).kind)
            for finish, who in self.finishing
        )

    def next_closing(self) -> float:
        """When the next stretch of work ends if nothing changes."""
        if not self.finishing or self.progress <= 0.0:
            return math.inf
        return self.now + max(0.0, self.finishing[0][0] - self.virtual) / self.progress

    def work_until(self, time: float) -> None:
        """Spend the hours: holding, contact with who waits, the cases; what is left is idle."""
        span = time - self.now
        if span <= 0.0:
            return
        shared = self.speed * self.sharing_weight()
        hold = self.holding * self.open_cases()
        contact = self.figures.contact_hours * self.waiting
        held = min(hold, self.direct)
        called = min(contact, self.direct - held)
        spend = self.diary.spend
        spend("shared", shared * span)
        spend("done", self.progress * self.sharing_weight() * span)
        spend("held", held * span)
        spend("contact", called * span)
        spend("idle", max(0.0, self.direct - held - called - shared) * span)
        spend("short", ((hold - held) + (contact - called)) * span)
        self.virtual += self.progress * span
        self.now = time

    def finish(self, now: float) -> None:
        """A stretch of work ends."""
        finished, who = self.finishing.pop(0)
        self.virtual = max(self.virtual, finished)
        self.after_work(who, now)

    def after_work(self, who: int, now: float) -> None:
        self.close(who, now)

    def close(self, who: int, now: float) -> None:
        case = self.case_of(who)
        self.open[case.kind] -= 1
        self.note("closed", who)
        place, ticks = (self.households[who].group, case.kind), now / self.tick
        self.diary.end("open", who, ticks)
        self.diary.note_lead(place, case.started / self.tick, ticks)
        self.follow_up += self.lever.casework_follow_up_hours
        self.end_help(who, now)

    def end_help(self, who: int, now: float) -> None:
        """Who was helped, by the team or elsewhere, may recover, and asks more for a while."""
        household, case = self.households[who], self.case_of(who)
        u = self.luck.uniform("recovery", household.entity, case.episode)
        if household.vulnerable and u < self.chance_to_recover(case):
            self.recover(who, now)
        household.factor = self.lever.casework_request_factor_after_closing
        household.factor_until = now + self.figures.aftermath
        household.closed_until = household.factor_until
        self.set_free(who, now)

    def chance_to_recover(self, case: Case) -> float:
        f = self.figures
        usual: float = (f.recovery_single, f.recovery_multiple, f.recovery_crisis)[case.kind]
        return float(usual * self.lever.casework_recovery_factor)

    def recover(self, who: int, now: float) -> None:
        """Stand on one's own feet again."""
        self.change_state(who, now / self.tick)
        self.note("recovered", who)

    def cap_in_use(self) -> float:
        f = self.figures
        return float(
            self.open[SINGLE] * f.cap_weight_single
            + self.open[MULTIPLE] * f.cap_weight_multiple
            + self.open[CRISIS] * f.cap_weight_crisis
        )
