"""Bounds on the world: households draw against them, so no scenario may pass them."""

from typing import Final

from draagkracht.documents.error import STEP
from draagkracht.documents.errors import Inconsistent, OutOfRange
from draagkracht.evidence.catalogue import Catalogue
from draagkracht.scenarios.scenario import Scenario

GROWTH: Final = "households.growth"
GROWTH_BOUND: Final = "bounds.growth"
SHOCK_BOUND: Final = "bounds.shock"


def check_bounds(scenario: Scenario, catalogue: Catalogue) -> None:
    """Refuse a shock above `bounds.shock`, and growth held above `bounds.growth` (1/year).

    Raises: OutOfRange for a shock; Inconsistent for growth, whose quantile is in range itself.
    """
    for number, hold in enumerate(scenario.holds, start=1):
        most = catalogue.figure(GROWTH_BOUND).central
        if hold.figure == GROWTH:
            growth = catalogue.figure(GROWTH).spread.quantile(hold.quantile)
            if growth > most:
                raise Inconsistent(
                    what=f"Bij dit kwantiel is de groei {growth:.3f} per jaar; de grens is {most}.",
                    remedy="Kies een lager kwantiel.",
                    place=f"hold {number} ({hold.figure}){STEP}quantile",
                )
    most = catalogue.figure(SHOCK_BOUND).central
    for number, shock in enumerate(scenario.shocks, start=1):
        if shock.factor > most:
            place = f"shock {number} ({shock.figure}){STEP}factor"
            raise OutOfRange(value=shock.factor, high=most, place=place)
