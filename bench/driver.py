"""Measure Draagkracht beside others, check that all tell the same story, and write it down."""

import argparse
import sys
from datetime import date
from pathlib import Path
from typing import Final

import country_bench
import findings
import machine
import queue_bench
import scaling
import session_bench
import town_bench
import whole_bench
from findings import Disagreement, Part

PARTS: Final = ("whole", "session", "queue", "town", "scaling", "country")
HERE: Final = Path(__file__).parent


def main() -> int:
    """What is asked for, and how often."""
    parser = argparse.ArgumentParser(prog="script/bench", description=__doc__)
    parser.add_argument("--rounds", type=int, default=5, help="of each part (5)")
    parser.add_argument("--only", choices=PARTS, action="append", help="a part; may be repeated")
    parser.add_argument("--date", default=date.today().isoformat(), help="that the page will name")
    parser.add_argument("-o", "--output", type=Path, help="default: RESULTS.md, when all is run")
    parser.add_argument("--peers", type=Path, required=True, help=argparse.SUPPRESS)
    parser.add_argument("--build", type=Path, required=True, help=argparse.SUPPRESS)
    asked = parser.parse_args()
    parts, output = asked.only or PARTS, asked.output
    if output is None and asked.only is None:
        output = HERE / "RESULTS.md"
    facts = machine.facts()
    done: list[Part] = []
    try:
        for name in parts:
            print(f"\n{name}", flush=True)
            done.append(_bench(name, asked.peers, asked.build, asked.rounds))
    except Disagreement as difference:
        print(f"No ratio is shown: {difference}.", file=sys.stderr)
        return 1
    print(*findings.verdicts(done), sep="\n")
    if output is not None:
        findings.write(output, asked.date, facts, done)
        print(f"Written: {output}")
    return 0


def _bench(name: str, peers: Path, build: Path, rounds: int) -> Part:
    if name == "whole":
        return whole_bench.bench(rounds)
    if name == "session":
        return session_bench.bench(rounds)
    if name == "queue":
        return queue_bench.bench(peers, build, rounds)
    if name == "town":
        return town_bench.bench(peers, rounds)
    if name == "scaling":
        return scaling.bench(rounds)
    return country_bench.bench(rounds)


if __name__ == "__main__":
    sys.exit(main())
