"""What one card does in one town, laid alone: hours in, hours back, and what changes for whom."""

from dataclasses import dataclass
from typing import Final

import numpy as np

from draagkracht.engine.arrays import FloatArray
from draagkracht.plans.intervention import Intervention
from draagkracht.simulation.attribution import work_back, work_in
from draagkracht.simulation.estimate import Estimate
from draagkracht.simulation.outcome import Outcome
from draagkracht.simulation.quantiles import (
    HIGH,
    LOW,
    MEDIAN,
    error_of_median,
    weighted_quantile,
)
from draagkracht.simulation.strata import BLOCK

# Told of every card, as differences from carrying on: the town's mean over the horizon.
TOLD: Final = (
    "hours_balance",
    "waiting_time",
    "given_up",
    "pressure",
    "strain",
    "tasks_undone",
    "crisis_requests",
    "vulnerable_households",
    "resident_hours_asked",
    "costs",
)
RANKED_ON: Final = "hours_balance"
_MONTHS: Final = 3  # in a quarter


@dataclass(frozen=True)
class CardEffect:
    """A card alone beside carrying on, in the same toekomsten.

    `hours_in` and `hours_back` are by line of the work ledger, hour/year over the horizon; their
    difference is the balance. `months_to_relief` is after how many months all hours that went in
    have come back, to stay; None where that does not happen in half of the toekomsten, and
    `returns` counts in how many it does. Its `high` is the horizon where one in ten takes longer.
    `level` numbers the cards from 1: those of one level cannot be told apart on their balance.
    """

    name: str
    card: Intervention
    hours_in: Estimate | None
    hours_back: Estimate | None
    months_to_relief: Estimate | None
    returns: int
    effects: tuple[Estimate, ...]
    real: bool
    balance: FloatArray  # hour/year by toekomst
    level: int = 0

    def effect(self, measure: str) -> Estimate | None:
        """The difference from carrying on of one of the measures in TOLD, if it exists."""
        return next((each for each in self.effects if each.measure == measure), None)

    @property
    def moves_nothing(self) -> bool:
        """Whether no toekomst has anything different in hours: the model cannot see the card."""
        return not self.balance.any()

    def as_json(self) -> dict[str, object]:
        """Fields as the formats page names them; what does not exist is left out."""
        fields: dict[str, object] = {
            "name": self.name,
            "code": self.card.code,
            "label": self.card.label.nl,
            "colours": list(self.card.colours),
            "grade": self.card.grade,
            "direction": self.card.direction,
            "level": self.level,
            "real": self.real,
            "returns": self.returns,
        }
        for key in ("hours_in", "hours_back", "months_to_relief"):
            found: Estimate | None = getattr(self, key)
            if found is not None:
                fields[key] = found.as_json()
        return {**fields, "effects": [each.as_json() for each in self.effects]}


def card_effect(outcome: Outcome, plan: str, card: Intervention) -> CardEffect:
    """Read from an outcome what its koers `plan`, of one card, does."""
    found = [outcome.difference(measure, plan=plan) for measure in TOLD]
    balance = outcome.by_member(RANKED_ON, plan=plan)
    quarters = range(1, outcome.quarters + 1)
    of_quarters = [outcome.by_member(RANKED_ON, plan=plan, quarter=one) for one in quarters]
    months = months_until_back(np.stack(of_quarters, axis=1))
    horizon = float(_MONTHS * outcome.quarters)
    returns = np.isfinite(months)
    often = outcome.share_of(returns) > MEDIAN
    shown = np.minimum(months, horizon)
    on_balance = outcome.difference(RANKED_ON, plan=plan)
    return CardEffect(
        name=plan,
        card=card,
        hours_in=_hours(outcome, work_in(outcome, plan), "hours_in", plan),
        hours_back=_hours(outcome, work_back(outcome, plan), "hours_back", plan),
        months_to_relief=(
            _estimated(outcome, shown, "months_to_relief", "month", plan) if often else None
        ),
        returns=outcome.number_of(returns),
        effects=tuple(each for each in found if each is not None),
        real=on_balance is not None and on_balance.real,
        balance=balance,
    )


def months_until_back(by_quarter: FloatArray) -> FloatArray:
    """Months until all hours that went in are back for good: (members, quarters) to (members,).

    Infinite where at the end no more came back than went in.

    >>> months_until_back(np.array([[-5.0, 2.0, 6.0, 1.0], [-5.0, 2.0, 1.0, 1.0]])).tolist()
    [9.0, inf]
    """
    so_far = np.cumsum(by_quarter, axis=1)
    quarters = by_quarter.shape[1]
    behind = so_far <= 0.0
    last = np.where(behind.any(axis=1), quarters - np.argmax(behind[:, ::-1], axis=1), 0)
    return np.where(so_far[:, -1] > 0.0, _MONTHS * (last + 1.0), np.inf)


def apart(outcome: Outcome, first: FloatArray, second: FloatArray) -> bool:
    """Whether two cards differ by more than the rekenfout, toekomst by toekomst."""
    between = _estimated(outcome, first - second, RANKED_ON, "hour/year", "")
    return between is not None and between.real


def _hours(outcome: Outcome, by_line: FloatArray, name: str, plan: str) -> Estimate | None:
    return _estimated(outcome, by_line.sum(axis=1), name, "hour/year", plan)


def _estimated(
    outcome: Outcome, values: FloatArray, measure: str, unit: str, plan: str
) -> Estimate | None:
    if not np.isfinite(values).all():
        return None
    error = error_of_median(values, outcome.weights, BLOCK)
    return Estimate(
        measure=measure,
        unit=unit,
        place="town",
        kind=None,
        quarter=None,
        median=float(weighted_quantile(values, outcome.weights, MEDIAN)),
        low=float(weighted_quantile(values, outcome.weights, LOW)),
        high=float(weighted_quantile(values, outcome.weights, HIGH)),
        error=None if error is None else float(error),
        members=outcome.members,
        difference=True,
        plan=plan,
    )
