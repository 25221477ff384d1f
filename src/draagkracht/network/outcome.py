"""What a network does: statistics over the replications, with intervals, record and warnings."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import numpy as np

from draagkracht.engine.arrays import FloatArray
from draagkracht.network.record import NetworkRecord
from draagkracht.network.statistics import STATISTICS, Window
from draagkracht.network.warning import NetworkWarning


@dataclass(frozen=True)
class Mean:
    """A mean over replications; None where it does not exist.

    `half_width_95` is half of the 95 % interval of the mean, by Student's t; None for one
    replication.
    """

    mean: float | None
    half_width_95: float | None

    def as_json(self) -> dict[str, float | None]:
        """Plain names and values; the half width is left out where there is none."""
        row: dict[str, float | None] = {"mean": self.mean}
        return row if self.half_width_95 is None else row | {"half_width_95": self.half_width_95}


@dataclass(frozen=True)
class StationResult:
    """A station in one window, for one kind or for all (None)."""

    name: str
    window: Window
    kind: str | None
    arrivals: Mean
    served: Mean
    gave_up: Mean
    mean_queue: Mean
    mean_in_system: Mean
    mean_wait_served: Mean
    mean_wait_all: Mean
    p90_wait_served: Mean
    utilisation: Mean

    def as_json(self) -> dict[str, Any]:
        """Plain names and values."""
        head = {"name": self.name, "window": list(self.window), "kind": self.kind}
        return head | {name: getattr(self, name).as_json() for name in STATISTICS}


@dataclass(frozen=True)
class NetworkOutcome:
    """All statistics of a network.

    `values` holds them for each replication: (replication, window, station, kind, statistic),
    with all kinds together last and nan for what does not exist. `events` counts arrivals, starts,
    ends and givings up of all replications, at all stations, from time 0.
    """

    record: NetworkRecord
    time_unit: str
    names: tuple[str, ...]
    kinds: tuple[str, ...]
    windows: tuple[Window, ...]
    values: FloatArray
    events: int
    warnings: tuple[NetworkWarning, ...]

    @property
    def stations(self) -> tuple[StationResult, ...]:
        """Every station in every window: all kinds together first, then each kind."""
        return tuple(self._rows())

    def station(
        self, name: str, *, kind: str | None = None, window: Window | None = None
    ) -> StationResult:
        """One station, in the first window unless another is named.

        Raises: KeyError for a name, kind or window that there is not.
        """
        wanted = self.windows[0] if window is None else tuple(map(float, window))
        for row in self._rows():
            if (row.name, row.kind, row.window) == (name, kind, wanted):
                return row
        raise KeyError((name, kind, wanted))

    def _rows(self) -> Iterator[StationResult]:
        labels: list[tuple[int, str | None]] = [(len(self.kinds), None), *enumerate(self.kinds)]
        for station, name in enumerate(self.names):
            for number, window in enumerate(self.windows):
                for kind, label in labels:
                    values = self.values[:, number, station, kind, :]
                    yield StationResult(name, window, label, *map(mean_of, values.T))

    def as_json(self) -> dict[str, Any]:
        """The document of `draagkracht network --json`."""
        return {
            "stations": [row.as_json() for row in self._rows()],
            "record": self.record.as_json(),
            "warnings": [warning.as_json() for warning in self.warnings],
        }

    def to_json(self) -> str:
        """The same as text; equal outcomes, equal bytes."""
        return json.dumps(self.as_json(), ensure_ascii=False, allow_nan=False, indent=1) + "\n"


def mean_of(values: FloatArray) -> Mean:
    """The mean of what exists, and half of its 95 % interval.

    >>> found = mean_of(np.array([1.0, 2.0, 3.0]))
    >>> found.mean, round(found.half_width_95, 6)
    (2.0, 2.484138)
    """
    from scipy.special import stdtrit  # late: slow to load

    known = values[~np.isnan(values)]
    if len(known) == 0:
        return Mean(None, None)
    mean = float(known.mean())
    if len(known) == 1:
        return Mean(mean, None)
    error = float(known.std(ddof=1)) / float(np.sqrt(len(known)))
    return Mean(mean, float(stdtrit(len(known) - 1, 0.975)) * error)
