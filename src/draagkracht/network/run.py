"""Simulating a network: replications over threads, added up in their order."""

from collections.abc import Callable, Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from contextlib import nullcontext
from pathlib import Path
from queue import SimpleQueue
from typing import Any, Final, TypeVar, get_args

import numpy as np

from draagkracht.documents.errors import NotOneOf, OutOfRange
from draagkracht.documents.nearest import nearest
from draagkracht.engine.arrays import FloatArray
from draagkracht.engine.draws import Generator
from draagkracht.network.balance import warnings_of
from draagkracht.network.document import Network
from draagkracht.network.lowering import lower
from draagkracht.network.outcome import NetworkOutcome
from draagkracht.network.plan import NetworkPlan
from draagkracht.network.planning import plan_of
from draagkracht.network.reading import read_network
from draagkracht.network.record import record_of
from draagkracht.network.replication import TraceRows, Worker
from draagkracht.network.statistics import Window, statistics_of
from draagkracht.network.trace import written

MOST_THREADS: Final = 64
_COUNTED: Final = ("came", "started", "ended", "gave_up")

Progress = Callable[[int, int], None]
T = TypeVar("T")


def network(
    source: "Network | Mapping[str, Any] | Path | str",
    *,
    trace: Path | str | None = None,
    generator: Generator = "squares",
    threads: int = 2,
    progress: Progress | None = None,
) -> NetworkOutcome:
    """Simulate a network of stations: a document, its tables, or the name of its file.

    `trace` is a file to which every event is written, as CSV. The outcome does not depend on
    `threads`. Compiles the first time (some seconds).

    Raises: a `DraagkrachtError` with file, place and remedy.
    """
    document = read_network(source)
    _check_options(generator, threads)
    plan = plan_of(document)
    windows = windows_of(document)
    with nullcontext() if trace is None else written(Path(trace), plan) as write:
        values, events = simulate(
            document, plan, generator=generator, threads=threads, progress=progress, write=write
        )
    return NetworkOutcome(
        record=record_of(document, generator=generator),
        time_unit=document.time_unit,
        names=tuple(station.name for station in plan.stations),
        kinds=plan.kinds,
        windows=windows,
        values=values,
        events=events,
        warnings=warnings_of(plan, windows),
    )


def windows_of(document: Network) -> tuple[Window, ...]:
    """The windows to report on: those of the document, else from warm-up to horizon."""
    if document.report is None:
        return ((float(document.warmup), float(document.horizon)),)
    return tuple((float(low), float(high)) for low, high in document.report)


def simulate(
    document: Network,
    plan: NetworkPlan,
    *,
    generator: Generator = "squares",
    threads: int = 1,
    progress: Progress | None = None,
    quick: bool = True,
    write: TraceRows | None = None,
) -> tuple[FloatArray, int]:
    """Statistics of every replication in their order, and how many events there were.

    Without `quick` every station is worked the general way; the statistics are the same bits. With
    `write` it is so too, one replication after another.
    """
    windows = windows_of(document)
    blank = lower(document, plan, quick=quick, traced=write is not None)
    count = document.replications
    threads = 1 if write is not None else min(threads, count)
    idle: SimpleQueue[Worker] = SimpleQueue()
    for _ in range(threads):
        idle.put(Worker(blank))

    def one(replication: int) -> tuple[FloatArray, int]:
        worker = idle.get()
        try:
            floor = worker.live_through(
                replication, seed=document.seed, generator=generator, write=write
            )
            events = sum(int(floor.tallies[name].sum()) for name in _COUNTED)
            return statistics_of(floor, plan, windows, document.horizon), events
        finally:
            idle.put(worker)

    found: list[FloatArray] = []
    events = 0
    for done, (values, more) in enumerate(_in_order(one, count, threads), start=1):
        found.append(values)
        events += more
        if progress is not None:
            progress(done, count)
    return np.stack(found), events


def _in_order(one: Callable[[int], T], count: int, threads: int) -> Iterator[T]:
    """What `one` gives for each replication, in their order, whoever was first."""
    pool = ThreadPoolExecutor(threads)
    done = 0
    try:
        for future in [pool.submit(one, replication) for replication in range(count)]:
            yield future.result()
            done += 1
    finally:
        # After an interrupt no one waits for the replication, or the compiler, a thread is at.
        pool.shutdown(wait=done == count, cancel_futures=True)


def _check_options(generator: str, threads: int) -> None:
    known = get_args(Generator)
    if generator not in known:
        close = nearest(generator, known)
        raise NotOneOf(value=generator, nearest=close, known=known, place="--rng")
    if not 1 <= threads <= MOST_THREADS:
        raise OutOfRange(value=threads, low=1, high=MOST_THREADS, place="--threads")
