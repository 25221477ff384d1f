"""All of voorbeeldstad on two threads: a sketch, a full run, and how soon --help is there."""

import statistics
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from typing import Final

import draagkracht as dk
import town_ours
from draagkracht.simulation.courses import RUN_IN
from findings import Part, Target, spread, table
from rounds import alternate
from town_ours import Frame, Prepared

YEARS: Final = 8
THREADS: Final = 2
BLOCK: Final = 8  # toekomsten
BLOCKS: Final = 8  # of a full run
HELP: Final = "from draagkracht.cli.main import main; main()"

Standing = list[tuple[Frame, Prepared]]


def bench(rounds: int) -> Part:
    """The engine after the run-in; beside it dk.run with everything that it does."""
    part = Part(f"Voorbeeldstad, {YEARS} years, {THREADS} threads")
    teams = [
        given
        for member in range(BLOCK)
        for given in town_ours.prepare("doorgaan_zoals_nu", YEARS, member=member)
    ]
    standing = [(Frame(len(given.team.groups), given.weeks), given) for given in teams]
    for frame, given in standing:
        frame.load(given)
    town = dk.read_town("voorbeeldstad")

    def run(members: int) -> float:
        clock = time.perf_counter()
        dk.run(town, years=YEARS, members=members, threads=THREADS)
        return time.perf_counter() - clock

    found = alternate(
        {
            "engine, 8 toekomsten": lambda seed: _engine(standing, seed, 1),
            "engine, 64 toekomsten": lambda seed: _engine(standing, seed, BLOCKS),
            "dk.run, 8 toekomsten": lambda _: run(BLOCK),
            "dk.run, 64 toekomsten": lambda _: run(BLOCK * BLOCKS),
            "--help": lambda _: statistics.median(_help() for _ in range(3)),
        },
        rounds,
    )
    part.say(
        "The engine: all ten teams from today on, each from where its run-in ended. dk.run: the "
        "same with reading, solving the run-in, measures and intervals.",
        "",
    )
    milli = {name: [1000 * value for value in values] for name, values in found.items()}
    part.say(*table(("", "ms"), [[name, spread(values)] for name, values in milli.items()]))
    part.raw += table(
        ("round", *(f"{name} (ms)" for name in milli)),
        [[str(k + 1), *(f"{v[k]:.4g}" for v in milli.values())] for k in range(rounds)],
    )
    names = (("engine, 8 toekomsten", 100, 50), ("engine, 64 toekomsten", 1000, 500))
    for name, must, aim in (*names, ("--help", 300, 150)):
        part.targets.append(Target(name, max(milli[name]), must, aim, " ms", more_is_better=False))
    return part


def _engine(standing: Standing, seed: int, blocks: int) -> float:
    """Seconds from today on, of every team in so many blocks of toekomsten."""

    def to_today(place: int) -> None:
        frame, given = standing[place]
        frame.set_luck(luck + place)
        frame.span(given, 0, RUN_IN)

    def ahead(place: int) -> None:
        frame, given = standing[place]
        frame.span(given, RUN_IN, given.last)

    seconds = 0.0
    with ThreadPoolExecutor(THREADS) as pool:
        for block in range(blocks):
            luck = (seed * BLOCKS + block) * len(standing)
            list(pool.map(to_today, range(len(standing))))
            clock = time.perf_counter()
            list(pool.map(ahead, range(len(standing))))
            seconds += time.perf_counter() - clock
    return seconds


def _help() -> float:
    clock = time.perf_counter()
    command = [sys.executable, "-c", HELP, "--help"]
    subprocess.run(command, stdout=subprocess.DEVNULL, check=True)
    return time.perf_counter() - clock
