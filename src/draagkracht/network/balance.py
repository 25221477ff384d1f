"""Whether stations can keep up: the traffic equations, window by window.

What comes to a station is what arrives there and what other stations send on; what a station
sends on is at most what it can serve. Who gives up keeps a line finite, so only what never gives
up can bring a station out of balance.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np

from draagkracht.engine.arrays import FloatArray
from draagkracht.language.numbers import dutch_number
from draagkracht.network.document import END
from draagkracht.network.families import mean_of_service
from draagkracht.network.plan import NetworkPlan, Shares, StationPlan, integral
from draagkracht.network.statistics import Window
from draagkracht.network.warning import NetworkWarning

_ROUNDS: Final = 500
_SETTLED: Final = 1e-12
_DIGITS: Final = 3


@dataclass(frozen=True)
class Load:
    """Work that comes to a station and never gives up, over the work it can do, in a window."""

    station: str
    window: Window
    load: float


def warnings_of(plan: NetworkPlan, windows: Sequence[Window]) -> tuple[NetworkWarning, ...]:
    """One warning for each station that cannot keep up, for its worst window."""
    worst: dict[str, Load] = {}
    for window in windows:
        for load in loads_of(plan, window):
            if load.load >= 1.0 and load.load > getattr(worst.get(load.station), "load", 0.0):
                worst[load.station] = load
    return tuple(NetworkWarning("no_balance", _sentence(load)) for load in worst.values())


def _sentence(load: Load) -> str:
    low, high = (dutch_number(bound, _DIGITS) for bound in load.window)
    when = f"van {low} tot {high}"
    if np.isinf(load.load):
        much = "er komen zaken en er is niemand om ze te helpen"
    else:
        much = (
            f"er komt {dutch_number(load.load, _DIGITS)} keer zo veel werk als er gedaan kan worden"
        )
    return (
        f'Geen evenwicht bij "{load.station}": {much} ({when}), en niemand haakt af. De rij '
        "blijft groeien, dus de uitkomst hangt af van hoe lang u rekent."
    )


def loads_of(plan: NetworkPlan, window: Window) -> list[Load]:
    """The load of every station to which someone comes who never gives up."""
    kinds = plan.kinds
    length = window[1] - window[0]
    arriving = np.array(
        [
            [integral(station.arrivals.get(kind, ()), *window) / length for kind in kinds]
            for station in plan.stations
        ]
    )
    work = np.array([[_mean_work(station, kind) for kind in kinds] for station in plan.stations])
    able = np.array([_capacity(station, window) for station in plan.stations])
    coming = _coming(plan, window, arriving, work, able)
    found = []
    for place, station in enumerate(plan.stations):
        asked = sum(
            coming[place, number] * work[place, number]
            for number, kind in enumerate(kinds)
            if station.patience.get(kind) is None
        )
        if asked > 0:
            load = asked / able[place] if able[place] > 0 else np.inf
            found.append(Load(station.name, window, float(load)))
    return found


def _coming(
    plan: NetworkPlan, window: Window, arriving: FloatArray, work: FloatArray, able: FloatArray
) -> FloatArray:
    """Rates at which each kind comes to each station (station, kind)."""
    ways = [[_shares_at(station, kind, window) for kind in plan.kinds] for station in plan.stations]
    numbers = {station.name: number for number, station in enumerate(plan.stations)}
    coming = arriving.copy()
    for _ in range(_ROUNDS):
        asked = (coming * work).sum(axis=1)
        with np.errstate(divide="ignore", invalid="ignore"):
            passed = np.where(asked > able, able / asked, 1.0)
        following = arriving.copy()
        for place in range(len(plan.stations)):
            for kind in range(len(plan.kinds)):
                sent = coming[place, kind] * passed[place]
                for name, share in ways[place][kind].items():
                    if name != END:
                        following[numbers[name], kind] += sent * share
        settled = np.abs(following - coming).max() <= _SETTLED * max(1.0, float(coming.max()))
        coming = following
        if settled:
            break
    return coming


def _shares_at(station: StationPlan, kind: str, window: Window) -> Shares:
    """Where a kind goes at the end of a window."""
    steps = [step for step in station.routes.get(kind, ()) if step.start < window[1]]
    return steps[-1].to if steps else {END: 1.0}


def _mean_work(station: StationPlan, kind: str) -> float:
    service = station.service.get(kind)
    return 0.0 if service is None else mean_of_service(service)


def _capacity(station: StationPlan, window: Window) -> float:
    """Work that a station can do in a unit of time."""
    low, high = window
    rate = integral(station.servers, low, high) / (high - low)
    if station.sharing and station.cap_per_case is not None and station.max_cases is not None:
        return min(rate, station.cap_per_case * station.max_cases)
    return rate
