"""Which warnings a run earns."""

from typing import Final

from draagkracht.simulation.futures import BLOCK
from draagkracht.simulation.outcome import Outcome
from draagkracht.simulation.warning import Warned

# About one in seven goes astray by the luck of a single team alone; more than this is a sign.
MANY_ASTRAY: Final = 0.25


def warnings_of(outcome: Outcome) -> tuple[Warned, ...]:
    """Everything of a run that a reader must know besides its numbers."""
    found = []
    fits = [fit for member in outcome.fits for fit in member]
    astray = sum(not fit.fits for fit in fits)
    if astray > MANY_ASTRAY * len(fits):
        found.append(
            Warned(
                "run_in_astray",
                f"In {100 * astray / len(fits):.0f} % van de aanlopen (een team in een toekomst) "
                "komt het model niet goed uit op wat er nu is. Bij kleine teams is dat toeval; "
                "anders spreken de cijfers van de gemeente elkaar tegen, of liggen ze ver van "
                "wat het model kent.",
            )
        )
    if outcome.effective_members < outcome.members / 4:
        found.append(
            Warned(
                "few_plausible",
                f"Weinig toekomsten tellen mee: {outcome.members} zijn samen zoveel waard als "
                f"{outcome.effective_members:.0f} die even aannemelijk zijn. Reken met meer.",
            )
        )
    if outcome.members == BLOCK:
        found.append(
            Warned("one_block", "Acht toekomsten zijn een schets: de rekenfout is niet bekend.")
        )
    missing = sum(outcome.missing(plan) for plan in outcome.plans)
    if missing:
        found.append(
            Warned(
                "left_out",
                f"{missing} uitkomsten bestaan niet (te weinig vragen in een kwartaal of plaats) "
                "en zijn weggelaten.",
            )
        )
    return tuple(found)
