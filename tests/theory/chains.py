"""Queues whose answer is known: formulas, and Markov chains solved to machine precision.

Requests come from a finite number of households, so the chains have births in proportion to
those who are free to ask: what the source lacks of a Poisson process is then part of the theory.
"""

from dataclasses import dataclass

import numpy as np
from scipy import sparse
from scipy.sparse.linalg import spsolve

from draagkracht.engine.arrays import FloatArray


@dataclass(frozen=True)
class Line:
    """A queue in its stationary state."""

    wait: float  # mean over everyone who asks, whatever becomes of them; also those not waiting
    waits: float  # share of those who ask that cannot start at once
    leaves: float  # share that leaves unserved
    busy: float  # mean number in the system


def stationary(births: FloatArray, deaths: FloatArray) -> FloatArray:
    """Stationary law of a birth-death chain: `births[n]` from n up, `deaths[n]` from n down."""
    ratios = births[:-1] / deaths[1:]
    law = np.exp(np.concatenate([[0.0], np.cumsum(np.log(ratios))]))
    return np.asarray(law / law.sum())


def delay_line(
    households: int, rate: float, servers: int, service: float, leaving: float, most: int = 4000
) -> Line:
    """M/M/c with exponential giving up (Erlang A; Palm 1957), from a finite source.

    `rate` is the request hazard of a free household, `service` that of a server, `leaving` that
    of one who waits; states beyond `most` are left out.
    """
    n = np.arange(min(households, most) + 1, dtype=np.float64)
    births = rate * (households - n)
    waiting = np.maximum(n - servers, 0.0)
    law = stationary(births, np.minimum(n, servers) * service + leaving * waiting)
    asking = float((births * law).sum())
    queue = float((waiting * law).sum())
    return Line(
        wait=queue / asking,
        waits=float((births * law)[n >= servers].sum()) / asking,
        leaves=leaving * queue / asking,
        busy=float((n * law).sum()),
    )


def shared_sojourn(households: int, rate: float, work: float, hours: float) -> float:
    """Mean sojourn in processor sharing from a finite source; the law of the work is all one.

    A birth-death chain with births in proportion to the free households and deaths hours / work.
    Product form: Baskett, Chandy, Muntz and Palacios 1975, doi 10.1145/321879.321887.
    """
    n = np.arange(min(households, 4000) + 1, dtype=np.float64)
    births = rate * (households - n)
    law = stationary(births, np.where(n > 0, hours / work, 0.0))
    return float((n * law).sum() / (births * law).sum())


@dataclass(frozen=True)
class TwoLines:
    """Two kinds at the same servers, the second kind first."""

    households: int
    servers: int
    rates: tuple[float, float]  # request hazard of a free household, by kind
    services: tuple[float, float]
    leaving: float
    most: tuple[int, int]  # waiting that are followed, by kind


def priority_lines(lines: TwoLines) -> tuple[Line, Line]:
    """Both kinds in the stationary state of a chain over (in service, waiting) by kind.

    Never interrupted; giving up only while waiting. `busy` is of both kinds together.
    """
    index = _states(lines)
    rows, columns, rates = [], [], []
    for state, number in index.items():
        for following, rate in _moves(lines, state):
            if following in index and rate > 0.0:
                rows += [index[following], number]
                columns += [number, number]
                rates += [rate, -rate]
    size = len(index)
    flow = sparse.csr_matrix((rates, (rows, columns)), shape=(size, size)).tolil()
    flow[0, :] = 1.0
    right = np.zeros(size)
    right[0] = 1.0
    law = spsolve(flow.tocsc(), right)
    states = np.array(list(index), dtype=np.float64)
    free = lines.households - states.sum(axis=1)
    full = states[:, 0] + states[:, 1] >= lines.servers
    busy = float(law @ states.sum(axis=1))
    found = []
    for kind in (0, 1):
        asking = lines.rates[kind] * float(law @ free)
        queue = float(law @ states[:, 2 + kind])
        waits = lines.rates[kind] * float(law[full] @ free[full]) / asking
        found.append(Line(queue / asking, waits, lines.leaving * queue / asking, busy))
    return found[0], found[1]


State = tuple[int, int, int, int]


def _states(lines: TwoLines) -> dict[State, int]:
    servers = lines.servers
    room = [(a, b, 0, 0) for a in range(servers) for b in range(servers - a)]
    full = [
        (a, servers - a, x, y)
        for a in range(servers + 1)
        for x in range(lines.most[0] + 1)
        for y in range(lines.most[1] + 1)
    ]
    return {state: number for number, state in enumerate([*room, *full])}


def _moves(lines: TwoLines, state: State) -> list[tuple[State, float]]:
    a, b, x, y = state
    free = lines.households - sum(state)
    room = a + b < lines.servers
    return [
        ((a + 1, b, x, y) if room else (a, b, x + 1, y), lines.rates[0] * free),
        ((a, b + 1, x, y) if room else (a, b, x, y + 1), lines.rates[1] * free),
        (_next_starts(a - 1, b, x, y), a * lines.services[0]),
        (_next_starts(a, b - 1, x, y), b * lines.services[1]),
        ((a, b, x - 1, y), x * lines.leaving),
        ((a, b, x, y - 1), y * lines.leaving),
    ]


def _next_starts(a: int, b: int, x: int, y: int) -> State:
    if y > 0:
        return a, b + 1, x, y - 1
    if x > 0:
        return a + 1, b, x - 1, y
    return a, b, x, y
