"""The model of one team, slow and plain: what the kernel must compute, to the last bit.

Read team, candidates, casework, waiting and front_door first, each built on the one before; this
page holds the weeks. The formulas of the model are taken as they are (plain functions of a few
numbers). Nothing else is: the agenda is a sorted list, lines are lists, the account is a diary,
and draws are whole numbers of Python.

Where arithmetic has an order, that order is part of the definition; it is the one written here.
"""

import math

from draagkracht.model.pressure import (
    available_fte,
    excess_work,
    normal_direct_hours,
    pressure,
    smoothed,
    worked_hours,
)
from reference.diary import QUARTER
from reference.front_door import TeamWithDoor
from reference.team import DECIDED, ESCALATING, LEAVING, REQUEST, RETURN


class SlowTeam(TeamWithDoor):
    """A whole team; `beginning.fill` lets its run-in begin.

    What holds for a week is set at its tick; between ticks events happen.
    """

    def live(self, until: int) -> None:
        """Live up to the start of week `until`."""
        for week in range(self.week, until):
            self.week = week
            self.lever = self.given.levers[max(0, week - self.given.today + 1)]
            if week % QUARTER == 0:
                self.diary.open_quarter()
            self.set_week()
            for who, household in enumerate(self.households):
                if household.case is None and household.next < self.end_of_week():
                    self.live_on(who)
            self.start_who_may(week * self.tick)
            self.let_happen()
        self.week = until

    def set_week(self) -> None:
        f, lever, tick = self.figures, self.lever, self.tick
        fte = self.given.fte * lever.team_fte_factor
        vacant = f.vacancies * self.given.vacancy[self.week]
        self.available = available_fte(fte, vacant, f.absence)
        worked = worked_hours(self.available, f.contract_hours, f.leave_share)
        indirect = (
            lever.team_administration_share
            + lever.team_meeting_share
            + lever.team_overhead_share
            + lever.team_prevention_share
        )
        self.normal = normal_direct_hours(worked, indirect, lever.team_card_hours)
        # Advice and desk of last week, and a part of the follow-up that is due, come first.
        due = self.follow_up * min(1.0, tick / f.follow_up_memory)
        self.follow_up -= due
        advice = self.advice / tick + due / tick
        self.advice = 0.0
        self.direct = max(0.0, self.normal - advice)
        self.arriving = smoothed(self.arriving, self.admitted / tick, f.load_memory / tick)
        self.admitted = 0.0
        open_cases = sum(self.open.values())
        claims = (
            advice
            + lever.casework_holding_hours * open_cases
            + f.target_intensity * open_cases
            + f.contact_hours * self.waiting
            + excess_work(self.waiting_work, self.arriving, f.target_wait, f.catch_up)
        )
        self.pressure = pressure(claims, self.normal)
        self.cap = lever.casework_caseload_cap * self.available
        spend = self.diary.spend
        spend("contract", fte * f.contract_hours * tick)
        spend("available", self.available)
        spend("worked", worked * tick)
        spend("direct", self.normal * tick)
        spend("advice", min(advice, self.normal) * tick)
        spend("short", max(0.0, advice - self.normal) * tick)
        spend("administration", worked * lever.team_administration_share * tick)
        spend("meeting", worked * lever.team_meeting_share * tick)
        spend("overhead", worked * lever.team_overhead_share * tick)
        spend("prevention", worked * lever.team_prevention_share * tick)
        spend("pressure", self.pressure * fte)
        spend("ticks", 1.0)
        spend("fte", fte)

    def let_happen(self) -> None:
        """Every event of the week at its time; a closing goes before what falls with it."""
        while True:
            closing = self.next_closing()
            event = self.agenda[0][0] if self.agenda else math.inf
            now = min(closing, event)
            if now >= self.end_of_week():
                break
            self.work_until(now)
            if closing <= event:
                self.close(now)
            else:
                _, what, who = self.agenda[0]
                self.cross_out(who)
                self.happen(what, who, now)
            self.start_who_may(now)
        self.work_until(self.end_of_week())

    def happen(self, what: int, who: int, now: float) -> None:
        if what == REQUEST:
            self.ask(who, now)
        elif what == RETURN:
            self.come_back(who, now)
        elif what == DECIDED:
            self.case_of(who).phase = "queued"
            self.lines[self.case_of(who).kind].append(who)
            self.set_alarm(who)
        elif what == LEAVING:
            self.leave(who, now)
        elif what == ESCALATING:
            self.escalate(who, now)
