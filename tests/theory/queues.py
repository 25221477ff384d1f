"""Queues with Poisson arrivals whose answer is known: formulas that every kernel is held against.

Times are in one unit throughout and rates are per that unit. `offered` is a load in servers,
`load` a share of what there is. The chains of theory.chains have a finite source; `MANY` free
cases make it a Poisson process, so that both kernels go by the same chain.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

import numpy as np
from scipy.integrate import cumulative_simpson
from scipy.optimize import brentq

from draagkracht.engine.arrays import FloatArray
from theory.chains import Line, TwoLines, delay_line, priority_lines, stationary
from theory.laws import Law

MANY: Final = 10**12  # free cases that ask at `rate / MANY` each
_FINE: Final = 200_001  # points of an integral over waits


def erlang_c(servers: int, offered: float) -> float:
    """Chance that a request waits in M/M/c. Erlang 1917."""
    below = sum(offered**k / math.factorial(k) for k in range(servers))
    at = offered**servers / math.factorial(servers) * servers / (servers - offered)
    return at / (below + at)


def delay_wait(rate: float, servers: int, service: float) -> float:
    """Mean wait in M/M/c, of everyone. Erlang 1917."""
    return erlang_c(servers, rate / service) / (servers * service - rate)


def delay_p90(rate: float, servers: int, service: float) -> float:
    """What nine in ten wait at most in M/M/c, whose waits are exponential for who waits."""
    waits = erlang_c(servers, rate / service)
    return max(0.0, math.log(10.0 * waits)) / (servers * service - rate)


def erlang_a(rate: float, servers: int, service: float, leaving: float) -> Line:
    """M/M/c with exponential giving up. Palm 1957."""
    return delay_line(MANY, rate / MANY, servers, service, leaving)


def erlang_a_priorities(
    rates: tuple[float, float],
    servers: int,
    services: tuple[float, float],
    leaving: float,
    most: tuple[int, int],
) -> tuple[Line, Line]:
    """The same with two kinds, the second first, never interrupted: a chain solved as a whole."""
    own = (rates[0] / MANY, rates[1] / MANY)
    return priority_lines(TwoLines(MANY, servers, own, services, leaving, most))


def pollaczek_khinchine(rate: float, work: Law) -> float:
    """Mean wait in M/G/1, first come first served. Pollaczek 1930, Khinchine 1932."""
    return rate * work.second / 2.0 / (1.0 - rate * work.mean)


def constant_work_within(rate: float, work: float, wait: float) -> float:
    """Share that waits at most `wait` in M/D/1. Erlang 1909."""
    steps = range(int(wait // work) + 1)
    terms = ((rate * (k * work - wait)) ** k / math.factorial(k) for k in steps)
    grown = (math.exp(rate * (wait - k * work)) for k in steps)
    return (1.0 - rate * work) * sum(a * b for a, b in zip(terms, grown, strict=True))


def constant_work_p90(rate: float, work: float) -> float:
    """What nine in ten wait at most in M/D/1."""
    return float(brentq(lambda t: constant_work_within(rate, work, t) - 0.9, 0.0, 15.0 * work))


def cobham(rates: Sequence[float], works: Sequence[Law]) -> list[float]:
    """Mean waits at one server, the first kind first, never interrupted.

    W_k = W_0 / ((1 - sigma_before) (1 - sigma_k)), W_0 half the sum of rate x second moment.
    Cobham 1954, doi 10.1287/opre.2.1.70.
    """
    unfinished = sum(rate * work.second for rate, work in zip(rates, works, strict=True)) / 2.0
    return _by_priority(unfinished, [r * w.mean for r, w in zip(rates, works, strict=True)])


def delay_priorities(rates: Sequence[float], servers: int, service: float) -> list[float]:
    """Mean waits at several servers with exponential work of one mean, the first kind first.

    Cobham 1954; Kella and Yechiali 1985, doi 10.1002/nav.3800320105.
    """
    waits = erlang_c(servers, sum(rates) / service)
    return _by_priority(waits / (servers * service), [r / servers / service for r in rates])


def _by_priority(unfinished: float, loads: Sequence[float]) -> list[float]:
    upto = np.concatenate([[0.0], np.cumsum(loads)])
    return [unfinished / (1.0 - a) / (1.0 - b) for a, b in pairwise(upto)]


def sharing_sojourn(rate: float, work: float, capacity: float) -> float:
    """Mean sojourn when everyone shares: whatever the law of the work.

    Kleinrock 1967, doi 10.1145/321386.321388.
    """
    return work / capacity / (1.0 - rate * work / capacity)


@dataclass(frozen=True)
class Shared:
    """A station that shares its rate, in its stationary state."""

    queue: float
    inside: float


def capped_sharing(
    rate: float, work: float, capacity: float, *, cap: float = math.inf, most: float = math.inf
) -> Shared:
    """Sharing with at most `cap` each and `most` at a time, the rest in line; exponential work.

    A birth-death chain with deaths min(capacity, cap min(n, most)) / work. Without `most` the
    means hold for any law of the work (Kelly 1979, Reversibility and Stochastic Networks, 3.3).
    """
    n = np.arange(4001, dtype=np.float64)
    sharing = np.minimum(n, most)
    effort = np.minimum(capacity, np.where(n > 0, cap, 1.0) * np.maximum(sharing, 1e-300))
    law = stationary(np.full(n.size, rate), effort / work)
    return Shared(queue=float(law @ (n - sharing)), inside=float(law @ sharing))


def infinitely_many(
    rates: Sequence[tuple[float, float]], work: Law, times: FloatArray
) -> FloatArray:
    """Mean number in M(t)/G/infinity from empty; `rates` are (from, rate), in force until the next.

    m(t) = integral of rate(u) P(work > t - u): Eick, Massey and Whitt 1993, doi
    10.1287/opre.41.4.731. Of each piece it is a difference of integrated survival.
    """
    ends = [start for start, _ in rates[1:]] + [math.inf]
    grid = np.linspace(0.0, float(times.max()), _FINE)
    upto = cumulative_simpson(work.survival(grid), x=grid, initial=0.0)
    found = np.zeros_like(times)
    for (start, rate), end in zip(rates, ends, strict=True):
        oldest = np.clip(times - start, 0.0, None)
        youngest = np.clip(times - end, 0.0, None)
        found += rate * (np.interp(oldest, grid, upto) - np.interp(youngest, grid, upto))
    return found


@dataclass(frozen=True)
class Impatient:
    """M/M/c in which everyone has a patience of their own, in its stationary state."""

    wait: float  # mean of everyone, served or not
    waits: float  # share that cannot start at once
    leaves: float  # share that gives up
    served_wait: float  # mean of those served
    served_p90: float  # what nine in ten of those served waited at most


def impatient_line(rate: float, servers: int, service: float, patience: Law) -> Impatient:
    """M/M/c+G: the wait one would have who holds out has density ~ exp(rate H(x) - c service x).

    H is the integrated survival of patience. Baccelli and Hebuterne 1981; Zeltyn and Mandelbaum
    2005, doi 10.1007/s11134-005-3699-8, (3.1) to (3.10).
    """
    far = _far_enough(rate, servers * service, patience)
    x = np.linspace(0.0, far, _FINE)
    patient = patience.survival(x)
    held = cumulative_simpson(patient, x=x, initial=0.0)
    shape = np.exp(rate * held - servers * service * x)
    offered = rate / service
    below = sum(
        math.exp(math.lgamma(servers) - math.lgamma(k + 1) + (k + 1 - servers) * math.log(offered))
        for k in range(servers)
    )
    whole = cumulative_simpson(shape, x=x, initial=0.0)[-1]
    all_ = below + rate * whole
    density = rate * shape / all_
    leaves = (1.0 + (rate - servers * service) * whole) / all_
    served = cumulative_simpson(density * patient, x=x, initial=0.0) + below / all_
    served_wait = cumulative_simpson(density * patient * x, x=x, initial=0.0)[-1] / served[-1]
    return Impatient(
        wait=float(cumulative_simpson(density * held, x=x, initial=0.0)[-1]),
        waits=float(rate * whole / all_),
        leaves=float(leaves),
        served_wait=float(served_wait),
        served_p90=float(np.interp(0.9 * served[-1], served, x)),
    )


def _far_enough(rate: float, speed: float, patience: Law) -> float:
    """Beyond this wait there is next to nobody: the exponent has fallen by 40."""
    far = 1.0
    while True:
        x = np.linspace(0.0, far, 20_001)
        exponent = rate * cumulative_simpson(patience.survival(x), x=x, initial=0.0) - speed * x
        if exponent[-1] < exponent.max() - 40.0:
            return far
        far *= 1.5


def open_network(outside: Sequence[float], routes: Sequence[Sequence[float]]) -> FloatArray:
    """Arrivals at each station from outside and from each other. Jackson 1957, 1963.

    doi 10.1287/opre.5.4.518 and 10.1287/mnsc.10.1.131: in the stationary state each station is as
    if by itself with these arrivals.
    """
    size = len(outside)
    return np.linalg.solve(np.eye(size) - np.array(routes).T, np.array(outside, dtype=np.float64))
