"""What one scenario showed of residents: who is better off, and who clearly worse."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from draagkracht.choice.counting import Count, counted
from draagkracht.choice.subject import Subject
from draagkracht.language.words import KIND_WORDS
from draagkracht.model.measures import MEASURES
from draagkracht.simulation.estimate import Estimate
from draagkracht.simulation.outcome import Outcome

# Of these three at least two must be better, and none worse.
WANTED: Final = ("waiting_time", "given_up", "crisis_requests")
LEAST_BETTER: Final = 2
RECOVERED: Final = "recovered"
_ALL: Final = (*WANTED, RECOVERED)


@dataclass(frozen=True)
class BenefitSeen:
    """Differences with carrying on over all years: Dutch labels of what is better and worse.

    `count` has the toekomsten in which two of the three are better and fewer recover in none.
    `untold` are measures of the town that have no difference or no error to tell it by.
    """

    count: Count
    better: tuple[str, ...]
    worse: tuple[str, ...]
    worse_for: tuple[str, ...]
    untold: tuple[str, ...]
    waiting: Estimate | None
    hours_asked: Estimate | None

    @property
    def fits(self) -> bool:
        """Whether residents are better off, and none of them clearly worse."""
        return len(self.better) >= LEAST_BETTER and not self.worse and not self.worse_for


def see_benefit(outcome: Outcome, subject: Subject) -> BenefitSeen:
    """Compare with carrying on in the same toekomsten, for the town and for each part of it."""
    name = subject.plan.name
    found = {measure: outcome.difference(measure, plan=name) for measure in _ALL}
    told = {measure: each for measure, each in found.items() if each is not None}
    known = {measure: each for measure, each in told.items() if each.error is not None}
    return BenefitSeen(
        count=counted(outcome, _better_off(outcome, name)),
        better=tuple(_label(m) for m in WANTED if m in known and _way(known[m]) > 0),
        worse=tuple(_label(m) for m in _ALL if m in known and _way(known[m]) < 0),
        worse_for=tuple(_worse_for(outcome, name, subject.bars.pass_share)),
        untold=tuple(_label(m) for m in _ALL if m not in known),
        waiting=found["waiting_time"],
        hours_asked=outcome.difference("resident_hours_asked", plan=name),
    )


def _better_off(outcome: Outcome, plan: str) -> NDArray[np.bool_]:
    better = [_sided(outcome, measure, plan) > 0 for measure in WANTED]
    recovered = _sided(outcome, RECOVERED, plan) >= 0
    return np.asarray((np.sum(better, axis=0) >= LEAST_BETTER) & recovered)


def _sided(
    outcome: Outcome, measure: str, plan: str, place: str = "town", kind: str | None = None
) -> NDArray[np.float64]:
    """The difference by member, positive where it is better."""
    koers = outcome.by_member(measure, plan=plan, place=place, kind=kind)
    base = outcome.by_member(measure, plan=outcome.carrying_on, place=place, kind=kind)
    return -(koers - base) if MEASURES[measure].better == "lower" else koers - base


def _way(difference: Estimate) -> int:
    """1 where it is better beyond its error, -1 where it is worse, 0 where that cannot be told."""
    if not difference.real:
        return 0
    lower = difference.median < 0
    return 1 if lower == (MEASURES[difference.measure].better == "lower") else -1


def _worse_for(outcome: Outcome, plan: str, bar: float) -> Iterator[str]:
    """Kinds of request and wijk groups that are clearly worse off: beyond error, and mostly."""
    kinds = [
        (measure, "town", kind, f"{KIND_WORDS[kind]}e vragen" if kind != "crisis" else "crisis")
        for measure in WANTED
        for kind in MEASURES[measure].parts
    ]
    groups = [
        (measure, place.name, None, place.label)
        for measure in _ALL
        for place in outcome.places
        if place.level == "wijk"
    ]
    for measure, place, kind, label in [*kinds, *groups]:
        difference = outcome.difference(measure, plan=plan, place=place, kind=kind)
        if difference is None or _way(difference) >= 0:
            continue
        worse = counted(outcome, _sided(outcome, measure, plan, place, kind) < 0)
        if worse.reaches(bar):
            yield f"{_label(measure)} ({label})"


def _label(measure: str) -> str:
    return MEASURES[measure].label_nl.lower()
