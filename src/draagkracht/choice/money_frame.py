"""*Less money*: costs for the municipality over all years below those of carrying on."""

from collections.abc import Sequence
from dataclasses import dataclass

from draagkracht.choice.counting import Count, all_reach, counted, weakest
from draagkracht.choice.frame import FrameJudged
from draagkracht.choice.subject import Subject
from draagkracht.choice.wording import bar_words, changed, fewest
from draagkracht.simulation.estimate import Estimate
from draagkracht.simulation.outcome import Outcome


@dataclass(frozen=True)
class MoneySeen:
    """What one scenario showed of costs over the whole run."""

    cheaper: Count
    costs: Estimate | None
    referrals: Estimate | None


def see_money(outcome: Outcome, subject: Subject) -> MoneySeen:
    """Count in how many toekomsten the koers costs less than carrying on does."""
    name = subject.plan.name
    koers = outcome.by_member("costs", plan=name)
    base = outcome.by_member("costs", plan=outcome.carrying_on)
    return MoneySeen(
        cheaper=counted(outcome, koers < base),
        costs=outcome.difference("costs", plan=name),
        referrals=outcome.difference("referrals", plan=name),
    )


def judge_money(subject: Subject, seen: Sequence[MoneySeen]) -> FrameJudged:
    """Passes where it costs less in enough toekomsten of every scenario."""
    bar = subject.bars.pass_share
    if any(each.costs is None for each in seen):
        return FrameJudged(
            frame="less_money",
            verdict="onbekend",
            reason="De kosten bestaan niet in elke toekomst.",
            remedy="Kijk of elk team formatie heeft.",
        )
    counts = [each.cheaper for each in seen]
    least = weakest(counts)
    worst = next(each for each in seen if each.cheaper == least)
    fits = all_reach(counts, bar)
    middle = "" if worst.costs is None else f" In het midden zijn ze {changed(worst.costs)}."
    return FrameJudged(
        frame="less_money",
        verdict="haalt" if fits else "haalt niet",
        reason=(
            f"{fewest(counts, bar)} zijn de kosten voor de gemeente over alle jaren lager "
            f"dan bij doorgaan zoals nu. {bar_words(bar, least.of)}{middle}{_slower(worst)}"
        ),
        remedy="" if fits else "Haal kaarten weg die euro’s kosten, of die uren vragen.",
        passes=least.passes(bar),
        of=least.of,
        scenario=least.scenario,
        by_scenario={count.scenario: count.passes(bar) for count in counts},
        figure=worst.costs,
    )


def _slower(seen: MoneySeen) -> str:
    """A team that gets to fewer people also sends fewer on, and that is cheap."""
    if seen.referrals is None or not (seen.referrals.real and seen.referrals.median < 0):
        return ""
    return (
        " Let op: er gaan minder inwoners naar een partner. Dat is goedkoper, maar niet vanzelf "
        "beter: ook een team dat aan minder mensen toekomt, verwijst minder."
    )
