"""Servers who each help one at a time: Erlang's queues, general work, and priorities."""

import pytest

import draagkracht as dk
from theory import laws
from theory.agreement import assert_agrees
from theory.network.documents import desk, exponential, network_of, one_rate, rates, seen
from theory.network.works import WORKS
from theory.queues import (
    cobham,
    constant_work_p90,
    delay_p90,
    delay_priorities,
    delay_wait,
    pollaczek_khinchine,
)


@pytest.mark.parametrize(
    ("servers", "load", "horizon"), [(1, 0.7, 6e4), (8, 0.8, 2e4), (40, 0.9, 2e4)]
)
def test_waits_are_those_of_erlang_c(servers: int, load: float, horizon: float) -> None:
    """Few servers are worked the quick way, forty the general way.

    The chance of waiting shows in the wait of nine in ten, which is ln(10 C) / (c mu - lambda).
    """
    rate = load * servers
    document = network_of(
        desk(servers, exponential(1.0), one_rate(rate)), warmup=500.0, horizon=horizon
    )
    found = dk.network(document)
    name = f"Erlang C, {servers} servers, load {load}"
    theory = delay_wait(rate, servers, 1.0)
    assert_agrees(f"{name}: wait", seen(found, "mean_wait_all"), theory, sharp=0.02)
    assert_agrees(f"{name}: queue", seen(found, "mean_queue"), rate * theory, sharp=0.02)
    p90 = delay_p90(rate, servers, 1.0)
    assert_agrees(f"{name}: nine in ten", seen(found, "p90_wait_served"), p90, sharp=0.02)
    assert_agrees(f"{name}: in use", seen(found, "utilisation"), load)
    inside = rate * (theory + 1.0)
    assert_agrees(f"{name}: in system", seen(found, "mean_in_system"), inside)
    assert (seen(found, "mean_wait_served") == seen(found, "mean_wait_all")).all()
    assert (seen(found, "gave_up") == 0).all()


@pytest.mark.parametrize("family", WORKS)
def test_at_one_server_the_wait_is_that_of_pollaczek_and_khinchine(family: str) -> None:
    """Pollaczek 1930, Khinchine 1932; of constant work also nine in ten (Erlang 1909)."""
    service, law = WORKS[family]
    rate = 0.75 / law.mean
    found = dk.network(network_of(desk(1, service, one_rate(rate)), warmup=1000.0, horizon=1.2e5))
    theory = pollaczek_khinchine(rate, law)
    assert_agrees(f"one server, {family}", seen(found, "mean_wait_all"), theory, sharp=0.015)
    assert_agrees(f"one server, {family}: in use", seen(found, "utilisation"), 0.75)
    if family == "deterministic":
        p90 = constant_work_p90(rate, law.mean)
        assert_agrees("constant work: nine in ten", seen(found, "p90_wait_served"), p90)


@pytest.mark.parametrize("servers", [1, 5, 20])
def test_three_kinds_in_order_wait_as_theory_says(servers: int) -> None:
    """Several servers, one mean of work: Cobham 1954; Kella and Yechiali 1985."""
    load = {1: 0.8, 5: 0.85, 20: 0.9}[servers]
    shares = {"urgent": 0.2, "soon": 0.3, "routine": 0.5}
    by_kind = {kind: load * servers * share for kind, share in shares.items()}
    theory = delay_priorities(list(by_kind.values()), servers, 1.0)
    found = dk.network(
        network_of(
            desk(servers, exponential(1.0), rates(by_kind), priority=list(shares)),
            warmup=500.0,
            horizon=1.2e5 / servers,
        )
    )
    for kind, expected in zip(shares, theory, strict=True):
        waits = seen(found, "mean_wait_all", kind=kind)
        assert_agrees(f"{servers} servers, {kind}", waits, expected, sharp=0.02)


def test_two_kinds_of_unequal_work_wait_as_cobham_says() -> None:
    """One server, lognormal and constant work, and the kinds in the order of the priority."""
    works = (laws.lognormal(-0.5, 0.9), laws.constant(1.2))
    by_kind = {"routine": 0.45 / works[1].mean, "urgent": 0.3 / works[0].mean}
    theory = cobham([by_kind["urgent"], by_kind["routine"]], works)
    service = {
        "urgent": {"family": "lognormal", "mu": -0.5, "sigma": 0.9},
        "routine": {"family": "deterministic", "value": 1.2},
    }
    found = dk.network(
        network_of(
            desk(1, service, rates(by_kind), priority=["urgent", "routine"]),
            warmup=500.0,
            horizon=6e4,
        )
    )
    for kind, expected in zip(("urgent", "routine"), theory, strict=True):
        waits = seen(found, "mean_wait_all", kind=kind)
        assert_agrees(f"Cobham, {kind}", waits, expected, sharp=0.015)
    total = sum(by_kind.values())
    everyone = sum(by_kind[k] * w for k, w in zip(("urgent", "routine"), theory, strict=True))
    assert_agrees("Cobham, all", seen(found, "mean_wait_all"), everyone / total, sharp=0.015)


def test_kinds_without_a_priority_wait_alike() -> None:
    """First come, first served over kinds: Pollaczek and Khinchine of the mixture."""
    works = {"short": laws.constant(0.5), "long": laws.exponential(2.0)}
    by_kind = {"short": 0.5, "long": 0.2}
    total = sum(by_kind.values())
    mixed = laws.Law(
        sum(by_kind[k] * works[k].mean for k in works) / total,
        sum(by_kind[k] * works[k].second for k in works) / total,
        works["long"].survival,
    )
    theory = pollaczek_khinchine(total, mixed)
    service = {"short": {"family": "deterministic", "value": 0.5}, "long": exponential(2.0)}
    found = dk.network(network_of(desk(1, service, rates(by_kind)), warmup=500.0, horizon=8e4))
    for kind in by_kind:
        waits = seen(found, "mean_wait_all", kind=kind)
        assert_agrees(f"no priority, {kind}", waits, theory, sharp=0.015)
