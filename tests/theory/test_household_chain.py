"""Households that never ask become vulnerable and recover: a chain of two states (model.md M1).

Share vulnerable(t) = pi + (s0 - pi) exp(-(a + b) t) with pi = a / (a + b), for hazard a, natural
recovery b. Growth multiplies a by a factor that is constant within a week.
"""

import math
from collections.abc import Sequence

import numpy as np
import pytest

from draagkracht.engine.arrays import FloatArray
from draagkracht.model import ledger as book
from theory.agreement import assert_agrees
from theory.one_team import OneTeam, lived

HOUSEHOLDS = 32768
WEEKS = 13 * 40
FUTURES = 30
HAZARD = 0.10 / 52
RECOVERY = 0.25 / 52
START = 0.10
TOLD = (0, 4, 12, 39)  # quarters


def shares_of_the_chain(growth: Sequence[float] | FloatArray) -> FloatArray:
    """Mean share vulnerable by quarter: within each week the chain is solved exactly."""
    share, means = START, []
    for factor in growth:
        rate = HAZARD * factor + RECOVERY
        rest = HAZARD * factor / rate
        gone = 1.0 - math.exp(-rate)
        means.append(rest + (share - rest) * gone / rate)
        share += (rest - share) * gone
    return np.array(means).reshape(-1, book.QUARTER).mean(axis=1)


def shares_of_the_kernel(
    luck: int, growth: Sequence[float] | FloatArray = (), growth_bound: Sequence[float] = (1.0,)
) -> FloatArray:
    """The same from the kernel; request hazards are 0."""
    team = OneTeam(
        households=HOUSEHOLDS,
        figures={"natural_recovery": RECOVERY},
        hazard=HAZARD,
        vulnerable=START,
        growth=tuple(float(factor) for factor in growth),
        growth_bound=tuple(growth_bound),
    )
    history = lived(team, luck, WEEKS)
    assert history.total(book.REQUESTED) == 0.0
    return history.counted(book.TIME_VULNERABLE) / book.QUARTER / HOUSEHOLDS


def test_the_share_follows_the_chain_of_two_states() -> None:
    rest = HAZARD / (HAZARD + RECOVERY)
    rate = HAZARD + RECOVERY
    ends = np.exp(-rate * np.arange(0, WEEKS + 1, book.QUARTER))
    theory = rest + (START - rest) * (ends[:-1] - ends[1:]) / rate / book.QUARTER
    assert theory == pytest.approx(shares_of_the_chain(np.ones(WEEKS)), rel=1e-12)
    shares = np.array([shares_of_the_kernel(luck) for luck in range(FUTURES)])
    for quarter in TOLD:
        name = f"share vulnerable in quarter {quarter}"
        assert_agrees(name, shares[:, quarter], float(theory[quarter]), sharp=0.005)


BOUNDS = {
    "that holds": (1.7,),
    "far off": (5.0,),
    "by year": tuple(math.exp(0.06 * (year + 1)) for year in range(11)),
}


@pytest.mark.parametrize("bound", BOUNDS)
def test_with_growth_the_share_follows_the_hazard_whatever_the_bound(bound: str) -> None:
    """a(t) = a e^(g t) from week to week, g = 5 % a year; candidates thinned against a bound.

    Lewis and Shedler 1979, doi 10.1002/nav.3800260304: thinning is exact under any bound.
    """
    growth = np.exp(0.05 * np.arange(WEEKS) / 52)
    assert growth.max() < 1.7
    theory = shares_of_the_chain(growth)
    shares = np.array([shares_of_the_kernel(n, growth, BOUNDS[bound]) for n in range(FUTURES)])
    for quarter in TOLD:
        name = f"share vulnerable in quarter {quarter}, a bound {bound}"
        assert_agrees(name, shares[:, quarter], float(theory[quarter]), sharp=0.005)


def test_with_growth_and_more_prevention_the_share_follows_both() -> None:
    """a(t) = a e^(g t) (1 - p(S)) / (1 - p(S0)), S(t) = x + (S0 - x) (1 - 1 / lag)^t."""
    before, after, lag, most, curvature = 0.2, 0.9, 52.0, 0.4, 1.5
    growth = np.exp(0.05 * np.arange(WEEKS) / 52)
    stock = after + (before - after) * (1.0 - 1.0 / lag) ** np.arange(WEEKS)
    prevented = most * (1.0 - np.exp(-curvature * stock)) / (1.0 - math.exp(-curvature))
    factor = growth * (1.0 - prevented) / (1.0 - prevented[0])
    theory = shares_of_the_chain(factor)
    team = OneTeam(
        households=HOUSEHOLDS,
        figures={
            "natural_recovery": RECOVERY,
            "prevention_most": most,
            "prevention_curvature": curvature,
            "prevention_lag": lag,
        },
        levers={"team_prevention_share": before},
        changes=((1, "team_prevention_share", after),),
        residents=1.0,
        hazard=HAZARD,
        vulnerable=START,
        growth=tuple(growth),
        growth_bound=BOUNDS["that holds"],
    )
    lives = [lived(team, luck, WEEKS).counted(book.TIME_VULNERABLE) for luck in range(FUTURES)]
    shares = np.array(lives) / book.QUARTER / HOUSEHOLDS
    for quarter in TOLD:
        name = f"share vulnerable in quarter {quarter}, with more prevention"
        assert_agrees(name, shares[:, quarter], float(theory[quarter]), sharp=0.005)
    without = shares_of_the_chain(growth)
    assert theory[-1] < 0.9 * without[-1]


def test_growth_by_the_week_is_growth_in_continuous_time() -> None:
    """The weekly steps lie within 0.1 % of ds/dt = a e^(g t) (1 - s) - b s."""
    parts = 200
    share, means = START, []
    for step in range(WEEKS * parts):
        means.append(share)
        hazard = HAZARD * math.exp(0.05 * (step + 0.5) / parts / 52)
        share += (hazard * (1.0 - share) - RECOVERY * share) / parts
    smooth = np.array(means).reshape(-1, book.QUARTER * parts).mean(axis=1)
    stepped = shares_of_the_chain(np.exp(0.05 * np.arange(WEEKS) / 52))
    assert stepped == pytest.approx(smooth, rel=1e-3)


def test_without_hazards_nobody_changes_and_nobody_asks() -> None:
    """A rate of 0 means never; a next candidate at infinity has no week to be entered under."""
    still = OneTeam(households=4096, vulnerable=0.3)
    history = lived(still, 0, WEEKS)
    share = history.counted(book.TIME_VULNERABLE)
    assert share[0] > 0.0
    assert (share == share[0]).all()
    assert history.total(book.REQUESTED) == 0.0


def test_who_can_only_become_vulnerable_ends_so() -> None:
    """1 - exp(-a t): from then on nothing can happen to a household, and nothing does."""
    team = OneTeam(households=HOUSEHOLDS, hazard=HAZARD)
    histories = [lived(team, luck, WEEKS) for luck in range(FUTURES)]
    shares = [h.total(book.BECAME_VULNERABLE) / HOUSEHOLDS for h in histories]
    assert_agrees("share that becomes vulnerable", shares, 1.0 - math.exp(-HAZARD * WEEKS))
    for history in histories:
        level = history.frame["ledger"]["levels"][0, 0, 0, book.VULNERABLE]
        assert level == history.total(book.BECAME_VULNERABLE)
        assert history.total(book.REQUESTED) == 0.0
