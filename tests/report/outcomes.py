"""Outcomes with differences of our choosing, made from a real one."""

from collections.abc import Mapping
from dataclasses import replace

import numpy as np

import draagkracht as dk
from draagkracht.engine.arrays import FloatArray
from draagkracht.simulation.estimate import Estimate


def with_changes(
    outcome: dk.Outcome, plan: str, changes: Mapping[str, float], *, noise: float = 0.0
) -> dk.Outcome:
    """The outcome in which the koers adds to these measures, and changes nothing else.

    What is added is a part of the town's value, the same in each toekomst; `noise` is what comes
    on top of it in the first toekomsten and goes off in the last.
    """
    base = outcome.values[outcome.carrying_on]
    swing = noise * swings(outcome)
    changed = {
        measure: values
        + np.median(values[:, 0, -1, -1]) * (changes[measure] + swing[:, None, None, None])
        if measure in changes
        else values.copy()
        for measure, values in base.items()
    }
    return replace(outcome, values={**outcome.values, plan: changed})


def swings(outcome: dk.Outcome) -> FloatArray:
    """From up in the first block of toekomsten to down in the last: the median is a guess."""
    return np.linspace(1.0, -1.0, outcome.members)


def estimate(measure: str = "waiting_time", **fields: object) -> Estimate:
    """An estimate in which a test names only what it is about."""
    plain = Estimate(
        measure=measure,
        unit="",
        place="town",
        kind=None,
        quarter=None,
        median=4.2,
        low=3.1,
        high=8.0,
        error=0.5,
        members=64,
        difference=False,
        plan="twee_sporen",
    )
    return replace(plain, **fields)  # type: ignore[arg-type]
