"""A measure quarter by quarter, with its spread and a few single toekomsten."""

import datetime as dt
from dataclasses import dataclass, replace
from typing import Final

import numpy as np

from draagkracht.engine.arrays import FloatArray
from draagkracht.report.measure_words import MEASURE_WORDS, MeasureWords
from draagkracht.report.quarter_label import quarter_label
from draagkracht.simulation.estimate import Estimate
from draagkracht.simulation.outcome import Outcome
from draagkracht.simulation.quantiles import weighted_quantile

HALF: Final = 0.5
SAMPLES: Final = (0.1, 0.3, 0.5, 0.7, 0.9)


@dataclass(frozen=True, slots=True)
class Moment:
    """One quarter: in 8 of 10 toekomsten the value lies within `wide`, in half within `narrow`."""

    year: float  # the middle of the quarter, as a calendar year and a part
    label: str
    wide: Estimate
    narrow: Estimate


@dataclass(frozen=True)
class Course:
    """Quarters in which the measure exists, and the same single toekomsten through all of them."""

    measure: str
    plan: str
    difference: bool
    begins: float
    ends: float
    moments: tuple[Moment, ...]
    samples: tuple[tuple[float, ...], ...]

    @property
    def words(self) -> MeasureWords:
        """How a page speaks of the measure."""
        return MEASURE_WORDS[self.measure]


def course(
    outcome: Outcome, measure: str, *, plan: str, start: dt.date, difference: bool
) -> Course | None:
    """The course of a measure for the town, or of its difference with carrying on.

    None when it exists in fewer than two quarters: then there is nothing to draw.
    """
    begins = start.year + (start.month - 1) / 12
    moments = []
    rows = []
    for quarter in range(1, outcome.quarters + 1):
        tell = outcome.difference if difference else outcome.estimate
        wide = tell(measure, plan=plan, quarter=quarter)
        if wide is None:
            continue
        values = _values(outcome, measure, plan, quarter, difference=difference)
        rows.append(values)
        year = begins + (quarter - 0.5) / 4
        narrow = _narrowed(wide, values, outcome.weights)
        moments.append(Moment(year, quarter_label(start, quarter), wide, narrow))
    if len(moments) < 2:
        return None
    chosen = _chosen(outcome)
    return Course(
        measure=measure,
        plan=plan,
        difference=difference,
        begins=begins,
        ends=begins + outcome.quarters / 4,
        moments=tuple(moments),
        samples=tuple(tuple(float(row[member]) for row in rows) for member in chosen),
    )


def _values(
    outcome: Outcome, measure: str, plan: str, quarter: int, *, difference: bool
) -> FloatArray:
    values = outcome.by_member(measure, plan=plan, quarter=quarter)
    if difference:
        values = values - outcome.by_member(measure, plan=outcome.carrying_on, quarter=quarter)
    return values


def _narrowed(wide: Estimate, values: FloatArray, weights: FloatArray) -> Estimate:
    low, high = (float(weighted_quantile(values, weights, share)) for share in (0.25, 0.75))
    return replace(wide, low=low, high=high, covers=HALF)


def _chosen(outcome: Outcome) -> tuple[int, ...]:
    """Members spread evenly over how long people wait when the town carries on.

    The same in every chart, so that a reader can follow one toekomst from chart to chart.
    """
    waits = outcome.by_member("waiting_time", plan=outcome.carrying_on)
    order = np.argsort(np.nan_to_num(waits), kind="stable")
    reached = np.cumsum(outcome.weights[order]) / outcome.weights.sum()
    return tuple(int(order[np.searchsorted(reached, share)]) for share in SAMPLES)
