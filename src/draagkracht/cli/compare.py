"""`draagkracht compare`: what each koers makes different from carrying on, toekomst by toekomst."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Annotated

import typer

from draagkracht.cli.heading import heading, record_line
from draagkracht.cli.inputs import Inputs, read_inputs
from draagkracht.cli.marks import ceilings, marks
from draagkracht.cli.options import (
    CardsOption,
    JsonOption,
    MembersOption,
    ScenarioOption,
    SeedOption,
    ThreadsOption,
    TownArgument,
    YearsOption,
)
from draagkracht.cli.outcome_table import OutcomeTable, compared_table
from draagkracht.cli.sheet import READING, READING_DIFFERENCE, print_sheet
from draagkracht.cli.simulation import simulate
from draagkracht.simulation.exporting import json_document

if TYPE_CHECKING:
    from draagkracht.simulation.budget_line import BudgetLine
    from draagkracht.simulation.estimate import Estimate
    from draagkracht.simulation.outcome import Outcome


def compare(
    town: TownArgument,
    plans: Annotated[
        list[str],
        typer.Argument(metavar="KOERS", help="Koersbestand (TOML), of: twee_sporen."),
    ],
    scenario: ScenarioOption = None,
    cards: CardsOption = None,
    years: YearsOption = 8,
    members: MembersOption = 64,
    seed: SeedOption = 1,
    threads: ThreadsOption = None,
    as_json: JsonOption = False,
) -> None:
    """Print for each koers its paired differences with carrying on; all in the same toekomsten."""
    inputs = read_inputs(town, plans, scenarios=scenario, cards=cards)
    outcome = simulate(
        inputs, years=years, members=members, seed=seed, threads=threads, quiet=as_json
    )
    warned = (*marks(outcome), *ceilings(outcome, inputs))
    if as_json:
        estimates, budget = _differences(outcome, inputs), _budget(outcome, inputs)
        print(json_document(outcome.record, estimates, warned, budget=budget), end="")
        return
    print_sheet(
        heading(inputs, years),
        _tables(outcome, inputs),
        warnings=warned,
        reading=(*READING, *READING_DIFFERENCE),
        record=record_line(outcome),
    )


def _differences(outcome: "Outcome", inputs: Inputs) -> Iterator["Estimate"]:
    for plan in inputs.plans:
        yield from outcome.estimates(plan.name, difference=True)


def _budget(outcome: "Outcome", inputs: Inputs) -> Iterator["BudgetLine"]:
    for plan in inputs.plans:
        yield from outcome.budget(plan.name, difference=True)


def _tables(outcome: "Outcome", inputs: Inputs) -> Iterator[OutcomeTable]:
    for plan in inputs.plans:
        yield compared_table(outcome, plan.name, plan.label.nl)
