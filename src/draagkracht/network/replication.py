"""One replication after another on the same memory, and what is left of each: its tallies."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Final

import numpy as np

from draagkracht.engine.arrays import Records
from draagkracht.engine.calendar import ENTRY
from draagkracht.engine.draws import Generator, keys
from draagkracht.engine.queue import LINK
from draagkracht.network import layout as at
from draagkracht.network.alone import live_alone
from draagkracht.network.kernel import live

_TRACE_ROWS: Final = 1 << 14

TraceRows = Callable[[int, Records], None]


@dataclass
class Worker:
    """The memory of one thread; `blank` stays as it is at time 0."""

    blank: at.Floor
    floor: at.Floor = field(init=False)

    def __post_init__(self) -> None:
        self.floor = at.Floor(*(array.copy() for array in self.blank))

    def live_through(
        self,
        replication: int,
        *,
        seed: int,
        generator: Generator,
        write: TraceRows | None = None,
    ) -> at.Floor:
        """Simulate one replication; its tallies and waits stand in the floor until the next."""
        floor = self.floor
        for name in ("stations", "classes", "streams"):
            getattr(floor, name)[:] = getattr(self.blank, name)
        floor.tallies[:] = 0
        floor.waits[:] = 0
        floor.run["keys"] = keys(seed, replication, at.PURPOSES, generator=generator)
        floor.run["begun"] = 0
        alone = np.flatnonzero(floor.stations["alone"])
        for number in map(int, alone):
            while live_alone(self.floor, number) != at.DONE:
                self._make_room()
        while len(alone) < len(floor.stations):
            state = live(self.floor)
            if write is not None:
                self._hand_over(replication, write)
            if state == at.DONE:
                break
            if state == at.MORE_CASES:
                self._make_room()
        return self.floor

    def _make_room(self) -> None:
        """Take twice as much memory: more than half of it is in use."""
        more = 2 * len(self.floor.cases)
        posts, first = int(self.floor.run["posts"][0]), int(self.floor.run["first_case"][0])
        shared = len(self.floor.closings)
        self.floor = self.floor._replace(
            cases=_longer(self.floor.cases, np.zeros(more, at.CASE)),
            links=_longer(self.floor.links, np.zeros(posts + more, LINK)),
            heap=_longer(self.floor.heap, np.zeros(first + more + 1, ENTRY)),
            closings=_longer_rows(self.floor.closings, np.zeros((shared, more + 1), ENTRY)),
        )
        self.floor.run["capacity"] = more

    def _hand_over(self, replication: int, write: TraceRows) -> None:
        """Give the rows of the trace to who writes them, and see that the next event has room."""
        run = self.floor.run[0]
        write(replication, self.floor.trace[: int(run["trace_rows"])])
        run["trace_rows"] = 0
        needed = max(_TRACE_ROWS, 2 * int(run["in_system"]) + 16)
        if len(self.floor.trace) < needed:
            self.floor = self.floor._replace(trace=np.zeros(needed, at.TRACE))


def _longer(old: Records, new: Records) -> Records:
    new[: len(old)] = old
    return new


def _longer_rows(old: Records, new: Records) -> Records:
    new[:, : old.shape[1]] = old
    return new
