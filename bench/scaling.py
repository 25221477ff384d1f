"""What twice as much costs: twice the households of a team, the years, the toekomsten."""

import math
import statistics
import time
from collections.abc import Callable, Mapping
from typing import Final

import draagkracht as dk
import town_ours
from findings import Part, Target, spread, table
from rounds import alternate
from scaled import with_households, with_years_alike
from town_ours import Frame, Prepared

TEAM: Final = "oost"
SIZES: Final = (1, 2, 4)
YEARS: Final = 8
MEMBERS: Final = 16
STORIES: Final = 8


def bench(rounds: int) -> Part:
    """Measure, in rounds in which the sizes take turns."""
    part = Part("What twice as much costs")
    part.say(
        f"Households and years: one story of team {TEAM} in the kernel, the run-in left out, "
        f"{YEARS} years at size 1. Toekomsten: dk.run of voorbeeldstad on one thread, "
        f"{MEMBERS} at size 1, everything included. The exponent is that of size in seconds.",
        "",
    )
    (one,) = town_ours.prepare("doorgaan_zoals_nu", YEARS, [TEAM])
    rows = []
    for what, sizes in _all_sizes(one).items():
        found = alternate(sizes, rounds)
        seconds = {int(name): values for name, values in found.items()}
        exponents = [_exponent({k: v[r] for k, v in seconds.items()}) for r in range(rounds)]
        twice = [seconds[4][r] / seconds[2][r] for r in range(rounds)]
        milli = [f"{1000 * statistics.median(seconds[size]):.4g}" for size in SIZES]
        rows.append([what, *milli, spread(exponents), spread(twice)])
        part.raw += [f"{what} (ms)", ""]
        part.raw += table(
            ("round", *(f"size {size}" for size in SIZES)),
            [[str(r + 1), *(f"{1000 * seconds[s][r]:.4g}" for s in SIZES)] for r in range(rounds)],
        )
        if "growth" not in what:
            doubled = statistics.median(twice)
            part.targets.append(
                Target(f"twice the {what}, median", doubled, 2.1, 2.0, "×", more_is_better=False)
            )
    heads = ("", *(f"size {size} (ms)" for size in SIZES), "exponent", "4 over 2")
    part.say(*table(heads, rows))
    return part


Sizes = Mapping[str, Callable[[int], float]]


def _all_sizes(one: Prepared) -> dict[str, Sizes]:
    alike = {}
    growing = {}
    for size in SIZES:
        (longer,) = town_ours.prepare("doorgaan_zoals_nu", YEARS * size, [TEAM])
        growing[str(size)] = _timed(longer)
        alike[str(size)] = _timed(with_years_alike(longer))
    households = {
        str(size): _timed(with_households(one, one.team.households * size)) for size in SIZES
    }
    town = dk.read_town("voorbeeldstad")

    def timed_run(size: int) -> Callable[[int], float]:
        def run(_: int) -> float:
            clock = time.perf_counter()
            dk.run(town, years=YEARS, members=MEMBERS * size, threads=1)
            return time.perf_counter() - clock

        return run

    members = {str(size): timed_run(size) for size in SIZES}
    return {
        "households": households,
        "years": alike,
        "years, with the growth of the scenario": growing,
        "toekomsten": members,
    }


def _timed(given: Prepared) -> Callable[[int], float]:
    """Seconds of a story: the median of some."""
    frame = Frame(len(given.team.groups), given.weeks)
    frame.load(given)

    def run(seed: int) -> float:
        return statistics.median(frame.live(given, 100 * seed + k) for k in range(STORIES))

    return run


def _exponent(seconds: Mapping[int, float]) -> float:
    """Slope of log seconds on log size, by least squares."""
    x = [math.log(size) for size in seconds]
    y = [math.log(value) for value in seconds.values()]
    return statistics.linear_regression(x, y).slope
