"""From the tables of all koersen to an outcome."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

import numpy as np

from draagkracht.engine.arrays import FloatArray
from draagkracht.plans.plan import Plan
from draagkracht.simulation.ground import Ground
from draagkracht.simulation.lowering import CARRYING_ON, PlanLowered
from draagkracht.simulation.measuring import balanced
from draagkracht.simulation.outcome import Outcome
from draagkracht.simulation.run_in import Fit
from draagkracht.simulation.tables import Tables
from draagkracht.simulation.warnings import (
    warnings_of,
    warnings_of_documents,
    warnings_of_mechanisms,
    warnings_of_pooling,
)


def outcome_of(
    ground: Ground,
    koersen: Sequence[Plan],
    lowered: Sequence[PlanLowered],
    tables: Mapping[str, Tables],
    fits: Sequence[tuple[Fit, ...]],
    plausible: FloatArray,
) -> Outcome:
    """The outcome of koersen of which every member is written, the first being carrying on.

    `plausible` is how plausible each member is beside one that needed nothing to fit: (members,).
    """
    members = len(fits)
    total = plausible.sum()
    weights = plausible * members / total if total > 0 else np.ones(members)
    base = tables[koersen[0].name].values
    outcome = Outcome(
        record=ground.record_of(koersen, members),
        town_name=ground.town.name,
        worked_example=ground.town.worked_example,
        scenario=ground.scenario.name,
        carrying_on=CARRYING_ON,
        plans=tuple(plan.name for plan in koersen),
        places=ground.places.places,
        quarters=ground.quarters,
        weights=weights,
        fits=tuple(fits),
        values={name: balanced(each.values, base) for name, each in tables.items()},
        budgets={plan.name: tables[plan.name].budget for plan in koersen},
        work={plan.name: tables[plan.name].work for plan in koersen},
        means={plan.name: tables[plan.name].means for plan in koersen},
        warnings=(),
        folds={
            plan.name: tuple(fold for fold in tables[plan.name].folds if fold is not None)
            for plan in koersen
        },
    )
    return replace(
        outcome,
        warnings=(
            *warnings_of_mechanisms(ground.without),
            *warnings_of_documents(ground.town, koersen, quarters=ground.quarters),
            *warnings_of_pooling([plan.name for plan in lowered if plan.pools]),
            *warnings_of(outcome),
        ),
    )
