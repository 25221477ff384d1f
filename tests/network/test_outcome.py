"""What an outcome holds, and how it is told."""

import json

import numpy as np
import pytest
from scipy.stats import t

import draagkracht as dk
from network.samples import desk, exponential, fixed, network

STATISTICS = [
    "arrivals",
    "served",
    "gave_up",
    "mean_queue",
    "mean_in_system",
    "mean_wait_served",
    "mean_wait_all",
    "p90_wait_served",
    "utilisation",
]


def test_the_document_has_a_row_for_each_station_window_and_kind() -> None:
    arrivals = [{"kind": "urgent", "rate": 0.5}, {"kind": "routine", "rate": 0.5}]
    windows = [[10.0, 100.0], [100.0, 210.0]]
    document = json.loads(dk.network(network(desk(arrivals=arrivals), report=windows)).to_json())
    assert list(document) == ["stations", "record", "warnings"]
    rows = [(row["name"], row["window"], row["kind"]) for row in document["stations"]]
    assert rows == [
        ("desk", window, kind) for window in windows for kind in (None, "urgent", "routine")
    ]
    assert list(document["stations"][0]) == ["name", "window", "kind", *STATISTICS]


def test_the_half_width_is_that_of_student_and_left_out_for_one_replication() -> None:
    outcome = dk.network(network(desk(), replications=7))
    place = STATISTICS.index("mean_queue")
    values = outcome.values[:, 0, 0, -1, place]
    told = outcome.station("desk").mean_queue
    wanted = t.ppf(0.975, 6) * values.std(ddof=1) / np.sqrt(7)
    assert told.mean == pytest.approx(values.mean())
    assert told.half_width_95 == pytest.approx(wanted)
    alone = dk.network(network(desk(), replications=1)).as_json()["stations"][0]
    assert all(list(alone[name]) == ["mean"] for name in STATISTICS)


def test_what_did_not_happen_has_no_mean() -> None:
    outcome = dk.network(network(desk(arrivals=[{"kind": "call", "rate": 0.0}])))
    told = outcome.station("desk")
    assert told.mean_wait_served.mean is None
    assert told.arrivals.mean == 0
    assert json.loads(outcome.to_json())["stations"][0]["p90_wait_served"] == {"mean": None}


def test_cases_that_come_together_wait_as_can_be_counted_by_hand() -> None:
    # One server who comes at 11 and serves 2 each; who came before 10 is served in turn.
    steps = [{"from": 0.0, "value": 0}, {"from": 11.0, "value": 1}]
    rates = [{"kind": "call", "rate": 1.0}, {"kind": "call", "from": 10.0, "rate": 0.0}]
    tables = network(
        desk(servers=steps, service=fixed(2.0), arrivals=rates),
        warmup=0.0,
        horizon=100.0,
        report=[[0.0, 10.0], [10.0, 100.0]],
        replications=1,
    )
    outcome = dk.network(tables)
    before, after = (outcome.station("desk", window=window) for window in outcome.windows)
    assert (before.served.mean, after.arrivals.mean) == (0, 0)
    count = before.arrivals.mean
    assert count == after.served.mean
    assert count is not None
    assert count > 0
    # Nobody comes or goes within a service, so the queue falls by one every two units.
    waiting = count + sum(2.0 * left for left in range(int(count)))
    assert after.mean_queue.mean == pytest.approx(waiting / 90.0, rel=1e-9)
    assert after.utilisation.mean == pytest.approx(2.0 * count / 89.0, rel=1e-9)


def test_falling_servers_let_those_in_service_finish() -> None:
    steps = [{"from": 0.0, "value": 2}, {"from": 50.0, "value": 0}]
    tables = network(
        desk(servers=steps, service=fixed(30.0), arrivals=[{"kind": "call", "rate": 1.0}]),
        warmup=0.0,
        report=[[50.0, 210.0]],
        replications=1,
    )
    told = dk.network(tables).station("desk")
    assert told.served.mean == 0
    assert told.mean_in_system.mean is not None
    assert told.mean_queue.mean is not None
    assert told.mean_in_system.mean > told.mean_queue.mean
    assert told.utilisation.mean is None


def test_a_shared_rate_is_used_as_far_as_the_caps_allow() -> None:
    tables = network(
        desk(
            servers=[{"from": 0.0, "value": 3.0}, {"from": 100.0, "value": 1.0}],
            sharing=True,
            cap_per_case=0.5,
            max_cases=4,
            service=exponential(3.0),
        ),
        report=[[10.0, 100.0], [100.0, 210.0]],
    )
    outcome = dk.network(tables)
    early, late = (outcome.station("desk", window=window) for window in outcome.windows)
    assert early.utilisation.mean is not None
    assert late.utilisation.mean is not None
    # Four cases of at most a half use two of the three there are, and all of the one.
    assert 0.6 < early.utilisation.mean <= 2 / 3 + 1e-9
    assert 0.99 < late.utilisation.mean <= 1 + 1e-9


def test_a_station_is_asked_for_by_name_kind_and_window() -> None:
    outcome = dk.network(network(desk()))
    assert outcome.station("desk", kind="call").kind == "call"
    with pytest.raises(KeyError):
        outcome.station("dsek")
