"""What a koers must reach to fit a frame: four figures, printed beside every verdict."""

from dataclasses import dataclass
from typing import Final

from draagkracht.evidence.catalogue import Catalogue

NEEDED_SHARE: Final = "frames.pass_share"
INNOVATIVE_ADOPTION: Final = "frames.innovative_adoption"
CHANGE_ROOM: Final = "team.change_room"
BUDGET_ROOM: Final = "frames.budget_room"
# The figures that only the frames read.
FRAME_FIGURES: Final = frozenset({NEEDED_SHARE, INNOVATIVE_ADOPTION, CHANGE_ROOM, BUDGET_ROOM})


@dataclass(frozen=True, slots=True)
class Bars:
    """Shares of toekomsten and of municipalities (0–1); hours of change for a fte in a quarter.

    `budget_room` is the share by which a year may go over a budget that is only assumed.
    """

    pass_share: float
    innovative_adoption: float
    change_room: float
    budget_room: float


def read_bars(catalogue: Catalogue) -> Bars:
    """The bars as the catalogue has them: the middle of each figure. Raises: UnknownName.

    >>> from draagkracht.evidence.catalogue import read_catalogue
    >>> read_bars(read_catalogue()).pass_share
    0.8
    """
    return Bars(
        pass_share=catalogue.figure(NEEDED_SHARE).central,
        innovative_adoption=catalogue.figure(INNOVATIVE_ADOPTION).central,
        change_room=catalogue.figure(CHANGE_ROOM).central,
        budget_room=catalogue.figure(BUDGET_ROOM).central,
    )
