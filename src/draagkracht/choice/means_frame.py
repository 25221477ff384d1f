"""*No extra means*: a gate. In every budget year no more fte, euros or hours than there are now."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from draagkracht.choice.counting import Count, all_reach, counted, weakest
from draagkracht.choice.frame import FrameJudged
from draagkracht.choice.means_limit import MeansLimit, in_every_year, passed
from draagkracht.choice.subject import Subject
from draagkracht.choice.wording import bar_words, fewest, out_of
from draagkracht.language.sentences import listed
from draagkracht.language.units import dutch_amount
from draagkracht.plans.parties import PARTIES
from draagkracht.simulation.estimate import Estimate
from draagkracht.simulation.outcome import Outcome


@dataclass(frozen=True)
class MeansSeen:
    """What one scenario showed: the koers, carrying on, and each test of the koers by itself."""

    koers: Count
    carrying_on: Count
    tests: tuple[tuple[MeansLimit, Count], ...]
    costs: Estimate | None


def see_means(outcome: Outcome, subject: Subject) -> MeansSeen:
    """Count in how many toekomsten all means suffice in every budget year."""
    name = subject.plan.name
    room = subject.bars.budget_room
    named = {row.party: row.reserve for row in subject.plan.financing if row.reserve is not None}
    tests = passed(outcome, name, subject.town, room=room, named=named)
    base = passed(outcome, outcome.carrying_on, subject.town, room=room)
    return MeansSeen(
        koers=counted(outcome, in_every_year(tests)),
        carrying_on=counted(outcome, in_every_year(base)),
        tests=tuple(
            (test, counted(outcome, np.asarray(holds.all(axis=1)))) for test, holds in tests.items()
        ),
        costs=outcome.estimate("costs", plan=name),
    )


def judge_means(subject: Subject, seen: Sequence[MeansSeen]) -> FrameJudged:
    """The verdict: passes where a share of `frames.pass_share` passes in every scenario."""
    bar = subject.bars.pass_share
    counts = [each.koers for each in seen]
    worst = next(each for each in seen if each.koers == weakest(counts))
    lawless = [card.label.nl for card in subject.cards if card.law_change]
    if lawless:
        counts = [Count(count.scenario, 0.0, count.of) for count in counts]
    fits = not lawless and all_reach(counts, bar)
    failing = [row for row in worst.tests if row[1].share < 1.0]
    failing.sort(key=lambda row: row[1].share)
    least = weakest(counts)
    reason = [
        f"{fewest(counts, bar)} is elk begrotingsjaar genoeg wat er nu is. "
        f"{bar_words(bar, least.of)}"
    ]
    if lawless:
        reason.append(f"Eerst moet een wet veranderen voor: {listed(lawless)}.")
    short = failing[0][1].of - failing[0][1].passes(bar) if failing else 0
    if short:
        test = failing[0][0]
        reason.append(f"Wat het vaakst niet past: {test.words} (in {short} toekomsten).")
    reason += [*_assumed(subject, worst), *_no_reserve(subject), _carrying_on(seen, bar)]
    return FrameJudged(
        frame="no_extra_means",
        verdict="haalt" if fits else "haalt niet",
        reason=" ".join(reason),
        remedy="" if fits else _remedy(worst, lawless, bar),
        passes=least.passes(bar),
        of=least.of,
        scenario=least.scenario,
        by_scenario={count.scenario: count.passes(bar) for count in counts},
        figure=worst.costs,
    )


def _assumed(subject: Subject, worst: MeansSeen) -> list[str]:
    """Which budgets the town did not give."""
    without = [
        PARTIES[test.party]
        for test, _ in worst.tests
        if test.sort == "structural"
        and test.party is not None
        and subject.town.budget_of(test.party) is None
    ]
    if not without:
        return []
    return [
        f"Het budget van nu ({listed(without)}) staat niet in het gemeentebestand. Wij nemen aan: "
        "wat doorgaan zoals nu in het eerste jaar kost, met alle plekken gevuld, en "
        f"{dutch_amount(subject.bars.budget_room, 'share')} ruimte voor toeval."
    ]


def _no_reserve(subject: Subject) -> list[str]:
    """Reserves that the koers counts on and the town does not have."""
    known = {(row.party, row.name) for row in subject.town.reserves}
    absent = [
        f"‘{row.reserve}’ ({PARTIES[row.party]})"
        for row in subject.plan.financing
        if row.reserve is not None and (row.party, row.reserve) not in known
    ]
    if not absent:
        return []
    return [
        f"De koers rekent op een reserve die niet in het gemeentebestand staat: {listed(absent)}."
    ]


def _carrying_on(seen: Sequence[MeansSeen], bar: float) -> str:
    """The second line: how carrying on does. It is no part of the test."""
    counts = [each.carrying_on for each in seen]
    worst = weakest(counts)
    if all_reach(counts, bar):
        return f"Doorgaan zoals nu haalt dit kader {out_of(worst, bar)}."
    return (
        f"Doorgaan zoals nu haalt dit kader {out_of(worst, bar)}: zonder koers is er dus ook niet "
        "genoeg."
    )


def _remedy(worst: MeansSeen, lawless: Sequence[str], bar: float) -> str:
    """One sentence for the law, and one for each test that fails too often."""
    found = [f"Haal deze kaarten weg: {listed(lawless)}."] if lawless else []
    failing = [test.remedy for test, count in worst.tests if not count.reaches(bar)]
    together = [test.remedy for test, count in worst.tests if count.share < 1.0]
    return " ".join(dict.fromkeys([*found, *(failing or together)]))
