"""Where the hours of a koers come from: each element alone, and one rest, *samenhang*.

Everything is taken per toekomst, where koers and elements meet the same luck, and only then
summed up. What elements do to each other is nobody's alone, so it is not shared out: it is the
whole less the sum of the elements.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

import numpy as np

from draagkracht.documents.errors import UnknownName
from draagkracht.documents.nearest import nearest
from draagkracht.engine.arrays import FloatArray
from draagkracht.evidence.catalogue import Catalogue, read_catalogue
from draagkracht.model.measures import MEASURES
from draagkracht.model.work import LINES
from draagkracht.plans.menu import Menu, read_menu
from draagkracht.plans.plan import Plan
from draagkracht.scenarios.scenario import Scenario
from draagkracht.simulation.element import Element, elements_of
from draagkracht.simulation.estimate import Estimate
from draagkracht.simulation.lowering import CARRYING_ON
from draagkracht.simulation.outcome import Outcome
from draagkracht.simulation.quantiles import (
    HIGH,
    LOW,
    MEDIAN,
    error_of_median,
    weighted_quantile,
)
from draagkracht.simulation.run import Progress, run
from draagkracht.simulation.strata import BLOCK
from draagkracht.simulation.warnings import (
    warnings_of,
    warnings_of_documents,
    warnings_of_pooling,
)
from draagkracht.town.town import Town

TOGETHER: Final = "samenhang"
WHOLE: Final = "geheel"
BALANCE: Final = "hours_balance"


@dataclass(frozen=True)
class Attribution:
    """A koers in its elements; `outcome` is that of the koers beside carrying on.

    `everything` also has the elements alone, as koersen named `<koers>: <element>`.
    """

    plan: str
    elements: tuple[Element, ...]
    outcome: Outcome
    everything: Outcome

    @property
    def parts(self) -> tuple[str, ...]:
        """Names of the elements, the rest and the whole, as `by_member` knows them."""
        return (*(element.name for element in self.elements), TOGETHER, WHOLE)

    def by_member(
        self,
        part: str,
        measure: str = BALANCE,
        *,
        place: str = "town",
        quarter: int | None = None,
    ) -> FloatArray:
        """What a part adds to carrying on, in the unit of the measure: shape (members,).

        NaN where a member has none. Raises: UnknownName.
        """
        if part == WHOLE:
            return self._added(self.plan, measure, place, quarter)
        if part == TOGETHER:
            found = self._added(self.plan, measure, place, quarter)
            for element in self.elements:
                found = found - self._added(element.alone.name, measure, place, quarter)
            return found
        known = {element.name: element for element in self.elements}
        if part not in known:
            raise UnknownName(
                what="onderdeel van de koers",
                name=part,
                nearest=nearest(part, self.parts),
                known=self.parts,
            )
        return self._added(known[part].alone.name, measure, place, quarter)

    def estimate(
        self,
        part: str,
        measure: str = BALANCE,
        *,
        place: str = "town",
        quarter: int | None = None,
    ) -> Estimate | None:
        """Median, spread and error of what a part adds; None when it does not exist.

        Medians of the elements do not add up to that of the whole; means do (`mean`).
        """
        values = self.by_member(part, measure, place=place, quarter=quarter)
        if np.isnan(values).any():
            return None
        weights = self.outcome.weights
        error = error_of_median(values, weights, BLOCK)
        return Estimate(
            measure=measure,
            unit=MEASURES[measure].unit,
            place=place,
            kind=None,
            quarter=quarter,
            median=float(weighted_quantile(values, weights, MEDIAN)),
            low=float(weighted_quantile(values, weights, LOW)),
            high=float(weighted_quantile(values, weights, HIGH)),
            error=None if error is None else float(error),
            members=self.outcome.members,
            difference=True,
            plan=part,
        )

    def mean(
        self,
        part: str,
        measure: str = BALANCE,
        *,
        place: str = "town",
        quarter: int | None = None,
    ) -> float:
        """The mean over toekomsten, the more plausible ones counting for more; NaN if none."""
        values = self.by_member(part, measure, place=place, quarter=quarter)
        return float(np.average(values, weights=self.outcome.weights))

    def _added(self, plan: str, measure: str, place: str, quarter: int | None) -> FloatArray:
        found = self.everything.by_member(measure, plan=plan, place=place, quarter=quarter)
        base = self.everything.by_member(measure, plan=CARRYING_ON, place=place, quarter=quarter)
        return found - base


def work_in(outcome: Outcome, plan: str) -> FloatArray:
    """Hours in by line of the work ledger, hour/year over the horizon: (members, LINES)."""
    return np.maximum(0.0, -_saved(outcome, plan))


def work_back(outcome: Outcome, plan: str) -> FloatArray:
    """Hours back by line of the work ledger, hour/year over the horizon: (members, LINES).

    In every toekomst the sum of what comes back less that of what goes in is the balance.
    """
    return np.maximum(0.0, _saved(outcome, plan))


def _saved(outcome: Outcome, plan: str) -> FloatArray:
    saved = outcome.work[outcome.carrying_on][:, -1] - outcome.work[plan][:, -1]
    assert saved.shape == (outcome.members, len(LINES))
    return np.asarray(saved)


def attribute(
    town: Town,
    plan: Plan,
    *,
    scenario: Scenario | None = None,
    years: int = 8,
    members: int = 64,
    seed: int = 1,
    threads: int = 2,
    without: Sequence[str] = (),
    catalogue: Catalogue | None = None,
    menu: Menu | None = None,
    progress: Progress | None = None,
) -> Attribution:
    """Run a koers and each of its elements alone, in the same toekomsten; options as for `run`.

    The outcome of the koers itself is the one that `run` gives. A koers of one element is that
    element: nothing more is computed, and its samenhang is exactly 0.

    Raises: what `run` raises.

    >>> import draagkracht as dk
    >>> town, plan = dk.read_town("voorbeelddorp"), dk.read_plan("twee_sporen")
    >>> found = dk.attribute(town, plan, years=1, members=8).parts
    >>> found[:2], found[-2:]
    (('split_front_door', 'shorter_procedure'), ('samenhang', 'geheel'))
    """
    menu = read_menu() if menu is None else menu
    catalogue = read_catalogue() if catalogue is None else catalogue
    elements = elements_of(plan, menu)
    if len(elements) == 1:
        elements = (replace(elements[0], alone=plan),)
    extra = [element.alone for element in elements if element.alone.name != plan.name]
    everything = run(
        town,
        [plan, *extra],
        scenario=scenario,
        years=years,
        members=members,
        seed=seed,
        threads=threads,
        without=without,
        catalogue=catalogue,
        menu=menu,
        progress=progress,
    )
    return Attribution(plan.name, elements, _of(everything, town, plan), everything)


def _of(everything: Outcome, town: Town, plan: Plan) -> Outcome:
    """The outcome of the koers and carrying on alone, as `run` would give it."""
    kept = everything.plans[: 1 if plan.name == CARRYING_ON else 2]
    record = replace(everything.record, plan=everything.record.plan[: len(kept)])
    outcome = replace(
        everything,
        record=record,
        plans=kept,
        values={name: everything.values[name] for name in kept},
        budgets={name: everything.budgets[name] for name in kept},
        work={name: everything.work[name] for name in kept},
        means={name: everything.means[name] for name in kept},
        folds={name: everything.folds[name] for name in kept},
        warnings=(),
    )
    pooled = warnings_of_pooling(kept)
    return replace(
        outcome,
        warnings=(
            *(each for each in everything.warnings if each.code == "without"),
            *warnings_of_documents(town, [plan], quarters=outcome.quarters),
            *(each for each in everything.warnings if each in pooled),
            *warnings_of(outcome),
        ),
    )
