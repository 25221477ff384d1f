"""The outcome of a run: every measure of every koers in the same toekomsten."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

import numpy as np

from draagkracht.documents.errors import UnknownName
from draagkracht.documents.nearest import nearest
from draagkracht.engine.arrays import FloatArray
from draagkracht.model.measures import MEASURES
from draagkracht.simulation.budget_line import BudgetLine, budget_lines
from draagkracht.simulation.estimate import Estimate
from draagkracht.simulation.fold import Fold
from draagkracht.simulation.places import Place
from draagkracht.simulation.quantiles import (
    HIGH,
    LOW,
    MEDIAN,
    BoolArray,
    error_of_median,
    weighted_quantile,
)
from draagkracht.simulation.record import Record
from draagkracht.simulation.run_in import Fit
from draagkracht.simulation.strata import BLOCK
from draagkracht.simulation.warning import Warned

# By koers and measure: (members, places, quarters + 1, kinds).
Values = Mapping[str, Mapping[str, FloatArray]]


@dataclass(frozen=True)
class Outcome:
    """Values per member, from which every estimate is taken; carrying on is always among them."""

    record: Record
    town_name: str
    worked_example: bool
    scenario: str
    carrying_on: str
    plans: tuple[str, ...]
    places: tuple[Place, ...]
    quarters: int
    weights: FloatArray  # (members,), mean 1
    fits: tuple[tuple[Fit, ...], ...]  # by member and team
    values: Values
    budgets: Mapping[str, FloatArray]  # by koers: euro (members, years, payers, natures)
    work: Mapping[str, FloatArray]  # by koers: hour/year of the town (members, quarters + 1, LINES)
    warnings: tuple[Warned, ...]
    means: Mapping[str, FloatArray] = field(default_factory=dict)  # (members, quarters, MEANS)
    # By koers and member: how many cases the town can hold under the levers it ends with.
    folds: Mapping[str, tuple[Fold, ...]] = field(default_factory=dict)

    @property
    def members(self) -> int:
        """Number of toekomsten."""
        return int(self.weights.size)

    @property
    def effective_members(self) -> float:
        """How many equally plausible toekomsten the weighted ones are worth (Kish)."""
        return float(self.weights.sum() ** 2 / np.sum(self.weights**2))

    def by_member(
        self,
        measure: str,
        *,
        plan: str,
        place: str = "town",
        quarter: int | None = None,
        kind: str | None = None,
    ) -> FloatArray:
        """Values of one measure, shape (members,), NaN where a member has none.

        `quarter` counts from 1; None is the whole horizon. Raises: UnknownName.
        """
        table = self._table(measure, plan)
        part = self._part(measure, kind)
        return table[:, self._place(place), self._quarter(quarter), part]

    def estimate(
        self,
        measure: str,
        *,
        plan: str,
        place: str = "town",
        quarter: int | None = None,
        kind: str | None = None,
    ) -> Estimate | None:
        """Median, spread and error of one measure; None when it does not exist there."""
        values = self.by_member(measure, plan=plan, place=place, quarter=quarter, kind=kind)
        return self._estimated(values, measure, plan, place, quarter, kind, difference=False)

    def difference(
        self,
        measure: str,
        *,
        plan: str,
        place: str = "town",
        quarter: int | None = None,
        kind: str | None = None,
    ) -> Estimate | None:
        """The plan minus carrying on, member by member; None when it does not exist there."""
        values = self.by_member(measure, plan=plan, place=place, quarter=quarter, kind=kind)
        base = self.by_member(
            measure, plan=self.carrying_on, place=place, quarter=quarter, kind=kind
        )
        return self._estimated(values - base, measure, plan, place, quarter, kind, difference=True)

    def count_better(
        self, measure: str, *, plan: str, place: str = "town", quarter: int | None = None
    ) -> int:
        """In how many of the members (weighted, rounded) the plan is better than carrying on."""
        values = self.by_member(measure, plan=plan, place=place, quarter=quarter)
        base = self.by_member(measure, plan=self.carrying_on, place=place, quarter=quarter)
        sign = -1.0 if MEASURES[measure].better == "lower" else 1.0
        return self.number_of(sign * (values - base) > 0)

    def share_of(self, holds: BoolArray) -> float:
        """For which share of the toekomsten something holds, each as much as it is plausible."""
        return float(np.sum(self.weights * holds) / self.weights.sum())

    def number_of(self, holds: BoolArray) -> int:
        """The same share (members,) as a number of toekomsten, rounded."""
        return round(self.share_of(holds) * self.members)

    def estimates(self, plan: str, *, difference: bool) -> Iterator[Estimate]:
        """Every estimate of a koers that exists: all measures, places, kinds and quarters."""
        for measure in MEASURES:
            table = self._table(measure, plan)
            if difference:
                table = table - self._table(measure, self.carrying_on)
            yield from self._all_of(table, measure, plan, difference=difference)

    def budget(self, plan: str, *, difference: bool = False) -> tuple[BudgetLine, ...]:
        """Euro by budget year, paying party, and structural or once (M12). Raises: UnknownName.

        With `difference` the koers minus carrying on, member by member.
        """
        if plan not in self.budgets:
            raise _unknown("koers", plan, tuple(self.plans))
        return tuple(budget_lines(self, plan, difference=difference))

    def missing(self, plan: str) -> int:
        """How many estimates of a koers do not exist where the measure is told."""
        count = 0
        for measure in MEASURES:
            told = [self._told(measure, place) for place in self.places]
            absent = np.asarray(np.isnan(self._table(measure, plan)).any(axis=0))
            count += int(absent[told].sum())
        return count

    def _all_of(
        self, table: FloatArray, measure: str, plan: str, *, difference: bool
    ) -> Iterator[Estimate]:
        parts = MEASURES[measure].parts
        exists = ~np.isnan(table).any(axis=0)
        safe = np.where(np.isnan(table), 0.0, table)
        median = weighted_quantile(safe, self.weights, MEDIAN)
        low = weighted_quantile(safe, self.weights, LOW)
        high = weighted_quantile(safe, self.weights, HIGH)
        error = error_of_median(safe, self.weights, BLOCK)
        for place, quarter, kind in np.argwhere(exists).tolist():
            at = (place, quarter, kind)
            yield Estimate(
                measure=measure,
                unit=MEASURES[measure].unit,
                place=self.places[place].name,
                kind=parts[kind] if kind < len(parts) else None,
                quarter=quarter + 1 if quarter < self.quarters else None,
                median=float(median[at]),
                low=float(low[at]),
                high=float(high[at]),
                error=None if error is None else float(error[at]),
                members=self.members,
                difference=difference,
                plan=plan,
            )

    def _estimated(
        self,
        values: FloatArray,
        measure: str,
        plan: str,
        place: str,
        quarter: int | None,
        kind: str | None,
        *,
        difference: bool,
    ) -> Estimate | None:
        if np.isnan(values).any():
            return None
        error = error_of_median(values, self.weights, BLOCK)
        return Estimate(
            measure=measure,
            unit=MEASURES[measure].unit,
            place=place,
            kind=kind,
            quarter=quarter,
            median=float(weighted_quantile(values, self.weights, MEDIAN)),
            low=float(weighted_quantile(values, self.weights, LOW)),
            high=float(weighted_quantile(values, self.weights, HIGH)),
            error=None if error is None else float(error),
            members=self.members,
            difference=difference,
            plan=plan,
        )

    def _table(self, measure: str, plan: str) -> FloatArray:
        if plan not in self.values:
            raise _unknown("koers", plan, tuple(self.plans))
        if measure not in MEASURES:
            raise _unknown("maat", measure, tuple(MEASURES))
        return self.values[plan][measure]

    def _place(self, name: str) -> int:
        names = tuple(place.name for place in self.places)
        if name not in names:
            raise _unknown("plaats", name, names)
        return names.index(name)

    def _quarter(self, quarter: int | None) -> int:
        if quarter is None:
            return self.quarters
        if not 1 <= quarter <= self.quarters:
            raise _unknown("kwartaal", str(quarter), (f"1 tot en met {self.quarters}",))
        return quarter - 1

    @staticmethod
    def _part(measure: str, kind: str | None) -> int:
        parts = MEASURES[measure].parts
        if kind is None:
            return len(parts)
        if kind not in parts:
            raise _unknown("soort of taak", kind, parts)
        return parts.index(kind)

    @staticmethod
    def _told(measure: str, place: Place) -> bool:
        return place.level in ("town", "team") or MEASURES[measure].by_wijk


def _unknown(what: str, name: str, known: tuple[str, ...]) -> UnknownName:
    return UnknownName(what=what, name=name, nearest=nearest(name, known), known=known)
