"""A goal: what a town goes for, said before any result. A closed list of measures."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final, Literal, get_args

from pydantic import Field

from draagkracht.documents.document import Part, Wording
from draagkracht.documents.error import STEP
from draagkracht.documents.errors import DoubleName, EmptyValue, Inconsistent, OutOfRange, TooMany

Direction = Literal["lower", "higher"]
# The measures of a run that have a wanted direction, by themselves and not beside carrying on. The
# list itself stands in model/measures.py, a layer above this one: a test holds the two together.
GoalMeasure = Literal[
    "waiting_time",
    "waiting_time_p90",
    "waiting_list",
    "given_up",
    "escalated",
    "crisis_requests",
    "pressure",
    "direct_share",
    "administration_share",
    "overhead_share",
    "prevention_share",
    "tasks_undone",
    "strain",
    "absence",
    "vacancies",
    "departures",
    "vulnerable_households",
    "recovered",
    "recurrence",
    "helped_per_100_vulnerable",
    "resident_hours_asked",
    "costs",
]
GOAL_MEASURES: Final[tuple[GoalMeasure, ...]] = get_args(GoalMeasure)

MOST_GOALS: Final = 5
MOST_YEARS: Final = 60

_DIRECTION_WORDS: Final[Mapping[Direction, str]] = {"lower": "lager", "higher": "hoger"}


@dataclass(frozen=True, slots=True)
class GoalScale:
    """Unit of a measure, the direction that is wanted of it, and the highest bound."""

    unit: str
    better: Direction
    high: float


def _share(better: Direction = "lower") -> GoalScale:
    return GoalScale("share", better, 1.0)


_YEARLY: Final = GoalScale("1/1000 household/year", "lower", 10_000.0)
_WEEKS: Final = GoalScale("week", "lower", 520.0)

GOAL_SCALES: Final[Mapping[GoalMeasure, GoalScale]] = MappingProxyType(
    {
        "waiting_time": _WEEKS,
        "waiting_time_p90": _WEEKS,
        "waiting_list": GoalScale("household", "lower", 1e6),
        "given_up": _YEARLY,
        "escalated": _YEARLY,
        "crisis_requests": _YEARLY,
        "pressure": GoalScale("ratio", "lower", 10.0),
        "direct_share": _share("higher"),
        "administration_share": _share(),
        "overhead_share": _share(),
        "prevention_share": _share("higher"),
        "tasks_undone": _share(),
        "strain": _share(),
        "absence": _share(),
        "vacancies": _share(),
        "departures": GoalScale("fte/year", "lower", 1e5),
        "vulnerable_households": _share(),
        "recovered": GoalScale("1/1000 household/year", "higher", 10_000.0),
        "recurrence": _share(),
        "helped_per_100_vulnerable": GoalScale("1/100 household/year", "higher", 10_000.0),
        "resident_hours_asked": GoalScale("hour/week", "lower", 1e6),
        "costs": GoalScale("euro/year", "lower", 1e10),
    }
)


class Goal(Part):
    """One measure of the whole town, at most (`lower`) or at least (`higher`) a bound.

    `bound` is in the unit of the measure. `year` counts budget years from the start, 1 the first;
    None is the last year of the run. `why` says what it is to residents.
    """

    measure: GoalMeasure
    direction: Direction
    bound: float
    year: int | None = Field(default=None, ge=1)
    why: Wording

    @property
    def unit(self) -> str:
        """What the bound is counted in."""
        return GOAL_SCALES[self.measure].unit


def check_goals(goals: Sequence[Goal]) -> None:
    """Refuse a sixth goal, a measure twice, and a direction or bound that cannot be.

    Raises: TooMany, Inconsistent, OutOfRange, DoubleName, EmptyValue.
    """
    if len(goals) > MOST_GOALS:
        raise TooMany(
            what="doelen",
            count=len(goals),
            bound=MOST_GOALS,
            advice="Kies de vijf die voor inwoners het zwaarst wegen.",
            place="goal",
        )
    seen: set[GoalMeasure] = set()
    for number, goal in enumerate(goals, start=1):
        place = f"goal {number} ({goal.measure})"
        scale = GOAL_SCALES[goal.measure]
        if goal.direction != scale.better:
            wanted = _DIRECTION_WORDS[scale.better]
            raise Inconsistent(
                what=f'Bij "{goal.measure}" is {wanted} beter.',
                remedy=f'Schrijf direction = "{scale.better}", of kies een andere maat.',
                place=f"{place}{STEP}direction",
            )
        if not 0 <= goal.bound <= scale.high:
            where = f"{place}{STEP}bound"
            raise OutOfRange(value=goal.bound, low=0, high=scale.high, place=where)
        if goal.year is not None and goal.year > MOST_YEARS:
            raise Inconsistent(
                what=f"Zo ver kan niet worden gerekend: jaar {goal.year}.",
                remedy="Schrijf geen jaartal, maar het hoeveelste jaar: 1 is het eerste jaar.",
                place=f"{place}{STEP}year",
            )
        if goal.measure in seen:
            raise DoubleName(what="doel", name=goal.measure, place=f"{place}{STEP}measure")
        if not goal.why.nl.strip():
            raise EmptyValue(place=f"{place}{STEP}why.nl")
        seen.add(goal.measure)
