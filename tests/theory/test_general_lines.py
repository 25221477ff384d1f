"""Limit cases of the town that the network has too: general work, patience and shared places.

The formulas have Poisson arrivals; so many households are a Poisson process but for less than a
tenth of the bar (theory.chains, with the same finite source).
"""

import math

import pytest

from draagkracht.model import ledger as book
from theory import laws
from theory.agreement import assert_agrees
from theory.chains import Line
from theory.delay_team import FUTURES, WORKER_HOURS, agrees_with_line, team_of_workers, wait, waits
from theory.one_team import OneTeam, lived, request_rate
from theory.queues import capped_sharing, impatient_line, pollaczek_khinchine

HOUSEHOLDS = 65536


@pytest.mark.parametrize("log_sd", [0.0, 0.8])
def test_one_worker_with_general_work_has_the_wait_of_pollaczek_and_khinchine(
    log_sd: float,
) -> None:
    """Pollaczek 1930, Khinchine 1932; without spread in the work it is M/D/1."""
    requests, load = 120.0, 0.7
    mean = load / requests
    work = (
        laws.lognormal(math.log(mean) - log_sd**2 / 2.0, log_sd) if log_sd else laws.constant(mean)
    )
    theory = pollaczek_khinchine(requests, work)
    rate = request_rate(requests, HOUSEHOLDS, load + requests * theory)
    figures = {
        "hours_single": WORKER_HOURS * mean,
        "hours_log_sd": log_sd,
        "exponential_hours": 0.0,
    }
    team = team_of_workers(HOUSEHOLDS, 1, rate, figures)
    histories = [lived(team, luck, 13 * 30) for luck in range(FUTURES)]
    name = f"one worker, log sd {log_sd}"
    assert_agrees(f"{name}: wait", [wait(h) for h in histories], theory)
    assert_agrees(f"{name}: share that waits", [waits(h) for h in histories], load)


@pytest.mark.parametrize(("workers", "load"), [(1, 1.2), (8, 1.1)])
def test_with_log_logistic_patience_waits_and_who_leaves_are_as_theory_says(
    workers: int, load: float
) -> None:
    """M/M/c+G: Baccelli and Hebuterne 1981; Zeltyn and Mandelbaum 2005."""
    service, shape = 160.0 / workers, 2.5
    median = 1.5 / service
    requests = load * workers * service
    theory = impatient_line(requests, workers, service, laws.log_logistic(shape, median))
    served = requests * (1.0 - theory.leaves)
    rate = request_rate(requests, HOUSEHOLDS, served / service + requests * theory.wait)
    figures = {
        "hours_single": WORKER_HOURS / service,
        "patience_median": median,
        "patience_shape": shape,
    }
    team = team_of_workers(HOUSEHOLDS, workers, rate, figures)
    histories = [lived(team, luck, 13 * (10 if workers == 1 else 20)) for luck in range(FUTURES)]
    line = Line(theory.wait, theory.waits, theory.leaves, math.nan)
    agrees_with_line(f"patience, {workers} workers", histories, line, None)
    assert all(h.total(book.SETTLED) == 0.0 for h in histories)


@pytest.mark.parametrize(("cap", "most"), [(1.0, 6), (4.0, 3)])
def test_who_finds_no_room_with_those_who_share_waits_as_the_chain_says(
    cap: float, most: int
) -> None:
    """Exponential work, room for `most` at `cap` of five each: deaths min(5, cap min(n, most))."""
    requests, hours = 80.0, 100.0
    work = 0.8 * hours / requests  # load 0.8
    theory = capped_sharing(requests, work / hours * 5.0, 5.0, cap=cap, most=most)
    rate = request_rate(requests, HOUSEHOLDS, theory.queue + theory.inside)
    team = OneTeam(
        households=HOUSEHOLDS,
        figures={
            "request_rate_self_reliant": rate,
            "request_rate_vulnerable": rate,
            "contract_hours": hours,
            "intensity_cap": cap * hours / 5.0,
            "hours_single": work,
            "exponential_hours": 1.0,
        },
        levers={"casework_caseload_cap": float(most)},
    )
    histories = [lived(team, luck, 13 * 156) for luck in range(FUTURES)]
    name = f"room for {most} at {cap:g} of 5"
    assert_agrees(f"{name}: wait", [wait(h) for h in histories], theory.queue / requests)
    sojourns = [h.total(book.LEAD_TIME, since=1) / h.total(book.CLOSED, since=1) for h in histories]
    whole = (theory.queue + theory.inside) / requests
    total = [wait(h) + s for h, s in zip(histories, sojourns, strict=True)]
    print(f"{name}: lead time {sum(sojourns) / FUTURES:.5f}, inside {theory.inside / requests:.5f}")
    assert_agrees(f"{name}: lead time", sojourns, theory.inside / requests, sharp=0.005)
    assert_agrees(f"{name}: from request to closing", total, whole)
