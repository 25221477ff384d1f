"""What a koers comes to in all members: filled member by member, in any order."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from draagkracht.engine.arrays import FloatArray
from draagkracht.model.curves import Desk
from draagkracht.model.measures import MEASURES
from draagkracht.model.work import LINES
from draagkracht.simulation.budget import MUNICIPALITY, NATURES, PAYERS, budget, card_euros
from draagkracht.simulation.fold import Fold, town_fold
from draagkracht.simulation.lowering import PlanLowered
from draagkracht.simulation.means import MEANS, means_of
from draagkracht.simulation.measuring import (
    TownPlaces,
    measures,
    resident_rows,
    running_of,
    staff_measures,
    work_of,
)
from draagkracht.simulation.team_lived import TeamLived


@dataclass(frozen=True)
class Tables:
    """Numbers by member, member first; those of a member that is not written are undefined."""

    values: Mapping[str, FloatArray]  # by measure: (members, places, quarters + 1, parts)
    budget: FloatArray  # (members, years, payers, natures)
    work: FloatArray  # (members, quarters + 1, LINES)
    means: FloatArray  # (members, quarters, MEANS)
    folds: list[Fold | None]

    @property
    def nbytes(self) -> int:
        """Memory that it takes when all members are written."""
        arrays = (*self.values.values(), self.budget, self.work, self.means)
        return sum(array.nbytes for array in arrays)

    def shown(self, members: int) -> "Tables":
        """The first members, for who may read but not write."""
        return Tables(
            values={name: _shown(table, members) for name, table in self.values.items()},
            budget=_shown(self.budget, members),
            work=_shown(self.work, members),
            means=_shown(self.means, members),
            folds=self.folds[:members],
        )


def _shown(table: FloatArray, members: int) -> FloatArray:
    view = table[:members]
    view.flags.writeable = False
    return view


def measure_shapes(places: TownPlaces, quarters: int) -> dict[str, tuple[int, int, int]]:
    """By measure: places, quarters and the horizon, parts and all together."""
    return {
        name: (len(places), quarters + 1, len(measure.parts) + 1)
        for name, measure in MEASURES.items()
    }


def empty_tables(places: TownPlaces, quarters: int, members: int) -> Tables:
    """Room for the members; the system gives memory only for those that are written."""
    shapes = measure_shapes(places, quarters)
    return Tables(
        values={name: np.empty((members, *shape)) for name, shape in shapes.items()},
        budget=np.empty((members, quarters // 4, len(PAYERS), len(NATURES))),
        work=np.empty((members, quarters + 1, len(LINES))),
        means=np.empty((members, quarters, len(MEANS))),
        folds=[None] * members,
    )


def write_member(
    tables: Tables,
    member: int,
    plan: PlanLowered,
    teams: Sequence[TeamLived],
    places: TownPlaces,
    formation: Mapping[str, float],
    values: Mapping[str, float],
    desk: Desk,
) -> None:
    """Write what a koers came to in one member, from its teams in the kernel's order.

    `formation` holds the fte by team in that same order; `values` the member's figures.
    """
    hours = np.stack([team.hours for team in teams])
    running = running_of(teams, hours, values)
    cards = card_euros(plan.euros, values, formation, running.shape[1])
    costs = running + cards[:, :, MUNICIPALITY].sum(axis=-1)
    measures(
        resident_rows(teams, places, desk),
        staff_measures(hours, costs, places, values),
        places,
        {name: table[member] for name, table in tables.values.items()},
    )
    tables.budget[member] = budget(running, cards)
    tables.work[member] = work_of(hours)
    tables.means[member] = means_of(hours, values)
    tables.folds[member] = town_fold([team.fold for team in teams], values)
