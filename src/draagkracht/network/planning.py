"""From a document to a plan: each key of a station has several forms, and each is read here."""

from collections.abc import Mapping, Sequence
from itertools import pairwise
from typing import Any, Final, TypeVar

from pydantic import Field

from draagkracht.documents.document import Part
from draagkracht.documents.error import STEP
from draagkracht.documents.errors import (
    DraagkrachtError,
    EmptyValue,
    MissingKey,
    OutOfRange,
    UnknownName,
    WrongType,
)
from draagkracht.documents.nearest import nearest
from draagkracht.documents.reading import shaped
from draagkracht.network.document import (
    END,
    MOST_SERVERS,
    MOST_SHARED,
    MOST_TIME,
    Network,
    Servers,
    Station,
)
from draagkracht.network.errors import (
    KindNotServed,
    LateFirstStep,
    SharesNotOne,
    StepsOutOfOrder,
)
from draagkracht.network.families import patience_in, service_in
from draagkracht.network.plan import NetworkPlan, RouteStep, Shares, StationPlan, Step
from draagkracht.network.telling import told

T = TypeVar("T")

_ROUNDING: Final = 1e-9  # of shares that should add up to one
_TO_END: Final[Shares] = {END: 1.0}


class _RouteRow(Part):
    start: float = Field(alias="from", default=0.0, ge=0, le=MOST_TIME)
    to: Mapping[str, float]


def plan_of(network: Network) -> NetworkPlan:
    """The plan in a document.

    Raises: a `DraagkrachtError` with its place, for the first form that is not readable.
    """
    names = [station.name for station in network.stations]
    kinds = kinds_of(network)
    plans = tuple(
        _station_plan(station, f"station {number} ({station.name})", names, kinds)
        for number, station in enumerate(network.stations, start=1)
    )
    return NetworkPlan(kinds=kinds, stations=plans)


def kinds_of(network: Network) -> tuple[str, ...]:
    """Every kind that arrives somewhere, in the order of the document."""
    arriving = [row.kind for station in network.stations for row in station.arrivals]
    return tuple(dict.fromkeys(arriving))


def _station_plan(
    station: Station, place: str, names: Sequence[str], kinds: Sequence[str]
) -> StationPlan:
    service = _by_kind(station.service, "family", kinds, f"{place}{STEP}service")
    patience = _by_kind(station.patience, "family", kinds, f"{place}{STEP}patience")
    routes = _by_kind(station.routes, "to", kinds, f"{place}{STEP}routes")
    return StationPlan(
        name=station.name,
        servers=_servers(station, f"{place}{STEP}servers"),
        sharing=station.sharing,
        cap_per_case=station.cap_per_case,
        max_cases=station.max_cases,
        priority=_priority(station.priority, kinds, f"{place}{STEP}priority"),
        service={kind: service_in(table, where) for kind, (table, where) in service.items()},
        patience={
            kind: None if table is None else patience_in(table, where)
            for kind, (table, where) in patience.items()
        },
        arrivals=_arrivals(station, f"{place}{STEP}arrivals"),
        routes={kind: _routes(value, where, names) for kind, (value, where) in routes.items()},
        gave_up_to=_gave_up_to(station, f"{place}{STEP}gave_up_to", names),
    )


def _by_kind(
    value: object, mark: str, kinds: Sequence[str], place: str
) -> dict[str, tuple[object, str]]:
    """What holds for each kind, and where it stands; a table without `mark` is one by kind."""
    if not isinstance(value, Mapping) or mark in value:
        return dict.fromkeys(kinds, (value, place))
    if not value:
        raise EmptyValue(place=place)
    for kind in value:
        if kind not in kinds:
            if not any(isinstance(table, Mapping | tuple | list) for table in value.values()):
                raise MissingKey(key=mark, place=place)
            raise UnknownName(
                what="soort",
                name=kind,
                nearest=nearest(kind, kinds),
                known=tuple(kinds),
                place=place,
            )
    return {kind: (value[kind], f"{place}{STEP}{kind}") for kind in kinds if kind in value}


def _servers(station: Station, place: str) -> tuple[Step, ...]:
    value = station.servers
    if isinstance(value, int | float) and not isinstance(value, bool):
        steps = [(Step(0.0, float(value)), place)]
    elif isinstance(value, tuple | list):
        if not value:
            raise EmptyValue(place=place)
        steps = []
        for number, row in enumerate(value, start=1):
            where = f"{place} {number}"
            read = _row(row, Servers, where)
            steps.append((Step(read.start, read.value), where))
        _check_order([step.start for step, _ in steps], place)
    else:
        raise WrongType(expected="een getal of een lijst van stappen", got=told(value), place=place)
    for step, where in steps:
        most = MOST_SHARED if station.sharing else MOST_SERVERS
        if not 0 <= step.value <= most:
            raise OutOfRange(value=step.value, low=0, high=most, place=where)
        if not station.sharing and step.value != int(step.value):
            raise WrongType(expected="een heel getal", got=told(step.value), place=where)
    return tuple(step for step, _ in steps)


def _check_order(starts: Sequence[float], place: str, *, from_zero: bool = True) -> None:
    if from_zero and starts[0] > 0:
        raise LateFirstStep(start=starts[0], place=f"{place} 1")
    for number, (before, start) in enumerate(pairwise(starts), start=2):
        if start <= before:
            raise StepsOutOfOrder(start=start, before=before, place=f"{place} {number}")


def _priority(
    priority: tuple[str, ...] | None, kinds: Sequence[str], place: str
) -> tuple[str, ...] | None:
    if priority is None:
        return None
    if not priority:
        raise EmptyValue(place=place)
    for number, kind in enumerate(priority, start=1):
        if kind not in kinds:
            raise UnknownName(
                what="soort",
                name=kind,
                nearest=nearest(kind, kinds),
                known=tuple(kinds),
                place=f"{place} {number}",
            )
    return tuple(dict.fromkeys(priority))


def _arrivals(station: Station, place: str) -> dict[str, tuple[Step, ...]]:
    """Rates of each kind; rows of different kinds may stand in any order."""
    found: dict[str, list[Step]] = {}
    for number, row in enumerate(station.arrivals, start=1):
        if not row.kind.strip():
            raise EmptyValue(place=f"{place} {number}{STEP}kind")
        steps = found.setdefault(row.kind, [])
        if steps and row.start <= steps[-1].start:
            where = f"{place} {number}"
            raise StepsOutOfOrder(start=row.start, before=steps[-1].start, place=where)
        steps.append(Step(row.start, row.rate))
    return {kind: tuple(steps) for kind, steps in found.items()}


def _routes(value: object, place: str, names: Sequence[str]) -> tuple[RouteStep, ...]:
    if value is None:
        return (RouteStep(0.0, _TO_END),)
    if isinstance(value, Mapping):
        rows, places = [value], [place]
    elif isinstance(value, tuple | list):
        rows, places = list(value), [f"{place} {n}" for n in range(1, len(value) + 1)]
    else:
        raise WrongType(
            expected="een lijst zoals [{ from = 0, to = { end = 1.0 } }]",
            got=told(value),
            place=place,
        )
    if not rows:
        raise EmptyValue(place=place)
    steps = []
    for row, where in zip(rows, places, strict=True):
        read = _row(row, _RouteRow, where)
        _check_shares(read.to, f"{where}{STEP}to", names)
        steps.append(RouteStep(read.start, dict(read.to)))
    _check_order([step.start for step in steps], place)
    return tuple(steps)


def _gave_up_to(station: Station, place: str, names: Sequence[str]) -> Shares:
    if station.gave_up_to is None:
        return _TO_END
    _check_shares(station.gave_up_to, place, names)
    return dict(station.gave_up_to)


def _check_shares(shares: Shares, place: str, names: Sequence[str]) -> None:
    """Refuse unknown stations, shares that are none, and a whole that is not one."""
    if not shares:
        raise EmptyValue(place=place)
    for name, share in shares.items():
        if name != END and name not in names:
            known = (*names, END)
            raise UnknownName(
                what="station",
                name=name,
                nearest=nearest(name, known),
                known=known,
                place=place,
            )
        if not 0 <= share <= 1:
            raise OutOfRange(value=share, low=0, high=1, place=f"{place}{STEP}{name}")
    total = sum(shares.values())
    if abs(total - 1.0) > _ROUNDING:
        raise SharesNotOne(total=total, place=place)


P = TypeVar("P", bound=Part)


def _row(row: object, kind: type[P], place: str) -> P:
    if not isinstance(row, Mapping):
        raise WrongType(expected="een tabel met namen en waarden", got=told(row), place=place)
    try:
        return shaped(_plain(row), kind)
    except DraagkrachtError as error:
        raise error.within(place) from None


def _plain(row: Mapping[str, Any]) -> dict[str, Any]:
    return dict(row)


def check_told(plan: StationPlan, kinds: Sequence[str], place: str) -> None:
    """Refuse a kind that comes here of which service, priority or routes say nothing."""
    for kind in kinds:
        tables = {"service": plan.service, "routes": plan.routes}
        for key, table in tables.items():
            if kind not in table:
                raise KindNotServed(station=plan.name, kind=kind, key=key, place=place)
        if plan.priority is not None and kind not in plan.priority:
            raise KindNotServed(station=plan.name, kind=kind, key="priority", place=place)
