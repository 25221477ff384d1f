"""The queue in Draagkracht, through its public function."""

import time
from collections.abc import Mapping
from typing import Any

import numpy as np

import draagkracht as dk
from draagkracht.network.planning import plan_of
from draagkracht.network.run import simulate
from queue_model import ARRIVALS, KINDS, PATIENCE, RATES, SERVERS


def document(arrivals: float, seed: int) -> dict[str, Any]:
    """The network form of the model."""
    return {
        "time_unit": "service",
        "warmup": 0.0,
        "horizon": arrivals / sum(RATES),
        "replications": 1,
        "seed": seed,
        "station": [
            {
                "name": "desk",
                "servers": SERVERS,
                "service": {"family": "exponential", "mean": 1.0},
                "priority": list(KINDS),
                "patience": {"family": "exponential", "mean": PATIENCE},
                "arrivals": [
                    {"kind": kind, "from": 0.0, "rate": rate}
                    for kind, rate in zip(KINDS, RATES, strict=True)
                ],
                "routes": [{"from": 0.0, "to": {"end": 1.0}}],
            }
        ],
    }


def run(seed: int) -> dict[str, float]:
    """One run, timed from the document to the answer."""
    given = document(ARRIVALS, seed)
    clock = time.perf_counter()
    outcome = dk.network(given, threads=1)
    seconds = time.perf_counter() - clock
    rows = {row["kind"]: row for row in outcome.as_json()["stations"]}
    return {"seconds": seconds, "events": outcome.events, **_told(rows[None], rows)}


def run_general(seed: int) -> dict[str, float]:
    """The same where no station is recognised as one that can be worked a quicker way."""
    given = document(ARRIVALS, seed)
    clock = time.perf_counter()
    network = dk.read_network(given)
    _, events = simulate(network, plan_of(network), quick=False)
    return {"seconds": time.perf_counter() - clock, "events": events}


def _told(all_kinds: Mapping[str, Any], by_kind: Mapping[str | None, Any]) -> dict[str, float]:
    waits = {f"wait_{kind}": by_kind[kind]["mean_wait_all"]["mean"] for kind in KINDS}
    return {name: all_kinds[name]["mean"] for name in ("arrivals", "served", "gave_up")} | waits


def warm() -> bool:
    """Compile, if that is still to be done; returns whether both ways find the same bits."""
    given = document(10_000.0, 1)
    network = dk.read_network(given)
    general, _ = simulate(network, plan_of(network), quick=False)
    return np.array_equal(dk.network(given).values, general, equal_nan=True)
