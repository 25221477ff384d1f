"""Stations that send on: each is as if by itself with what comes to it, and nobody is lost."""

from typing import Any

import numpy as np
import pytest

import draagkracht as dk
from theory.agreement import assert_agrees
from theory.network.documents import Table, desk, exponential, network_of, one_rate, rates, seen
from theory.queues import delay_wait, open_network


def station(name: str, servers: Any, service: Table, **others: Any) -> Table:
    return {"name": name, "servers": servers, "service": service, **others}


def to(**shares: float) -> Table:
    return {"to": shares}


def test_what_leaves_a_delay_line_comes_to_the_next_as_it_came_to_the_first() -> None:
    """Burke 1956, doi 10.1287/opre.4.6.699: three lines one after another."""
    rate = 1.6
    tandem = [
        desk(3, exponential(1.2), one_rate(rate), routes=to(second=1.0)),
        station("second", 1, exponential(0.5), routes=to(third=1.0)),
        station("third", 20, exponential(11.0)),
    ]
    found = dk.network(network_of(*tandem, warmup=1000.0, horizon=5e4))
    for name, servers, service in (("desk", 3, 1.2), ("second", 1, 0.5), ("third", 20, 11.0)):
        waits = seen(found, "mean_wait_all", station=name)
        assert_agrees(f"tandem, {name}", waits, delay_wait(rate, servers, 1 / service), sharp=0.02)


# Shares from each of three stations to each; what is left of one leaves.
ROUTES = ((0.0, 0.5, 0.3), (0.2, 0.0, 0.4), (0.25, 0.0, 0.0))
OUTSIDE = (2.0, 0.5, 0.0)
SERVERS = (4, 2, 17)
SERVICE = (1.1, 0.95, 9.0)
NAMES = ("desk", "second", "third")


def jackson(order: tuple[int, ...], **others: Any) -> Table:
    """A network with feedback, its stations written in any order."""
    stations = [
        station(
            NAMES[n],
            SERVERS[n],
            exponential(SERVICE[n]),
            routes=to(
                **{NAMES[k]: share for k, share in enumerate(ROUTES[n]) if share > 0.0},
                end=1.0 - sum(ROUTES[n]),
            ),
            arrivals=one_rate(OUTSIDE[n]) if OUTSIDE[n] > 0.0 else [],
        )
        for n in order
    ]
    return network_of(*stations, **({"warmup": 500.0, "horizon": 4e4} | others))


def test_with_feedback_each_station_is_as_if_by_itself() -> None:
    """Jackson 1957 and 1963: product form, though what comes back is no Poisson process."""
    found = dk.network(jackson((0, 1, 2)))
    for n, rate in enumerate(open_network(OUTSIDE, ROUTES)):
        name, wait = NAMES[n], delay_wait(rate, SERVERS[n], 1 / SERVICE[n])
        assert_agrees(
            f"Jackson, {name}: wait", seen(found, "mean_wait_all", station=name), wait, sharp=0.02
        )
        come = seen(found, "arrivals", station=name) / (4e4 - 500.0)
        assert_agrees(f"Jackson, {name}: arrivals", come, rate)


def test_the_order_in_which_stations_are_written_changes_nothing_in_law() -> None:
    """Two runs with luck of their own: the differences are no larger than luck makes them."""
    one = dk.network(jackson((0, 1, 2)))
    other = dk.network(jackson((2, 0, 1), seed=7))
    for name in NAMES:
        for statistic in ("arrivals", "mean_queue", "mean_in_system", "utilisation"):
            a, b = (seen(found, statistic, station=name) for found in (one, other))
            spread = np.hypot(a.std(ddof=1), b.std(ddof=1)) / np.sqrt(a.size)
            off = float((a.mean() - b.mean()) / spread)
            print(f"order, {name}, {statistic}: {off:+.2f} errors, {spread / a.mean():.2%}")
            assert abs(off) < 3.5
            assert spread < 0.03 * a.mean()


def test_stations_that_share_are_as_if_by_themselves_whatever_the_law_of_the_work() -> None:
    """Baskett, Chandy, Muntz and Palacios 1975, doi 10.1145/321879.321887: two kinds, two ways."""
    laws_ = {
        "first": {"family": "deterministic", "value": 0.8},
        "second": {"family": "lognormal", "mu": -0.5, "sigma": 1.0},
    }
    means = {"first": 0.8, "second": 1.0}
    by_kind = {"first": 1.0, "second": 0.5}
    network = [
        desk(
            2.0,
            laws_,
            rates(by_kind),
            sharing=True,
            routes={"first": to(next=1.0), "second": to(next=0.5, desk=0.2, end=0.3)},
        ),
        station(
            "next", 3.0, laws_, sharing=True, routes={"first": to(end=1.0), "second": to(end=1.0)}
        ),
    ]
    come = {"first": {"desk": 1.0, "next": 1.0}, "second": {"desk": 0.625, "next": 0.3125}}
    found = dk.network(network_of(*network, warmup=500.0, horizon=2e4))
    for name, capacity in (("desk", 2.0), ("next", 3.0)):
        load = sum(come[kind][name] * means[kind] for kind in by_kind) / capacity
        for kind in by_kind:
            inside = come[kind][name] * means[kind] / capacity / (1.0 - load)
            values = seen(found, "mean_in_system", station=name, kind=kind)
            assert_agrees(f"shared network, {name}, {kind}", values, inside, sharp=0.015)


def emptied() -> Table:
    """Three stations that come and go until day 200; after that nobody comes, and all go home."""
    until = [{"kind": kind, "from": start, "rate": rate} for kind, start, rate in (
        ("urgent", 0.0, 3.0), ("urgent", 200.0, 0.0), ("routine", 0.0, 4.0), ("routine", 200.0, 0.0)
    )]  # fmt: skip
    return network_of(
        desk(
            [{"from": 0.0, "value": 6}, {"from": 60.0, "value": 3}, {"from": 130.0, "value": 9}],
            exponential(1.0),
            until,
            priority=["urgent", "routine"],
            patience={"family": "loglogistic", "shape": 2.0, "scale": 3.0},
            routes=to(shared=0.6, end=0.4),
            gave_up_to={"small": 0.7, "end": 0.3},
        ),
        station("shared", 5.0, exponential(0.9), sharing=True, cap_per_case=1.5, max_cases=4),
        station(
            "small", 2, exponential(0.4), patience=exponential(1.0), routes=to(desk=0.1, end=0.9)
        ),
        warmup=0.0,
        horizon=1000.0,
        report=[[0.0, 50.0], [50.0, 70.0], [70.0, 200.0], [200.0, 1000.0]],
        replications=6,
    )


STATIONS = ("desk", "shared", "small")


def test_who_comes_is_served_or_gives_up_and_nobody_is_lost_on_the_way() -> None:
    """In whole numbers, at every station and of both kinds, in every replication."""
    found = dk.network(emptied())
    for kind in ("urgent", "routine", None):
        ended = {
            name: {
                what: sum(seen(found, what, station=name, kind=kind, window=w) for w in range(4))
                for what in ("arrivals", "served", "gave_up")
            }
            for name in STATIONS
        }
        for name in STATIONS:
            counts = ended[name]
            assert (counts["arrivals"] == counts["served"] + counts["gave_up"]).all(), name
        assert (ended["shared"]["arrivals"] < ended["desk"]["served"]).all()
        assert (ended["small"]["arrivals"] < ended["desk"]["gave_up"]).all()


@pytest.mark.parametrize("kind", ["urgent", "routine", None])
def test_little_over_windows_that_follow_each_other_is_exact(kind: str | None) -> None:
    """Little 1961, doi 10.1287/opre.9.3.383: time in line, added up over windows or over people.

    Someone who waits over a bound counts in both windows with the time spent there, and with the
    whole wait in the one in which it ends.
    """
    found = dk.network(emptied())
    lengths = [50.0, 20.0, 130.0, 800.0]
    for name in STATIONS:
        by_time = by_people = np.zeros(6)
        for window, length in enumerate(lengths):
            at = {"station": name, "kind": kind, "window": window}
            ended = seen(found, "served", **at) + seen(found, "gave_up", **at)  # type: ignore[arg-type]
            mean = np.where(ended > 0, seen(found, "mean_wait_all", **at), 0.0)  # type: ignore[arg-type]
            by_time = by_time + length * seen(found, "mean_queue", **at)  # type: ignore[arg-type]
            by_people = by_people + np.where(ended > 0, ended * mean, 0.0)
        assert by_time == pytest.approx(by_people, rel=1e-6)


def test_little_holds_in_every_window_of_a_stationary_run() -> None:
    """Queue = arrivals a day x wait, replication by replication, in ten windows of two stations."""
    bounds = [[1000.0 + 900.0 * n, 1900.0 + 900.0 * n] for n in range(10)]
    network = [
        desk(4, exponential(1.0), one_rate(3.2), routes=to(second=1.0)),
        station("second", 3.5, exponential(1.0), sharing=True, max_cases=3),
    ]
    found = dk.network(network_of(*network, warmup=1000.0, horizon=1e4, report=bounds))
    for name in ("desk", "second"):
        for window in range(10):
            rate, wait, queue = (
                seen(found, what, station=name, window=window)
                for what in ("arrivals", "mean_wait_all", "mean_queue")
            )
            ratio = rate / 900.0 * wait / queue
            assert_agrees(f"Little, {name}, window {window}", ratio, 1.0)
