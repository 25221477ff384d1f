"""Where each mechanism shows: a town, a koers if need be, and a measure that it moves.

Run as a program it writes docs/explanation/mechanisms-shown.md, in some minutes. The tests hold
every one of them to more than its error.
"""

from dataclasses import dataclass
from pathlib import Path

import numpy as np
from trial import Move, trials

from draagkracht.model.measures import MEASURES
from draagkracht.simulation.mechanisms import MECHANISMS
from draagkracht.simulation.quantiles import error_of_median, weighted_quantile
from draagkracht.simulation.strata import BLOCK

PAGE = Path(__file__).resolve().parents[1] / "explanation" / "mechanisms-shown.md"
CARRYING_ON = "doorgaan_zoals_nu"
SHOCK = (Move("team.capacity_factor", "scale", 0.6),)
RELIEF = (Move("team.capacity_factor", "scale", 1.4),)
PREVENTION = (
    Move("team.prevention_share", "replace", 0.3),
    Move("prevention.protected", "replace", 1.0),
)


@dataclass(frozen=True)
class Shown:
    """Where a mechanism shows: a measure of a town in some years, under a koers if need be."""

    mechanism: str
    measure: str
    kind: str | None = None
    koers: tuple[Move, ...] = ()
    town: str = "voorbeelddorp"
    years: int = 4


SHOWN = (
    Shown("growth", "vulnerable_households"),
    Shown("recurrence", "recurrence"),
    Shown("answers_at_once", "lead_time", "multiple"),
    Shown(
        "formal_decision",
        "waiting_time",
        "multiple",
        koers=(Move("access.decision_share", "replace", 0.9),),
        years=2,
    ),
    Shown("settling", "waiting_list", koers=SHOCK),
    Shown("escalation", "escalated", koers=SHOCK, years=6),
    Shown("harm_of_giving_up", "waiting_list", "multiple", koers=SHOCK, years=6),
    Shown("starts_for_single", "given_up", "single", town="voorbeeldstad"),
    Shown("contact_while_waiting", "waiting_time", koers=SHOCK),
    Shown("holding", "hours_balance", koers=(Move("casework.caseload_cap", "scale", 0.7),)),
    # Under a cap that binds a partner's wait hardly moves lead times (Little); its price shows.
    Shown("partners", "costs"),
    Shown("cutting_corners", "recurrence", koers=SHOCK),
    Shown("overtime", "direct_share", koers=SHOCK),
    Shown("crowding_out", "tasks_undone", koers=SHOCK),
    Shown("quality", "recovered", koers=SHOCK, town="voorbeeldstad"),
    Shown("prevention", "vulnerable_households", koers=PREVENTION, town="voorbeeldstad", years=8),
    Shown("outreach", "requests", koers=PREVENTION),
    Shown("helpers", "hours_balance", koers=(Move("helpers.recruitment", "replace", 1.0),)),
    Shown("strain_on_absence", "absence", koers=RELIEF, town="voorbeeldstad", years=8),
    Shown("absence", "absence"),
    Shown("strain_on_leaving", "departures", koers=RELIEF, town="voorbeeldstad", years=8),
    Shown("leaving", "vacancies"),
    Shown("money", "costs"),
    Shown(
        "pooling_loss", "direct_share", koers=(Move("organisation.pooled_share", "replace", 1.0),)
    ),
)


def size_of(shown: Shown) -> tuple[float, float]:
    """What the mechanism does to the measure over the horizon: median and its error (95 %)."""
    moves = {"koers": shown.koers} if shown.koers else {}
    plan = "koers" if shown.koers else CARRYING_ON
    found = []
    for without in ((), (shown.mechanism,)):
        outcome = trials(shown.town, moves, years=shown.years, members=64, without=without)
        values = outcome.by_member(shown.measure, plan=plan, kind=shown.kind)
        found.append((values, outcome.weights))
    (on, weights), (off, others) = found
    both = np.sqrt(weights * others)
    middle = float(weighted_quantile(on - off, both, 0.5))
    return middle, float(error_of_median(on - off, both, BLOCK))


def main() -> None:
    """Measure everything and write the page."""
    lines = [
        "# Where each mechanism shows",
        "<!-- Made by docs/experiments/shown.py; run it again after a change. -->",
        "For every mechanism a town and a measure that it moves by more than its error: the "
        "measure over the whole horizon with the mechanism less without it, median over 64 "
        "toekomsten ± its error, the run-in solved anew. Some need a koers that asks something of "
        "them; a mechanism "
        "that carrying on hardly touches is not therefore absent. What each does to Voorbeeldstad "
        "as it carries on stands in [sizes](mechanism-sizes.md).",
        "| mechanism | town, years | koers | measure | with less without |\n|---|---|---|---|---|",
    ]
    for shown in SHOWN:
        middle, error = size_of(shown)
        measure = MEASURES[shown.measure]
        kind = f", {shown.kind}" if shown.kind else ""
        koers = "; ".join(f"`{m.lever}` {m.operation} {m.value:g}" for m in shown.koers)
        lines[-1] += (
            f"\n| {MECHANISMS[shown.mechanism].code} {shown.mechanism.replace('_', ' ')} "
            f"| {shown.town}, {shown.years} | {koers or 'carrying on'} "
            f"| `{measure.name}`{kind} ({measure.unit}) | {middle:+.2g} ± {error:.2g} |"
        )
    PAGE.write_text("\n\n".join(lines) + "\n", "utf-8")


if __name__ == "__main__":
    main()
