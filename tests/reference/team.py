"""The state of a slow team: households, an agenda, lines, hours, and a diary."""

from collections.abc import Iterator
from typing import Any, ClassVar, Final

from draagkracht.model.kinds import CRISIS, MULTIPLE, SINGLE
from reference.conditions import Conditions
from reference.diary import Diary
from reference.household import Case, Household
from reference.luck import Luck

# What falls at the same moment is taken in this order, and then by household.
REQUEST, RETURN, DECIDED, LEAVING, ESCALATING, PARTNER_READY = range(1, 7)

APART: Final = 2**48  # a team's own draws: its first household's entity, so much further


class Team:
    """Who lives there, what is in its agenda, and what it has to work with.

    A class that adds a part of the model names in `remembers` what it keeps from week to week,
    and in `books` what it sums over a quarter: by these the kernel is compared.
    """

    remembers: ClassVar[tuple[str, ...]] = (
        "now",
        "virtual",
        "speed",
        "direct",
        "normal",
        "available",
        "pressure",
        "cap",
        "credit",
        "arriving",
        "admitted",
        "waiting_work",
        "advice",
        "follow_up",
        "waiting",
    )
    books: ClassVar[tuple[str, ...]] = ()

    def __init__(self, given: Conditions, luck: Luck, households: list[Household]) -> None:
        self.given, self.luck, self.households = given, luck, households
        self.figures, self.tick = given.figures, given.tick
        self.diary = Diary()
        self.week = 0
        self.lever, self.world = given.levers[0], given.world[0]
        self.agenda: list[tuple[float, int, int]] = []  # time, what, household
        self.finishing: list[tuple[float, int]] = []  # virtual time, household
        self.lines: dict[int, list[int]] = {SINGLE: [], MULTIPLE: []}  # households, by kind
        self.now = self.virtual = self.speed = 0.0
        self.direct = self.normal = self.available = self.pressure = self.cap = 0.0
        self.credit = self.arriving = self.admitted = self.waiting_work = 0.0
        self.advice = self.follow_up = 0.0
        self.open = {SINGLE: 0, MULTIPLE: 0, CRISIS: 0}
        self.waiting = 0
        self.opened_work = 0.0  # standard hours of all that was begun
        self.own = households[0].entity + APART

    def begin(self) -> None:
        """Stand ready at the start of the run-in, before there are cases."""

    def end_of_week(self) -> float:
        return (self.week + 1) * self.tick

    @property
    def followed(self) -> bool:
        """Whether today has come."""
        return self.week >= self.given.today

    def cross_out(self, who: int) -> None:
        """Forget what was to happen to a household."""
        self.agenda = [entry for entry in self.agenda if entry[2] != who]

    def case_of(self, who: int) -> Case:
        case = self.households[who].case
        assert case is not None
        return case

    def note(self, what: str, who: int) -> None:
        self.diary.note(what, (self.households[who].group, self.case_of(who).kind))

    def mean_hours(self, case: Case) -> float:
        f = self.figures
        usual: float = (f.hours_single, f.hours_multiple, f.hours_crisis)[case.kind]
        return usual * self.given.domain_hours[case.domain]

    def named(self, what: str) -> Iterator[str]:
        """All names in `remembers` or `books` of the parts that this team is made of."""
        for part in type(self).__mro__:
            yield from vars(part).get(what, ())

    def remembered(self) -> dict[str, Any]:
        """Its state by name."""
        return {name: getattr(self, name) for name in self.named("remembers")}
