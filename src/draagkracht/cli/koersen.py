"""`draagkracht koersen`: every koers in every scenario, against carrying on in that scenario."""

from typing import Annotated

import typer

import draagkracht as dk
from draagkracht.cli.heading import record_line
from draagkracht.cli.koersen_page import koersen_page
from draagkracht.cli.marks import marks
from draagkracht.cli.options import (
    CardsOption,
    JsonOption,
    MembersOption,
    SeedOption,
    ThreadsOption,
    TownArgument,
    YearsOption,
    cores,
)
from draagkracht.cli.progress import progress
from draagkracht.cli.simulation import PREPARING, in_files
from draagkracht.cli.table_inputs import TableInputs, read_table_inputs
from draagkracht.documents.errors import UnknownName
from draagkracht.documents.nearest import nearest
from draagkracht.language.dates import dutch_date
from draagkracht.model.measures import MEASURES

_DEFAULT = ("pressure", "waiting_time", "hours_balance")


def koersen(
    town: TownArgument,
    plans: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="KOERS", help="Koersbestanden (TOML) of namen. Zonder: alle meegeleverde."
        ),
    ] = None,
    scenario: Annotated[
        list[str] | None,
        typer.Option(
            metavar="SCENARIO",
            help="Naam of bestand; mag vaker, elk wordt een kolom. Standaard: alle meegeleverde.",
        ),
    ] = None,
    measure: Annotated[
        list[str] | None,
        typer.Option(
            metavar="MAAT",
            help="Wat u wilt zien; mag vaker. Standaard: pressure, waiting_time, hours_balance.",
        ),
    ] = None,
    colours: Annotated[
        bool, typer.Option("--colours", help="Toont ook wat ontbrekende kleuren zouden brengen.")
    ] = False,
    years: YearsOption = 8,
    members: MembersOption = 64,
    seed: SeedOption = 1,
    threads: ThreadsOption = None,
    cards: CardsOption = None,
    as_json: JsonOption = False,
) -> None:
    """Print for each measure a table of koersen by scenarios, and the colours of each koers."""
    asked = read_table_inputs(town, plans or [], scenarios=scenario, cards=cards)
    inputs = asked.inputs
    shown = tuple(dict.fromkeys(measure or _DEFAULT))
    for name in shown:
        if name not in MEASURES:
            raise UnknownName(
                what="maat",
                name=name,
                nearest=nearest(name, MEASURES),
                known=tuple(MEASURES),
                place="--measure",
            )
    with progress("Rekenen", preparing=PREPARING, quiet=as_json) as advance, in_files(inputs):
        table = dk.compare_koersen(
            inputs.town,
            inputs.plans,
            scenarios=asked.scenarios,
            more=shown,
            years=years,
            members=members,
            seed=seed,
            threads=cores() if threads is None else threads,
            catalogue=inputs.catalogue,
            menu=inputs.menu,
            progress=advance,
        )
    balances = tuple(dk.colour_balance(plan, inputs.menu) for plan in table.koersen)
    if as_json:
        print(table.as_json(colours=balances, warnings=marks(table)), end="")
        return
    koersen_page(
        _heading(asked, years),
        table,
        balances,
        measures=shown,
        missed=colours,
        warnings=marks(table),
        record=record_line(table),
    )


def _heading(asked: TableInputs, years: int) -> str:
    town, worlds = asked.inputs.town, len(asked.scenarios)
    return (
        f"{town.name}: {years} jaar vanaf {dutch_date(town.start)}, koersen in "
        f"{worlds} {'scenario' if worlds == 1 else 'scenario’s'}"
    )
