"""From the first quarter to the last: rising, falling, or not to be told."""

import re
from dataclasses import replace

import numpy as np
import pytest

import draagkracht as dk
from draagkracht.report.development import development
from draagkracht.simulation.quantiles import error_of_median, weighted_quantile
from draagkracht.simulation.strata import BLOCK
from report.outcomes import swings


def ramped(outcome: dk.Outcome, ends: float, *, noise: float = 0.0) -> dk.Outcome:
    """The outcome in which waiting under carrying on goes from 10 weeks to `ends`."""
    plan = outcome.carrying_on
    line = np.append(np.linspace(10.0, ends, outcome.quarters), (10.0 + ends) / 2)
    swing = noise * swings(outcome)
    values = outcome.values[plan]["waiting_time"].copy()
    values[:] = line[None, None, :, None]
    values[:, :, -2] += swing[:, None, None]
    changed = {**outcome.values[plan], "waiting_time": values}
    weights = np.ones(outcome.members)
    return replace(outcome, weights=weights, values={**outcome.values, plan: changed})


@pytest.mark.parametrize(
    ("ends", "noise", "said"),
    [
        (30.0, 0.01, "stijgt in 16 van de 16 toekomsten, van 10 naar 30 weken"),
        (5.0, 0.01, "daalt in 16 van de 16 toekomsten, van 10 naar 5 weken"),
        (10.001, 0.0, "blijft ongeveer 10 weken"),
        (15.0, 20.0, r"verandert niet aantoonbaar: van 10 naar \S+ weken"),
    ],
)
def test_what_a_measure_does_is_said_in_one_verb(
    outcome: dk.Outcome, ends: float, noise: float, said: str
) -> None:
    found = development(
        ramped(outcome, ends, noise=noise), "waiting_time", plan=outcome.carrying_on
    )
    assert found is not None
    assert re.fullmatch(said, f"{found.verb} {found.values}")


def test_nearly_all_toekomsten_moving_one_way_is_a_movement(outcome: dk.Outcome) -> None:
    plan = outcome.carrying_on
    made = ramped(outcome, 10.0)
    rise = 1.0 + 99.0 * np.linspace(0.0, 1.0, outcome.members) ** 6
    made.values[plan]["waiting_time"][:, :, -2] += rise[:, None, None]
    change = made.by_member("waiting_time", plan=plan, quarter=made.quarters) - 10.0
    error = error_of_median(change, made.weights, BLOCK)
    assert error is not None
    assert weighted_quantile(change, made.weights, 0.5) < error
    found = development(made, "waiting_time", plan=plan)
    assert found is not None
    assert found.values.startswith("in 16 van de 16 toekomsten, van 10 naar ")
    assert found.verb == "stijgt"
    assert found.arrival.startswith("in 16 van de 16 naar ")


def test_a_quarter_without_a_value_gives_no_development(outcome: dk.Outcome) -> None:
    broken = ramped(outcome, 30.0)
    broken.values[outcome.carrying_on]["waiting_time"][0, 0, 0, -1] = np.nan
    assert development(broken, "waiting_time", plan=outcome.carrying_on) is None
