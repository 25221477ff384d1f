"""Writes docs/explanation/mechanism-sizes.md: what the outcome would be without each mechanism.

Run `python docs/experiments/mechanism_sizes.py` after a change of the model; it takes minutes.
Every mechanism is switched off by itself and the run-in solved anew, so that both futures begin
from the same today; the difference is taken member by member.
"""

from pathlib import Path

import numpy as np
from trial import Move, trials

from draagkracht.engine.arrays import FloatArray
from draagkracht.model.measures import MEASURES
from draagkracht.simulation.mechanisms import MECHANISMS
from draagkracht.simulation.outcome import Outcome
from draagkracht.simulation.quantiles import error_of_median, weighted_quantile
from draagkracht.simulation.strata import BLOCK

PAGE = Path(__file__).resolve().parents[1] / "explanation" / "mechanism-sizes.md"
TOWN, YEARS, MEMBERS = "voorbeeldstad", 8, 64
CARRYING_ON = "doorgaan_zoals_nu"
# What is told of every mechanism, in year 8; of some that show elsewhere, one measure more.
TOLD = ("waiting_time", "given_up", "pressure", "vulnerable_households", "crisis_requests")
MORE = {
    "recurrence": "recurrence",
    "answers_at_once": "requests",
    "overtime": "costs",
    "crowding_out": "tasks_undone",
    "outreach": "requests",
    "helpers": "hours_balance",
    "strain_on_absence": "absence",
    "absence": "absence",
    "strain_on_leaving": "vacancies",
    "leaving": "vacancies",
    "money": "costs",
    "partners": "referrals",
    "pooling_loss": "waiting_time",
    "holding": "open_cases_per_fte",
    "quality": "recovered",
}
# Mechanisms that carrying on does not touch are shown in a koers that does.
KOERS = {
    "helpers": (Move("helpers.recruitment", "replace", 1.0),),
    "pooling_loss": (Move("organisation.pooled_share", "replace", 0.5),),
}


def main() -> None:
    """Run everything and write the page."""
    plans = {name: list(moves) for name, moves in KOERS.items()}
    usual = trials(TOWN, plans, years=YEARS, members=MEMBERS)
    lines = [
        "# What each mechanism does to the outcome",
        "<!-- Made by docs/experiments/mechanism_sizes.py; run it again after a change. -->",
        f"Town: Voorbeeldstad, {MEMBERS} toekomsten, scenario trend, carrying on, mean of year 8. "
        "Each row: the outcome without the mechanism less the outcome with it, the run-in solved "
        "anew, median over toekomsten with its error (95 %). A dash: less than its "
        "error. Helpers and pooling are shown in a koers that uses them (one recruit per 1,000 "
        "residents a year; "
        "teams that share half of their hours), since nobody does today.",
        "With everything on, year 8 has: "
        + "; ".join(f"`{name}` {_middle(usual, name):.3g} {MEASURES[name].unit}" for name in TOLD)
        + ".",
        "| off | " + " | ".join(f"`{name}`" for name in TOLD) + " | where it shows |",
        "|---" * (len(TOLD) + 2) + "|",
    ]
    for mechanism in MECHANISMS.values():
        plan = mechanism.name if mechanism.name in KOERS else CARRYING_ON
        off = trials(TOWN, plans, years=YEARS, members=MEMBERS, without=[mechanism.name])
        cells = [_change(usual, off, name, plan) for name in TOLD]
        more = MORE.get(mechanism.name)
        shows = "" if more is None else f"`{more}` {_change(usual, off, more, plan)}"
        row = [f"{mechanism.code} {mechanism.name.replace('_', ' ')}", *cells, shows]
        lines.append("| " + " | ".join(row) + " |")
        print(lines[-1], flush=True)
    heads = lines[:5]
    PAGE.write_text("\n\n".join(heads[:4]) + "\n\n" + "\n".join(lines[4:]) + "\n", "utf-8")


def _year_8(outcome: Outcome, measure: str, plan: str) -> FloatArray:
    quarters = range(4 * YEARS - 3, 4 * YEARS + 1)
    found = [outcome.by_member(measure, plan=plan, quarter=quarter) for quarter in quarters]
    return np.asarray(np.mean(found, axis=0))


def _middle(outcome: Outcome, measure: str) -> float:
    return float(weighted_quantile(_year_8(outcome, measure, CARRYING_ON), outcome.weights, 0.5))


def _change(usual: Outcome, off: Outcome, measure: str, plan: str) -> str:
    change = _year_8(off, measure, plan) - _year_8(usual, measure, plan)
    weights = np.sqrt(usual.weights * off.weights)
    middle = float(weighted_quantile(change, weights, 0.5))
    error = float(error_of_median(change, weights, BLOCK))
    return "–" if abs(middle) <= error else f"{middle:+.2g} ± {error:.2g}"


if __name__ == "__main__":
    main()
