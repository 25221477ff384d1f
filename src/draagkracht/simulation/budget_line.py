"""A line of the budget: what one party pays in one year, structural or once, with its spread."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from draagkracht.engine.arrays import FloatArray
from draagkracht.simulation.budget import NATURES, PAYERS
from draagkracht.simulation.estimate import COVERS
from draagkracht.simulation.quantiles import HIGH, LOW, MEDIAN, weighted_quantile

if TYPE_CHECKING:
    from draagkracht.simulation.outcome import Outcome

UNIT: Final = "euro"


@dataclass(frozen=True, slots=True)
class BudgetLine:
    """Euro in budget year `year` (1, 2, …) at constant prices; a `difference` is with carrying on.

    `low` to `high` is the spread over toekomsten (p10 to p90).
    """

    plan: str
    year: int
    party: str
    nature: str
    median: float
    low: float
    high: float
    difference: bool

    def as_json(self) -> dict[str, object]:
        """Fields as the formats page names them."""
        return {
            "plan": self.plan,
            "year": self.year,
            "party": self.party,
            "nature": self.nature,
            "median": self.median,
            "low": self.low,
            "high": self.high,
            "covers": COVERS,
            "difference": self.difference,
            "unit": UNIT,
        }


def budget_lines(outcome: "Outcome", plan: str, *, difference: bool) -> Iterator[BudgetLine]:
    """The lines of a koers by year, party and nature; parties without a euro are left out.

    A party is there in every year or in none: also when only the koers, or only carrying on, asks
    it for anything.
    """
    base = outcome.budgets[outcome.carrying_on]
    euros = outcome.budgets[plan]
    shown = (euros != 0).any(axis=(0, 1)) | (base != 0).any(axis=(0, 1))
    values = euros - base if difference else euros
    for year in range(values.shape[1]):
        for payer, party in enumerate(PAYERS):
            for kind, nature in enumerate(NATURES):
                if shown[payer, kind]:
                    line = values[:, year, payer, kind]
                    yield BudgetLine(
                        plan=plan,
                        year=year + 1,
                        party=party,
                        nature=nature,
                        median=_quantile(line, outcome, MEDIAN),
                        low=_quantile(line, outcome, LOW),
                        high=_quantile(line, outcome, HIGH),
                        difference=difference,
                    )


def _quantile(values: FloatArray, outcome: "Outcome", share: float) -> float:
    return float(weighted_quantile(values, outcome.weights, share))
