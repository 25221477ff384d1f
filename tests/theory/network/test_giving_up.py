"""Who waits too long leaves: Erlang A, two priorities, and patience of any law."""

from typing import Any

import pytest

import draagkracht as dk
from draagkracht.network.outcome import NetworkOutcome
from theory import laws
from theory.agreement import assert_agrees
from theory.network.documents import Table, desk, exponential, network_of, one_rate, rates, seen
from theory.queues import erlang_a, erlang_a_priorities, impatient_line

# A station that sends who gives up to another one is worked the general way; so are many servers.
SENT_ON: Table = {
    "name": "elsewhere",
    "servers": 1,
    "service": {"family": "deterministic", "value": 0.0},
}


def lost(found: NetworkOutcome, kind: str | None = None) -> Any:
    """Share of those whose wait ended that gave up."""
    gave_up = seen(found, "gave_up", kind=kind)
    return gave_up / (gave_up + seen(found, "served", kind=kind))


@pytest.mark.parametrize("load", [0.9, 1.2])
@pytest.mark.parametrize(("servers", "sent_on"), [(8, False), (8, True), (30, False)])
def test_waits_and_who_leaves_are_those_of_erlang_a(
    load: float, servers: int, sent_on: bool
) -> None:
    """Palm 1957: the birth-death chain with deaths min(n, c) mu + (n - c) theta."""
    rate, leaving = load * servers, 0.4
    theory = erlang_a(rate, servers, 1.0, leaving)
    others: Table = {"gave_up_to": {"elsewhere": 1.0}} if sent_on else {}
    station = desk(
        servers, exponential(1.0), one_rate(rate), patience=exponential(1 / leaving), **others
    )
    stations = [station, SENT_ON] if sent_on else [station]
    found = dk.network(network_of(*stations, warmup=100.0, horizon=4e4 / servers))
    name = f"Erlang A, {servers} servers, load {load}"
    assert_agrees(f"{name}: wait", seen(found, "mean_wait_all"), theory.wait, sharp=0.015)
    assert_agrees(f"{name}: queue", seen(found, "mean_queue"), rate * theory.wait, sharp=0.015)
    assert_agrees(f"{name}: leaves", lost(found), theory.leaves, sharp=0.015)
    assert_agrees(f"{name}: in system", seen(found, "mean_in_system"), theory.busy)
    if sent_on:
        came = seen(found, "arrivals", station="elsewhere")
        assert (came == seen(found, "gave_up")).all()


@pytest.mark.parametrize("sent_on", [False, True])
def test_two_priorities_with_giving_up_are_the_two_dimensional_chain(sent_on: bool) -> None:
    """Three servers, unequal work: the chain over who is served and who waits, by kind."""
    rates_, services, leaving = (25.2, 16.8), (20.0, 10.0), 2.0
    theory = erlang_a_priorities(rates_, 3, services, leaving, (60, 30))
    service = {"routine": exponential(1 / services[0]), "urgent": exponential(1 / services[1])}
    by_kind = {"routine": rates_[0], "urgent": rates_[1]}
    others: Table = {"gave_up_to": {"elsewhere": 1.0}} if sent_on else {}
    station = desk(
        3,
        service,
        rates(by_kind),
        priority=["urgent", "routine"],
        patience=exponential(1 / leaving),
        **others,
    )
    elsewhere = {**SENT_ON, "service": dict.fromkeys(by_kind, SENT_ON["service"])}
    stations = [station, elsewhere] if sent_on else [station]
    found = dk.network(network_of(*stations, warmup=20.0, horizon=1000.0))
    for kind, line in zip(("routine", "urgent"), theory, strict=True):
        waits = seen(found, "mean_wait_all", kind=kind)
        assert_agrees(f"two priorities, {kind}: wait", waits, line.wait, sharp=0.015)
        assert_agrees(
            f"two priorities, {kind}: leaves", lost(found, kind), line.leaves, sharp=0.015
        )
    assert_agrees("two priorities: in system", seen(found, "mean_in_system"), theory[0].busy)


PATIENCES: dict[str, tuple[Table, laws.Law]] = {
    "exponential": (exponential(2.0), laws.exponential(2.0)),
    "loglogistic": (
        {"family": "loglogistic", "shape": 2.5, "scale": 1.5},
        laws.log_logistic(2.5, 1.5),
    ),
    "risk": ({"family": "risk", "shape": 3.0, "scale": 1.5}, laws.rising_risk(3.0, 1.5)),
    "risk_murch": ({"family": "risk", "shape": 5.0, "scale": 3.0}, laws.rising_risk(5.0, 3.0)),
}


@pytest.mark.parametrize(("servers", "load"), [(1, 1.3), (6, 1.1), (25, 1.1)])
@pytest.mark.parametrize("family", PATIENCES)
def test_with_patience_of_any_law_waits_and_who_leaves_are_as_theory_says(
    family: str, servers: int, load: float
) -> None:
    """M/M/c+G: Baccelli and Hebuterne 1981; Zeltyn and Mandelbaum 2005."""
    patience, law = PATIENCES[family]
    rate = load * servers
    theory = impatient_line(rate, servers, 1.0, law)
    found = dk.network(
        network_of(
            desk(servers, exponential(1.0), one_rate(rate), patience=patience),
            warmup=200.0,
            horizon=3e4 / servers,
        )
    )
    name = f"{family}, {servers} servers"
    assert_agrees(f"{name}: leaves", lost(found), theory.leaves, sharp=0.02)
    assert_agrees(f"{name}: wait", seen(found, "mean_wait_all"), theory.wait)
    assert_agrees(f"{name}: wait served", seen(found, "mean_wait_served"), theory.served_wait)
    assert_agrees(f"{name}: nine in ten", seen(found, "p90_wait_served"), theory.served_p90)


@pytest.mark.parametrize(("servers", "load"), [(1, 1.3), (6, 0.9), (25, 1.1)])
def test_the_integrals_of_general_patience_are_those_of_the_chain_of_erlang_a(
    servers: int, load: float
) -> None:
    line = erlang_a(load * servers, servers, 1.0, 0.5)
    integral = impatient_line(load * servers, servers, 1.0, laws.exponential(2.0))
    assert integral.wait == pytest.approx(line.wait, rel=1e-6)
    assert integral.waits == pytest.approx(line.waits, rel=1e-6)
    assert integral.leaves == pytest.approx(line.leaves, rel=1e-6)
