"""A koers beside carrying on, measure by measure: what differs, how sure, which way."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final, Literal

import numpy as np

from draagkracht.model.measures import MEASURES
from draagkracht.report.amount import Amount, out_of
from draagkracht.report.measure_words import MEASURE_WORDS, MeasureWords
from draagkracht.simulation.estimate import Estimate
from draagkracht.simulation.outcome import Outcome

Verdict = Literal["better", "worse", "more", "less", "indistinct", "same"]

VERDICT_WORDS: Final[Mapping[Verdict, str]] = MappingProxyType(
    {
        "better": "beter",
        "worse": "slechter",
        "indistinct": "niet te onderscheiden",
        "same": "gelijk",
    }
)

# What says the same as another measure, and would count twice.
MIRRORED: Final = ("euro_balance",)
# What the conclusion is about. Waiting never stands without giving up.
HEADLINE: Final = ("waiting_time", "given_up", "pressure", "vulnerable_households")


@dataclass(frozen=True, slots=True)
class Comparison:
    """One measure at one place: carrying on, and what the koers changes.

    `same` when it changes nothing in any toekomst; `indistinct` when the difference is not beyond
    its rekenfout; `more` and `less` where neither is good or bad in itself. `along` counts the
    toekomsten in which the difference has the sign of its median, `better` those in which the
    koers is better (None where that is not counted: by kind of request).
    """

    words: MeasureWords
    base: Estimate
    difference: Estimate
    verdict: Verdict
    better: Amount | None
    along: Amount

    @property
    def short(self) -> str:
        """The count along, where the toekomsten were named just before: "58 van de 64"."""
        return " ".join(str(self.along).split()[:4])

    @property
    def real(self) -> bool:
        """Whether there is a difference beyond its rekenfout."""
        return self.verdict not in ("indistinct", "same")

    @property
    def verdict_words(self) -> str:
        """The verdict in Dutch; where nothing is better, what more and less are called."""
        own = {"more": self.words.more, "less": self.words.less}
        return own[self.verdict] if self.verdict in own else VERDICT_WORDS[self.verdict]


def compared(
    outcome: Outcome, measure: str, *, plan: str, place: str = "town", kind: str | None = None
) -> Comparison | None:
    """A measure over the whole horizon, compared; None when it does not exist there."""
    base = outcome.estimate(measure, plan=outcome.carrying_on, place=place, kind=kind)
    difference = outcome.difference(measure, plan=plan, place=place, kind=kind)
    if base is None or difference is None:
        return None
    values = outcome.by_member(measure, plan=plan, place=place, kind=kind)
    values = values - outcome.by_member(measure, plan=outcome.carrying_on, place=place, kind=kind)
    along = np.sign(values) == np.sign(difference.median)
    share = float(outcome.weights[along].sum() / outcome.weights.sum())
    better = None
    if kind is None and MEASURES[measure].better is not None:
        count = outcome.count_better(measure, plan=plan, place=place)
        better = out_of(count, outcome.members)
    return Comparison(
        words=MEASURE_WORDS[measure],
        base=base,
        difference=difference,
        verdict=_verdict(difference, nothing=not np.any(values)),
        better=better,
        along=out_of(round(share * outcome.members), outcome.members),
    )


def all_compared(outcome: Outcome, *, plan: str) -> tuple[Comparison, ...]:
    """Every measure of the town that exists, in the order in which pages tell them.

    Less what only mirrors another: costs stand here, and not the euros they save as well.
    """
    assert set(MEASURE_WORDS) == set(MEASURES)
    told = (measure for measure in MEASURE_WORDS if measure not in MIRRORED)
    found = (compared(outcome, measure, plan=plan) for measure in told)
    return tuple(row for row in found if row is not None)


def _verdict(difference: Estimate, *, nothing: bool) -> Verdict:
    if nothing:
        return "same"
    if not difference.real:
        return "indistinct"
    wanted = MEASURES[difference.measure].better
    up = difference.median > 0
    if wanted is None:
        return "more" if up else "less"
    return "better" if up == (wanted == "higher") else "worse"
