"""What makes a network impossible to simulate, beyond the form of its keys."""

from collections.abc import Mapping
from itertools import pairwise
from typing import Final

from draagkracht.documents.error import STEP
from draagkracht.documents.errors import (
    DoubleName,
    EmptyValue,
    Inconsistent,
    OutOfRange,
    TooMany,
)
from draagkracht.network.document import END, Network
from draagkracht.network.errors import NeverEnds, WrongOrder
from draagkracht.network.plan import NetworkPlan, StationPlan
from draagkracht.network.planning import check_told, plan_of

MOST_ARRIVALS: Final = 10_000_000_000
MOST_PLACES: Final = 5_000_000
MOST_CELLS: Final = 20_000


def check_network(network: Network) -> NetworkPlan:
    """Refuse a network that cannot work; gives its plan.

    Raises: a `DraagkrachtError` with its place.
    """
    _check_names(network)
    _check_times(network)
    _check_sharing(network)
    plan = plan_of(network)
    if not plan.kinds:
        raise Inconsistent(
            what="Er komt niemand aan, bij geen enkel station.",
            remedy="Geef ten minste één station arrivals.",
            place="station",
        )
    coming = kinds_coming(plan)
    for number, station in enumerate(plan.stations, start=1):
        place = f"station {number} ({station.name})"
        check_told(station, [k for k in plan.kinds if (station.name, k) in coming], place)
    _check_ends(plan, coming)
    _check_size(network, plan)
    return plan


def kinds_coming(plan: NetworkPlan) -> frozenset[tuple[str, str]]:
    """Each station and kind that can meet: by arriving, or by any route."""
    stations = {station.name: station for station in plan.stations}
    found = {(station.name, kind) for station in plan.stations for kind in station.arrivals}
    fresh = set(found)
    while fresh:
        name, kind = fresh.pop()
        for target in ways_on(stations[name], kind):
            if target != END and (target, kind) not in found:
                found.add((target, kind))
                fresh.add((target, kind))
    return frozenset(found)


def ways_on(station: StationPlan, kind: str) -> set[str]:
    """Where a kind can go from a station, at any time and in any way."""
    found = {
        target
        for step in station.routes.get(kind, ())
        for target, share in step.to.items()
        if share > 0
    }
    if station.patience.get(kind) is not None:
        found |= {target for target, share in station.gave_up_to.items() if share > 0}
    return found


def _check_names(network: Network) -> None:
    seen: set[str] = set()
    for number, station in enumerate(network.stations, start=1):
        place = f"station {number} ({station.name}){STEP}name"
        if not station.name.strip():
            raise EmptyValue(place=place)
        if station.name == END:
            raise Inconsistent(
                what=f'De naam "{END}" betekent in routes: wie het netwerk verlaat.',
                remedy="Geef het station een andere naam.",
                place=place,
            )
        if station.name in seen:
            raise DoubleName(what="station", name=station.name, place=place)
        seen.add(station.name)


def _check_times(network: Network) -> None:
    if network.warmup >= network.horizon:
        raise WrongOrder(
            first="warmup",
            low=network.warmup,
            second="horizon",
            high=network.horizon,
            place="warmup",
        )
    for number, (low, high) in enumerate(network.report or (), start=1):
        place = f"report {number}"
        if low >= high:
            raise WrongOrder(first="het begin", low=low, second="het eind", high=high, place=place)
        for value in (low, high):
            if not network.warmup <= value <= network.horizon:
                raise OutOfRange(value=value, low=network.warmup, high=network.horizon, place=place)


def _check_sharing(network: Network) -> None:
    for number, station in enumerate(network.stations, start=1):
        extra = {"cap_per_case": station.cap_per_case, "max_cases": station.max_cases}
        for key, value in extra.items():
            if value is not None and not station.sharing:
                raise Inconsistent(
                    what=f"{key} hoort bij een station dat zijn tempo verdeelt.",
                    remedy="Zet erbij: sharing = true, of haal deze regel weg.",
                    place=f"station {number} ({station.name}){STEP}{key}",
                )


def _check_ends(plan: NetworkPlan, coming: frozenset[tuple[str, str]]) -> None:
    """Refuse a kind that comes to a station from where no way leads out."""
    stations: Mapping[str, StationPlan] = {station.name: station for station in plan.stations}
    ways = {(name, kind): ways_on(stations[name], kind) for name, kind in coming}
    leaving: set[tuple[str, str]] = set()
    grown = True
    while grown:
        more = {
            (name, kind)
            for (name, kind), targets in ways.items()
            if (name, kind) not in leaving
            and (END in targets or any((target, kind) in leaving for target in targets))
        }
        leaving |= more
        grown = bool(more)
    for number, station in enumerate(plan.stations, start=1):
        for kind in plan.kinds:
            if (station.name, kind) in coming and (station.name, kind) not in leaving:
                place = f"station {number} ({station.name}){STEP}routes"
                raise NeverEnds(station=station.name, kind=kind, place=place)


def _check_size(network: Network, plan: NetworkPlan) -> None:
    """Refuse what would take more hours or memory than anyone has."""
    expected = 0.0
    for station in plan.stations:
        for steps in station.arrivals.values():
            bounds = [*(min(step.start, network.horizon) for step in steps), network.horizon]
            spans = [high - low for low, high in pairwise(bounds)]
            expected += sum(step.value * span for step, span in zip(steps, spans, strict=True))
    if expected > MOST_ARRIVALS:
        raise TooMany(
            what="verwachte aankomsten",
            count=int(expected),
            bound=MOST_ARRIVALS,
            advice="Kies een kortere horizon.",
            place="horizon",
        )
    places = sum(
        int(max(step.value for step in station.servers))
        for station in plan.stations
        if not station.sharing
    )
    if places > MOST_PLACES:
        raise TooMany(
            what="plaatsen bij alle stations samen",
            count=places,
            bound=MOST_PLACES,
            advice="Geef minder servers.",
            place="station",
        )
    cells = len(plan.stations) * len(plan.kinds) * (2 * len(network.report or (0,)) + 1)
    if cells > MOST_CELLS:
        raise TooMany(
            what="cellen (stations × soorten × perioden)",
            count=cells,
            bound=MOST_CELLS,
            advice="Geef minder perioden bij report.",
            place="report",
        )
