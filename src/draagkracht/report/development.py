"""How a measure moves from the first quarter to the last, and whether it moves at all."""

from dataclasses import dataclass
from typing import Final, Literal

import numpy as np
from numpy.typing import NDArray

from draagkracht.report.amount import Amount, out_of
from draagkracht.report.measure_words import MeasureWords
from draagkracht.report.phrases import from_to, spread, value, words_of
from draagkracht.simulation.estimate import Estimate
from draagkracht.simulation.outcome import Outcome
from draagkracht.simulation.quantiles import MEDIAN, error_of_median, weighted_quantile
from draagkracht.simulation.strata import BLOCK

Direction = Literal["up", "down", "level", "unclear"]

NEARLY_ALL: Final = 0.9  # of the weight: so many toekomsten moving one way are a movement


@dataclass(frozen=True, slots=True)
class Development:
    """First and last quarter of one koers; `along` counts the toekomsten that move this way.

    `direction` is judged by the change within each toekomst: unclear when it is not beyond its
    rekenfout and fewer than nearly all toekomsten move one way; level when both quarters read the
    same.
    """

    first: Estimate
    last: Estimate
    direction: Direction
    along: Amount

    @property
    def words(self) -> MeasureWords:
        """How a page speaks of the measure."""
        return words_of(self.last)

    @property
    def verb(self) -> str:
        """What the measure does: rise, fall or stay."""
        verbs = {"up": "stijgt", "down": "daalt", "level": "blijft", "unclear": "verandert"}
        return verbs[self.direction]

    @property
    def values(self) -> str:
        """From where to where, or about where it stays."""
        if self.direction == "level":
            return f"ongeveer {value(self.last)}"
        if self.direction == "unclear":
            return f"niet aantoonbaar: {from_to(self.first, self.last)}"
        return f"in {self.short} toekomsten, {from_to(self.first, self.last)}"

    @property
    def arrival(self) -> str:
        """Only where it ends, with its spread."""
        before = {"level": "ongeveer", "unclear": "niet aantoonbaar: naar"}
        way = before.get(self.direction, f"in {self.short} naar")
        return f"{way} {value(self.last)} ({spread(self.last)})"

    @property
    def short(self) -> str:
        """The count along, where the toekomsten are named beside it: "15 van de 16"."""
        return " ".join(str(self.along).split()[:4])


def development(outcome: Outcome, measure: str, *, plan: str) -> Development | None:
    """The development of a measure for the town; None when either quarter has no value."""
    first = outcome.estimate(measure, plan=plan, quarter=1)
    last = outcome.estimate(measure, plan=plan, quarter=outcome.quarters)
    if first is None or last is None:
        return None
    change = outcome.by_member(measure, plan=plan, quarter=outcome.quarters)
    change = change - outcome.by_member(measure, plan=plan, quarter=1)
    median = float(weighted_quantile(change, outcome.weights, MEDIAN))
    error = error_of_median(change, outcome.weights, BLOCK)
    along = float(outcome.weights[_same_way(change, median)].sum() / outcome.weights.sum())
    real = error is not None and abs(median) > float(error)
    moves = median * (last.median - first.median) > 0 and (real or along >= NEARLY_ALL)
    return Development(
        first=first,
        last=last,
        direction=_direction(first, last, up=median > 0, moves=moves),
        along=out_of(round(along * outcome.members), outcome.members),
    )


def _direction(first: Estimate, last: Estimate, *, up: bool, moves: bool) -> Direction:
    if value(first) == value(last):
        return "level"
    if not moves:
        return "unclear"
    return "up" if up else "down"


def _same_way(change: NDArray[np.float64], median: float) -> NDArray[np.bool_]:
    return np.asarray(np.sign(change) == np.sign(median))
