"""Scenarios that cannot go together."""

from dataclasses import dataclass

from draagkracht.documents.error import DraagkrachtError
from draagkracht.documents.phrases import plain


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
            f'De scenario\'s "{self.first}" (kwantiel {plain(self.first_quantile)}) en '
            f'"{self.second}" (kwantiel {plain(self.second_quantile)}) zetten het cijfer '
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
            f"{plain(round(self.factor, 6))}; de hoogste is {plain(self.bound)}."
        )

    @property
    def remedy(self) -> str:
        return "Laat een scenario weg, of kies een kleinere factor."
