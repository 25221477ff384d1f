"""Networks for theory: documents as a user would write them, and what came out a replication."""

from collections.abc import Mapping, Sequence
from typing import Any, Final

import numpy as np

from draagkracht.engine.arrays import FloatArray
from draagkracht.network.outcome import NetworkOutcome
from draagkracht.network.statistics import STATISTICS

REPLICATIONS: Final = 40
SEED: Final = 20260101

Table = dict[str, Any]


def exponential(mean: float) -> Table:
    return {"family": "exponential", "mean": mean}


def one_rate(rate: float, kind: str = "case") -> list[Table]:
    return [{"kind": kind, "rate": rate}]


def rates(by_kind: Mapping[str, float]) -> list[Table]:
    return [{"kind": kind, "rate": rate} for kind, rate in by_kind.items()]


def desk(servers: Any, service: Table, arrivals: Sequence[Table], **others: Any) -> Table:
    """A station by itself, or the first of several."""
    return {
        "name": "desk",
        "servers": servers,
        "service": service,
        "arrivals": list(arrivals),
        **others,
    }


def network_of(*stations: Table, warmup: float, horizon: float, **others: Any) -> Table:
    """A document of stations."""
    return {
        "time_unit": "day",
        "warmup": warmup,
        "horizon": horizon,
        "replications": REPLICATIONS,
        "seed": SEED,
        "station": list(stations),
        **others,
    }


def seen(
    outcome: NetworkOutcome,
    statistic: str,
    *,
    station: str = "desk",
    kind: str | None = None,
    window: int = 0,
) -> FloatArray:
    """A statistic of each replication."""
    number = len(outcome.kinds) if kind is None else outcome.kinds.index(kind)
    column = STATISTICS.index(statistic)
    place = outcome.names.index(station)
    return np.asarray(outcome.values[:, window, place, number, column])
