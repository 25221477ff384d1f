"""One koers in one scenario: its measures, their differences with carrying on, its frames."""

from dataclasses import dataclass

from draagkracht.choice.frame import FrameJudged
from draagkracht.choice.spans import Span
from draagkracht.engine.arrays import FloatArray
from draagkracht.simulation.estimate import Estimate


@dataclass(frozen=True)
class Told:
    """One measure over one span: by member, its level, and its difference with carrying on.

    Both are None where a toekomst has no value, as where nobody asked anything.
    """

    measure: str
    span: Span
    values: FloatArray  # (members,)
    level: Estimate | None
    difference: Estimate | None


@dataclass(frozen=True)
class KoersCell:
    """A koers in a scenario; `weights` say how much each toekomst counts (mean 1).

    `frames` are the eight verdicts in this scenario alone; a koers fits a frame only where it does
    so in every scenario.
    """

    koers: str
    scenario: str
    told: tuple[Told, ...]
    weights: FloatArray  # (members,)
    frames: tuple[FrameJudged, ...]

    def of(self, measure: str, span: Span = "horizon") -> Told:
        """What is told of one measure. Raises: KeyError for one that was not compared."""
        for told in self.told:
            if (told.measure, told.span) == (measure, span):
                return told
        raise KeyError(measure)

    def as_json(self) -> dict[str, object]:
        """Fields as the formats page names them; what does not exist is left out."""
        rows = [
            {**estimate.as_json(), "span": told.span}
            for told in self.told
            for estimate in (told.level, told.difference)
            if estimate is not None
        ]
        return {
            "koers": self.koers,
            "scenario": self.scenario,
            "estimates": rows,
            "frames": [frame.as_json() for frame in self.frames],
        }
