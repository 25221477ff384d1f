"""Open cases share the hours: Kleinrock's processor sharing.

Kleinrock 1967, doi 10.1145/321386.321388: work x takes x / (1 - load) on average, whatever the
law of the work. With D hours a week and mean work W the mean sojourn is W / D / (1 - load).
"""

import pytest

from draagkracht.model import ledger as book
from theory.agreement import assert_agrees
from theory.chains import shared_sojourn
from theory.one_team import OneTeam, lived, request_rate

HOUSEHOLDS = 65536
HOURS = 100.0  # a week
REQUESTS = 100.0  # a week
QUARTERS = {0.5: 39, 0.8: 65}
FUTURES = 32
SHAPES = {
    "lognormal": {"hours_log_sd": 0.8},
    "constant": {"hours_log_sd": 0.0},
    "exponential": {"exponential_hours": 1.0},
}


@pytest.mark.parametrize("load", [0.5, 0.8])
@pytest.mark.parametrize("shape", SHAPES)
def test_mean_sojourn_is_that_of_processor_sharing_whatever_the_shape(
    shape: str, load: float
) -> None:
    work = load * HOURS / REQUESTS
    theory = work / HOURS / (1.0 - load)
    rate = request_rate(REQUESTS, HOUSEHOLDS, load / (1.0 - load))
    # What is finite about the source moves the answer by less than a tenth of the bar.
    assert shared_sojourn(HOUSEHOLDS, rate, work, HOURS) == pytest.approx(theory, rel=5e-4)
    team = OneTeam(
        households=HOUSEHOLDS,
        figures={
            "request_rate_self_reliant": rate,
            "contract_hours": HOURS,
            "hours_single": work,
            **SHAPES[shape],
        },
    )
    sojourns = []
    for luck in range(FUTURES):
        history = lived(team, luck, 13 * QUARTERS[load])
        assert history.total(book.TIME_WAITING) == 0.0
        sojourns.append(
            history.total(book.LEAD_TIME, since=1) / history.total(book.CLOSED, since=1)
        )
    assert_agrees(f"sojourn, {shape}, load {load}", sojourns, theory)


def test_weights_share_the_hours_as_discriminatory_processor_sharing_does() -> None:
    """Two kinds with exponential work at weights 1 and 3.

    Fayolle, Mitrani and Iasnogorodski 1980, doi 10.1145/322203.322212: mean sojourns T_i =
    (1 + mu_i rho_j (w_j - w_i) / C) / (mu_i (1 - rho)), C the sum of mu_i w_i (1 - rho_i).
    """
    share, works, weights = (0.6, 0.4), (0.4, 0.9), (1.0, 3.0)
    rates = [HOURS / work for work in works]
    loads = [REQUESTS * share[k] / rates[k] for k in (0, 1)]
    load = sum(loads)
    both = sum(rates[k] * weights[k] * (1.0 - loads[k]) for k in (0, 1))
    theory = [
        (1.0 + rates[k] * loads[1 - k] * (weights[1 - k] - weights[k]) / both)
        / (rates[k] * (1.0 - load))
        for k in (0, 1)
    ]
    busy = REQUESTS * (share[0] * theory[0] + share[1] * theory[1])
    rate = request_rate(REQUESTS, HOUSEHOLDS, busy)
    team = OneTeam(
        households=HOUSEHOLDS,
        figures={
            "request_rate_self_reliant": rate,
            "request_rate_vulnerable": rate,
            "multiple_share_self_reliant": share[1],
            "multiple_share_vulnerable": share[1],
            "contract_hours": HOURS,
            "hours_single": works[0],
            "hours_multiple": works[1],
            "share_weight_multiple": weights[1],
            "exponential_hours": 1.0,
        },
    )
    histories = [lived(team, luck, 13 * 26) for luck in range(FUTURES)]
    for kind in (0, 1):
        sojourns = [
            h.total(book.LEAD_TIME, kind, since=1) / h.total(book.CLOSED, kind, since=1)
            for h in histories
        ]
        assert_agrees(f"sojourn at weight {weights[kind]:.0f}", sojourns, theory[kind])
