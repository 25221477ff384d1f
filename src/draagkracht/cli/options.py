"""The arguments and options that the commands that calculate share, each explained once."""

import os
from pathlib import Path
from typing import Annotated, Final

import typer

# As the run itself takes them; tests compare. Its module is too slow to load for a help page.
MOST_YEARS: Final = 60
LEAST_MEMBERS: Final = 8
MOST_MEMBERS: Final = 4096
MOST_THREADS: Final = 64

TownArgument = Annotated[
    str,
    typer.Argument(
        metavar="GEMEENTE", help="Gemeentebestand (TOML), of: voorbeeldstad, voorbeelddorp."
    ),
]
ScenarioOption = Annotated[
    list[str] | None,
    typer.Option(
        metavar="SCENARIO",
        help="Naam (zie draagkracht scenario list) of bestand; meer dan één mag. Standaard: trend.",
    ),
]
YearsOption = Annotated[
    int, typer.Option(metavar="GETAL", min=1, max=MOST_YEARS, help="Jaren vooruit.")
]
MembersOption = Annotated[
    int,
    typer.Option(
        metavar="GETAL",
        min=LEAST_MEMBERS,
        max=MOST_MEMBERS,
        help="Toekomsten: een veelvoud van 8.",
    ),
]
SeedOption = Annotated[
    int, typer.Option(metavar="GETAL", min=0, help="Ander getal, andere toekomsten.")
]
ThreadsOption = Annotated[
    int | None,
    typer.Option(
        metavar="GETAL",
        min=1,
        max=MOST_THREADS,
        help="Rekenkernen; de uitkomst hangt er niet van af. Standaard: alle.",
    ),
]
WithoutOption = Annotated[
    list[str] | None,
    typer.Option(
        "--without",
        metavar="MECHANISME",
        help="Rekent zonder dit deel van het model (zie draagkracht mechanism list); mag vaker.",
    ),
]
CardsOption = Annotated[
    Path | None,
    typer.Option(
        "--cards",
        metavar="MAP",
        help="Map met eigen kaarten, die naast die van het menu komen te liggen.",
    ),
]
JsonOption = Annotated[bool, typer.Option("--json", help="Geeft de uitkomst als JSON.")]
ParquetOption = Annotated[
    Path | None,
    typer.Option(
        "-o",
        "--output",
        metavar="BESTAND",
        help="Schrijft alle waarden van alle toekomsten ook als parquet.",
    ),
]


def cores() -> int:
    """Cores that this process may use."""
    count = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count()
    return min(count or 1, MOST_THREADS)
