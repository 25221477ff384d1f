"""M/M/8 with priorities and giving up: every engine's answer against theory, then the clock."""

import json
import math
import statistics
import subprocess
import sys
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any, Final

import queue_ours
from findings import Disagreement, Part, Target, spread, table
from queue_model import ARRIVALS, LOAD, PATIENCE, RATES, SERVERS, URGENT_SHARE, theory
from rounds import alternate

Run = Mapping[str, float]

HERE: Final = Path(__file__).parent
OURS, OURS_GENERAL = "Draagkracht", "Draagkracht, general way"
SIMPY, CIW, GENERAL, SPECIAL = "SimPy", "Ciw", "C++ general", "C++ specialised"
SHORT: Final = 5  # runs in a round of what takes a few hundredths of a second
MANY: Final = 200  # runs that tell how far one run is off by luck
MOST: Final = 4.0  # standard errors from theory
WAIT: Final = 300  # seconds for a peer


def bench(peers: Path, build: Path, rounds: int) -> Part:
    """Compare. Raises: Disagreement."""
    part = Part("M/M/8, two priorities, giving up")
    sd = _luck(build)
    if not queue_ours.warm():
        raise Disagreement("our quick way and our general way differ")
    engines: dict[str, Callable[[int], list[Run]]] = {
        OURS: lambda seed: [queue_ours.run(seed * SHORT + k) for k in range(SHORT)],
        OURS_GENERAL: lambda seed: [queue_ours.run_general(seed * SHORT + k) for k in range(SHORT)],
        SIMPY: lambda seed: [_peer(part, peers, "in_simpy.py", SIMPY, seed)],
        CIW: lambda seed: [_peer(part, peers, "in_ciw.py", CIW, seed)],
        GENERAL: lambda seed: _program(build / "general", seed * SHORT, SHORT),
        SPECIAL: lambda seed: _program(build / "special", seed * SHORT, SHORT),
    }
    found = alternate(engines, rounds)
    part.say(
        f"{ARRIVALS:,} arrivals at load {LOAD:g}, {URGENT_SHARE:.0%} urgent, patience of "
        f"{PATIENCE:g} mean services. An event is an arrival, a start, an end or giving up.",
        "",
    )
    _check(part, found, sd)
    speeds = {
        name: [statistics.median(map(_speed, runs)) for runs in by_round]
        for name, by_round in found.items()
    }
    _tell(part, speeds)
    return part


def _luck(build: Path) -> dict[str, float]:
    """Standard deviation of what one run finds; the programs must agree run by run."""
    general, special = (_program(build / name, 10_000, MANY) for name in ("general", "special"))
    expected = dict(theory().rows())
    for one, other in zip(general, special, strict=True):
        for name in expected:
            if not math.isclose(_answer(one)[name], _answer(other)[name], rel_tol=1e-9):
                raise Disagreement(f"the two C++ programs differ in {name} with the same luck")
    return {name: statistics.stdev(_answer(run)[name] for run in special) for name in expected}


def _check(
    part: Part, found: Mapping[str, Sequence[Sequence[Run]]], sd: Mapping[str, float]
) -> None:
    expected, rows = theory(), []
    rows.append(["theory", *(f"{value:.4f}" for _, value in expected.rows())])
    for engine, by_round in found.items():
        if engine == OURS_GENERAL:  # the same bits as the quick one
            continue
        runs = [_answer(run) for each in by_round for run in each]
        row = [engine]
        for name, value in expected.rows():
            mean = statistics.fmean(run[name] for run in runs)
            away = (mean - value) / (sd[name] / math.sqrt(len(runs)))
            row.append(f"{mean:.4f} ({away:+.1f})")
            if abs(away) > MOST:
                raise Disagreement(f"{engine}: {name} is {mean:.5f}, should be {value:.5f}")
        rows.append(row)
    heads = ("", "mean wait, urgent", "mean wait, routine", "gave up")
    part.say("Means over all rounds; in brackets how many standard errors from theory.", "")
    part.say(*table(heads, rows))


def _tell(part: Part, speeds: Mapping[str, Sequence[float]]) -> None:
    rows = []
    for engine, values in speeds.items():
        ours = [mine / other for mine, other in zip(speeds[OURS], values, strict=True)]
        rows.append([engine, spread(values), "" if engine == OURS else spread(ours)])
    part.say(*table(("", "events a second", "Draagkracht is so many times as fast"), rows))
    heads = ("round", *speeds)
    by_round = zip(*speeds.values(), strict=True)
    part.raw += table(
        heads, [[str(k), *(f"{x:.4g}" for x in row)] for k, row in enumerate(by_round, 1)]
    )
    bounds = (
        (OURS, SIMPY, 70, 250),
        (OURS, CIW, 110, 400),
        (OURS_GENERAL, GENERAL, 0.8, 0.95),
        (OURS, SPECIAL, 0.8, 0.95),
    )
    for mine, other, must, aim in bounds:
        worst = min(ours / peer for ours, peer in zip(speeds[mine], speeds[other], strict=True))
        part.targets.append(Target(f"M/M/8: {mine} against {other}", worst, must, aim, "×"))


def _speed(run: Run) -> float:
    """Events a second."""
    events = run.get("events") or run["arrivals"] + 2 * run["served"] + run["gave_up"]
    return events / run["seconds"]


def _answer(run: Run) -> dict[str, float]:
    left = run["served"] + run["gave_up"]
    return {**run, "given_up": run["gave_up"] / left}


def _peer(part: Part, python: Path, script: str, name: str, seed: int) -> Run:
    model = {"servers": SERVERS, "rates": RATES, "patience": PATIENCE, "arrivals": ARRIVALS}
    words = [json.dumps(model), str(seed)]
    found = _told([python, HERE / "queue_peers" / script, *words])
    part.versions[name] = str(found["engine"]).removeprefix(f"{name} ")
    return found


def _program(program: Path, seed: int, times: int) -> list[Run]:
    model = [SERVERS, *RATES, PATIENCE, ARRIVALS, seed, times]
    runs: list[Run] = _told([program, *map(str, model)])["runs"]
    return runs


def _told(command: Sequence[str | Path]) -> dict[str, Any]:
    done = subprocess.run(
        command, stdout=subprocess.PIPE, stderr=sys.stderr, text=True, check=True, timeout=WAIT
    )
    found: dict[str, Any] = json.loads(done.stdout)
    return found
