"""Requests of a household without a case are a Poisson process, thinned from candidates (M2).

Every request is answered at once here, so that a household is always free to ask again.
"""

import math

import numpy as np
import pytest

from draagkracht.model import ledger as book
from theory.agreement import assert_agrees
from theory.one_team import History, OneTeam, lived

HOUSEHOLDS = 32768
WEEKS = 13 * 20
RATE = 3.0 / WEEKS  # a household, a week
FUTURES = 30


def asking(luck: int, bound: float, factor: float = 1.0) -> History:
    team = OneTeam(
        households=HOUSEHOLDS,
        figures={
            "request_rate_self_reliant": RATE,
            "request_rate_vulnerable": 4.0 * RATE,
            "request_bound": bound,
        },
        levers={"access_answered_at_once_single": 1.0, "access_request_factor": factor},
    )
    return lived(team, luck, WEEKS)


@pytest.mark.parametrize("bound", [1.0, 1.4, 3.0])
def test_requests_a_household_are_poisson_whatever_the_bound(bound: float) -> None:
    """Lewis and Shedler 1979, doi 10.1002/nav.3800260304. Mean, dispersion and share without."""
    means, dispersions, silent = [], [], []
    for luck in range(FUTURES):
        history = asking(luck, bound)
        requests = history.frame["households"]["requests"][0, :HOUSEHOLDS]
        assert requests.sum() == history.total(book.REQUESTED)
        means.append(requests.mean())
        dispersions.append(requests.var(ddof=1) / requests.mean())
        silent.append((requests == 0).mean())
    assert_agrees(f"requests a household, bound {bound}", means, 3.0, sharp=0.002)
    assert_agrees(f"variance over mean, bound {bound}", dispersions, 1.0, sharp=0.002)
    assert_agrees(f"share that never asks, bound {bound}", silent, math.exp(-3.0), sharp=0.01)


def test_requests_of_successive_quarters_are_independent_with_a_poisson_spread() -> None:
    counts = np.array([asking(luck, 1.4).counted(book.REQUESTED) for luck in range(2 * FUTURES)])
    expected = HOUSEHOLDS * RATE * book.QUARTER
    dispersion = ((counts - expected) ** 2).mean() / expected
    assert abs(dispersion - 1.0) < 3.5 * math.sqrt(2.0 / counts.size)
    off = (counts - expected) / math.sqrt(expected)
    neighbours = (off[:, 1:] * off[:, :-1]).mean()
    assert abs(neighbours) < 3.5 / math.sqrt(off[:, 1:].size)


def test_a_factor_on_requests_within_the_bound_multiplies_them() -> None:
    ratios = [asking(luck, 1.4, 1.25).total(book.REQUESTED) for luck in range(FUTURES)]
    assert_agrees("requests at factor 1.25", ratios, HOUSEHOLDS * 3.0 * 1.25, sharp=0.002)


def test_vulnerable_households_ask_by_their_own_hazard_and_recovery_ends_it() -> None:
    """Requests a week = sum of both hazards over the two-state chain in balance."""
    recovery, hazard = 0.02, 0.005
    share = hazard / (hazard + recovery)
    team = OneTeam(
        households=HOUSEHOLDS,
        figures={
            "request_rate_self_reliant": RATE,
            "request_rate_vulnerable": 4.0 * RATE,
            "natural_recovery": recovery,
            "request_bound": 1.4,
        },
        levers={"access_answered_at_once_single": 1.0},
        hazard=hazard,
        vulnerable=share,
    )
    requests = [lived(team, luck, WEEKS).total(book.REQUESTED) for luck in range(FUTURES)]
    theory = HOUSEHOLDS * WEEKS * RATE * (1.0 - share + 4.0 * share)
    assert_agrees("requests of both states", requests, theory, sharp=0.002)


def test_the_factor_after_closing_lasts_its_year_and_then_is_over() -> None:
    """Requests as a renewal process: rate r f for the aftermath A since the last, then r.

    Mean time between two: (1 - x) / (r f) + x / r with x = exp(-r f A); a share 1 - x recurs.
    Help takes no time here, and the bound is twice what is needed.
    """
    rate, factor, aftermath = 0.02, 1.8, 26.0
    calm = math.exp(-rate * factor * aftermath)
    between = (1.0 - calm) / (rate * factor) + calm / rate
    team = OneTeam(
        households=HOUSEHOLDS // 4,
        figures={
            "request_rate_self_reliant": rate,
            "request_bound": 2.0 * factor,
            "aftermath": aftermath,
            "contract_hours": 1e12,
        },
        levers={"casework_request_factor_after_closing": factor},
    )
    weeks, since = 13 * 60, 20
    requests, recurring = [], []
    for luck in range(FUTURES):
        history = lived(team, luck, weeks)
        asked = history.total(book.REQUESTED, since=since)
        requests.append(asked / team.households / (weeks - 13 * since))
        recurring.append(history.total(book.RECURRED, since=since) / asked)
    assert_agrees("requests a week with the factor", requests, 1.0 / between, sharp=0.002)
    assert_agrees("share that recurs", recurring, 1.0 - calm, sharp=0.002)
