"""M1 and M2: households without a case become vulnerable, recover, and ask.

Each has a clock of candidates against a bound; one uniform says what a candidate turns into.
"""

import math
from bisect import insort
from typing import ClassVar

from draagkracht.model.households import ASKS, CHANGES, candidate_outcome
from draagkracht.model.kinds import SINGLE
from reference.conditions import Conditions
from reference.household import Case, Household
from reference.luck import Luck
from reference.team import REQUEST, Team

WEEKS_A_YEAR = 52


class TeamWithCandidates(Team):
    """Households that live on by themselves."""

    remembers: ClassVar[tuple[str, ...]] = ("asking", "recovering")

    def __init__(self, given: Conditions, luck: Luck, households: list[Household]) -> None:
        super().__init__(given, luck, households)
        self.asking = self.recovering = 1.0  # factors on requests and on natural recovery

    def look_around(self) -> None:
        """What holds for households this week; nothing lifts it beyond its bound."""
        self.asking = min(self.figures.asking_bound, self.factor_on_requests())
        self.recovering = min(self.figures.recovery_bound, self.factor_on_recovery())

    def factor_on_requests(self) -> float:
        return float(self.lever.access_request_factor)

    def factor_on_recovery(self) -> float:
        return float(self.world.informal)

    def hazard(self, household: Household) -> float:
        """Of becoming vulnerable, this week."""
        return household.hazard

    def request_rate(self, household: Household) -> float:
        f = self.figures
        vulnerable = household.vulnerable
        return float(f.request_rate_vulnerable if vulnerable else f.request_rate_self_reliant)

    def bound(self, household: Household, growth_bound: float) -> float:
        f = self.figures
        changing = household.hazard * growth_bound
        if household.vulnerable:
            changing = f.natural_recovery * f.recovery_bound
        return float(self.request_rate(household) * f.request_bound + changing)

    def next_candidate(self, who: int, now: float) -> float:
        """The bound holds for a year at a time; one exponential is used up through the years.

        That of a vulnerable household is the same in all of them.
        """
        household, bounds = self.households[who], self.given.growth_bound
        year_length = WEEKS_A_YEAR * self.tick
        left = -math.log(self.luck.uniform("candidate", household.entity, household.candidates))
        if household.vulnerable:
            rate = self.bound(household, 1.0)
            return now + left / rate if rate > 0.0 else math.inf
        year = int(now / year_length)
        while True:
            rate = self.bound(household, bounds[min(year, len(bounds) - 1)])
            end = (year + 1) * year_length
            if year >= len(bounds) - 1 or left <= rate * (end - now):
                return now + left / rate if rate > 0.0 else math.inf
            left -= rate * (end - now)
            now = end
            year += 1

    def live_on(self, who: int) -> None:
        """Take a household's candidates of this week, until one of them is a request."""
        household, f = self.households[who], self.figures
        growth_bound = self.given.growth_bound[self.week // WEEKS_A_YEAR]
        while household.next < self.end_of_week():
            now = household.next
            u = self.luck.uniform("decision", household.entity, household.candidates)
            household.candidates += 1
            asking = self.request_rate(household) * self.asking
            if now < household.factor_until:
                asking *= household.factor
            asking = min(asking, self.request_rate(household) * f.request_bound)
            changing = self.hazard(household)
            if household.vulnerable:
                changing = f.natural_recovery * self.recovering
            outcome = candidate_outcome(u, self.bound(household, growth_bound), asking, changing)
            if outcome == ASKS:
                self.new_case(who, SINGLE)  # which kind is seen when it is asked
                insort(self.agenda, (now, REQUEST, who))
                return
            if outcome == CHANGES:
                self.change_state(who, now / self.tick)
                if household.vulnerable:
                    self.diary.note("became_vulnerable", (household.group, 0))
                else:
                    self.diary.note("recovered_alone", (household.group, 0))
            household.next = self.next_candidate(who, now)

    def new_case(self, who: int, kind: int) -> Case:
        household = self.households[who]
        household.case = Case(kind, household.requests)
        household.requests += 1
        return household.case

    def vulnerable(self) -> int:
        """Households that are vulnerable now."""
        return sum(household.vulnerable for household in self.households)

    def change_state(self, who: int, ticks: float) -> None:
        household = self.households[who]
        household.vulnerable = not household.vulnerable
        if household.vulnerable:
            self.diary.begin("vulnerable", who, (household.group, 0), ticks)
        else:
            self.diary.end("vulnerable", who, ticks)

    def lose_footing(self, who: int, ticks: float) -> None:
        if not self.households[who].vulnerable:
            self.change_state(who, ticks)
            self.diary.note("became_vulnerable", (self.households[who].group, 0))

    def set_free(self, who: int, now: float) -> None:
        """The case is over; the household has candidates again, in this same week if need be."""
        self.households[who].case = None
        self.households[who].next = self.next_candidate(who, now)
        self.live_on(who)
