"""`draagkracht run`: a town from now on, with one koers beside it if asked."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Annotated, Final

import typer

import draagkracht as dk
from draagkracht.cli.goals_table import goals_table
from draagkracht.cli.heading import heading, record_line
from draagkracht.cli.inputs import Inputs, read_inputs
from draagkracht.cli.marks import ceilings, marks
from draagkracht.cli.options import (
    CardsOption,
    JsonOption,
    MembersOption,
    ParquetOption,
    ScenarioOption,
    SeedOption,
    ThreadsOption,
    TownArgument,
    WithoutOption,
    YearsOption,
)
from draagkracht.cli.outcome_table import (
    OutcomeTable,
    against_table,
    team_difference_table,
    team_table,
    town_table,
)
from draagkracht.cli.output import check_output, check_parquet
from draagkracht.cli.sheet import READING, READING_DIFFERENCE, print_sheet
from draagkracht.cli.simulation import simulate
from draagkracht.documents.errors import UnknownName
from draagkracht.documents.saving import save_bytes
from draagkracht.simulation.exporting import json_document, parquet_table
from draagkracht.simulation.mechanisms import neutral_figures

if TYPE_CHECKING:
    from draagkracht import Plan
    from draagkracht.choice.goals import GoalReached
    from draagkracht.simulation.budget_line import BudgetLine
    from draagkracht.simulation.estimate import Estimate
    from draagkracht.simulation.outcome import Outcome

_CARRYING_ON_ITSELF: Final = (
    "Deze koers is doorgaan zoals nu zelf: er is geen verschil om te tonen."
)


def run(
    town: TownArgument,
    plan: Annotated[
        str | None,
        typer.Option(metavar="KOERS", help="Koersbestand (TOML), of: twee_sporen."),
    ] = None,
    scenario: ScenarioOption = None,
    cards: CardsOption = None,
    years: YearsOption = 8,
    members: MembersOption = 64,
    seed: SeedOption = 1,
    threads: ThreadsOption = None,
    without: WithoutOption = None,
    as_json: JsonOption = False,
    output: ParquetOption = None,
) -> None:
    """Print what becomes of the town and its teams, and what a koers makes different."""
    _check_mechanisms(without or ())
    plans = [] if plan is None else [plan]
    inputs = read_inputs(town, plans, scenarios=scenario, cards=cards)
    if output is not None:
        check_output(output, inputs=[town, *plans, *(scenario or ())])
        check_parquet(output)
    outcome = simulate(
        inputs,
        years=years,
        members=members,
        seed=seed,
        threads=threads,
        without=without or (),
        quiet=as_json,
    )
    if output is not None:
        save_bytes(output, parquet_table(outcome))
    others = _others(outcome, inputs)
    warned = (*marks(outcome), *ceilings(outcome, inputs))
    goals = dk.goals_reached(outcome, inputs.town, others[0].name if others else None)
    if as_json:
        document = json_document(
            outcome.record,
            _estimates(outcome, inputs),
            warned,
            budget=_budget(outcome, inputs),
            goals=[goal.as_json() for goal in goals],
        )
        print(document, end="")
        return
    itself = (_CARRYING_ON_ITSELF,) if len(others) < len(plans) else ()
    print_sheet(
        heading(inputs, years),
        _tables(outcome, others, goals),
        warnings=warned,
        reading=(*itself, *READING, *(READING_DIFFERENCE if others else ())),
        record=record_line(outcome),
    )
    if output is not None:
        print(f"Geschreven: {output}")


def _check_mechanisms(without: Sequence[str]) -> None:
    try:
        neutral_figures(without)
    except UnknownName as error:
        raise error.within("--without") from None


def _others(outcome: "Outcome", inputs: Inputs) -> "tuple[Plan, ...]":
    """The koersen that are not carrying on itself."""
    return tuple(plan for plan in inputs.plans if plan.name != outcome.carrying_on)


def _estimates(outcome: "Outcome", inputs: Inputs) -> Iterator["Estimate"]:
    yield from outcome.estimates(outcome.carrying_on, difference=False)
    for plan in inputs.plans:
        if plan.name != outcome.carrying_on:
            yield from outcome.estimates(plan.name, difference=False)
        yield from outcome.estimates(plan.name, difference=True)


def _budget(outcome: "Outcome", inputs: Inputs) -> Iterator["BudgetLine"]:
    yield from outcome.budget(outcome.carrying_on)
    for plan in _others(outcome, inputs):
        yield from outcome.budget(plan.name)
        yield from outcome.budget(plan.name, difference=True)


def _tables(
    outcome: "Outcome", plans: "Sequence[Plan]", goals: "Sequence[GoalReached]"
) -> Iterator[OutcomeTable]:
    now = outcome.carrying_on
    if goals:
        yield goals_table(goals, plans[0].label.nl if plans else None)
    yield town_table(outcome, now, "doorgaan zoals nu")
    for plan in plans:
        yield against_table(outcome, plan.name, plan.label.nl)
    yield team_table(outcome, now, "doorgaan zoals nu")
    for plan in plans:
        yield team_difference_table(outcome, plan.name, plan.label.nl)
