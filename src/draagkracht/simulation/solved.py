"""What a team's run-in is solved for."""

from dataclasses import dataclass
from typing import Final

LEAST_CAP: Final = 2.0  # weighted cases a fte
MOST_CAP: Final = 150.0


@dataclass(frozen=True)
class Solved:
    """The four scalars that a team's run-in is solved for."""

    becoming_vulnerable: float  # hazard, 1/year, before risk and growth
    request_scale: float  # on both request hazards
    hours_scale: float  # on the hours of every kind
    caseload_cap: float  # weighted cases a productive fte, as practised today
