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

    A figure that is solved per toekomst cannot be held, since the run-in decides on it. One that
    is 1 until a shock comes has nothing to hold. A figure that `needs_law` acts only where a
    scenario holds it: everywhere else it is 1.
    """

    label_nl: str
    can_be_held: bool = True
    can_be_shocked: bool = True
    needs_law: bool = False


WORLD: Final[Mapping[str, WorldFigure]] = MappingProxyType(
    {
        "households.growth": WorldFigure(
            "Groei van de kans om kwetsbaar te worden", can_be_shocked=False
        ),
        "households.becoming_vulnerable": WorldFigure(
            "Kans om kwetsbaar te worden", can_be_held=False
        ),
        "labour.vacancy_factor": WorldFigure(
            "Tijd om een vacature te vervullen ten opzichte van nu"
        ),
        "labour.departure_factor": WorldFigure("Vertrek van medewerkers ten opzichte van nu"),
        "partners.wait_factor": WorldFigure("Wachttijd bij partners ten opzichte van nu"),
        "informal.factor": WorldFigure("Hulp uit eigen netwerken ten opzichte van nu"),
        "formation.factor": WorldFigure("Formatie ten opzichte van nu", can_be_held=False),
        "law.holding_factor": WorldFigure(
            "Uren om een zaak open te houden bij ruimere gegevensdeling",
            can_be_shocked=False,
            needs_law=True,
        ),
    }
)

HOLDABLE: Final = tuple(name for name, figure in WORLD.items() if figure.can_be_held)
SHOCKABLE: Final = tuple(name for name, figure in WORLD.items() if figure.can_be_shocked)

LEGAL_NL: Final = (
    "Dit scenario vraagt een wijziging van de wet. Hoe groot het effect is, is een aanname."
)
