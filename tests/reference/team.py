"""The state of a slow team: households, an agenda, lines, hours, and a diary."""

from draagkracht.model.kinds import CRISIS, MULTIPLE, SINGLE
from reference.conditions import Conditions
from reference.diary import Diary
from reference.household import Case, Household
from reference.luck import Luck

# What falls at the same moment is taken in this order, and then by household.
REQUEST, RETURN, DECIDED, LEAVING, ESCALATING = range(1, 6)


class Team:
    """Who lives there, what is in its agenda, and what it has to work with."""

    def __init__(self, given: Conditions, luck: Luck, households: list[Household]) -> None:
        self.given, self.luck, self.households = given, luck, households
        self.figures, self.tick = given.figures, given.tick
        self.diary = Diary()
        self.week = 0
        self.lever = given.levers[0]
        self.agenda: list[tuple[float, int, int]] = []  # time, what, household
        self.finishing: list[tuple[float, int]] = []  # virtual time, household
        self.lines: dict[int, list[int]] = {SINGLE: [], MULTIPLE: []}  # households, by kind
        self.now = self.virtual = self.speed = 0.0
        self.direct = self.normal = self.available = self.pressure = self.cap = 0.0
        self.credit = self.arriving = self.admitted = self.waiting_work = 0.0
        self.advice = self.follow_up = 0.0
        self.open = {SINGLE: 0, MULTIPLE: 0, CRISIS: 0}
        self.waiting = 0
        self.opened_work = 0.0  # standard hours of all cases that were opened

    def end_of_week(self) -> float:
        return (self.week + 1) * self.tick

    def cross_out(self, who: int) -> None:
        """Forget what was to happen to a household."""
        self.agenda = [entry for entry in self.agenda if entry[2] != who]

    def case_of(self, who: int) -> Case:
        case = self.households[who].case
        assert case is not None
        return case

    def note(self, what: str, who: int) -> None:
        self.diary.note(what, (self.households[who].group, self.case_of(who).kind))

    def mean_hours(self, kind: int) -> float:
        f = self.figures
        return (f.hours_single, f.hours_multiple, f.hours_crisis)[kind]
