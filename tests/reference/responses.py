"""M7: three things a team does under pressure, each a part that can be left out."""

from typing import ClassVar

from draagkracht.model.casework import recovery_chance
from draagkracht.model.pressure import smoothed
from draagkracht.model.responses import effort, overtime_sought, share_crowded_out
from reference.conditions import Conditions
from reference.household import Case, Household
from reference.luck import Luck
from reference.slow_model import PlainTeam


class CrowdingOut(PlainTeam):
    """Prevention makes way, and its hours go to cases."""

    books: ClassVar[tuple[str, ...]] = ("crowded_out",)

    def __init__(self, given: Conditions, luck: Luck, households: list[Household]) -> None:
        super().__init__(given, luck, households)
        self.crowded_out = 0.0  # hours a week

    def respond(self, advice: float) -> None:
        share = share_crowded_out(
            self.pressure, self.figures.crowding_slope, self.lever.prevention_protected
        )
        self.crowded_out = super().hours_of_prevention() * share
        self.diary.spend("crowded_out", self.crowded_out * self.tick)
        super().respond(advice)

    def hours_of_prevention(self) -> float:
        return super().hours_of_prevention() - self.crowded_out

    def hours_for_cases(self) -> float:
        return super().hours_for_cases() + self.crowded_out


class Overtime(PlainTeam):
    """More hours are worked, and some of them taken back later."""

    remembers: ClassVar[tuple[str, ...]] = ("overtime", "time_off")
    books: ClassVar[tuple[str, ...]] = ("overtime", "time_off")

    def __init__(self, given: Conditions, luck: Luck, households: list[Household]) -> None:
        super().__init__(given, luck, households)
        self.overtime = 0.0  # share of worked hours
        self.time_off = 0.0  # hours still to take back
        self.more = 0.0  # hours of overtime a week

    def respond(self, advice: float) -> None:
        f, tick = self.figures, self.tick
        sought = overtime_sought(self.pressure, f.overtime_slope, f.overtime_most)
        self.overtime = smoothed(self.overtime, sought, f.overtime_memory / tick)
        self.more = self.overtime * self.worked
        self.diary.spend("overtime", self.more * tick)
        super().respond(advice)

    def hours_for_cases(self) -> float:
        """No more is taken back than there is to take from. Asked once a week."""
        f, tick = self.figures, self.tick
        there = super().hours_for_cases() + self.more
        taken = min(self.time_off * min(1.0, tick / f.overtime_return), there * tick)
        self.time_off += self.more * tick * f.overtime_given_back - taken
        self.diary.spend("time_off", taken)
        return there - taken / tick


class CuttingCorners(PlainTeam):
    """More or less than a standard hour is given for a standard hour, and that shows in recovery.

    Beside the standard hours of virtual time runs a count of hours given.
    """

    remembers: ClassVar[tuple[str, ...]] = ("effort", "hours_given")

    def __init__(self, given: Conditions, luck: Luck, households: list[Household]) -> None:
        super().__init__(given, luck, households)
        self.effort = 1.0
        self.hours_given = 0.0  # for a unit of weight

    def respond(self, advice: float) -> None:
        f = self.figures
        self.effort = effort(
            self.pressure, f.cutting_exponent, f.cutting_floor, f.expansion_ceiling
        )
        super().respond(advice)

    def pace(self) -> float:
        return super().pace() / self.effort

    def work_until(self, time: float) -> None:
        if time > self.now:
            self.hours_given += self.speed * (time - self.now)
        super().work_until(time)

    def work_on(self, who: int, work: float) -> None:
        super().work_on(who, work)
        case = self.case_of(who)
        case.span = work / self.share_weight(case.kind)
        case.given_at = self.hours_given

    def after_work(self, who: int, now: float) -> None:
        case = self.case_of(who)
        case.worked += case.span
        case.given += self.hours_given - case.given_at
        super().after_work(who, now)

    def chance_to_recover(self, case: Case) -> float:
        """Help elsewhere is taken to be as good as a team's that cuts no corners."""
        quality = case.given / case.worked if case.worked > 0.0 else 1.0
        usual = super().chance_to_recover(case)
        return recovery_chance(usual, quality, self.figures.quality_exponent)
