"""Queues whose rates and servers change: Kolmogorov's forward equations, solved numerically."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from scipy import sparse
from scipy.integrate import simpson
from scipy.sparse.linalg import expm_multiply

from draagkracht.engine.arrays import FloatArray


@dataclass(frozen=True)
class Stretch:
    """From a moment on, until the next stretch."""

    start: float
    rate: float
    servers: int


@dataclass(frozen=True)
class Level:
    """Means over a window, of a line that began empty at time 0."""

    queue: float
    inside: float
    gave_up: float  # number
    started: float  # number


def moving_line(
    stretches: Sequence[Stretch],
    windows: Sequence[tuple[float, float]],
    service: float,
    leaving: float,
    most: int = 80,
) -> list[Level]:
    """M(t)/M/c(t) with exponential giving up, in each window.

    When there are fewer servers, who is being served is served on; when there are more, the first
    in line start. States are (in service, in line). Windows follow each other without a gap.
    """
    top = max(stretch.servers for stretch in stretches)
    inside, line = np.meshgrid(np.arange(top + 1), np.arange(most + 1), indexing="ij")
    inside, line = inside.ravel().astype(np.float64), line.ravel().astype(np.float64)
    law = np.zeros(inside.size)
    law[0] = 1.0
    bounds = {stretch.start for stretch in stretches} | {bound for w in windows for bound in w}
    moments = sorted(bounds)
    areas = np.zeros((len(windows), 2))
    levels = np.zeros((len(windows), 2))  # in service, at both ends
    for low, high in pairwise(moments):
        now = [stretch for stretch in stretches if stretch.start <= low][-1]
        if low == now.start:
            law = _more_start(law, top, most, now.servers)
        number = next((n for n, (a, b) in enumerate(windows) if a <= low and high <= b), None)
        if number is not None and low == windows[number][0]:
            levels[number, 0] = law @ inside
        steps = 2 * max(8, int(10.0 * (high - low) * service)) + 1
        flow = _flow(top, most, now, service, leaving)
        path = expm_multiply(flow, law, start=0.0, stop=high - low, num=steps)
        if number is not None:
            times = np.linspace(low, high, steps)
            areas[number] += [simpson(path @ level, x=times) for level in (line, inside)]
            levels[number, 1] = path[-1] @ inside
        law = path[-1]
    return [
        Level(
            queue=area[0] / (high - low),
            inside=area[1] / (high - low),
            gave_up=leaving * area[0],
            started=service * area[1] + level[1] - level[0],
        )
        for (low, high), area, level in zip(windows, areas, levels, strict=True)
    ]


def _flow(top: int, most: int, now: Stretch, service: float, leaving: float) -> sparse.csr_matrix:
    """Rates from state to state; columns sum to zero."""
    width = most + 1
    rows, columns, rates = [], [], []
    for busy in range(top + 1):
        for line in range(width):
            here = busy * width + line
            room = busy < now.servers
            moves = [
                ((busy + 1, line) if room else (busy, line + 1), now.rate),
                ((busy, line - 1), leaving * line),
            ]
            takes = busy - 1 < now.servers and line > 0
            moves.append(((busy, line - 1) if takes else (busy - 1, line), service * busy))
            for (to_busy, to_line), rate in moves:
                if rate > 0.0 and to_line < width:
                    rows += [to_busy * width + to_line, here]
                    columns += [here, here]
                    rates += [rate, -rate]
    size = (top + 1) * width
    return sparse.csr_matrix((rates, (rows, columns)), shape=(size, size))


def _more_start(law: FloatArray, top: int, most: int, servers: int) -> FloatArray:
    after = np.zeros((top + 1, most + 1))
    for (busy, line), share in np.ndenumerate(law.reshape(top + 1, most + 1)):
        starting = max(0, min(line, servers - busy))
        after[busy + starting, line - starting] += share
    return after.ravel()
