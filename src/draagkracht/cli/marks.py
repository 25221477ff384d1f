"""What every answer says of itself before any number."""

from typing import TYPE_CHECKING, Final

import draagkracht as dk
from draagkracht.simulation.warning import Warned

if TYPE_CHECKING:
    from draagkracht.choice.frames import Frames
    from draagkracht.choice.koers_table import KoersTable
    from draagkracht.cli.inputs import Inputs
    from draagkracht.simulation.outcome import Outcome

_EXAMPLE: Final = Warned(
    "worked_example",
    "Rekenvoorbeeld: niet alle vijf cijfers (inwoners, fte, vragen, open zaken, wachtlijst) zijn "
    "van deze gemeente zelf. De uitkomst is geen oordeel over haar.",
)
_UNTESTED: Final = Warned(
    "not_tested",
    "Nog niet getoetst: de uitkomsten van dit model zijn nog niet vergeleken met "
    "wat er gemeten is.",
)


def ceilings(outcome: "Outcome", inputs: "Inputs") -> tuple[Warned, ...]:
    """What of each koers is said because it promises more than has been seen anywhere."""
    found = (
        dk.over_ceiling(outcome, plan, inputs.catalogue)
        for plan in inputs.plans
        if plan.name != outcome.carrying_on
    )
    return tuple(each for each in found if each is not None)


def marks(outcome: "Outcome | Frames | KoersTable") -> tuple[Warned, ...]:
    """Whether it is a worked example, how far the model is tested, and what the run warns of."""
    example = (_EXAMPLE,) if outcome.worked_example else ()
    return (*example, _UNTESTED, *outcome.warnings)
