"""M5: all open cases share the team's hours, by weight, in virtual time."""

import math
from bisect import insort

from draagkracht.engine.sharing import share
from draagkracht.model.kinds import CRISIS, MULTIPLE, SINGLE
from reference.candidates import TeamWithCandidates


class TeamWithCasework(TeamWithCandidates):
    """Cases that are opened, worked on and closed."""

    def share_hours(self) -> None:
        """Divide the hours anew: holding first, then contact with who waits, then the cases."""
        self.speed = share(
            self.direct,
            self.lever.casework_holding_hours * sum(self.open.values()),
            self.figures.contact_hours * self.waiting,
            self.sharing_weight(),
            self.figures.intensity_cap,
        )

    def sharing_weight(self) -> float:
        f = self.figures
        return (
            self.open[SINGLE]
            + self.open[MULTIPLE] * f.share_weight_multiple
            + self.open[CRISIS] * f.share_weight_crisis
        )

    def start(self, who: int, now: float) -> None:
        case = self.case_of(who)
        case.phase = "open"
        case.started = now
        self.open[case.kind] += 1
        place, ticks = (self.households[who].group, case.kind), now / self.tick
        self.diary.note_start(place, case.asked / self.tick, ticks)
        self.diary.begin("open", who, place, ticks)
        self.opened_work += case.work
        insort(self.finishing, (self.virtual + case.work / self.share_weight(case.kind), who))

    def share_weight(self, kind: int) -> float:
        f = self.figures
        return (1.0, f.share_weight_multiple, f.share_weight_crisis)[kind]

    def work_left(self) -> float:
        """Standard hours still to be given to the open cases."""
        return math.fsum(
            (finish - self.virtual) * self.share_weight(self.case_of(who).kind)
            for finish, who in self.finishing
        )

    def next_closing(self) -> float:
        """When the next case closes if nothing changes."""
        if not self.finishing or self.speed <= 0.0:
            return math.inf
        return self.now + max(0.0, self.finishing[0][0] - self.virtual) / self.speed

    def work_until(self, time: float) -> None:
        """Spend the hours: holding, contact with who waits, the cases; what is left is idle."""
        span = time - self.now
        if span <= 0.0:
            return
        shared = self.speed * self.sharing_weight()
        hold = self.lever.casework_holding_hours * sum(self.open.values())
        contact = self.figures.contact_hours * self.waiting
        held = min(hold, self.direct)
        called = min(contact, self.direct - held)
        spend = self.diary.spend
        spend("shared", shared * span)
        spend("held", held * span)
        spend("contact", called * span)
        spend("idle", max(0.0, self.direct - held - called - shared) * span)
        spend("short", ((hold - held) + (contact - called)) * span)
        self.virtual += self.speed * span
        self.now = time

    def close(self, now: float) -> None:
        finished, who = self.finishing.pop(0)
        self.virtual = max(self.virtual, finished)
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
        household = self.households[who]
        self.recover(who, now / self.tick)
        household.factor = self.lever.casework_request_factor_after_closing
        household.factor_until = now + self.figures.aftermath
        household.closed_until = household.factor_until
        self.set_free(who, now)

    def recover(self, who: int, ticks: float) -> None:
        """Who was helped may stand on its own feet again."""
        household, case, f = self.households[who], self.case_of(who), self.figures
        chance = (f.recovery_single, f.recovery_multiple, f.recovery_crisis)[case.kind]
        u = self.luck.uniform("recovery", household.entity, case.episode)
        if household.vulnerable and u < chance:
            self.change_state(who, ticks)
            self.note("recovered", who)

    def cap_in_use(self) -> float:
        f = self.figures
        return (
            self.open[SINGLE] * f.cap_weight_single
            + self.open[MULTIPLE] * f.cap_weight_multiple
            + self.open[CRISIS] * f.cap_weight_crisis
        )
