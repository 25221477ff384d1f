"""M6: a part of the cases waits halfway for a partner; a package sends some on to one."""

import math
from bisect import insort
from typing import ClassVar

from draagkracht.model.kinds import CRISIS, MULTIPLE, SINGLE, TO_PARTNER
from draagkracht.model.partners import chance_of_partner
from reference.conditions import Conditions
from reference.household import Household
from reference.luck import Luck
from reference.slow_model import PlainTeam
from reference.team import PARTNER_READY


class Partners(PlainTeam):
    """Cases that are open, held and not worked on while a partner lets them wait."""

    books: ClassVar[tuple[str, ...]] = ("taken_over",)

    def __init__(self, given: Conditions, luck: Luck, households: list[Household]) -> None:
        super().__init__(given, luck, households)
        self.held = {SINGLE: 0, MULTIPLE: 0, CRISIS: 0}

    def worked_on(self, kind: int) -> int:
        return super().worked_on(kind) - self.held[kind]

    def begin_work(self, who: int) -> None:
        """Whether a partner is needed is seen at the start; the team first does its share."""
        case, f = self.case_of(who), self.figures
        usual = self.given.partner_chance[case.kind][case.domain]
        # Who had an open case when the run-in began was referred as usual.
        referring = self.lever.partners_referral_factor if self.diary.counting else 1.0
        chance = chance_of_partner(usual, referring, self.pressure, f.partner_pressure)
        u = self.luck.uniform("partner", self.households[who].entity, case.episode)
        case.needs_partner = u < chance
        if not case.needs_partner:
            return super().begin_work(who)
        before = case.work * f.partner_hours_before
        case.rest = (case.work - before) * f.partner_hours_kept
        self.diary.spend("taken_over", case.work - before - case.rest)
        return self.work_on(who, before)

    def after_work(self, who: int, now: float) -> None:
        case = self.case_of(who)
        if not case.needs_partner:
            return super().after_work(who, now)
        case.needs_partner = False
        case.phase = "held"
        self.held[case.kind] += 1
        self.note("referred", who)
        return self.go_to_partner(who, now)

    def go_to_partner(self, who: int, now: float) -> None:
        case = self.case_of(who)
        u = self.luck.uniform("partner_wait", self.households[who].entity, case.episode)
        usual = self.given.partner_wait[case.domain]
        mean = usual * (self.lever.partners_time_factor * self.world.partner)
        # One part of the wait is the same for everyone, the rest is exponential.
        fixed = self.figures.partner_fixed_share
        wait = mean * (fixed - (1.0 - fixed) * math.log(u))
        insort(self.agenda, (now + wait, PARTNER_READY, who))

    def send(self, who: int, now: float) -> None:
        if self.destination(who, now) != TO_PARTNER:
            return super().send(who, now)
        self.note("to_partner", who)
        self.case_of(who).phase = "at_partner"
        return self.go_to_partner(who, now)

    def happen(self, what: int, who: int, now: float) -> None:
        case = self.case_of(who)
        if what != PARTNER_READY:
            super().happen(what, who, now)
        elif case.phase == "held":
            self.held[case.kind] -= 1
            self.work_on(who, case.rest)
        else:
            self.end_help(who, now)
