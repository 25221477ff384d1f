"""Whether outcomes are the same, to the last byte."""

import numpy as np

from draagkracht.engine.arrays import FloatArray
from draagkracht.model.measures import MEASURES
from draagkracht.simulation.outcome import Outcome


def same_values(one: Outcome, other: Outcome) -> bool:
    """Values of every koers and measure, weights and fits."""
    assert one.plans == other.plans
    values = all(
        one.values[plan][name].tobytes() == other.values[plan][name].tobytes()
        for plan in one.plans
        for name in MEASURES
    )
    return (
        values
        and one.weights.tobytes() == other.weights.tobytes()
        and one.fits == other.fits
        and one.warnings == other.warnings
    )


def differences(outcome: Outcome, plan: str) -> dict[str, FloatArray]:
    """A koers minus carrying on, by measure: (members, places, quarters + 1, kinds)."""
    base = outcome.values[outcome.carrying_on]
    return {name: outcome.values[plan][name] - base[name] for name in MEASURES}


def never_differs(outcome: Outcome, plan: str) -> bool:
    """Exactly 0 in every member, place, quarter and kind, and missing in the same places."""
    base = outcome.values[outcome.carrying_on]
    return all(
        outcome.values[plan][name].tobytes() == base[name].tobytes()
        and bool((np.nan_to_num(difference) == 0.0).all())
        for name, difference in differences(outcome, plan).items()
    )
