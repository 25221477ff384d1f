"""A second network, written for nothing but being plain, lives through the same events."""

import csv
from pathlib import Path
from typing import Any

from hypothesis import HealthCheck, given, settings

import draagkracht as dk
from draagkracht.network.planning import plan_of
from network.samples import networks
from network.slow_network import Row, SlowNetwork

UNSHARED = ("sharing", "cap_per_case", "max_cases")


def unshared(tables: dict[str, Any]) -> dict[str, Any]:
    stations = [
        {key: value for key, value in station.items() if key not in UNSHARED}
        for station in tables["station"]
    ]
    return tables | {"station": stations, "replications": 2}


@settings(
    max_examples=60,
    deadline=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture],
)
@given(networks().map(unshared))
def test_every_event_comes_to_the_same_case_at_the_same_moment(
    tmp_path: Path, tables: dict[str, Any]
) -> None:
    document = dk.read_network(tables)
    dk.network(document, trace=tmp_path / "trace.csv")
    with (tmp_path / "trace.csv").open(encoding="utf-8", newline="") as stream:
        rows = list(csv.DictReader(stream))
    for replication in range(2):
        told: list[Row] = [
            (float(row["time"]), row["case"], row["kind"], row["station"], row["event"])
            for row in rows
            if row["replication"] == str(replication + 1)
        ]
        slow = SlowNetwork(plan_of(document), seed=document.seed, replication=replication)
        lived = slow.run(document.horizon)
        assert told == lived
