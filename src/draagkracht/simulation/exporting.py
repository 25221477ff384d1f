"""An outcome as programs take it: one JSON document, or all values of all members as parquet."""

import io
import json
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Final

import numpy as np

from draagkracht.engine.arrays import CountArray
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


def as_json(record: Record, estimates: Iterable[Estimate], warnings: Sequence[Warned]) -> str:
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


def as_parquet(outcome: Outcome) -> bytes:
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
    members, cells = outcome.members, place.size
    every_kind, horizon = table.shape[3] - 1, outcome.quarters
    places = [each.name for each in outcome.places]
    units = list(dict.fromkeys(each.unit for each in MEASURES.values()))
    columns = {
        "plan": _names(np.full(cells, outcome.plans.index(plan)), outcome.plans),
        "measure": _names(np.full(cells, list(MEASURES).index(measure)), tuple(MEASURES)),
        "unit": _names(np.full(cells, units.index(MEASURES[measure].unit)), units),
        "place": _names(place, places),
        "kind": _names(kind, KINDS, none=every_kind),
        "quarter": _without(pl.Series(quarter + 1, dtype=pl.Int16), quarter == horizon),
    }
    by_cell = pl.DataFrame(columns).select(pl.all().repeat_by(members).explode())
    return by_cell.with_columns(
        member=pl.Series(np.tile(np.arange(members), cells), dtype=pl.Int16),
        weight=pl.Series(np.tile(outcome.weights, cells)),
        value=pl.Series(table[:, exists].T.ravel()),
    )
