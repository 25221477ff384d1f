"""Networks that cannot work."""

from dataclasses import dataclass

from draagkracht.documents.error import DraagkrachtError
from draagkracht.documents.phrases import plain


@dataclass(kw_only=True, eq=False)
class UnequalLists(DraagkrachtError):
    """Two lists that belong together, of unequal length."""

    first: str
    first_count: int
    second: str
    second_count: int

    def sentence(self) -> str:
        return (
            f"Bij {self.first} staan {self.first_count} getallen en bij {self.second} "
            f"{self.second_count}."
        )

    @property
    def remedy(self) -> str:
        return "Maak beide lijsten even lang."


@dataclass(kw_only=True, eq=False)
class WrongOrder(DraagkrachtError):
    """Two bounds the wrong way round."""

    first: str
    low: float
    second: str
    high: float

    def sentence(self) -> str:
        return (
            f"Hier is {self.first} ({plain(self.low)}) niet kleiner dan {self.second} "
            f"({plain(self.high)})."
        )

    @property
    def remedy(self) -> str:
        return f"Maak {self.first} kleiner dan {self.second}."


@dataclass(kw_only=True, eq=False)
class StepsOutOfOrder(DraagkrachtError):
    """Steps in time of which one does not start after the one before it."""

    start: float
    before: float

    def sentence(self) -> str:
        return (
            f"Deze stap begint op {plain(self.start)}, en de stap ervoor op {plain(self.before)}."
        )

    @property
    def remedy(self) -> str:
        return "Zet de stappen op volgorde van from, elk moment één keer."


@dataclass(kw_only=True, eq=False)
class LateFirstStep(DraagkrachtError):
    """Nothing is in force at the beginning."""

    start: float

    def sentence(self) -> str:
        return f"De eerste stap begint pas op {plain(self.start)}; daarvoor geldt er niets."

    @property
    def remedy(self) -> str:
        return "Laat de eerste stap beginnen met from = 0."


@dataclass(kw_only=True, eq=False)
class SharesNotOne(DraagkrachtError):
    """Shares of where cases go that do not make a whole."""

    total: float

    def sentence(self) -> str:
        return f"De aandelen zijn samen {plain(round(self.total, 12))} en niet 1."

    @property
    def remedy(self) -> str:
        return 'Verander de aandelen; wie nergens heen gaat, gaat naar "end".'


@dataclass(kw_only=True, eq=False)
class NeverEnds(DraagkrachtError):
    """A station from which nobody gets out of the network; `kind` where there are more."""

    station: str
    kind: str

    def sentence(self) -> str:
        return f'Wie van soort "{self.kind}" bij "{self.station}" komt, blijft eeuwig rondgaan.'

    @property
    def remedy(self) -> str:
        return 'Geef een deel van de routes het doel "end".'


@dataclass(kw_only=True, eq=False)
class KindNotServed(DraagkrachtError):
    """A kind that comes to a station which says nothing about it."""

    station: str
    kind: str
    key: str

    def sentence(self) -> str:
        return (
            f'Bij "{self.station}" komt ook soort "{self.kind}", maar {self.key} zegt er niets '
            "over."
        )

    @property
    def remedy(self) -> str:
        if self.key == "priority":
            return f'Zet "{self.kind}" in de lijst priority.'
        return f"Voeg toe: {self.key}.{self.kind} = …"
