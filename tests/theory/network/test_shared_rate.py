"""Stations whose rate everyone shares: insensitivity, a cap for each case, room for so many."""

import math

import pytest

import draagkracht as dk
from theory.agreement import assert_agrees
from theory.network.documents import Table, desk, exponential, network_of, one_rate, rates, seen
from theory.network.works import WORKS
from theory.queues import capped_sharing, sharing_sojourn


def shared(rate: float, service: Table, arrivals: list[Table], **others: float) -> Table:
    return desk(rate, service, arrivals, sharing=True, **others)


@pytest.mark.parametrize("load", [0.5, 0.8])
@pytest.mark.parametrize("family", WORKS)
def test_mean_sojourn_is_that_of_processor_sharing_whatever_the_law(
    family: str, load: float
) -> None:
    """Kleinrock 1967: W / D / (1 - load). Nobody waits in a line."""
    service, law = WORKS[family]
    capacity = 2.5
    rate = load * capacity / law.mean
    found = dk.network(
        network_of(shared(capacity, service, one_rate(rate)), warmup=300.0, horizon=3e4)
    )
    inside = rate * sharing_sojourn(rate, law.mean, capacity)
    name = f"shared, {family}, load {load}"
    assert_agrees(f"{name}: in system", seen(found, "mean_in_system"), inside, sharp=0.015)
    assert_agrees(f"{name}: in use", seen(found, "utilisation"), load)
    assert (seen(found, "mean_queue") == 0).all()


@pytest.mark.parametrize("family", ["exponential", "deterministic", "lognormal"])
def test_a_cap_for_each_case_makes_it_servers_that_share(family: str) -> None:
    """M/G/c-PS: product form with effort min(D, cap n), for any law (Kelly 1979, section 3.3)."""
    service, law = WORKS[family]
    rate, capacity, cap = 4.0, 8.0, 1.6
    theory = capped_sharing(rate, law.mean, capacity, cap=cap)
    station = shared(capacity, service, one_rate(rate), cap_per_case=cap)
    found = dk.network(network_of(station, warmup=300.0, horizon=2e4))
    inside = seen(found, "mean_in_system")
    assert_agrees(f"shared with a cap, {family}: in system", inside, theory.inside)
    used = rate * law.mean / capacity
    assert_agrees(f"shared with a cap, {family}: in use", seen(found, "utilisation"), used)


@pytest.mark.parametrize(("cap", "most"), [(1.0, 6), (4.0, 3), (math.inf, 2), (0.5, 12)])
def test_who_finds_no_room_waits_as_the_chain_says(cap: float, most: int) -> None:
    """Exponential work: deaths min(D, cap min(n, most)) / W."""
    rate, work, capacity = 4.0, 1.0, 5.0
    theory = capped_sharing(rate, work, capacity, cap=cap, most=most)
    limits: dict[str, float] = {} if math.isinf(cap) else {"cap_per_case": cap}
    station = shared(capacity, exponential(work), one_rate(rate), max_cases=most, **limits)
    found = dk.network(network_of(station, warmup=500.0, horizon=3e4))
    name = f"room for {most} at {cap} each"
    queue = seen(found, "mean_queue")
    inside = seen(found, "mean_in_system")
    assert_agrees(f"{name}: in system", inside, theory.queue + theory.inside, sharp=0.02)
    assert_agrees(f"{name}: in line", queue, theory.queue, sharp=0.025)
    waits = seen(found, "mean_wait_all")
    assert_agrees(f"{name}: wait", waits, theory.queue / rate, sharp=0.025)


def test_room_for_as_many_as_there_are_servers_at_one_each_is_a_delay_line() -> None:
    """Room for 6 at a cap of one out of a rate of 6: six servers, the same run case by case."""
    arrivals, service = one_rate(5.0), {"family": "lognormal", "mu": -0.4, "sigma": 0.9}
    bounds = {"warmup": 100.0, "horizon": 3000.0, "replications": 4}
    lines = dk.network(network_of(desk(6, service, arrivals), **bounds))
    pooled = dk.network(
        network_of(shared(6.0, service, arrivals, cap_per_case=1.0, max_cases=6), **bounds)
    )
    for statistic in ("served", "mean_queue", "mean_wait_all", "mean_in_system", "utilisation"):
        assert seen(pooled, statistic) == pytest.approx(seen(lines, statistic), rel=1e-6)


def test_of_kinds_that_share_each_has_a_sojourn_in_proportion_to_its_work() -> None:
    """Sojourn x / (1 - load) / D for work x, so of each kind's mean."""
    by_kind, capacity = {"short": 1.0, "long": 0.4}, 2.0
    service = {"short": {"family": "deterministic", "value": 0.6}, "long": exponential(2.0)}
    load = (1.0 * 0.6 + 0.4 * 2.0) / capacity
    found = dk.network(
        network_of(shared(capacity, service, rates(by_kind)), warmup=300.0, horizon=4e4)
    )
    for kind, work in (("short", 0.6), ("long", 2.0)):
        inside = by_kind[kind] * work / capacity / (1.0 - load)
        assert_agrees(f"sharing kinds, {kind}", seen(found, "mean_in_system", kind=kind), inside)
