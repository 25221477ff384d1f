"""One number of the model with everything needed to trust or distrust it."""

import datetime as dt
import math
from collections.abc import Mapping
from typing import Literal

from pydantic import Field

from draagkracht.documents.document import Part, Wording
from draagkracht.evidence.spread import Bounds, Spread
from draagkracht.evidence.units import Unit

Status = Literal["sourced", "derived", "calibrated", "assumed", "local"]
Basis = Literal["reported", "several_sources", "assumed"]
Grade = Literal["A", "B", "C", "D", "E"]


class Applies(Part):
    """The time, place and work that a figure was seen in."""

    since: int = Field(ge=1900, le=2100)
    until: int = Field(ge=1900, le=2100)
    where: str
    work: str


class Evidence(Part):
    """What one source says, as printed, before our arithmetic.

    `role` is `sets` where the source gives the figure its value, `background` where it only
    supports the direction or shape of an assumption. `numbers` are the printed numbers that a
    formula may name.
    """

    source: str
    at: str
    reads: str
    read: dt.date
    grade: Grade
    role: Literal["sets", "background"] = "sets"
    reported_by: str | None = None
    numbers: Mapping[str, float] = Field(default_factory=dict)


class Local(Part):
    """Who took a local figure, when, and from which system."""

    who: str
    when: dt.date
    system: str


class Figure(Part):
    """A number with unit, spread, status and evidence; `name` is `group.name` as in the file.

    `narrow` says why an assumed range is less than a factor 2 wide.
    """

    name: str
    label: Wording
    meaning: str = Field(min_length=1)
    unit: Unit
    central: float
    low: float
    high: float
    bounds: Bounds
    basis: Basis
    status: Status
    applies: Applies | None = None
    because: Wording | None = None
    ask: Wording | None = None
    narrow: Wording | None = None
    formula: str | None = None
    local: Local | None = None
    evidence: tuple[Evidence, ...] = ()

    @property
    def spread(self) -> Spread:
        """What the members draw from. Raises: InfeasibleSpread."""
        return Spread(central=self.central, low=self.low, high=self.high, bounds=self.bounds)

    @property
    def label_nl(self) -> str:
        """What a Dutch reader calls it."""
        return self.label.nl

    @property
    def factor(self) -> float:
        """How many times p90 is p10: 1 for a constant, infinite when the range holds 0."""
        if self.low == self.high:
            return 1.0
        small, large = sorted((abs(self.low), abs(self.high)))
        return math.inf if small == 0 or self.low * self.high < 0 else large / small

    @property
    def grade(self) -> Grade | None:
        """The best grade among the evidence that sets the figure, None when nothing does."""
        return min((row.grade for row in self.evidence if row.role == "sets"), default=None)

    @property
    def numbers(self) -> dict[str, float]:
        """All printed numbers of the evidence by name."""
        return {name: value for row in self.evidence for name, value in row.numbers.items()}
