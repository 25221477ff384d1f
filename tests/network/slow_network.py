"""The same network, slowly: one heap of events, lists for lines, nothing shared but the draws."""

import heapq
import itertools
import math
from collections.abc import Sequence
from dataclasses import dataclass, field

import numba
import numpy as np

from draagkracht.engine import clocks, distributions, draws, risk
from draagkracht.engine.draws import keys
from draagkracht.network import families as f
from draagkracht.network import layout as at
from draagkracht.network.document import END
from draagkracht.network.plan import NetworkPlan, RouteStep, Shares, StationPlan, Step

uniform = numba.njit(error_model="numpy")(draws.uniform)
gamma = numba.njit(error_model="numpy")(distributions.gamma)
risk_time_in = numba.njit(error_model="numpy")(risk.risk_time_in)
fill_table = numba.njit(error_model="numpy")(risk.fill_table)
# Compiled too: the last bit of a logarithm may differ between Python's and the compiler's.
exponential = numba.njit(error_model="numpy")(clocks.exponential)
log_logistic = numba.njit(error_model="numpy")(clocks.log_logistic)
lognormal = numba.njit(error_model="numpy")(distributions.lognormal)
between = numba.njit(error_model="numpy")(distributions.between)

Row = tuple[float, str, str, str, str]
STEP, ENDING, COMING, LEAVING = range(4)


@dataclass
class Person:
    entity: int
    name: str
    kind: str
    visit: int = -1
    station: int = 0
    place: int = 0


@dataclass
class Desk:
    plan: StationPlan
    first: int
    servers: int
    busy: int = 0
    free: list[int] = field(default_factory=list)
    line: list[Person] = field(default_factory=list)

    def next(self) -> Person:
        """Whoever came first of the kind that goes first."""
        order = self.plan.priority
        rank = {kind: place for place, kind in enumerate(order or ())}
        return min(self.line, key=lambda person: rank.get(person.kind, 0))


class SlowNetwork:
    """One replication of a network without shared rates; `rows` is its trace."""

    def __init__(self, plan: NetworkPlan, *, seed: int, replication: int) -> None:
        self.plan = plan
        self.keys = keys(seed, replication, at.PURPOSES)
        self.rows: list[Row] = []
        self.events: list[tuple[float, int, int, object]] = []
        self.tables: dict[tuple[float, float], np.ndarray] = {}
        self.numbers = {station.name: n for n, station in enumerate(plan.stations)}
        self.desks: list[Desk] = []
        self.gone: set[int] = set()  # who left the line before their patience ended
        self.tickets = itertools.count()
        first = 0
        for number, station in enumerate(plan.stations):
            places = max(1, int(max(step.value for step in station.servers)))
            free = list(range(first + places - 1, first - 1, -1))
            self.desks.append(Desk(station, first, int(station.servers[0].value), free=free))
            first += places
            for step in station.servers[1:]:
                self.at(step.start, STEP, number, (number, int(step.value)))

    def at(self, time: float, what: int, tie: int, told: object) -> None:
        heapq.heappush(self.events, (time, what, tie, told))

    def draw(self, purpose: int, person: Person) -> float:
        return float(uniform(self.keys[purpose], np.uint64(person.entity), person.visit))

    def run(self, horizon: float) -> list[Row]:
        streams = [
            (number, kind, steps)
            for number, station in enumerate(self.plan.stations)
            for kind, steps in station.arrivals.items()
        ]
        for stream, (_, _, steps) in enumerate(streams):
            self.expect(stream, 0, steps, 0.0)
        while self.events and self.events[0][0] <= horizon:
            now, what, tie, told = heapq.heappop(self.events)
            if what == STEP:
                number, value = told
                self.desks[number].servers = value
                self.start_waiting(number, now)
            elif what == COMING:
                number, kind, steps = streams[tie]
                self.expect(tie, told + 1, steps, now)
                entity = (tie << at.STREAM_BITS) + told
                self.join(Person(entity, f"{tie + 1}-{told + 1}", kind), number, now)
            elif what == ENDING:
                self.end(told, now)
            elif tie not in self.gone:
                desk = self.desks[told.station]
                desk.line.remove(told)
                self.tell(now, told, "gave_up")
                self.go_on(told, desk.plan.gave_up_to, now)
        return self.rows

    def expect(self, stream: int, rank: int, steps: Sequence[Step], now: float) -> None:
        entity = np.uint64((stream << at.STREAM_BITS) + rank)
        exposure = exponential(uniform(self.keys[at.ARRIVAL], entity, 0), 1.0)
        begins = [Step(0.0, 0.0), *steps] if steps[0].start > 0 else list(steps)
        ends = [*(step.start for step in begins[1:]), math.inf]
        for step, end in zip(begins, ends, strict=True):
            if end <= now and end < math.inf:
                continue
            if step.value > 0:
                time = now + exposure / step.value
                if time <= end:
                    self.at(time, COMING, stream, rank)
                    return
                exposure -= step.value * (end - now)
            now = end

    def join(self, person: Person, number: int, now: float) -> None:
        person.station = number
        person.visit += 1
        desk = self.desks[number]
        self.tell(now, person, "arrival")
        if desk.busy < desk.servers:
            self.start(person, now)
            return
        desk.line.append(person)
        ticket = next(self.tickets)
        person.place = -ticket - 1
        if (patience := desk.plan.patience.get(person.kind)) is not None:
            self.at(now + self.patience(patience, person), LEAVING, ticket, person)

    def start(self, person: Person, now: float) -> None:
        desk = self.desks[person.station]
        desk.busy += 1
        person.place = desk.free.pop()
        self.tell(now, person, "start")
        work = self.work(desk.plan.service[person.kind], person)
        self.at(now + work, ENDING, person.place, person)

    def start_waiting(self, number: int, now: float) -> None:
        desk = self.desks[number]
        while desk.line and desk.busy < desk.servers:
            person = desk.next()
            desk.line.remove(person)
            self.gone.add(-person.place - 1)
            self.start(person, now)

    def end(self, person: Person, now: float) -> None:
        desk = self.desks[person.station]
        desk.busy -= 1
        desk.free.append(person.place)
        self.tell(now, person, "end")
        routes: Sequence[RouteStep] = desk.plan.routes[person.kind]
        force = [step for step in routes if step.start <= now][-1]
        left = person.station
        self.start_waiting(left, now)
        self.go_on(person, force.to, now)

    def go_on(self, person: Person, shares: Shares, now: float) -> None:
        u = self.draw(at.ROUTE, person)
        going = sorted((self.numbers.get(name, math.inf), name) for name in shares if shares[name])
        reached = 0.0
        for _, name in going[:-1]:
            reached += shares[name]
            if u < reached:
                break
        else:
            name = going[-1][1]
        if name != END:
            self.join(person, self.numbers[name], now)

    def work(self, service: f.Service, person: Person) -> float:
        match service:
            case f.Deterministic():
                return float(service.value)
            case f.Erlang() | f.Gamma():
                entity = np.uint64(person.entity)
                drawn = gamma(self.keys[at.SERVICE], entity, person.visit, float(service.shape))
                return float(drawn * (service.mean / service.shape))
        u = self.draw(at.SERVICE, person)
        match service:
            case f.Exponential():
                return float(exponential(u, 1.0 / service.mean))
            case f.Lognormal():
                return float(lognormal(u, service.mu, service.sigma))
            case f.Uniform():
                return float(between(u, service.low, service.high))
        assert isinstance(service, f.Empirical)
        weights = service.weights or (1.0,) * len(service.values)
        rows = sorted(zip(service.values, weights, strict=True))
        total = math.fsum(weights)
        reached = 0.0
        for value, weight in rows:
            reached += weight
            if u < reached / total:
                return float(value)
        return float(rows[-1][0])

    def patience(self, patience: f.Patience, person: Person) -> float:
        u = self.draw(at.PATIENCE, person)
        match patience:
            case f.Exponential():
                return float(exponential(u, 1.0 / patience.mean))
            case f.LogLogistic():
                return float(log_logistic(u, patience.scale, patience.shape))
        asked = (patience.shape, patience.scale)
        if asked not in self.tables:
            self.tables[asked] = np.zeros((risk.PANELS + 1, 3))
            fill_table(self.tables[asked], *asked)
        return float(risk_time_in(self.tables[asked], exponential(u, 1.0), *asked))

    def tell(self, now: float, person: Person, event: str) -> None:
        station = self.plan.stations[person.station].name
        self.rows.append((now, person.name, person.kind, station, event))
