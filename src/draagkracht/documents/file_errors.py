"""Files that cannot be read or written as files."""

from dataclasses import dataclass
from typing import ClassVar, Literal

from draagkracht.documents.error import DraagkrachtError


@dataclass(kw_only=True, eq=False)
class MissingFile(DraagkrachtError):
    """No file has this name."""

    nearest: str | None = None

    def sentence(self) -> str:
        return "Dit bestand bestaat niet."

    @property
    def remedy(self) -> str:
        return f'Bedoelt u "{self.nearest}"?' if self.nearest else "Controleer de naam en de map."


@dataclass(kw_only=True, eq=False)
class UnreadableFile(DraagkrachtError):
    """The file is there and cannot be opened as a file."""

    reason: Literal["directory", "permission", "special", "name", "system"]
    detail: str = ""

    def sentence(self) -> str:
        return {
            "directory": "Dit is een map en geen bestand.",
            "permission": "U mag dit bestand niet lezen.",
            "special": "Dit is geen gewoon bestand.",
            "name": "Zo kan een bestand niet heten.",
            "system": f"Dit bestand kan niet worden geopend ({self.detail}).",
        }[self.reason]

    @property
    def remedy(self) -> str:
        return {
            "directory": "Geef de naam van een bestand in deze map.",
            "permission": "Vraag de eigenaar om leesrecht, of maak een eigen kopie.",
            "special": "Geef de naam van een gewoon tekstbestand.",
            "name": "Controleer de naam.",
            "system": "Controleer de naam en de plaats van het bestand.",
        }[self.reason]


@dataclass(kw_only=True, eq=False)
class EmptyFile(DraagkrachtError):
    """The file holds nothing but white space."""

    def sentence(self) -> str:
        return "Dit bestand is leeg."

    @property
    def remedy(self) -> str:
        return "Vul het bestand of kies een ander bestand."


@dataclass(kw_only=True, eq=False)
class NotText(DraagkrachtError):
    """The file holds bytes that are not UTF-8 text."""

    def sentence(self) -> str:
        return "Dit bestand is geen leesbare tekst."

    @property
    def remedy(self) -> str:
        return "Sla het op als platte tekst met de codering UTF-8."


@dataclass(kw_only=True, eq=False)
class FileTooLarge(DraagkrachtError):
    """The file is larger than any document can be."""

    bound_megabytes: int

    def sentence(self) -> str:
        return f"Dit bestand is groter dan {self.bound_megabytes} MB; zo groot is geen document."

    @property
    def remedy(self) -> str:
        return "Controleer of dit het goede bestand is."


@dataclass(kw_only=True, eq=False)
class CannotWrite(DraagkrachtError):
    """A file that could not be written; what stood there before still stands there."""

    reason: Literal["full", "permission", "no_folder", "directory", "read_only", "name", "system"]
    detail: str = ""
    exit_code: ClassVar[int] = 1

    def sentence(self) -> str:
        return {
            "full": "De schijf is vol; er is niets geschreven.",
            "permission": "U mag hier niet schrijven.",
            "no_folder": "De map waarin dit bestand moet komen bestaat niet.",
            "directory": "Dit is een map; een bestand met deze naam kan er niet komen.",
            "read_only": "Op deze schijf kan niet worden geschreven.",
            "name": "Zo kan een bestand niet heten.",
            "system": f"Het schrijven is mislukt ({self.detail}).",
        }[self.reason]

    @property
    def remedy(self) -> str:
        return {
            "full": "Maak ruimte vrij of kies een andere plaats.",
            "permission": "Kies een andere map of vraag om schrijfrecht.",
            "no_folder": "Maak de map eerst aan of kies een andere.",
            "directory": "Kies een andere naam.",
            "read_only": "Kies een andere plaats.",
            "name": "Kies een andere naam.",
            "system": "Probeer het opnieuw of kies een andere plaats.",
        }[self.reason]


@dataclass(kw_only=True, eq=False)
class Interrupted(DraagkrachtError):
    """The user stopped the work."""

    exit_code: ClassVar[int] = 1

    def sentence(self) -> str:
        return "Afgebroken; er is niets half geschreven."

    @property
    def remedy(self) -> str:
        return "Geef de opdracht opnieuw om verder te gaan."
