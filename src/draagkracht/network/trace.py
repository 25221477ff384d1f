"""The trace: every event of every replication, as CSV, for who wants to see it happen."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from draagkracht.documents.saving import saved
from draagkracht.engine.arrays import Records
from draagkracht.network.layout import STREAM_BITS
from draagkracht.network.plan import NetworkPlan
from draagkracht.network.replication import TraceRows

HEADS: Final = ("time", "replication", "case", "kind", "station", "event")
EVENTS: Final = ("arrival", "start", "end", "gave_up")  # in the order of layout.ARRIVED
_RANK: Final = (1 << STREAM_BITS) - 1


@contextmanager
def written(path: Path, plan: NetworkPlan) -> Iterator[TraceRows]:
    """Give a function that writes rows of the trace to a file, which is there at the end.

    A case is called after its stream of arrivals and its rank in it, both from 1: `2-17`.

    Raises: CannotWrite.
    """
    kinds = [_quoted(kind) for kind in plan.kinds]
    names = [_quoted(station.name) for station in plan.stations]
    with saved(path) as stream:

        def write(replication: int, rows: Records) -> None:
            lines = [
                f"{time!r},{replication + 1},{(entity >> STREAM_BITS) + 1}-{(entity & _RANK) + 1},"
                f"{kinds[kind]},{names[station]},{EVENTS[event]}\n"
                for time, entity, kind, station, event in rows.tolist()
            ]
            stream.write("".join(lines).encode())

        stream.write((",".join(HEADS) + "\n").encode())
        yield write


def _quoted(text: str) -> str:
    """A cell of a CSV file (RFC 4180).

    >>> _quoted("desk"), _quoted('a "b", c')
    ('desk', '"a ""b"", c"')
    """
    if any(letter in text for letter in ',"\r\n'):
        return '"' + text.replace('"', '""') + '"'
    return text
