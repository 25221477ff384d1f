"""Scenarios that cannot go together, or cannot be called so."""

import re
from dataclasses import dataclass
from typing import Final

from draagkracht.documents.error import DraagkrachtError
from draagkracht.language.numbers import dutch_number

_DIGITS: Final = 7  # enough to show a quantile or factor as it was written


@dataclass(kw_only=True, eq=False)
class HeldApart(DraagkrachtError):
    """Two scenarios that hold one figure at different quantiles."""

    figure: str
    first: str
    first_quantile: float
    second: str
    second_quantile: float

    def sentence(self) -> str:
        return (
            f'De scenario\'s "{self.first}" (kwantiel {_shown(self.first_quantile)}) en '
            f'"{self.second}" (kwantiel {_shown(self.second_quantile)}) zetten het cijfer '
            f'"{self.figure}" elk ergens anders vast.'
        )

    @property
    def remedy(self) -> str:
        return "Kies één van de twee, of reken ze na elkaar door."


@dataclass(kw_only=True, eq=False)
class TooMuchTogether(DraagkrachtError):
    """Factors on one figure that each can be, and together pass the bound."""

    figure: str
    month: int
    factor: float
    bound: float

    def sentence(self) -> str:
        return (
            f'De schokken van "{self.figure}" geven in maand {self.month} samen een factor '
            f"{_shown(self.factor)}; de hoogste is {_shown(self.bound)}."
        )

    @property
    def remedy(self) -> str:
        return "Laat een scenario weg, of kies een kleinere factor."


@dataclass(kw_only=True, eq=False)
class UnusableName(DraagkrachtError):
    """A name with a space, or with the sign that stands between scenarios that go together."""

    name: str

    def sentence(self) -> str:
        return f'De naam "{self.name}" kan niet: er staat een spatie of een + in.'

    @property
    def remedy(self) -> str:
        return f'Schrijf bijvoorbeeld: name = "{_joined_up(self.name)}"'


def _joined_up(name: str) -> str:
    return "_".join(re.findall(r"[^\s+]+", name)) or "eigen_scenario"


def _shown(number: float) -> str:
    return dutch_number(number, _DIGITS)
