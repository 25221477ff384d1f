"""Goals and verdicts of our choosing, in the shapes in which `choice` gives them."""

from dataclasses import dataclass

from draagkracht.choice.frame import FRAME_NAMES, FrameJudged
from draagkracht.documents.document import Wording
from report.outcomes import estimate


@dataclass(frozen=True)
class Wanted:
    measure: str
    direction: str
    bound: float
    why: Wording


@dataclass(frozen=True)
class Reached:
    goal: Wanted
    year: int
    carrying_on: int | None
    koers: int | None
    of: int = 16


GOALS = (
    Reached(Wanted("waiting_time", "lower", 6.0, Wording(nl="Wie hulp vraagt, wacht.")), 2, 3, 11),
    Reached(Wanted("vulnerable_households", "lower", 0.12, Wording(nl="Meer rust.")), 2, 0, None),
)


def judged_frame(name: str) -> FrameJudged:
    """Every verdict once or more, counted and not."""
    if name == "no_extra_means":
        return FrameJudged(
            frame="no_extra_means",
            verdict="haalt niet",
            reason="In het tweede jaar is het budget te klein.",
            remedy="Begin een jaar later.",
            passes=9,
            of=16,
            scenario="bezuiniging",
            by_scenario={"trend": 14, "bezuiniging": 9},
            figure=estimate("pressure", median=1.234, low=0.9, high=1.5),
        )
    if name == "less_pressure":
        return FrameJudged("less_pressure", "haalt", "De werkdruk daalt.", "", 15, 16, "trend")
    if name == "innovative":
        return FrameJudged("innovative", "door mensen te beoordelen", "Geen cijfer.", "Vraag het.")
    return FrameJudged(name, "onbekend", "Dit is nog niet getoetst.", "Lees de wettekst.")


FRAMES = tuple(judged_frame(name) for name in FRAME_NAMES)
