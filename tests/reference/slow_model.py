"""The model of one team, slow and plain: what the kernel must compute, to the last bit.

Read team, candidates, casework, waiting and front_door first, each built on the one before; this
page holds the weeks. What is here is a team without any mechanism that can be switched off; each
of those is a page of its own that adds to this one (growth, harms, partners, responses,
prevention, helping, staff, strain, pool), and `composing` puts together the team that is wanted.

The formulas of the model are taken as they are (plain functions of a few numbers). Nothing else
is: the agenda is a sorted list, lines are lists, the account is a diary, and draws are whole
numbers of Python. Where arithmetic has an order, that order is part of the definition; it is the
one written here.
"""

import math
from typing import ClassVar

from draagkracht.model.pressure import (
    excess_work,
    normal_direct_hours,
    pressure,
    smoothed,
    worked_hours,
)
from reference.candidates import WEEKS_A_YEAR
from reference.conditions import Conditions
from reference.diary import QUARTER
from reference.front_door import TeamWithDoor
from reference.household import Household
from reference.luck import Luck
from reference.team import DECIDED, LEAVING, REQUEST, RETURN


class PlainTeam(TeamWithDoor):
    """A team without extras; `beginning.fill` lets its run-in begin.

    What holds for a week is set at its tick; between ticks events happen.
    """

    remembers: ClassVar[tuple[str, ...]] = ("worked", "formation", "own_hours", "claims", "seen")
    books: ClassVar[tuple[str, ...]] = (
        *(
            "contract",
            "available",
            "worked",
            "lost",
            "unfit",
            "direct",
            "administration",
            "meeting",
            "overhead",
        ),
        *("cards", "prevention", "advice", "follow_up", "short", "pressure", "ticks", "fte"),
        *("shared", "done", "held", "contact", "idle", "resident"),
    )

    def __init__(self, given: Conditions, luck: Luck, households: list[Household]) -> None:
        super().__init__(given, luck, households)
        self.fte = self.worked = self.own_hours = self.claims = 0.0
        self.given_to_prevention = 0.0  # hours a week
        self.seen = 0.0  # weeks of the last year before today

    @property
    def formation(self) -> float:
        """Fte this week."""
        return self.fte

    def live(self, until: int) -> None:
        """Live up to the start of week `until`."""
        for week in range(self.week, until):
            self.live_week(week)
        self.week = until

    def live_week(self, week: int) -> None:
        self.begin_week(week)
        self.live_on_from_tick()

    def begin_week(self, week: int) -> None:
        """Who is there, and the hours that leaves before any are lent."""
        self.week = week
        self.lever = self.given.levers[max(0, week - self.given.today + 1)]
        self.world = self.given.world[week]
        if week % QUARTER == 0:
            self.diary.open_quarter()
        self.fte = self.given.fte * self.lever.team_fte_factor * self.world.formation
        self.count_hours()

    def live_on_from_tick(self) -> None:
        week = self.week
        self.set_week()
        for who, household in enumerate(self.households):
            if household.case is None and household.next < self.end_of_week():
                self.live_on(who)
        self.start_who_may(week * self.tick)
        self.let_happen()

    def set_week(self) -> None:
        self.normal = self.hours_to_share()
        self.cap = self.room()
        self.diary.spend("direct", self.normal * self.tick)
        advice = self.weigh()
        self.respond(advice)
        if self.in_present_year:
            self.seen += 1.0
        self.look_around()
        self.diary.spend("resident", self.asked_of_residents() * self.tick)

    @property
    def in_present_year(self) -> bool:
        """In the last year before today; without a run-in, the first week."""
        today = self.given.today
        return max(0, today - WEEKS_A_YEAR) <= self.week < max(1, today)

    def count_hours(self) -> None:
        """The hours there are for residents; what is taken of them first, as far as it fits."""
        f, lever, tick = self.figures, self.lever, self.tick
        self.available = self.fte_present()
        self.worked = worked_hours(self.available, f.contract_hours, f.leave_share)
        self.worked *= lever.team_capacity_factor
        taken = self.hours_taken()
        in_all = sum(taken.values())
        for_residents = self.worked * (1.0 - min(self.indirect(), 1.0))
        fits = min(1.0, for_residents / in_all) if in_all > 0.0 else 1.0
        self.own_hours = normal_direct_hours(self.worked, self.indirect(), in_all)
        spend = self.diary.spend
        for what, hours in taken.items():
            spend(what, hours * fits * tick)
        spend("unfit", in_all * (1.0 - fits) * tick)
        spend("contract", self.fte * f.contract_hours * tick)
        spend("available", self.available)
        spend("worked", self.worked * tick)
        usual = worked_hours(self.given.fte, f.contract_hours, f.leave_share)
        spend("lost", (usual - self.worked) * tick)
        spend("administration", self.worked * lever.team_administration_share * tick)
        spend("meeting", self.worked * lever.team_meeting_share * tick)
        spend("overhead", self.worked * lever.team_overhead_share * tick)
        spend("ticks", 1.0)
        spend("fte", self.fte)

    def indirect(self) -> float:
        """Share of worked time that does not go to residents."""
        lever = self.lever
        return float(
            lever.team_administration_share
            + lever.team_meeting_share
            + lever.team_overhead_share
            + lever.team_prevention_share
        )

    def fte_present(self) -> float:
        return self.fte

    def hours_taken(self) -> dict[str, float]:
        """Hours a week that are taken before residents are helped."""
        return {"cards": float(self.lever.team_card_hours)}

    def hours_to_share(self) -> float:
        return self.own_hours

    def room(self) -> float:
        return float(self.lever.casework_caseload_cap * self.available)

    def weigh(self) -> float:
        """What is asked of the hours; returns what advice, desk and follow-up ask."""
        f, tick = self.figures, self.tick
        # Advice and desk of last week, and a part of the follow-up that is due, come first.
        due = self.follow_up * min(1.0, tick / f.follow_up_memory)
        self.follow_up -= due
        advice = self.advice / tick + due / tick
        self.advice = 0.0
        self.arriving = smoothed(self.arriving, self.admitted / tick, f.load_memory / tick)
        self.admitted = 0.0
        self.holding = self.lever.casework_holding_hours * self.world.holding
        self.claims = (
            advice
            + self.holding * self.open_cases()
            + f.target_intensity * sum(self.worked_on(kind) for kind in self.open)
            + f.contact_hours * self.waiting
            + excess_work(self.waiting_work, self.arriving, f.target_wait, f.catch_up)
        )
        self.pressure = pressure(self.claims, self.normal)
        spend = self.diary.spend
        spend("follow_up", due)
        spend("pressure", self.pressure * self.fte)
        return float(advice)

    def respond(self, advice: float) -> None:
        self.given_to_prevention = self.hours_of_prevention()
        left = self.hours_for_cases()
        self.direct = max(0.0, left - advice)
        self.diary.spend("prevention", self.given_to_prevention * self.tick)
        self.diary.spend("advice", min(advice, left) * self.tick)
        self.diary.spend("short", max(0.0, advice - left) * self.tick)

    def hours_of_prevention(self) -> float:
        return float(self.worked * self.lever.team_prevention_share)

    def hours_for_cases(self) -> float:
        """And for advice."""
        return self.normal

    def asked_of_residents(self) -> float:
        """Hours a week."""
        return float(self.lever.residents_card_hours)

    def let_happen(self) -> None:
        """Every event of the week at its time; work that ends goes before what falls with it."""
        while True:
            closing = self.next_closing()
            event = self.agenda[0][0] if self.agenda else math.inf
            now = min(closing, event)
            if now >= self.end_of_week():
                break
            self.work_until(now)
            if closing <= event:
                self.finish(now)
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
        else:
            raise AssertionError(what)
