"""A country of teams, one after another in the memory of one: how long, and how much memory.

    python bench/country.py --threads 1

Every team is one of voorbeeldstad's, made as large as the teams of the country on average; each
has luck of its own. One line of JSON comes out. A process of its own, for its memory.
"""

import argparse
import json
import time
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor
from multiprocessing import get_context
from pathlib import Path
from queue import SimpleQueue
from typing import Final

import town_ours
from draagkracht.simulation.courses import RUN_IN
from scaled import with_households
from town_ours import Frame, Prepared

TEAMS: Final = 912
HOUSEHOLDS: Final = 8_300_000
YEARS: Final = 10


def main() -> None:
    """Live through all teams."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--threads", type=int, default=1)
    threads = parser.parse_args().threads
    each = round(HOUSEHOLDS / TEAMS)
    with ProcessPoolExecutor(1, get_context("spawn")) as other:  # its memory is not ours
        kinds = other.submit(prepared, each).result()
    before = _memory()
    groups = max(len(given.team.groups) for given in kinds)
    idle: SimpleQueue[Frame] = SimpleQueue()
    for _ in range(threads):
        frame = Frame(groups, kinds[0].weeks)
        frame.load(kinds[0])
        frame.live(kinds[0], 1)  # compile, if that is still to be done
        idle.put(frame)

    def live(number: int) -> tuple[float, float]:
        given, frame = kinds[number % len(kinds)], idle.get()
        clock = time.perf_counter()
        frame.load(given)
        after = frame.live(given, number)
        idle.put(frame)
        return time.perf_counter() - clock, after

    clock = time.perf_counter()
    with ThreadPoolExecutor(threads) as pool:
        found = list(pool.map(live, range(TEAMS)))
    seconds = time.perf_counter() - clock
    print(
        json.dumps(
            {
                "teams": TEAMS,
                "households": each * TEAMS,
                "years": YEARS,
                "run_in_weeks": RUN_IN,
                "threads": threads,
                "seconds": seconds,
                "seconds_ahead": seconds * sum(a for _, a in found) / sum(w for w, _ in found),
                "megabytes_before": before,
                "megabytes": _memory(),
            }
        )
    )


def prepared(households: int) -> list[Prepared]:
    """The teams of voorbeeldstad, each with so many households."""
    teams = town_ours.prepare("doorgaan_zoals_nu", YEARS)
    return [with_households(team, households) for team in teams]


def _memory() -> float:
    """The most this process ever held, in megabytes of 10^6.

    Not from getrusage: a new process inherits the peak of the one that started it.
    """
    lines = Path("/proc/self/status").read_text().splitlines()
    kilobytes = next(int(line.split()[1]) for line in lines if line.startswith("VmHWM"))
    return kilobytes * 1024 / 1e6


if __name__ == "__main__":
    main()
