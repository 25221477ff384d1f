"""Let teams live in SimPy; one line of JSON tells how long that took and what became of them.

python -m town_simpy.run GIVEN.json --seed 1 [--times 16] [--team NAME] [--together]
"""

import argparse
import json
import time
from collections.abc import Sequence
from pathlib import Path

import simpy

from town_simpy.given import QUARTER, Given, read_given
from town_simpy.team import Team
from town_simpy.town import Town

COUNTED = ("requested", "started", "closed", "settled", "given_up", "escalated", "recovered")
COUNTED += ("became_vulnerable", "recovered_alone", "referred", "answered_at_once", "to_desk")
SPENT = (
    "fte",
    "vacant",
    "absent",
    "worked",
    "pressure",
    "strain",
    "overtime",
    "prevention",
    "helpers",
)


def main() -> None:
    """Take the arguments."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("given", type=Path)
    parser.add_argument("--seed", type=int, required=True)
    parser.add_argument("--times", type=int, default=1, help="each with a seed of its own")
    parser.add_argument("--team", help="only this one")
    parser.add_argument("--together", action="store_true", help="side by side: they may lend hours")
    chosen = parser.parse_args()
    given = [team for team in read_given(chosen.given) if chosen.team in (None, team.name)]
    together = [given] if chosen.together else [[team] for team in given]
    runs = [
        {name: found for teams in together for name, found in live(teams, seed).items()}
        for seed in range(chosen.seed, chosen.seed + chosen.times)
    ]
    print(json.dumps({"engine": f"SimPy {simpy.__version__}", "runs": runs}))


def live(teams: Sequence[Given], seed: int) -> dict[str, dict[str, float]]:
    """One story of these teams; seconds are of the years after the run-in, of all together."""
    town = Town(teams, seed)
    town.live(teams[0].today)
    before = [_levels(team) for team in town.teams]
    scheduled = _scheduled(town)
    clock = time.perf_counter()
    town.live(teams[0].weeks)
    seconds = time.perf_counter() - clock
    work = {"seconds": seconds, "events": _scheduled(town) - scheduled}
    return {
        team.given.name: {**work, **_outcome(team, levels)}
        for team, levels in zip(town.teams, before, strict=True)
    }


def _scheduled(town: Town) -> int:
    """How many events SimPy has been given so far."""
    return next(town.env._eid)


def _levels(team: Team) -> dict[str, float]:
    names = ("waiting", "open", "vulnerable")
    return {name: getattr(team, name).time_spent() for name in names}


def _outcome(team: Team, before: dict[str, float]) -> dict[str, float]:
    """Everything from today on: numbers a year, and means over time."""
    weeks = team.given.weeks - team.given.today
    first, last = team.given.today // QUARTER, team.given.weeks // QUARTER
    outcome = {name: (time - before[name]) / weeks for name, time in _levels(team).items()}
    for name in COUNTED:
        events = sum(
            number
            for counts in team.account.counts[first:last]
            for (what, _), number in counts.items()
            if what == name
        )
        outcome[name] = events * 52 / weeks
    spent = {name: sum(q[name] for q in team.account.spent[first:last]) for name in SPENT}
    fte = spent.pop("fte")
    for name in ("vacant", "absent", "pressure", "strain"):
        outcome[name] = spent.pop(name) / fte
    return {**outcome, **{name: hours / weeks for name, hours in spent.items()}}


if __name__ == "__main__":
    main()
