"""Figures that cannot be right in themselves, whatever the model does with them."""

from dataclasses import dataclass
from typing import Literal

from draagkracht.documents.errors import DraagkrachtError


@dataclass(kw_only=True, eq=False)
class InfeasibleSpread(DraagkrachtError):
    """Three values that no spread of the family goes through.

    `least` and `most` are the values of `central` between which one does; None when low and high
    themselves are wrong.
    """

    low: float
    central: float
    high: float
    bounds: Literal["none", "below", "both"]
    least: float | None = None
    most: float | None = None

    def sentence(self) -> str:
        values = f"low {self.low:g}, central {self.central:g} en high {self.high:g}"
        return f"Door {values} gaat geen verdeling."

    @property
    def remedy(self) -> str:
        if self.least is not None and self.most is not None:
            return f"Kies central tussen {self.least:.3g} en {self.most:.3g}."
        return {
            "none": "Maak low kleiner dan high, of alle drie gelijk.",
            "below": "Maak low groter dan 0 en kleiner dan high, of alle drie gelijk.",
            "both": "Maak low groter dan 0 en high kleiner dan 1, met low onder high.",
        }[self.bounds]


@dataclass(kw_only=True, eq=False)
class BadFormula(DraagkrachtError):
    """A formula that is more than arithmetic, or that cannot be worked out."""

    formula: str
    reason: Literal["syntax", "operation", "name", "number", "long"]
    detail: str = ""

    def sentence(self) -> str:
        return {
            "syntax": f'"{self.formula}" is geen leesbare formule.',
            "operation": f'"{self.formula}" bevat meer dan rekenen ({self.detail}).',
            "name": f'"{self.formula}" noemt "{self.detail}", en dat getal is er niet.',
            "number": f'"{self.formula}" heeft geen gewone uitkomst.',
            "long": "Deze formule is te lang.",
        }[self.reason]

    @property
    def remedy(self) -> str:
        return {
            "syntax": "Schrijf zoals: uren / zaken.",
            "operation": "Gebruik alleen + - * / ** en haakjes.",
            "name": "Zet het getal bij numbers van een bron, of noem een cijfer bij zijn naam.",
            "number": "Controleer de getallen; deel niet door nul.",
            "long": "Gebruik hoogstens 300 tekens.",
        }[self.reason]
