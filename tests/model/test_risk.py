"""M1: the risk of a wijk, from what is known of it and nothing else."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from draagkracht.engine.arrays import FloatArray
from draagkracht.model.risk import vulnerable_by_wijk, wijk_risk
from draagkracht.town.features import FEATURES

WIJKEN = 5
WEIGHTS = np.array([1.0, 2.0, -1.0, 2.0, 1.5, 0.5, 1.0])
HOUSEHOLDS = np.array([100.0, 2000.0, 350.0, 900.0, 5000.0])
FEATURE_TABLE = arrays(
    np.float64, (WIJKEN, len(FEATURES)), elements=st.floats(-3, 3) | st.just(np.nan)
)
LUCK = arrays(np.float64, WIJKEN, elements=st.floats(-3, 3))


@given(FEATURE_TABLE, LUCK, st.floats(0.0, 1.0), st.floats(0.0, 1.0))
def test_the_risk_of_a_town_is_1_on_average_over_its_households(
    features: FloatArray, luck: FloatArray, strength: float, unknown: float
) -> None:
    risk = wijk_risk(features, WEIGHTS, strength, unknown, luck, HOUSEHOLDS)
    assert risk.min() > 0.0
    assert np.average(risk, weights=HOUSEHOLDS) == pytest.approx(1.0, rel=1e-9)


def one_known(value: float, place: int) -> FloatArray:
    """Two wijken; of the first only one feature is known, and of the second all are average."""
    features = np.zeros((2, len(FEATURES)))
    features[0] = np.nan
    features[0, place] = value
    return features


@given(st.floats(-2, 2), st.integers(0, len(FEATURES) - 1))
def test_the_features_that_are_known_share_the_weight_of_those_that_are_not(
    value: float, place: int
) -> None:
    risk = wijk_risk(one_known(value, place), WEIGHTS, 0.35, 0.0, np.zeros(2), np.ones(2))
    sign = np.sign(WEIGHTS[place])
    assert risk[0] / risk[1] == pytest.approx(np.exp(0.35 * sign * value), rel=1e-9)


@given(st.floats(0.1, 2.0))
def test_luck_moves_what_is_unknown_and_nothing_else(luck: float) -> None:
    features = one_known(0.0, 0)
    moved = wijk_risk(features, WEIGHTS, 0.3, 0.5, np.array([luck, luck]), np.ones(2))
    missing = 1.0 - abs(WEIGHTS[0]) / np.abs(WEIGHTS).sum()
    # Everything is known of the second wijk: its own luck does nothing.
    assert moved[0] / moved[1] == pytest.approx(np.exp(0.5 * np.sqrt(missing) * luck), rel=1e-9)


@given(st.floats(0.001, 0.999), arrays(np.float64, WIJKEN, elements=st.floats(0.05, 20)))
def test_the_vulnerable_share_of_the_town_is_met_whatever_the_risks(
    share: float, risk: FloatArray
) -> None:
    found = vulnerable_by_wijk(share, risk, HOUSEHOLDS)
    assert ((found > 0.0) & (found < 1.0)).all()
    assert np.average(found, weights=HOUSEHOLDS) == pytest.approx(share, rel=1e-9)
    assert (np.argsort(found, kind="stable") == np.argsort(risk, kind="stable")).all()


@pytest.mark.parametrize("share", [0.0, 1.0])
def test_a_town_with_nobody_or_everybody_vulnerable_has_wijken_that_are_so(share: float) -> None:
    assert vulnerable_by_wijk(share, np.array([0.5, 2.0]), np.ones(2)).tolist() == [share, share]
