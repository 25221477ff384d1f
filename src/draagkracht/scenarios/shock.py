"""A shock: a figure of the world times a factor, from one month on."""

import math
from collections.abc import Iterable
from typing import Final

from pydantic import Field

from draagkracht.documents.document import Part

MOST_MONTHS: Final = 240


class Shock(Part):
    """A figure times a factor, from one month on, for some months; without, to the end."""

    figure: str
    factor: float = Field(gt=0, le=10)
    starts_month: int = Field(ge=0, le=MOST_MONTHS)
    lasts_months: int | None = Field(default=None, ge=1, le=MOST_MONTHS)

    @property
    def starts_week(self) -> float:
        """First week of the shock, counted from the start of the run."""
        return self.starts_month * 13 / 3

    @property
    def ends_month(self) -> float:
        """Month in which the figure is back where it was; infinite when it never is."""
        return math.inf if self.lasts_months is None else self.starts_month + self.lasts_months

    @property
    def ends_week(self) -> float:
        """Week in which the figure is back where it was; infinite when it never is."""
        return self.ends_month * 13 / 3

    def acts_in(self, month: float) -> bool:
        """Whether the shock is on in a month counted from the start of the run."""
        return self.starts_month <= month < self.ends_month

    def overlaps(self, other: "Shock") -> bool:
        """Whether both act on the same figure at some moment."""
        return (
            self.figure == other.figure
            and self.starts_month < other.ends_month
            and other.starts_month < self.ends_month
        )

    @property
    def order(self) -> tuple[str, int, float, float]:
        """Where it stands among the shocks of several scenarios, whoever is named first."""
        return self.figure, self.starts_month, self.ends_month, self.factor


def highest_factor(shocks: Iterable[Shock], figure: str) -> tuple[float, int]:
    """The highest product of the shocks of one figure, and the first month in which it is so.

    What acts at the same moment multiplies; without a shock the factor is 1, from month 0.
    """
    ours = [shock for shock in shocks if shock.figure == figure]
    moments = {0.0, *(shock.starts_month for shock in ours), *(shock.ends_month for shock in ours)}
    products = {
        int(month): math.prod(shock.factor for shock in ours if shock.acts_in(month))
        for month in sorted(moments - {math.inf})
    }
    month = max(products, key=lambda each: products[each])
    return products[month], month
