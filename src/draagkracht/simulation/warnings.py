"""Which warnings a run earns."""

import statistics
from collections.abc import Sequence
from typing import Final

import numpy as np

from draagkracht.language.numbers import dutch_number
from draagkracht.plans.plan import Plan
from draagkracht.simulation.mechanisms import MECHANISMS
from draagkracht.simulation.outcome import Outcome
from draagkracht.simulation.strata import BLOCK
from draagkracht.simulation.warning import Warned
from draagkracht.town.observed import OBSERVED_SCALES
from draagkracht.town.town import Town

# About one in seven goes astray by the luck of a single team alone; more than this is a sign.
MANY_ASTRAY: Final = 0.25
# With fewer blocks Student's t makes any rekenfout several times as wide.
FEW_BLOCKS: Final = 4


# Observations that the run-in does not look at yet, and those it takes of the whole town alone.
_UNUSED: Final = ("waiting_time", "closed_per_year", "given_up_per_year", "tasks_undone")
_OF_THE_TOWN: Final = ("vulnerable_share",)


def warnings_of_documents(
    town: Town, plans: Sequence[Plan], *, quarters: int
) -> tuple[Warned, ...]:
    """What of a town or koers a run of so many quarters leaves aside, or takes too lightly."""
    found = []
    late = [
        f"{card.name} ({plan.label.nl})"
        for plan in plans
        for card in plan.cards
        if card.starts_month >= 3 * quarters
    ]
    if late:
        found.append(
            Warned(
                "starts_beyond_run",
                f"Deze kaarten beginnen pas na de jaren die zijn doorgerekend: {', '.join(late)}. "
                "Wat zij doen, is hier dus niet te zien.",
            )
        )
    unused = sorted(
        {
            OBSERVED_SCALES[row.figure].label_nl.lower()
            for row in town.observed
            if row.figure in _UNUSED or (row.team is not None and row.figure in _OF_THE_TOWN)
        }
    )
    if unused:
        found.append(
            Warned("observed_unused", f"Gegeven, maar nog niet gebruikt: {', '.join(unused)}.")
        )
    if any(row.to == "partner" for plan in plans for row in plan.task_package):
        found.append(
            Warned(
                "partner_unlimited",
                "Het takenpakket stuurt vragen naar partners. Het model rekent met hun prijs en "
                "hun wachttijd van nu, en niet met langere wachttijden als er meer vragen komen.",
            )
        )
    return tuple(found)


def warnings_of_mechanisms(without: Sequence[str]) -> tuple[Warned, ...]:
    """That parts of the model were left out."""
    if not without:
        return ()
    names = ", ".join(MECHANISMS[name].label_nl for name in sorted(set(without)))
    return (
        Warned(
            "without",
            f"Delen van het model staan uit: {names}. Dit is een proef en geen uitkomst voor een "
            "besluit.",
        ),
    )


def warnings_of_pooling(plans: Sequence[str]) -> tuple[Warned, ...]:
    """That in these koersen teams touch each other."""
    return tuple(
        Warned(
            "pooled",
            f'In de koers "{plan}" delen teams uren. Wat met het ene team gebeurt, raakt daar dus '
            "ook de andere.",
        )
        for plan in plans
    )


def _warnings_of_fold(outcome: Outcome, plan: str) -> list[Warned]:
    """Whether the caseload cap of a koers lets teams pass the point of no return (M5)."""
    folds = outcome.folds.get(plan, ())
    if not folds:
        return []
    beyond = outcome.number_of(np.array([fold.beyond for fold in folds]))
    overloaded = outcome.number_of(np.array([fold.overloaded for fold in folds]))
    if beyond > len(folds) / 2:
        cap, most, least = (
            statistics.median(getattr(fold, bound) for fold in folds if fold.beyond)
            for bound in ("cap", "most", "least")
        )
        return [
            Warned(
                "cap_beyond_fold",
                f'De koers "{plan}" laat ongeveer {dutch_number(cap)} zaken per fte openstaan. '
                f"In {beyond} van de {len(folds)} toekomsten is dat te veel: boven ongeveer "
                f"{dutch_number(most)} zaken per fte kost openhouden meer tijd dan er over is, en "
                f"komt een team er niet vanzelf uit. Onder {dutch_number(least)} zaken per fte "
                "blijven uren ongebruikt.",
            )
        ]
    if overloaded > len(folds) / 2:
        return [
            Warned(
                "overloaded",
                f'In {overloaded} van de {len(folds)} toekomsten vraagt de koers "{plan}" meer '
                "werk dan er uren zijn. Geen caseload helpt dan; alleen afhaken remt nog.",
            )
        ]
    return []


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
    elif outcome.members < FEW_BLOCKS * BLOCK:
        found.append(
            Warned(
                "few_blocks",
                f"Met {outcome.members} toekomsten is de rekenfout zelf ruw en groot. Reken met "
                f"{FEW_BLOCKS * BLOCK} toekomsten of meer.",
            )
        )
    for plan in outcome.plans:
        found += _warnings_of_fold(outcome, plan)
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
