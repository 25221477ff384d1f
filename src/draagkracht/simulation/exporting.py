"""An outcome as programs take it: one JSON document, or all values of all members as parquet."""

import io
import json
from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Final

from draagkracht.model.kinds import KINDS, TASKS
from draagkracht.model.measures import MEASURES
from draagkracht.simulation.warning import Warned

if TYPE_CHECKING:
    import polars as pl

    from draagkracht.simulation.budget_line import BudgetLine
    from draagkracht.simulation.estimate import Estimate
    from draagkracht.simulation.outcome import Outcome
    from draagkracht.simulation.record import Record

# Under this key a parquet file keeps its record; the text is JSON.
RECORD_KEY: Final = "draagkracht"

_ENCODER: Final = json.JSONEncoder(ensure_ascii=False, allow_nan=False)


def json_document(
    record: "Record",
    estimates: Iterable["Estimate"],
    warnings: Sequence[Warned],
    *,
    budget: Iterable["BudgetLine"] = (),
    goals: Sequence[Mapping[str, object]] | None = None,
) -> str:
    """The document of `run` and `compare`, one estimate a line; equal outcomes, equal bytes.

    Without `goals` (None) the document says nothing of them.

    Raises: ValueError for a number that is not finite.

    >>> import draagkracht as dk
    >>> outcome = dk.run(dk.read_town("voorbeelddorp"), years=1, members=8)
    >>> estimates = outcome.estimates(outcome.carrying_on, difference=False)
    >>> json.loads(json_document(outcome.record, estimates, ()))["estimates"][0]["measure"]
    'requests'
    """
    rows = ",\n".join(_ENCODER.encode(estimate.as_json()) for estimate in estimates)
    told = ",\n".join(_ENCODER.encode(warning.as_json()) for warning in warnings)
    euros = ",\n".join(_ENCODER.encode(line.as_json()) for line in budget)
    aims = ""
    if goals is not None:
        told_goals = ",\n".join(_ENCODER.encode(goal) for goal in goals)
        aims = f'"goals": [\n{told_goals}\n],\n'
    return (
        f'{{"record": {_ENCODER.encode(record.as_json())},\n{aims}'
        f'"estimates": [\n{rows}\n],\n'
        f'"budget": [\n{euros}\n],\n'
        f'"warnings": [\n{told}\n]}}\n'
    )


def parquet_table(outcome: "Outcome") -> bytes:
    """A long table of every koers: a row for each estimate and each member it is taken from.

    Columns: plan, measure, unit, place (names); kind (null: all kinds); quarter (1, 2, …; null:
    the whole horizon); member (0, 1, …); weight (mean 1); value (in `unit`). What does not exist
    in every member has no rows here, as it has no estimate. The record stands as JSON in the
    file's own metadata, under `draagkracht`: table and record cannot get parted.

    >>> import draagkracht as dk
    >>> parquet_table(dk.run(dk.read_town("voorbeelddorp"), years=1, members=8))[:4]
    b'PAR1'
    """
    import polars as pl  # late: slow to load

    pieces = [_rows(outcome, plan, name) for plan in outcome.plans for name in MEASURES]
    paper = io.BytesIO()
    pl.concat(pieces, rechunk=True).write_parquet(
        paper, metadata={RECORD_KEY: _ENCODER.encode(outcome.record.as_json())}
    )
    return paper.getvalue()


def _rows(outcome: "Outcome", plan: str, measure: str) -> "pl.DataFrame":
    """The rows of one measure, cell after cell, the members of a cell together."""
    import polars as pl  # late: slow to load

    table = outcome.values[plan][measure]
    exists = (table == table).all(axis=0)  # noqa: PLR0124 - only NaN differs from itself
    place, quarter, kind = exists.nonzero()
    places = [each.name for each in outcome.places]
    quarters = pl.Series([*range(1, outcome.quarters + 1), None], dtype=pl.Int16)
    kinds = [*MEASURES[measure].parts, None]
    cells = pl.DataFrame(
        {
            "place": pl.Series(places, dtype=pl.Enum(places))[place],
            "kind": pl.Series(kinds, dtype=pl.Enum([*KINDS, *TASKS]))[kind],
            "quarter": quarters[quarter],
        }
    ).select(
        pl.lit(plan, pl.Enum(outcome.plans)).alias("plan"),
        pl.lit(measure, pl.Enum(list(MEASURES))).alias("measure"),
        pl.lit(MEASURES[measure].unit, pl.Enum(_units())).alias("unit"),
        pl.all(),
    )
    members = pl.DataFrame(
        {
            "member": pl.Series(range(outcome.members), dtype=pl.Int16),
            "weight": pl.Series(outcome.weights),
        }
    )
    return cells.join(members, how="cross", maintain_order="left_right").with_columns(
        value=pl.Series(table[:, exists].T.ravel())
    )


def _units() -> list[str]:
    return sorted({measure.unit for measure in MEASURES.values()})
