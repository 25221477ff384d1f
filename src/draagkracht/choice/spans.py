"""The two spans over which koersen are compared: the whole horizon, and its last year alone."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final, Literal, get_args

import numpy as np

from draagkracht.engine.arrays import FloatArray
from draagkracht.model.measures import MEASURES
from draagkracht.simulation.estimate import Estimate
from draagkracht.simulation.outcome import Outcome
from draagkracht.simulation.quantiles import (
    HIGH,
    LOW,
    MEDIAN,
    error_of_median,
    weighted_quantile,
)
from draagkracht.simulation.strata import BLOCK

Span = Literal["horizon", "last_year"]
SPANS: Final[tuple[Span, ...]] = get_args(Span)
SPAN_WORDS: Final[Mapping[Span, str]] = MappingProxyType(
    {"horizon": "over alle jaren", "last_year": "in het laatste jaar"}
)
_QUARTERS_A_YEAR: Final = 4


def values_over(outcome: Outcome, measure: str, *, plan: str, span: Span) -> FloatArray:
    """A measure of the town by member over a span, shape (members,); NaN where it has none.

    The last year is the mean of its four quarters. Raises: UnknownName.
    """
    if span == "horizon":
        return outcome.by_member(measure, plan=plan)
    last = range(outcome.quarters - _QUARTERS_A_YEAR + 1, outcome.quarters + 1)
    quarters = [outcome.by_member(measure, plan=plan, quarter=quarter) for quarter in last]
    return np.asarray(np.mean(quarters, axis=0), dtype=np.float64)


def estimated(
    values: FloatArray, weights: FloatArray, *, measure: str, plan: str, difference: bool
) -> Estimate | None:
    """Median, spread and error of values by member; None when one of them does not exist.

    >>> level = np.arange(16.0)
    >>> found = estimated(level, np.ones(16), measure="pressure", plan="x", difference=False)
    >>> found.median, found.members
    (7.5, 16)
    """
    if np.isnan(values).any():
        return None
    error = error_of_median(values, weights, BLOCK)
    return Estimate(
        measure=measure,
        unit=MEASURES[measure].unit,
        place="town",
        kind=None,
        quarter=None,
        median=float(weighted_quantile(values, weights, MEDIAN)),
        low=float(weighted_quantile(values, weights, LOW)),
        high=float(weighted_quantile(values, weights, HIGH)),
        error=None if error is None else float(error),
        members=int(weights.size),
        difference=difference,
        plan=plan,
    )
