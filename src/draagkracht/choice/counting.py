"""In how many toekomsten of a scenario something holds, never rounded past its bar."""

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from draagkracht.simulation.outcome import Outcome

_CLOSE: Final = 1e-12  # a share that is the bar but for how computers count


@dataclass(frozen=True, slots=True)
class Count:
    """The weighted share of toekomsten of one scenario in which something holds, out of `of`."""

    scenario: str
    share: float
    of: int

    def reaches(self, bar: float) -> bool:
        """Whether the share is at least `bar`."""
        return self.share >= bar - _CLOSE

    def passes(self, bar: float) -> int:
        """The share as a number of toekomsten, on the same side of `needed` as of the bar.

        >>> Count("trend", 0.795, 64).passes(0.8), Count("trend", 0.8, 64).passes(0.8)
        (51, 52)
        """
        rounded = round(self.share * self.of)
        least = needed(bar, self.of)
        return max(rounded, least) if self.reaches(bar) else min(rounded, least - 1)


def needed(bar: float, of: int) -> int:
    """The fewest toekomsten out of `of` that make a share of `bar`.

    >>> needed(0.8, 64), needed(0.8, 40)
    (52, 32)
    """
    return math.ceil(bar * of - _CLOSE * of)


def counted(outcome: Outcome, holds: NDArray[np.bool_]) -> Count:
    """The count of the members (members,) for whom something holds."""
    return Count(outcome.scenario, outcome.share_of(holds), outcome.members)


def weakest(counts: Sequence[Count]) -> Count:
    """The count of the scenario in which fewest hold; the first of equals."""
    return min(counts, key=lambda count: count.share)


def all_reach(counts: Iterable[Count], bar: float) -> bool:
    """Whether the bar is reached in every scenario."""
    return all(count.reaches(bar) for count in counts)
