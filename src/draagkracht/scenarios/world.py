"""The figures that the world decides on: the only ones a scenario may hold or shock.

A lever that parties decide on is never among them: what a town does is a koers.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final


@dataclass(frozen=True, slots=True)
class WorldFigure:
    """What a scenario may do with one figure of the world.

    A figure that is solved per toekomst cannot be held, since the run-in decides on it.
    """

    label_nl: str
    can_be_held: bool
    can_be_shocked: bool


WORLD: Final[Mapping[str, WorldFigure]] = MappingProxyType(
    {
        "households.growth": WorldFigure(
            "Groei van de kans om kwetsbaar te worden", can_be_held=True, can_be_shocked=False
        ),
        "households.becoming_vulnerable": WorldFigure(
            "Kans om kwetsbaar te worden", can_be_held=False, can_be_shocked=True
        ),
        "labour.vacancy_factor": WorldFigure(
            "Vacatures ten opzichte van nu", can_be_held=True, can_be_shocked=True
        ),
    }
)

HOLDABLE: Final = tuple(name for name, figure in WORLD.items() if figure.can_be_held)
SHOCKABLE: Final = tuple(name for name, figure in WORLD.items() if figure.can_be_shocked)
