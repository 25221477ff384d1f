"""An outcome for programs: strict JSON, and a long table that can be added up again."""

import io
import json
from dataclasses import replace

import numpy as np
import polars as pl
import pytest

import draagkracht as dk
from draagkracht.simulation.exporting import RECORD_KEY, json_document, parquet_table
from draagkracht.simulation.quantiles import MEDIAN, weighted_quantile

NOW = "doorgaan_zoals_nu"


@pytest.fixture(scope="module")
def outcome() -> dk.Outcome:
    plan = dk.read_plan("twee_sporen")
    return dk.run(dk.read_town("voorbeelddorp"), [plan], years=1, members=16)


@pytest.fixture(scope="module")
def table(outcome: dk.Outcome) -> pl.DataFrame:
    return pl.read_parquet(io.BytesIO(parquet_table(outcome)))


def document(outcome: dk.Outcome) -> str:
    estimates = outcome.estimates(NOW, difference=False)
    return json_document(outcome.record, estimates, outcome.warnings)


def test_the_json_is_the_record_the_estimates_and_the_warnings(outcome: dk.Outcome) -> None:
    read = json.loads(document(outcome))
    assert read["record"]["seed"] == 1
    assert read["warnings"] == [warned.as_json() for warned in outcome.warnings]
    expected = [row.as_json() for row in outcome.estimates(NOW, difference=False)]
    assert read["estimates"] == expected


def test_every_estimate_has_a_line_of_its_own(outcome: dk.Outcome) -> None:
    lines = document(outcome).splitlines()
    count = sum(1 for _ in outcome.estimates(NOW, difference=False))
    assert sum(line.startswith('{"measure"') for line in lines) == count


def test_a_document_without_estimates_or_warnings_can_still_be_read(outcome: dk.Outcome) -> None:
    assert json.loads(json_document(outcome.record, [], []))["estimates"] == []


@pytest.mark.parametrize("value", [float("nan"), float("inf")])
def test_a_number_that_is_none_is_refused(outcome: dk.Outcome, value: float) -> None:
    estimate = next(outcome.estimates(NOW, difference=False))
    with pytest.raises(ValueError, match="not JSON compliant"):
        json_document(outcome.record, [replace(estimate, median=value)], [])


def test_the_table_has_these_columns(table: pl.DataFrame) -> None:
    assert table.columns == [
        "plan",
        "measure",
        "unit",
        "place",
        "kind",
        "quarter",
        "member",
        "weight",
        "value",
    ]
    assert set(table["plan"].unique()) == {NOW, "twee_sporen"}
    assert table["quarter"].unique().sort().to_list() == [None, 1, 2, 3, 4]
    assert table["member"].unique().sort().to_list() == list(range(16))
    assert table["value"].is_finite().all()
    assert table.select(pl.exclude("kind", "quarter").null_count()).row(0) == (0,) * 7


def test_every_estimate_can_be_taken_from_the_table(
    outcome: dk.Outcome, table: pl.DataFrame
) -> None:
    cells = ["plan", "measure", "place", "kind", "quarter"]
    groups = table.group_by(cells, maintain_order=True).agg("weight", "value", "member")
    estimates = [row for plan in outcome.plans for row in outcome.estimates(plan, difference=False)]
    assert groups.height == len(estimates)
    for row, kept in zip(estimates, groups.iter_rows(named=True), strict=True):
        assert tuple(kept[cell] for cell in cells) == (
            row.plan,
            row.measure,
            row.place,
            row.kind,
            row.quarter,
        )
        assert kept["member"] == list(range(16))
        values, weights = np.array(kept["value"]), np.array(kept["weight"])
        assert weighted_quantile(values, weights, MEDIAN).item() == row.median


def test_a_row_is_the_value_of_its_member(outcome: dk.Outcome, table: pl.DataFrame) -> None:
    picked = table.filter(
        plan="twee_sporen", measure="given_up", place="wolvega", kind="multiple", quarter=3
    )
    expected = outcome.by_member(
        "given_up", plan="twee_sporen", place="wolvega", kind="multiple", quarter=3
    )
    assert picked["value"].to_list() == expected.tolist()


def test_the_record_travels_in_the_file_itself(outcome: dk.Outcome) -> None:
    kept = pl.read_parquet_metadata(io.BytesIO(parquet_table(outcome)))[RECORD_KEY]
    assert json.loads(kept) == json.loads(json.dumps(outcome.record.as_json()))


def test_equal_outcomes_give_equal_bytes(outcome: dk.Outcome) -> None:
    assert parquet_table(outcome) == parquet_table(outcome)
