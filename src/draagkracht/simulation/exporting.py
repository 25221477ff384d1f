"""An outcome as programs take it: one JSON document, or all values of all members as parquet."""

import io
import json
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Final

import numpy as np

from draagkracht.model.kinds import KINDS
from draagkracht.model.measures import MEASURES
from draagkracht.simulation.estimate import Estimate
from draagkracht.simulation.outcome import Outcome
from draagkracht.simulation.record import Record
from draagkracht.simulation.warning import Warned

if TYPE_CHECKING:
    import polars as pl

# Under this key a parquet file keeps its record; the text is JSON.
RECORD_KEY: Final = "draagkracht"

_ENCODER: Final = json.JSONEncoder(ensure_ascii=False, allow_nan=False)


def json_document(record: Record, estimates: Iterable[Estimate], warnings: Sequence[Warned]) -> str:
    """The document of `run` and `compare`, one estimate a line; equal outcomes, equal bytes.

    Raises: ValueError for a number that is not finite.
    """
    rows = ",\n".join(_ENCODER.encode(estimate.as_json()) for estimate in estimates)
    told = ",\n".join(_ENCODER.encode(warning.as_json()) for warning in warnings)
    return (
        f'{{"record": {_ENCODER.encode(record.as_json())},\n'
        f'"estimates": [\n{rows}\n],\n'
        f'"warnings": [\n{told}\n]}}\n'
    )


def parquet_table(outcome: Outcome) -> bytes:
    """A long table of every koers: a row for each estimate and each member it is taken from.

    Columns: plan, measure, unit, place (names); kind (null: all kinds); quarter (1, 2, …; null:
    the whole horizon); member (0, 1, …); weight (mean 1); value (in `unit`). What does not exist
    in every member has no rows here, as it has no estimate. The record stands as JSON in the
    file's own metadata, under `draagkracht`: table and record cannot get parted.
    """
    import polars as pl  # late: slow to load

    pieces = [_rows(outcome, plan, name) for plan in outcome.plans for name in MEASURES]
    paper = io.BytesIO()
    pl.concat(pieces, rechunk=True).write_parquet(
        paper, metadata={RECORD_KEY: _ENCODER.encode(outcome.record.as_json())}
    )
    return paper.getvalue()


def _rows(outcome: Outcome, plan: str, measure: str) -> "pl.DataFrame":
    """The rows of one measure, cell after cell, the members of a cell together."""
    import polars as pl  # late: slow to load

    table = outcome.values[plan][measure]
    exists = ~np.isnan(table).any(axis=0)
    place, quarter, kind = np.nonzero(exists)
    kind = np.where(kind == table.shape[3] - 1, len(KINDS), kind)  # the last one is all kinds
    members = outcome.members
    units = sorted({each.unit for each in MEASURES.values()})
    quarters = pl.Series([*range(1, outcome.quarters + 1), None], dtype=pl.Int16)
    names = {
        "plan": pl.Enum(outcome.plans),
        "measure": pl.Enum(list(MEASURES)),
        "unit": pl.Enum(units),
    }
    cells = pl.DataFrame(
        {
            "place": _named([each.name for each in outcome.places])[place],
            "kind": _named([*KINDS, None])[kind],
            "quarter": quarters[quarter],
        }
    ).select(
        pl.lit(plan, names["plan"]).alias("plan"),
        pl.lit(measure, names["measure"]).alias("measure"),
        pl.lit(MEASURES[measure].unit, names["unit"]).alias("unit"),
        pl.all(),
    )
    return cells[np.repeat(np.arange(place.size), members)].with_columns(
        member=pl.Series(np.tile(np.arange(members, dtype=np.int16), place.size)),
        weight=pl.Series(np.tile(outcome.weights, place.size)),
        value=pl.Series(table[:, exists].T.ravel()),
    )


def _named(names: Sequence[str | None]) -> "pl.Series":
    """Names to be picked from by their position; the last may be no name."""
    import polars as pl  # late: slow to load

    return pl.Series(names, dtype=pl.Enum([name for name in names if name is not None]))
