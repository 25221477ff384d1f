"""The trace tells what happened: the rules of the line hold in it, and the statistics follow."""

import csv
from collections import defaultdict
from pathlib import Path

import numpy as np
import pytest

import draagkracht as dk
from network.samples import Tables, desk, exponential, network

PRIORITY = ["urgent", "routine"]
TABLES = network(
    desk(
        servers=[{"from": 0.0, "value": 3}, {"from": 60.0, "value": 1}, {"from": 90.0, "value": 4}],
        arrivals=[{"kind": "urgent", "rate": 0.8}, {"kind": "routine", "rate": 2.0}],
        priority=PRIORITY,
        patience={"routine": exponential(3.0), "urgent": exponential(9.0)},
        routes=[{"from": 0.0, "to": {"desk": 0.25, "end": 0.75}}],
    ),
    replications=1,
    report=[[10.0, 210.0], [50.0, 100.0]],
)


def rows_of(tables: Tables, folder: Path) -> tuple[dk.NetworkOutcome, list[dict[str, str]]]:
    path = folder / "trace.csv"
    outcome = dk.network(tables, trace=path)
    with path.open(encoding="utf-8", newline="") as stream:
        return outcome, list(csv.DictReader(stream))


def servers_at(time: float) -> int:
    return 3 if time < 60.0 else 1 if time < 90.0 else 4


def test_who_is_first_starts_and_no_server_is_idle_while_someone_waits(tmp_path: Path) -> None:
    _, rows = rows_of(TABLES, tmp_path)
    lines: dict[str, list[str]] = {kind: [] for kind in PRIORITY}
    busy = 0
    last = 0.0
    for place, row in enumerate(rows):
        time, kind, case, event = float(row["time"]), row["kind"], row["case"], row["event"]
        assert time >= last
        last = time
        if event == "arrival":
            lines[kind].append(case)
        elif event == "start":
            first = next(kind for kind in PRIORITY if lines[kind])
            assert (kind, case) == (first, lines[first].pop(0))
            busy += 1
            assert busy <= servers_at(time)
        elif event == "end":
            busy -= 1
        else:
            lines[kind].remove(case)
        following = float(rows[place + 1]["time"]) if place + 1 < len(rows) else last + 1.0
        if following > time:
            assert busy >= servers_at(time) or not any(lines.values())
    assert busy > 0


def test_the_statistics_are_those_of_the_trace(tmp_path: Path) -> None:
    outcome, rows = rows_of(TABLES, tmp_path)
    for low, high in outcome.windows:
        for kind in (None, *PRIORITY):
            told = outcome.station("desk", kind=kind, window=(low, high))
            seen = recounted([row for row in rows if kind in (None, row["kind"])], low, high)
            for name, value in seen.items():
                tolerance = 0.008 if name == "p90_wait_served" else 1e-9
                assert getattr(told, name).mean == pytest.approx(value, rel=tolerance), name


def recounted(rows: list[dict[str, str]], low: float, high: float) -> dict[str, float]:
    """The same statistics from the events, by adding up floats."""
    counts: dict[str, int] = defaultdict(int)
    since: dict[str, float] = {}
    begun: dict[str, float] = {}
    queue = inside = 0.0
    served: list[float] = []
    lost: list[float] = []

    def overlap(start: float, end: float) -> float:
        return max(0.0, min(high, end) - max(low, start))

    for row in rows:
        time, case, event = float(row["time"]), row["case"], row["event"]
        within = low < time <= high
        counts[event] += within
        if event == "arrival":
            since[case] = time
        elif event == "end":
            inside += overlap(begun.pop(case), time)
        else:
            start = since.pop(case)
            queue += overlap(start, time)
            if within:
                (served if event == "start" else lost).append(time - start)
            if event == "start":
                begun[case] = time
    queue += sum(overlap(start, high) for start in since.values())
    inside += sum(overlap(start, high) for start in begun.values())
    bounds = [(0.0, 60.0, 3), (60.0, 90.0, 1), (90.0, 1e9, 4)]
    available = sum(value * overlap(start, end) for start, end, value in bounds)
    return {
        "arrivals": counts["arrival"],
        "served": len(served),
        "gave_up": len(lost),
        "mean_queue": queue / (high - low),
        "mean_in_system": (queue + inside) / (high - low),
        "mean_wait_served": float(np.mean(served)),
        "mean_wait_all": float(np.mean(served + lost)),
        "p90_wait_served": float(np.quantile(served, 0.9, method="inverted_cdf")),
        "utilisation": inside / available,
    }


def test_with_a_server_more_the_same_cases_come_at_the_same_time_with_the_same_work(
    tmp_path: Path,
) -> None:
    work: list[dict[str, float]] = []
    arrivals: list[list[tuple[str, str]]] = []
    for servers in (2, 3):
        _, rows = rows_of(network(desk(servers=servers), replications=1), tmp_path)
        times = {(row["case"], row["event"]): float(row["time"]) for row in rows}
        work.append(
            {
                case: time - times[case, "start"]
                for (case, event), time in times.items()
                if event == "end"
            }
        )
        arrivals.append([(r["case"], r["time"]) for r in rows if r["event"] == "arrival"])
    assert arrivals[0] == arrivals[1]
    both = work[0].keys() & work[1].keys()
    assert len(both) > 200
    for case in both:
        assert work[0][case] == pytest.approx(work[1][case], abs=1e-9)


def test_every_replication_stands_in_the_trace(tmp_path: Path) -> None:
    _, rows = rows_of(network(desk(), replications=3), tmp_path)
    assert {row["replication"] for row in rows} == {"1", "2", "3"}


def test_a_trace_that_cannot_be_written_leaves_nothing(tmp_path: Path) -> None:
    with pytest.raises(dk.DraagkrachtError, match="bestaat niet"):
        dk.network(network(desk()), trace=tmp_path / "nowhere" / "trace.csv")
    assert list(tmp_path.iterdir()) == []
