"""A warning where the work cannot be done and nobody gives up."""

from typing import Any

import pytest

import draagkracht as dk
from draagkracht.network.balance import loads_of
from draagkracht.network.planning import plan_of
from network.samples import desk, exponential, fixed, network


def loads(tables: dict[str, Any]) -> dict[str, float]:
    plan = plan_of(dk.read_network(tables))
    return {load.station: load.load for load in loads_of(plan, (10.0, 210.0))}


def test_a_station_that_cannot_keep_up_is_named_with_by_how_much() -> None:
    tables = network(desk(servers=1))
    (warning,) = dk.network(tables).warnings
    assert warning.as_json() == {
        "code": "no_balance",
        "text": 'Geen evenwicht bij "desk": er komt 1,5 keer zo veel werk als er gedaan kan worden '
        "(van 10 tot 210), en niemand haakt af. De rij blijft groeien, dus de uitkomst hangt af "
        "van hoe lang u rekent.",
    }


def test_giving_up_keeps_a_balance() -> None:
    assert dk.network(network(desk(servers=1, patience=exponential(5.0)))).warnings == ()


def test_who_goes_round_brings_work_again() -> None:
    # Two an hour are served, half of whom come back to the 1.5 that come anew.
    tables = network(desk(routes=[{"from": 0.0, "to": {"desk": 0.5, "end": 0.5}}]))
    assert loads(tables) == pytest.approx({"desk": 1.25})
    (warning,) = dk.network(tables).warnings
    assert "1,25 keer" in warning.text


def test_a_station_sends_on_no_more_than_it_can_serve() -> None:
    to_back = [{"from": 0.0, "to": {"back": 1.0}}]
    back = {"name": "back", "servers": 3, "service": fixed(1.0)}
    tables = network(desk(servers=2, service=fixed(1.0), routes=to_back, arrivals=[
        {"kind": "call", "rate": 4.0}
    ]), back)  # fmt: skip
    assert loads(tables) == pytest.approx({"desk": 2.0, "back": 2 / 3})


def test_servers_and_rates_are_averaged_over_the_window() -> None:
    steps = [{"from": 0.0, "value": 1}, {"from": 110.0, "value": 5}]
    rates = [{"kind": "call", "rate": 1.0}, {"kind": "call", "from": 110.0, "rate": 2.0}]
    assert loads(network(desk(servers=steps, arrivals=rates))) == pytest.approx({"desk": 0.5})


def test_a_station_without_servers_can_do_nothing() -> None:
    (warning,) = dk.network(network(desk(servers=0))).warnings
    assert "er is niemand om ze te helpen" in warning.text
