"""A network with all its forms read: what the kernel's arrays and the checks are made from."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from draagkracht.network.families import Patience, Service

Shares = Mapping[str, float]


@dataclass(frozen=True)
class Step:
    """A value in force from `start` on."""

    start: float
    value: float


def integral(steps: Sequence[Step], low: float, high: float) -> float:
    """Value times time between two moments; before the first step there is nothing.

    >>> integral((Step(0.0, 2.0), Step(10.0, 5.0)), 8.0, 12.0)
    14.0
    """
    total = 0.0
    ends = [*(step.start for step in steps[1:]), high]
    for step, end in zip(steps, ends, strict=False):
        total += step.value * max(0.0, min(high, end) - max(low, step.start))
    return total


@dataclass(frozen=True)
class RouteStep:
    """Where cases go from `start` on: shares by station, `end` included."""

    start: float
    to: Shares


@dataclass(frozen=True)
class StationPlan:
    """A station; what differs by kind stands under each kind that comes to it."""

    name: str
    servers: tuple[Step, ...]
    sharing: bool
    cap_per_case: float | None
    max_cases: int | None
    priority: tuple[str, ...] | None
    service: Mapping[str, Service]
    patience: Mapping[str, Patience | None]
    arrivals: Mapping[str, tuple[Step, ...]]
    routes: Mapping[str, tuple[RouteStep, ...]]
    gave_up_to: Shares


@dataclass(frozen=True)
class NetworkPlan:
    """All stations, and the kinds in the order in which the document first names them."""

    kinds: tuple[str, ...]
    stations: tuple[StationPlan, ...]
