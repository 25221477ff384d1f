"""One outcome as it may be shown: never a bare number."""

from dataclasses import dataclass
from typing import Final

COVERS: Final = 0.8


@dataclass(frozen=True, slots=True)
class Estimate:
    """Median, spread over toekomsten, and the precision of the median.

    `low` to `high` is the spread (p10 to p90): what we do not know. `error` is the rekenfout,
    the half-width of the 95 % interval of the median; None when one block cannot tell. For a
    `difference` the value is the plan minus carrying on, in the same toekomsten.
    """

    measure: str
    unit: str
    place: str
    kind: str | None
    quarter: int | None  # 1, 2, …; None: the whole horizon
    median: float
    low: float
    high: float
    error: float | None
    members: int
    difference: bool
    plan: str
    covers: float = COVERS

    @property
    def real(self) -> bool:
        """Whether a difference is more than the rekenfout; without an error, never."""
        return self.error is not None and abs(self.median) > self.error

    def as_json(self) -> dict[str, object]:
        """Fields as the formats page names them; what does not exist is left out."""
        fields: dict[str, object] = {
            "measure": self.measure,
            "unit": self.unit,
            "place": self.place,
            "kind": self.kind,
            "quarter": self.quarter,
            "median": self.median,
            "low": self.low,
            "high": self.high,
            "covers": self.covers,
            "error": self.error,
            "members": self.members,
            "difference": self.difference,
            "plan": self.plan,
        }
        if self.error is None:
            del fields["error"]
        return fields
