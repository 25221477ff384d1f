"""`draagkracht report`: the advice as one page, and its conclusion on the screen."""

from pathlib import Path
from typing import Annotated

import typer

import draagkracht as dk
from draagkracht.cli.inputs import read_inputs
from draagkracht.cli.options import (
    MembersOption,
    ScenarioOption,
    SeedOption,
    ThreadsOption,
    TownArgument,
    YearsOption,
)
from draagkracht.cli.output import check_output
from draagkracht.cli.progress import progress
from draagkracht.cli.simulation import attributed

_CARRYING_ON = "doorgaan_zoals_nu"


def report(
    town: TownArgument,
    plan: Annotated[
        str,
        typer.Option(
            metavar="KOERS",
            help="Koersbestand (TOML), of: twee_sporen. Zonder koers: alleen doorgaan zoals nu.",
        ),
    ] = _CARRYING_ON,
    output: Annotated[
        Path,
        typer.Option("-o", "--output", metavar="BESTAND", help="Waar de pagina komt."),
    ] = Path("advies.html"),
    scenario: ScenarioOption = None,
    years: YearsOption = 8,
    members: MembersOption = 64,
    seed: SeedOption = 1,
    threads: ThreadsOption = None,
) -> None:
    """Write the advice and print its conclusion in three sentences."""
    inputs = read_inputs(town, [plan], scenarios=scenario)
    check_output(output, inputs=[town, plan, *(scenario or ())])
    found = attributed(inputs, years=years, members=members, seed=seed, threads=threads)
    with progress("Pagina schrijven") as advance:
        sentences = dk.write_report(
            found.outcome,
            inputs.town,
            inputs.plans[0],
            path=output,
            catalogue=inputs.catalogue,
            menu=inputs.menu,
            scenario=inputs.scenario,
            attribution=found,
            progress=advance,
        )
    print("\n".join(sentences))
