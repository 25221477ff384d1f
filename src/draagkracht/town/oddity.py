"""Something about a town that stands out: worth a look, never a reason to refuse."""

from dataclasses import dataclass
from typing import Literal

OddityCode = Literal[
    "far_from_typical",
    "contradiction",
    "does_not_add_up",
    "old",
    "in_the_future",
    "small_team",
    "wrong_municipality",
    "thousands_point",
    "unknown_source",
]


@dataclass(frozen=True, slots=True)
class Oddity:
    """What stands out, in Dutch; `place` is `town`, or the name of a team or wijk."""

    code: OddityCode
    place: str
    text: str
