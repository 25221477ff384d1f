"""Holding a koers against the frames for a command: told how far it is, refused in own files."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

import draagkracht as dk
from draagkracht.cli.inputs import Inputs
from draagkracht.cli.options import cores
from draagkracht.cli.progress import progress
from draagkracht.cli.simulation import PREPARING, in_files
from draagkracht.documents.errors import DraagkrachtError

if TYPE_CHECKING:
    from draagkracht import Frames, Judgement, Plan, Scenario

JudgementOption = Annotated[
    Path | None,
    typer.Option("--oordeel", metavar="BESTAND", help="Wat mensen van de koers vinden (TOML)."),
]


def read_own_judgement(path: Path, koers: "Plan") -> "Judgement":
    """What people said, of this koers. Raises: a `DraagkrachtError` with the file."""
    judgement = dk.read_judgement(path)
    try:
        judgement.check_plan(koers.name)
    except DraagkrachtError as error:
        raise error.in_file(str(path)) from None
    return judgement


def judged(
    inputs: Inputs,
    *,
    worlds: "Sequence[Scenario] | None",
    judgement: "Judgement | None",
    judgement_file: Path | None,
    years: int,
    members: int,
    seed: int,
    threads: int | None,
    quiet: bool,
) -> "Frames":
    """The verdicts on the one koers there is; on screen how far it is, unless `quiet`.

    Raises: what `draagkracht.judge_frames` raises, with the file where it stands.
    """
    with progress("Toetsen", preparing=PREPARING, quiet=quiet) as advance, in_files(inputs):
        try:
            return dk.judge_frames(
                inputs.town,
                inputs.plans[0],
                scenarios=worlds,
                years=years,
                members=members,
                seed=seed,
                threads=cores() if threads is None else threads,
                catalogue=inputs.catalogue,
                menu=inputs.menu,
                judgement=judgement,
                progress=advance,
            )
        except DraagkrachtError as error:
            if judgement_file is not None and error.place == "judgement":
                raise error.in_file(str(judgement_file)) from None
            raise
