"""The whole country in one toekomst, in processes of their own."""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any, Final

from findings import Part, Target, spread, table
from rounds import alternate

HERE: Final = Path(__file__).parent
WAIT: Final = 900  # seconds


def bench(rounds: int) -> Part:
    """On one thread and on two."""
    part = Part("The whole country, one toekomst, 10 years")
    found = alternate({"1": lambda _: _country(1), "2": lambda _: _country(2)}, rounds)
    one = found["1"][0]
    part.say(
        f"{one['teams']} teams and {one['households']:,} households, made of the teams of "
        f"voorbeeldstad. Each is loaded, filled, lives a run-in of {one['run_in_weeks']} weeks "
        "with scalars that are known, and then the years. A team has the memory of the one "
        "before; the teams are prepared in a process of their own.",
        "",
    )
    rows = []
    for threads, runs in found.items():
        ahead, whole, memory = (
            [run[name] for run in runs] for name in ("seconds_ahead", "seconds", "megabytes")
        )
        rows.append([threads, spread(ahead), spread(whole), spread(memory)])
    heads = ("threads", "the 10 years (s)", "with loading and run-in (s)", "peak memory (MB)")
    part.say(*table(heads, rows))
    started = one["megabytes_before"]
    part.say(
        f"Of that memory {started:.0f} MB is there before the first team: Python, numba, imports.",
        "",
    )
    part.raw += table(
        ("round", *(f"{n}, {t} threads" for t in found for n in ("years (s)", "all (s)", "MB"))),
        [
            [str(k + 1)]
            + [
                f"{found[t][k][name]:.4g}"
                for t in found
                for name in ("seconds_ahead", "seconds", "megabytes")
            ]
            for k in range(rounds)
        ],
    )
    whole = "whole country, 10 years, one member, one thread"
    slowest = max(run["seconds"] for run in found["1"])
    part.targets.append(Target(f"{whole}, run-in included", slowest, 6, 2, " s", False))
    fastest = max(run["seconds_ahead"] for run in found["1"])
    part.targets.append(Target(f"{whole}, the years alone", fastest, 6, 2, " s", False))
    most = max(run["megabytes"] for run in found["1"])
    part.targets.append(Target("memory, whole country", most, 400, 220, " MB", False))
    return part


def _country(threads: int) -> dict[str, Any]:
    command: list[str | Path] = [sys.executable, HERE / "country.py", "--threads", str(threads)]
    done = subprocess.run(
        command, stdout=subprocess.PIPE, stderr=sys.stderr, check=True, timeout=WAIT
    )
    found: dict[str, Any] = json.loads(done.stdout)
    return found
