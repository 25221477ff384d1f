"""From a plan to the arrays of one replication, at time 0 and with nobody there."""

import math
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any, Final

import numpy as np

from draagkracht.engine.arrays import FloatArray, Records
from draagkracht.engine.calendar import ENTRY
from draagkracht.engine.queue import LINK
from draagkracht.network import layout as at
from draagkracht.network.document import END, Network
from draagkracht.network.families import (
    Deterministic,
    Empirical,
    Erlang,
    Exponential,
    Gamma,
    LogLogistic,
    Lognormal,
    Patience,
    Risk,
    Service,
    Uniform,
)
from draagkracht.network.plan import NetworkPlan, RouteStep, Shares, StationPlan, Step
from draagkracht.network.risks import tables_of

QUICK_SERVERS: Final = 16
_SCANNED_SOURCES: Final = 24
_FIRST_CASES: Final = 1024
_NO_LIMIT: Final = 1 << 62


@dataclass
class _Tables:
    """Rows that several stations put behind each other."""

    rates: list[tuple[float, float]] = field(default_factory=list)
    steps: list[tuple[float, float]] = field(default_factory=list)
    routes: list[tuple[float, int, int]] = field(default_factory=list)
    targets: list[tuple[float, int]] = field(default_factory=list)
    amounts: list[float] = field(default_factory=list)
    reached: list[float] = field(default_factory=list)
    risks: list[tuple[float, float]] = field(default_factory=list)


def lower(network: Network, plan: NetworkPlan, *, quick: bool, traced: bool) -> at.Floor:
    """The arrays of one replication; `quick` lets stations be worked the quick way where it can."""
    names = {station.name: number for number, station in enumerate(plan.stations)}
    kinds = len(plan.kinds)
    tables = _Tables()
    stations = np.zeros(len(plan.stations), at.STATION)
    classes = np.zeros(len(plan.stations) * kinds, at.CLASS)
    lines = places = shared = 0
    for number, station in enumerate(plan.stations):
        row = stations[number]
        row["way"] = _way(station, quick=quick and not traced)
        row["first_line"] = lines
        lines += 1 if station.priority is None else len(station.priority)
        row["last_line"] = lines
        row["first_place"] = places
        most = max(step.value for step in station.servers)
        row["places"] = 1 if station.sharing else max(1, int(most))
        places += int(row["places"])
        row["rate"] = station.servers[0].value
        row["servers"] = 0 if station.sharing else int(station.servers[0].value)
        row["next_step"] = len(tables.steps)
        tables.steps += [(step.start, step.value) for step in station.servers[1:]]
        row["end_of_steps"] = len(tables.steps)
        row["most"] = station.max_cases or _NO_LIMIT
        row["cap"] = station.cap_per_case or math.inf
        if station.sharing:
            row["closings"] = shared
            shared += 1
        for kind, label in enumerate(plan.kinds):
            group = classes[number * kinds + kind]
            _lower_class(group, station, label, names, tables)
            group["line"] = int(row["first_line"])
            if station.priority is not None and label in station.priority:
                group["line"] += station.priority.index(label)
    streams = _lower_streams(plan, stations, tables)
    _mark_alone(plan, stations, classes)
    segments = segments_of(network)
    sources = len(stations) + len(streams)
    capacity = _FIRST_CASES
    run = np.zeros(1, at.RUN)
    run["horizon"] = network.horizon
    run["parts"] = at.PARTS / network.horizon
    run["segments"] = len(segments) - 1
    run["stations"] = len(stations)
    run["kinds"] = kinds
    run["sources"] = sources
    run["posts"] = lines
    run["places"] = places
    run["first_case"] = places + len(stations)
    run["free"] = at.NOBODY
    run["capacity"] = capacity
    run["traced"] = int(traced)
    run["scanned"] = int(sources <= _SCANNED_SOURCES)
    return at.Floor(
        run=run,
        stations=stations,
        classes=classes,
        streams=streams,
        front=np.full(sources, np.inf),
        rates=_rows(tables.rates, at.PIECE),
        steps=_rows(tables.steps, at.PIECE),
        routes=_rows(tables.routes, at.ROUTE_ROW),
        targets=_rows(tables.targets, at.TARGET),
        amounts=np.array(tables.amounts or [0.0]),
        reached=np.array(tables.reached or [1.0]),
        risks=tables_of(tables.risks),
        ends=np.full(places, np.inf),
        places=np.zeros(places, at.PLACE),
        cases=np.zeros(capacity, at.CASE),
        links=np.zeros(lines + capacity, LINK),
        heap=np.zeros(places + len(stations) + capacity + 1, ENTRY),
        sources=np.zeros(sources + 1, ENTRY),
        closings=np.zeros((shared, capacity + 1), ENTRY),
        segments=segments,
        tallies=np.zeros((len(segments) - 1, len(classes)), at.TALLY),
        waits=np.zeros((len(segments) - 1, len(classes), at.BINS), np.int32),
        trace=np.zeros(1, at.TRACE),
    )


def segments_of(network: Network) -> FloatArray:
    """Bounds of the stretches of time that every window is made of, from 0 to the horizon."""
    bounds = {0.0, float(network.warmup), float(network.horizon)}
    for low, high in network.report or ():
        bounds |= {float(low), float(high)}
    return np.array(sorted(bounds))


def _way(station: StationPlan, *, quick: bool) -> int:
    if station.sharing:
        return at.SHARING
    few = len(station.servers) == 1 and 1 <= station.servers[0].value <= QUICK_SERVERS
    patient = all(patience is None for patience in station.patience.values())
    lost = all(name == END or share == 0 for name, share in station.gave_up_to.items())
    return at.QUICK if quick and few and (patient or lost) else at.GENERAL


def _lower_class(
    group: Records, station: StationPlan, kind: str, names: dict[str, int], tables: _Tables
) -> None:
    service = station.service.get(kind)
    if service is not None:
        _lower_service(group, service, tables)
    _lower_patience(group, station.patience.get(kind), tables)
    routes = station.routes.get(kind, (RouteStep(0.0, {END: 1.0}),))
    group["ends_here"] = int(all(_all_out(step.to) for step in routes))
    group["route"] = len(tables.routes)
    for step in routes:
        first, end = _lower_shares(step.to, names, tables)
        tables.routes.append((step.start, first, end))
    group["routes_end"] = len(tables.routes)
    group["lost_here"] = int(_all_out(station.gave_up_to))
    group["first_lost"], group["lost_end"] = _lower_shares(station.gave_up_to, names, tables)


def _all_out(shares: Shares) -> bool:
    return all(name == END or share == 0 for name, share in shares.items())


def _lower_shares(shares: Shares, names: dict[str, int], tables: _Tables) -> tuple[int, int]:
    """In the order of the stations, `end` last: the order in a file makes no difference."""
    first = len(tables.targets)
    reached = 0.0
    going = {names.get(name, len(names)): share for name, share in shares.items() if share > 0}
    for number, share in sorted(going.items()):
        reached += share
        tables.targets.append((reached, number if number < len(names) else at.OUT))
    return first, len(tables.targets)


def _lower_service(group: Records, service: Service, tables: _Tables) -> None:
    match service:
        case Empirical():
            weights = service.weights or (1.0,) * len(service.values)
            rows = sorted((v, w) for v, w in zip(service.values, weights, strict=True) if w > 0)
            total = math.fsum(weight for _, weight in rows)
            group["service"] = at.EMPIRICAL
            group["first_amount"] = len(tables.amounts)
            group["amounts"] = len(rows)
            tables.amounts += [value for value, _ in rows]
            tables.reached += list(np.cumsum([weight for _, weight in rows]) / total)
        case Exponential():
            group["service"] = at.EXPONENTIAL
            group["service_a"] = 1.0 / service.mean
        case Deterministic():
            group["service"] = at.DETERMINISTIC
            group["service_a"] = service.value
        case Lognormal():
            group["service"] = at.LOGNORMAL
            group["service_a"], group["service_b"] = service.mu, service.sigma
        case Uniform():
            group["service"] = at.UNIFORM
            group["service_a"], group["service_b"] = service.low, service.high
        case Erlang() | Gamma():
            group["service"] = at.GAMMA
            group["service_a"], group["service_b"] = service.shape, service.mean / service.shape


def _lower_patience(group: Records, patience: Patience | None, tables: _Tables) -> None:
    match patience:
        case Exponential():
            group["patience"] = at.IMPATIENT_EXPONENTIAL
            group["patience_a"] = 1.0 / patience.mean
        case LogLogistic():
            group["patience"] = at.IMPATIENT_LOGLOGISTIC
            group["patience_a"], group["patience_b"] = patience.shape, patience.scale
        case Risk():
            group["patience"] = at.IMPATIENT_RISK
            group["patience_a"], group["patience_b"] = patience.shape, patience.scale
            wanted = (patience.shape, patience.scale)
            if wanted not in tables.risks:
                tables.risks.append(wanted)
            group["table"] = tables.risks.index(wanted)
        case None:
            group["patience"] = at.PATIENT


def _mark_alone(plan: NetworkPlan, stations: Records, classes: Records) -> None:
    """Mark the quick stations that nothing else in the network depends on, nor they on it."""
    sent = {
        name
        for station in plan.stations
        for steps in (*station.routes.values(), (RouteStep(0.0, station.gave_up_to),))
        for step in steps
        for name, share in step.to.items()
        if share > 0
    }
    kinds = len(plan.kinds)
    for number, station in enumerate(plan.stations):
        own = classes[number * kinds : (number + 1) * kinds]
        leaving = all(own["ends_here"]) and station.name not in sent
        stations[number]["alone"] = int(leaving and stations[number]["way"] == at.QUICK)


def _lower_streams(plan: NetworkPlan, stations: Records, tables: _Tables) -> Records:
    """A stream for every kind that arrives at a station; named by both, whatever else there is."""
    rows = [
        (number, plan.kinds.index(kind), steps)
        for number, station in enumerate(plan.stations)
        for kind, steps in station.arrivals.items()
    ]
    streams = np.zeros(len(rows), at.STREAM)
    for place, (number, kind, steps) in enumerate(rows):
        row = streams[place]
        row["station"], row["kind"] = number, kind
        row["first"] = np.uint64(place) << np.uint64(at.STREAM_BITS)
        row["piece"] = len(tables.rates)
        tables.rates += [(step.start, step.value) for step in _from_zero(steps)]
        row["end_of_pieces"] = len(tables.rates)
    for number in range(len(stations)):
        own = [place for place, row in enumerate(rows) if row[0] == number]
        stations[number]["first_stream"] = own[0] if own else 0
        stations[number]["last_stream"] = own[-1] + 1 if own else 0
    return streams


def _from_zero(steps: Sequence[Step]) -> list[Step]:
    """Before the first rate nobody comes."""
    before = [Step(0.0, 0.0)] if steps[0].start > 0 else []
    return [*before, *steps]


def _rows(rows: Sequence[tuple[float, ...]], kind: np.dtype[Any]) -> Records:
    found = np.zeros(max(1, len(rows)), kind)
    for number, row in enumerate(rows):
        found[number] = row
    return found
