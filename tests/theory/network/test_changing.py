"""Rates and servers that change in time: no stationary state, and still a known answer."""

import numpy as np
import pytest
from scipy.integrate import simpson

import draagkracht as dk
from theory import laws
from theory.agreement import assert_agrees
from theory.moving import Stretch, moving_line
from theory.network.documents import Table, desk, exponential, network_of, seen
from theory.network.works import WORKS
from theory.queues import erlang_a, infinitely_many

DAYS = ((0.0, 240.0), (4.0, 720.0), (5.0, 360.0), (12.0, 0.0), (15.0, 480.0))  # from, rate


@pytest.mark.parametrize("family", WORKS)
def test_with_a_server_for_everyone_the_number_there_is_a_moving_mean_of_what_came(
    family: str,
) -> None:
    """Eick, Massey and Whitt 1993, doi 10.1287/opre.41.4.731, for any law of service.

    From empty, with a rate that jumps up, down and to 0; in windows of half a day and longer.
    """
    service, law = WORKS[family]
    windows = [[0.0, 0.5], [3.5, 4.0], [4.0, 4.5], [4.5, 7.0], [12.0, 12.5], [14.5, 15.0], [15, 18]]
    arrivals = [{"kind": "case", "from": start, "rate": rate} for start, rate in DAYS]
    found = dk.network(
        network_of(
            desk(4000, service, arrivals),
            warmup=0.0,
            horizon=18.0,
            report=windows,
            replications=150,
        )
    )
    assert np.nansum(seen(found, "mean_queue")) == 0.0
    for number, (low, high) in enumerate(windows):
        times = np.linspace(low, high, 401)
        theory = float(simpson(infinitely_many(DAYS, law, times), x=times)) / (high - low)
        values = seen(found, "mean_in_system", window=number)
        name = f"moving mean, {family}, from {low:g} to {high:g}"
        if theory == 0.0:
            assert (values == 0.0).all()
        else:
            # At the end of a quiet spell only the longest work is left.
            assert_agrees(name, values, theory, sharp=0.01 if number != 5 else 0.03)


STEPS = [
    Stretch(0.0, 5.0, 6),
    Stretch(6.0, 9.0, 6),
    Stretch(10.0, 9.0, 3),
    Stretch(14.0, 2.0, 3),
    Stretch(18.0, 5.0, 8),
]
# A bound at 18 would put who starts then, at once, in the window that ends there.
WINDOWS = [
    *[(0.0, 1.0), (1.0, 6.0), (6.0, 10.0), (10.0, 10.5)],
    *[(10.5, 14.0), (14.0, 17.5), (17.5, 18.5), (18.5, 24.0)],
]


def test_changing_rates_and_servers_follow_the_forward_equations() -> None:
    """M(t)/M/c(t) with giving up: Kolmogorov's forward equations, solved numerically.

    Servers fall while all are taken: who is being served is served on. Then they rise over a
    full line: the first in line start at once.
    """
    leaving = 0.3
    theory = moving_line(STEPS, WINDOWS, service=1.0, leaving=leaving)
    station: Table = desk(
        [{"from": s.start, "value": s.servers} for s in STEPS if s.start not in {6.0, 14.0}],
        exponential(1.0),
        [{"kind": "case", "from": s.start, "rate": s.rate} for s in STEPS if s.start != 10.0],
        patience=exponential(1.0 / leaving),
    )
    found = dk.network(
        network_of(
            station, warmup=0.0, horizon=24.0, report=[list(w) for w in WINDOWS], replications=8000
        )
    )
    for number, (window, level) in enumerate(zip(WINDOWS, theory, strict=True)):
        name = f"forward equations, from {window[0]:g} to {window[1]:g}"
        inside = seen(found, "mean_in_system", window=number)
        queue = seen(found, "mean_queue", window=number)
        assert_agrees(f"{name}: in system", inside, level.queue + level.inside)
        # Right after servers fell hardly anyone starts: one in four runs.
        sharp = 0.01 if level.started > 1.0 else 0.04
        served = seen(found, "served", window=number)
        assert_agrees(f"{name}: served", served, level.started, sharp=sharp)
        if number > 0:  # in the first day there is hardly a line
            assert_agrees(f"{name}: queue", queue, level.queue, sharp=0.03)
            gave_up = seen(found, "gave_up", window=number)
            assert_agrees(f"{name}: gave up", gave_up, level.gave_up, sharp=0.04)


def test_the_forward_equations_come_to_the_chain_of_erlang_a() -> None:
    long = moving_line([Stretch(0.0, 5.0, 4)], [(0.0, 60.0), (60.0, 61.0)], 1.0, 0.4)[1]
    line = erlang_a(5.0, 4, 1.0, 0.4)
    assert long.queue == pytest.approx(5.0 * line.wait, rel=1e-6)
    assert long.queue + long.inside == pytest.approx(line.busy, rel=1e-6)
    assert long.started == pytest.approx(5.0 * (1.0 - line.leaves), rel=1e-6)


def test_in_a_constant_rate_the_moving_mean_is_littles() -> None:
    law = laws.gamma(0.5, 1.5)
    found = infinitely_many(((0.0, 4.0),), law, np.array([200.0]))
    assert found[0] == pytest.approx(4.0 * 1.5, rel=1e-4)


def test_a_rate_that_is_shared_may_change_under_those_who_share_it() -> None:
    """Sharing with room for one is a line for one server: constant work at 2, 0.5 and 4 a day.

    Work 1 that begins at 0 under 2 a day until 0.25, then 0.5 until 0.75, then 4 is done at
    0.8125: 0.5 + 0.25 of it before, 0.25 / 4 after.
    """
    station: Table = desk(
        [{"from": 0.0, "value": 2.0}, {"from": 0.25, "value": 0.5}, {"from": 0.75, "value": 4.0}],
        {"family": "deterministic", "value": 1.0},
        [{"kind": "case", "rate": 1e9}, {"kind": "case", "from": 1e-9, "rate": 0.0}],
        sharing=True,
        max_cases=1,
        routes={"to": {"after": 1.0}},
    )
    after: Table = {"name": "after", "servers": 1, "service": exponential(1e-9)}
    windows = [[0.0, 0.812], [0.812, 0.813], [0.813, 1.06], [1.06, 1.065], [1.065, 9.0]]
    found = dk.network(
        network_of(station, after, warmup=0.0, horizon=9.0, report=windows, replications=50)
    )
    come = [seen(found, "arrivals", station="after", window=w) for w in range(5)]
    cases = sum(come)
    assert (come[0] == 0).all()
    assert (come[1] == np.minimum(cases, 1)).all()
    assert (come[2] == 0).all()
    # The next ones take a quarter of a day each, at 4 a day.
    assert (come[3] == (cases >= 2)).all()
    assert {0.0, 1.0, 2.0} <= set(cases.tolist())
