"""*Less pressure* and *future-proof*: pressure beside carrying on, and room to change."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np

from draagkracht.choice.change_hours import ChangeHours, most_change
from draagkracht.choice.counting import Count, all_reach, counted, weakest
from draagkracht.choice.frame import FrameJudged, FrameName
from draagkracht.choice.spans import estimated
from draagkracht.choice.subject import Subject
from draagkracht.choice.wording import bar_words, changed, fewest
from draagkracht.engine.arrays import FloatArray
from draagkracht.language.units import dutch_amount
from draagkracht.simulation.estimate import Estimate
from draagkracht.simulation.outcome import Outcome

_A_YEAR: Final = 4  # quarters


@dataclass(frozen=True)
class PressureSeen:
    """What one scenario showed: over all years, and of pressure in the last."""

    both_lower: Count
    lower_at_end: Count
    pressure: Estimate | None
    strain: Estimate | None
    pressure_at_end: Estimate | None
    quarters: int


def see_pressure(outcome: Outcome, subject: Subject) -> PressureSeen:
    """Count where pressure and strain are lower than under carrying on in the same toekomst."""
    name = subject.plan.name

    def difference(measure: str, quarter: int | None = None) -> FloatArray:
        koers = outcome.by_member(measure, plan=name, quarter=quarter)
        return koers - outcome.by_member(measure, plan=outcome.carrying_on, quarter=quarter)

    last = range(outcome.quarters - _A_YEAR + 1, outcome.quarters + 1)
    at_end = np.mean([difference("pressure", quarter) for quarter in last], axis=0)
    lower = (difference("pressure") < 0) & (difference("strain") < 0)
    return PressureSeen(
        both_lower=counted(outcome, lower),
        lower_at_end=counted(outcome, at_end < 0),
        pressure=outcome.difference("pressure", plan=name),
        strain=outcome.difference("strain", plan=name),
        pressure_at_end=estimated(
            at_end, outcome.weights, measure="pressure", plan=name, difference=True
        ),
        quarters=outcome.quarters,
    )


def judge_pressure(subject: Subject, seen: Sequence[PressureSeen]) -> FrameJudged:
    """Passes where both are lower in enough toekomsten of every scenario."""
    bar = subject.bars.pass_share
    counts = [each.both_lower for each in seen]
    least = weakest(counts)
    worst = next(each for each in seen if each.both_lower == least)
    if any(each.pressure is None or each.strain is None for each in seen):
        return _untold("less_pressure")
    fits = all_reach(counts, bar)
    reason = (
        f"{fewest(counts, bar)} zijn werkdruk en spanning over alle jaren allebei lager "
        f"dan bij doorgaan zoals nu. {bar_words(bar, least.of)}{_middle(worst)}"
    )
    remedy = (
        "Kies kaarten die meer uren teruggeven dan zij vragen, of haal een kaart weg die de "
        "druk verhoogt."
    )
    return FrameJudged(
        frame="less_pressure",
        verdict="haalt" if fits else "haalt niet",
        reason=reason,
        remedy="" if fits else remedy,
        passes=least.passes(bar),
        of=least.of,
        scenario=least.scenario,
        by_scenario={count.scenario: count.passes(bar) for count in counts},
        figure=worst.pressure,
    )


def judge_future(subject: Subject, seen: Sequence[PressureSeen]) -> FrameJudged:
    """Passes where pressure is still lower in the last year, and teams can take the change."""
    bar, room = subject.bars.pass_share, subject.bars.change_room
    counts = [each.lower_at_end for each in seen]
    least = weakest(counts)
    worst = next(each for each in seen if each.lower_at_end == least)
    if any(each.pressure_at_end is None for each in seen):
        return _untold("future_proof")
    change = most_change(subject, quarters=worst.quarters)
    lasts, can = all_reach(counts, bar), change.hours <= room
    reason = (
        f"{fewest(counts, bar)} is de werkdruk in het laatste jaar nog lager dan bij "
        f"doorgaan zoals nu. {bar_words(bar, least.of)} {_change(change, room)}"
    )
    remedy = [] if lasts else ["Voeg iets toe dat ook na jaren nog uren scheelt."]
    if not can:
        remedy.append("Laat kaarten na elkaar beginnen, of niet in elk team tegelijk.")
    return FrameJudged(
        frame="future_proof",
        verdict="haalt" if lasts and can else "haalt niet",
        reason=reason,
        remedy=" ".join(remedy),
        passes=least.passes(bar),
        of=least.of,
        scenario=least.scenario,
        by_scenario={count.scenario: count.passes(bar) for count in counts},
        figure=worst.pressure_at_end,
    )


def _middle(worst: PressureSeen) -> str:
    if worst.pressure is None or worst.strain is None:
        return ""
    return (
        f" In de middelste toekomst is de werkdruk {changed(worst.pressure)} en de spanning "
        f"{changed(worst.strain)}."
    )


def _change(change: ChangeHours, room: float) -> str:
    """What beginning with the cards asks, beside what a team can take."""
    bound = f"Een team kan {dutch_amount(room, 'hour/fte')} aan (een aanname)."
    if change.hours == 0:
        return "Om te beginnen vragen de kaarten geen eenmalige uren van de teams."
    asked = dutch_amount(change.hours, "hour/fte")
    return f"Beginnen vraagt in het drukste kwartaal {asked} ({change.team}). {bound}"


def _untold(frame: FrameName) -> FrameJudged:
    return FrameJudged(
        frame=frame,
        verdict="onbekend",
        reason="De werkdruk of de spanning bestaat niet in elke toekomst.",
        remedy="Kijk of elk team formatie heeft.",
    )
