"""Documents whose text or content cannot be used."""

from dataclasses import dataclass
from typing import Literal

from draagkracht.documents.error import DraagkrachtError
from draagkracht.documents.phrases import meant, plain


@dataclass(kw_only=True, eq=False)
class MalformedToml(DraagkrachtError):
    """The text breaks the rules of TOML; `reason` is a complete Dutch sentence."""

    line: int | None
    reason: str
    advice: str

    def __post_init__(self) -> None:
        if self.place is None and self.line is not None:
            self.place = f"regel {self.line}"

    def sentence(self) -> str:
        return self.reason

    @property
    def remedy(self) -> str:
        return self.advice


@dataclass(kw_only=True, eq=False)
class UnknownKey(DraagkrachtError):
    """A key that this part of the document does not have."""

    key: str
    nearest: str | None
    known: tuple[str, ...]

    def sentence(self) -> str:
        return f'De naam "{self.key}" is hier niet bekend.'

    @property
    def remedy(self) -> str:
        return meant(self.nearest, self.known)


@dataclass(kw_only=True, eq=False)
class MissingKey(DraagkrachtError):
    """A key that this part of the document must have."""

    key: str

    def sentence(self) -> str:
        return f'Hier ontbreekt "{self.key}".'

    @property
    def remedy(self) -> str:
        return f"Voeg toe: {self.key} = …"


@dataclass(kw_only=True, eq=False)
class WrongType(DraagkrachtError):
    """A value of another sort than expected; both are given in Dutch words."""

    expected: str
    got: str
    advice: Literal["unquote", "quote", "replace"] = "replace"

    def sentence(self) -> str:
        return f"Hier hoort {self.expected}, maar er staat {self.got}."

    @property
    def remedy(self) -> str:
        return {
            "unquote": "Haal de aanhalingstekens weg.",
            "quote": "Zet er aanhalingstekens omheen.",
            "replace": "Verbeter de waarde.",
        }[self.advice]


@dataclass(kw_only=True, eq=False)
class NotOneOf(DraagkrachtError):
    """A text outside a closed list."""

    value: str
    nearest: str | None
    known: tuple[str, ...]

    def sentence(self) -> str:
        return f'"{self.value}" kan hier niet.'

    @property
    def remedy(self) -> str:
        return meant(self.nearest, self.known)


@dataclass(kw_only=True, eq=False)
class WrongForm(DraagkrachtError):
    """A text that is not written the way it must be, with an example that is."""

    value: str
    example: str

    def sentence(self) -> str:
        return f'"{self.value}" heeft niet de juiste vorm.'

    @property
    def remedy(self) -> str:
        return f"Schrijf het zoals {self.example}."


@dataclass(kw_only=True, eq=False)
class EmptyValue(DraagkrachtError):
    """A text or list without anything in it."""

    def sentence(self) -> str:
        return "Deze waarde is leeg."

    @property
    def remedy(self) -> str:
        return "Vul haar in of haal de regel weg."


@dataclass(kw_only=True, eq=False)
class OutOfRange(DraagkrachtError):
    """A number outside the bounds of what it stands for; `exclusive` leaves out the bounds."""

    value: float
    low: float | None = None
    high: float | None = None
    exclusive: bool = False

    def sentence(self) -> str:
        return f"{plain(self.value)} kan hier niet."

    @property
    def remedy(self) -> str:
        least, most = (
            ("groter dan", "kleiner dan")
            if self.exclusive
            else ("van ten minste", "ten hoogste" if self.low is not None else "van ten hoogste")
        )
        parts = []
        if self.low is not None:
            parts.append(f"{least} {plain(self.low)}")
        if self.high is not None:
            parts.append(f"{most} {plain(self.high)}")
        return f"Geef een getal {' en '.join(parts)}{self._as_share()}."

    def _as_share(self) -> str:
        """How a percentage is written, when one was meant."""
        if self.high != 1 or not 1 < self.value <= 100:
            return ""
        return f" ({plain(self.value)} % is {plain(round(self.value / 100, 12))})"


@dataclass(kw_only=True, eq=False)
class UnknownName(DraagkrachtError):
    """A name that refers to nothing; `what` is the Dutch word for what was looked for."""

    what: str
    name: str
    nearest: str | None
    known: tuple[str, ...]

    def sentence(self) -> str:
        return f'Er is geen {self.what} met de naam "{self.name}".'

    @property
    def remedy(self) -> str:
        return meant(self.nearest, self.known)


@dataclass(kw_only=True, eq=False)
class DoubleName(DraagkrachtError):
    """One name for two things; `what` is the Dutch word for such a thing."""

    what: str
    name: str

    def sentence(self) -> str:
        return f'De naam "{self.name}" komt twee keer voor ({self.what}).'

    @property
    def remedy(self) -> str:
        return "Gebruik elke naam één keer."


@dataclass(kw_only=True, eq=False)
class WrongFormat(DraagkrachtError):
    """A document of a version that this program does not read."""

    found: str
    readable: int = 1

    def sentence(self) -> str:
        return (
            f"Dit document heeft format {self.found}; dit programma leest format {self.readable}."
        )

    @property
    def remedy(self) -> str:
        return f"Schrijf bovenaan: format = {self.readable}, of gebruik een nieuwere versie."


@dataclass(kw_only=True, eq=False)
class TooMany(DraagkrachtError):
    """More of something than the program takes; `what` is a Dutch plural."""

    what: str
    count: int
    bound: int
    advice: str = "Voeg samen of verdeel over meer documenten."

    def sentence(self) -> str:
        return f"Hier staan {self.count} {self.what}; het hoogste aantal is {self.bound}."

    @property
    def remedy(self) -> str:
        return self.advice


class Inconsistent(DraagkrachtError):
    """Parts of a document that contradict each other; both texts are complete Dutch sentences."""

    def __init__(
        self, *, what: str, remedy: str, file: str | None = None, place: str | None = None
    ) -> None:
        super().__init__(file=file, place=place)
        self.what = what
        self._remedy = remedy

    def sentence(self) -> str:
        return self.what

    @property
    def remedy(self) -> str:
        return self._remedy
