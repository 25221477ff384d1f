"""Moves at a table: a session of voorbeeldstad, on two threads, after its run-ins are solved."""

import time
from collections.abc import Sequence
from typing import Final

import draagkracht as dk
from draagkracht.plans.plan import Plan
from findings import Part, Target, spread, table
from rounds import alternate

YEARS: Final = 8
MEMBERS: Final = 64
THREADS: Final = 2
BLOCK: Final = 8
ALL: Final = "all ten teams, 64 toekomsten"
ONE: Final = "one team, 64 toekomsten"
SKETCH: Final = "all ten teams, sketch of 8"


def bench(rounds: int) -> Part:
    """Moves with everything that they do: futures, measures, intervals left to who asks."""
    part = Part(f"A session of voorbeeldstad, {YEARS} years, {THREADS} threads")
    town = dk.read_town("voorbeeldstad")
    koers = dk.read_plan("twee_sporen")
    teams = [team.name for team in town.teams]
    with dk.open_session(town, years=YEARS, members=MEMBERS, threads=THREADS) as session:
        session.run(koers)
        part.say(f"Memory kept for {MEMBERS} toekomsten: {session.nbytes / 1e6:.0f} MB.", "")

        def moved(strength: float, members: int, on: Sequence[str] | None = None) -> float:
            clock = time.perf_counter()
            session.run(_move(koers, strength, on), members=members)
            return time.perf_counter() - clock

        # A strength that was never asked before: nothing can be taken from an earlier answer.
        found = alternate(
            {
                ALL: lambda seed: moved(0.2 + 0.01 * seed, MEMBERS),
                ONE: lambda seed: moved(0.4 + 0.01 * seed, MEMBERS, teams[:1]),
                SKETCH: lambda seed: moved(0.6 + 0.01 * seed, BLOCK),
                "one team, sketch of 8": lambda seed: moved(0.8 + 0.01 * seed, BLOCK, teams[:1]),
            },
            rounds,
        )
    milli = {name: [1000 * value for value in values] for name, values in found.items()}
    part.say(*table(("move on", "ms"), [[name, spread(values)] for name, values in milli.items()]))
    ratios = [one / whole for one, whole in zip(found[ONE], found[ALL], strict=True)]
    part.say(f"One team over all teams, in pairs: {spread(ratios)}.", "")
    part.raw += table(
        ("round", *(f"{name} (ms)" for name in milli)),
        [[str(k + 1), *(f"{v[k]:.4g}" for v in milli.values())] for k in range(rounds)],
    )
    for name, worst, must, aim, unit in (
        ("session, 64 toekomsten, all teams", max(milli[ALL]), 1000, 500, " ms"),
        ("a move on one of ten teams over one on all", max(ratios), 0.25, 0.125, "×"),
    ):
        part.targets.append(Target(name, worst, must, aim, unit, more_is_better=False))
    return part


def _move(koers: Plan, strength: float, teams: Sequence[str] | None) -> Plan:
    """The cards of the koers at this strength, on these teams or on all."""
    laid = {"intensity": strength, "teams": None if teams is None else tuple(teams)}
    return koers.model_copy(
        update={"cards": tuple(card.model_copy(update=laid) for card in koers.cards)}
    )
