"""The tables of patience with a risk that grows: made once, before the first replication."""

from collections.abc import Sequence
from functools import lru_cache

import numpy as np

from draagkracht.engine.arrays import FloatArray
from draagkracht.engine.compiled import compiled
from draagkracht.engine.risk import PANELS, fill_table


def _fill(table: FloatArray, shape: float, scale: float) -> None:
    """Fill one table; see `draagkracht.engine.risk`."""
    fill_table(table, shape, scale)


fill = compiled(_fill)


def tables_of(wanted: Sequence[tuple[float, float]]) -> FloatArray:
    """A table for each shape and scale."""
    found = np.zeros((len(wanted), PANELS + 1, 3))
    for table, (shape, scale) in zip(found, wanted, strict=True):
        table[:] = _table_of(shape, scale)
    return found


@lru_cache(maxsize=64)
def _table_of(shape: float, scale: float) -> FloatArray:
    """One table; it takes some tenths of a second, and a document is often run again."""
    table = np.zeros((PANELS + 1, 3))
    fill(table, shape, scale)
    return table
