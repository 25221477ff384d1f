"""What can be wrong with where an advice goes, and with a town's own Word template."""

from dataclasses import dataclass
from typing import Literal

from draagkracht.documents.errors import DraagkrachtError


@dataclass(kw_only=True, eq=False)
class UnknownKind(DraagkrachtError):
    """A name whose ending says no kind of advice that we write."""

    suffix: str

    def sentence(self) -> str:
        if not self.suffix:
            return "Aan deze naam is niet te zien wat voor advies u wilt."
        return f'Een advies op "{self.suffix}" bestaat niet.'

    @property
    def remedy(self) -> str:
        return "Kies een naam die eindigt op .html (webpagina), .docx (Word) of .pdf."


@dataclass(kw_only=True, eq=False)
class TemplateNotWanted(DraagkrachtError):
    """A Word template for an advice that is no Word document; `file` is the advice."""

    def sentence(self) -> str:
        return "Een sjabloon is er alleen voor een advies in Word."

    @property
    def remedy(self) -> str:
        return "Kies een naam die eindigt op .docx, of laat --template weg."


@dataclass(kw_only=True, eq=False)
class NoTemplate(DraagkrachtError):
    """A file that is no Word document."""

    def sentence(self) -> str:
        return "Dit is geen Word-document dat als sjabloon kan dienen."

    @property
    def remedy(self) -> str:
        return "Bewaar het sjabloon in Word als .docx en probeer het opnieuw."


@dataclass(kw_only=True, eq=False)
class MissingField(DraagkrachtError):
    """A field that no advice may go without: what the reader must know to trust the rest."""

    field: str
    alone: bool

    def sentence(self) -> str:
        return f'In dit sjabloon ontbreekt het veld "{self.field}".'

    @property
    def remedy(self) -> str:
        if self.alone:
            return f"Zet {{{{p {self.field} }}}} in een alinea voor zich alleen."
        return f"Zet {{{{ {self.field} }}}} waar u het wilt hebben."


@dataclass(kw_only=True, eq=False)
class FieldInSentence(DraagkrachtError):
    """A part of the advice in the midst of a line, where only words fit; or in a header."""

    field: str
    where: Literal["sentence", "margin"] = "sentence"

    def sentence(self) -> str:
        if self.where == "margin":
            return f'Het veld "{self.field}" kan niet in een kop- of voettekst.'
        return f'Het veld "{self.field}" is meer dan een woord en past niet in een zin.'

    @property
    def remedy(self) -> str:
        return f"Zet {{{{p {self.field} }}}} in een alinea voor zich alleen."


@dataclass(kw_only=True, eq=False)
class TemplateFault(DraagkrachtError):
    """Braces that cannot be read as a field."""

    def sentence(self) -> str:
        return "Hier staan accolades die geen veld zijn."

    @property
    def remedy(self) -> str:
        return "Schrijf een veld als {{ gemeente }} of {{p doelen }}, en sluit elke accolade."
