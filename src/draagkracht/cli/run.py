"""`draagkracht run`: a town from now on, with one koers beside it if asked."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Annotated

import typer

from draagkracht.cli.heading import heading, record_line
from draagkracht.cli.inputs import Inputs, read_inputs
from draagkracht.cli.marks import marks
from draagkracht.cli.options import (
    JsonOption,
    MembersOption,
    ParquetOption,
    ScenarioOption,
    SeedOption,
    ThreadsOption,
    TownArgument,
    YearsOption,
)
from draagkracht.cli.outcome_table import (
    OutcomeTable,
    against_table,
    team_difference_table,
    team_table,
    town_table,
)
from draagkracht.cli.output import check_output
from draagkracht.cli.sheet import READING, READING_DIFFERENCE, print_sheet
from draagkracht.cli.simulation import simulate
from draagkracht.documents.saving import save_bytes
from draagkracht.simulation.exporting import json_document, parquet_table

if TYPE_CHECKING:
    from draagkracht.simulation.estimate import Estimate
    from draagkracht.simulation.outcome import Outcome


def run(
    town: TownArgument,
    plan: Annotated[
        str | None,
        typer.Option(metavar="KOERS", help="Koersbestand (TOML), of: twee_sporen."),
    ] = None,
    scenario: ScenarioOption = "trend",
    years: YearsOption = 8,
    members: MembersOption = 64,
    seed: SeedOption = 1,
    threads: ThreadsOption = None,
    as_json: JsonOption = False,
    output: ParquetOption = None,
) -> None:
    """Print what becomes of the town and its teams, and what a koers makes different."""
    plans = [] if plan is None else [plan]
    inputs = read_inputs(town, plans, scenario=scenario)
    if output is not None:
        check_output(output, inputs=[town, *plans, scenario])
    outcome = simulate(
        inputs, years=years, members=members, seed=seed, threads=threads, quiet=as_json
    )
    if output is not None:
        save_bytes(output, parquet_table(outcome))
    if as_json:
        print(json_document(outcome.record, _estimates(outcome, inputs), marks(outcome)), end="")
        return
    print_sheet(
        heading(inputs, years),
        _tables(outcome, inputs),
        warnings=marks(outcome),
        reading=READING if plan is None else (*READING, *READING_DIFFERENCE),
        record=record_line(outcome),
    )


def _estimates(outcome: "Outcome", inputs: Inputs) -> Iterator["Estimate"]:
    yield from outcome.estimates(outcome.carrying_on, difference=False)
    for plan in inputs.plans:
        if plan.name != outcome.carrying_on:
            yield from outcome.estimates(plan.name, difference=False)
        yield from outcome.estimates(plan.name, difference=True)


def _tables(outcome: "Outcome", inputs: Inputs) -> Iterator[OutcomeTable]:
    now = outcome.carrying_on
    yield town_table(outcome, now, "doorgaan zoals nu")
    for plan in inputs.plans:
        yield against_table(outcome, plan.name, plan.label.nl)
    yield team_table(outcome, now, "doorgaan zoals nu")
    for plan in inputs.plans:
        yield team_difference_table(outcome, plan.name, plan.label.nl)
