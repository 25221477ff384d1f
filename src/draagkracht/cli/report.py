"""`draagkracht report`: the advice as page, Word or PDF, and its conclusion on the screen."""

from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

import draagkracht as dk
from draagkracht.cli.inputs import Inputs, read_inputs
from draagkracht.cli.judging import JudgementOption, judged, read_own_judgement
from draagkracht.cli.options import (
    CardsOption,
    MembersOption,
    ScenarioOption,
    SeedOption,
    ThreadsOption,
    TownArgument,
    YearsOption,
)
from draagkracht.cli.output import check_output
from draagkracht.cli.progress import progress
from draagkracht.cli.sheet import printable
from draagkracht.cli.simulation import attributed
from draagkracht.documents.errors import Inconsistent
from draagkracht.report.kind import kind_of

if TYPE_CHECKING:
    from draagkracht import Scenario

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
        typer.Option(
            "-o",
            "--output",
            metavar="BESTAND",
            help="Waar het advies komt: een naam op .html, .docx (Word) of .pdf.",
        ),
    ] = Path("advies.html"),
    template: Annotated[
        Path | None,
        typer.Option(
            "--template",
            metavar="BESTAND",
            help="Eigen Word-sjabloon (.docx), voor een advies in Word.",
        ),
    ] = None,
    frames: Annotated[
        bool,
        typer.Option(
            "--frames/--no-frames",
            help="Toetst de koers ook aan de acht kaders (standaard); --no-frames slaat dat over.",
        ),
    ] = True,
    oordeel: JudgementOption = None,
    scenario: ScenarioOption = None,
    cards: CardsOption = None,
    years: YearsOption = 8,
    members: MembersOption = 64,
    seed: SeedOption = 1,
    threads: ThreadsOption = None,
) -> None:
    """Write the advice and print its conclusion in three sentences."""
    _check(output, template)
    if oordeel is not None and (plan == _CARRYING_ON or not frames):
        raise Inconsistent(
            what="Een oordeel hoort bij een toets aan de kaders, en die is er hier niet.",
            remedy="Geef een koers, en laat --no-frames weg; of laat --oordeel weg.",
            place="--oordeel",
        )
    inputs = read_inputs(town, [plan], scenarios=scenario, cards=cards)
    judgement = None if oordeel is None else read_own_judgement(oordeel, inputs.plans[0])
    own = [] if template is None else [str(template)]
    check_output(output, inputs=[town, plan, *own, *(scenario or ())])
    found = attributed(inputs, years=years, members=members, seed=seed, threads=threads)
    verdicts = None
    if frames and inputs.plans[0].name != _CARRYING_ON:
        verdicts = judged(
            inputs,
            worlds=_worlds(inputs),
            judgement=judgement,
            judgement_file=oordeel,
            years=years,
            members=members,
            seed=seed,
            threads=threads,
            quiet=False,
        )
    with progress("Advies schrijven") as advance:
        sentences = dk.write_report(
            found.outcome,
            inputs.town,
            inputs.plans[0],
            path=output,
            catalogue=inputs.catalogue,
            menu=inputs.menu,
            scenario=inputs.scenario,
            attribution=found,
            frames=verdicts,
            template=template,
            progress=advance,
        )
    print(printable("\n".join([*sentences, f"Het advies staat in {output}."])))


def _worlds(inputs: Inputs) -> "list[Scenario]":
    """The worlds a koers is held against, and the advice's own where that is another."""
    worlds = list(dk.lawful_scenarios())
    own = inputs.scenario
    return worlds if own in worlds or own.legal else [*worlds, own]


def _check(output: Path, template: Path | None) -> None:
    """Look at the name and the template before the work, so that none of it is lost."""
    kind_of(output, template=template)
    if template is not None:
        # By name: with the template come all pages, and help must not wait for those.
        import_module("draagkracht.report.office_template").check_template(template)
