"""How often a town's goals are met: in how many toekomsten, under carrying on and under a koers."""

from dataclasses import dataclass
from typing import Final, Literal

import numpy as np

from draagkracht.choice.goal_words import goal_words
from draagkracht.documents.errors import UnknownName
from draagkracht.documents.nearest import nearest
from draagkracht.engine.arrays import FloatArray
from draagkracht.simulation.outcome import Outcome
from draagkracht.town.goal import Goal
from draagkracht.town.town import Town

Untold = Literal["beyond_the_run", "no_measure"]

_A_YEAR: Final = 4  # quarters


@dataclass(frozen=True, slots=True)
class GoalReached:
    """A goal, and in how many of `of` toekomsten (weighted, rounded) it is met in its year.

    `year` counts budget years, 1 the first. `koers` is None where no koers was asked for.
    `untold` says why there are no counts: the year lies beyond the run, or the measure does not
    exist in every toekomst; then both counts are None.
    """

    goal: Goal
    year: int
    carrying_on: int | None
    koers: int | None
    of: int
    untold: Untold | None = None

    @property
    def words(self) -> str:
        """The goal as one Dutch phrase."""
        return goal_words(self.goal, year=self.year)

    def as_json(self) -> dict[str, object]:
        """Plain names and values; what does not exist is left out."""
        goal = self.goal
        fields: dict[str, object] = {
            "measure": goal.measure,
            "direction": goal.direction,
            "bound": goal.bound,
            "unit": goal.unit,
            "year": self.year,
            "why": goal.why.nl,
            "of": self.of,
        }
        counts = {"carrying_on": self.carrying_on, "koers": self.koers, "untold": self.untold}
        return fields | {name: value for name, value in counts.items() if value is not None}


def goals_reached(outcome: Outcome, town: Town, plan: str | None = None) -> tuple[GoalReached, ...]:
    """For each goal of the town in how many toekomsten it is met, in the order of the town.

    What counts is the mean of the four quarters of its year, the last of the run where the goal
    names none. Raises: UnknownName for a koers that is not in the outcome.

    >>> import draagkracht as dk
    >>> town = dk.read_town("voorbeelddorp")
    >>> found = goals_reached(dk.run(town, years=1, members=8), town)
    >>> found[0].words, found[0].koers
    ('wachttijd hoogstens 8 weken, in jaar 1', None)
    """
    if plan is not None and plan not in outcome.plans:
        close = nearest(plan, outcome.plans)
        raise UnknownName(what="koers", name=plan, nearest=close, known=outcome.plans)
    return tuple(_reached(outcome, goal, plan) for goal in town.goals)


def _reached(outcome: Outcome, goal: Goal, plan: str | None) -> GoalReached:
    years = outcome.quarters // _A_YEAR
    year = years if goal.year is None else goal.year
    of = outcome.members
    if year > years:
        return GoalReached(goal, year, None, None, of, "beyond_the_run")
    base = _in_year(outcome, goal, outcome.carrying_on, year)
    koers = None if plan is None else _in_year(outcome, goal, plan, year)
    if np.isnan(base).any() or (koers is not None and np.isnan(koers).any()):
        return GoalReached(goal, year, None, None, of, "no_measure")
    counted = None if koers is None else _count(outcome, goal, koers)
    return GoalReached(goal, year, _count(outcome, goal, base), counted, of)


def _in_year(outcome: Outcome, goal: Goal, plan: str, year: int) -> FloatArray:
    """The measure of the town in one budget year, by member."""
    quarters = range(_A_YEAR * (year - 1) + 1, _A_YEAR * year + 1)
    found = [outcome.by_member(goal.measure, plan=plan, quarter=quarter) for quarter in quarters]
    return np.asarray(np.mean(found, axis=0))


def _count(outcome: Outcome, goal: Goal, values: FloatArray) -> int:
    met = values <= goal.bound if goal.direction == "lower" else values >= goal.bound
    return outcome.number_of(met)
