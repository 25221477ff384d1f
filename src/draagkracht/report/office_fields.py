"""The fields of a Word template: what each is filled with, and which may not be missing."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

from draagkracht.report.block import Blocks, Heading, Run
from draagkracht.report.front import Front
from draagkracht.report.manuscript import TABLES, TABLES_TITLE, Manuscript
from draagkracht.report.outline import ANNEXES, PROPOSAL

# Words that stand in a line of the template.
WORD_FIELDS: Final[Mapping[str, str]] = MappingProxyType(
    {
        "titel": "Advies voor … (de gemeente)",
        "onderwerp": "de koers naast doorgaan zoals nu, in één zin",
        "gemeente": "de naam van de gemeente",
        "koers": "de naam van de koers",
        "scenario": "de naam van het scenario",
        "datum": "de dag waarop de berekening begint",
        "merken": "rekenvoorbeeld, en nog niet getoetst aan uitkomsten",
        "cijfers": "hoeveel cijfers, en hoeveel daarvan een aanname zijn",
        "versie": "de versie van Draagkracht",
    }
)
# Parts that fill paragraphs of their own, besides the sections of the advice.
PART_FIELDS: Final[Mapping[str, str]] = MappingProxyType(
    {
        "gegevens": "gemeente, koers, scenario en datum onder elkaar",
        "stand": "wat dit advies waard is: merken, cijfers, waarschuwingen",
        "inhoud": "de inhoudsopgave",
        **{entry.name: entry.title for entry in PROPOSAL},
        **{f"bijlage_{entry.name}": entry.title for entry in ANNEXES},
        f"bijlage_{TABLES}": TABLES_TITLE,
    }
)
# Without these a reader cannot know what the rest is worth.
REQUIRED: Final = ("merken", "stand", "conclusie", "kanttekeningen", "bijlage_niet_nagegaan")


@dataclass(frozen=True, slots=True)
class Part:
    """A part of the advice: `{{p doelen }}` with its heading, `{{p doelen.tekst }}` without.

    A part that has nothing to say in this advice leaves nothing behind.
    """

    name: str
    titel: str
    blocks: Blocks

    @property
    def anchor(self) -> str:
        """What links lead to: the name of the section."""
        return self.name.removeprefix("bijlage_")

    @property
    def tekst(self) -> "Part":
        """The same without its heading."""
        return Part(f"{self.name}.tekst", self.titel, self.blocks[1:])

    def __html__(self) -> str:
        """A paragraph that keeps the place; what belongs there is set when Jinja is done."""
        return f'<w:p><w:pPr><w:pStyle w:val="{MARK}{self.name}"/></w:pPr></w:p>'


MARK: Final = "draagkracht-"


def words_of_front(front: Front) -> dict[str, str]:
    """The words of an advice, by field."""
    found = {
        "titel": front.title,
        "onderwerp": front.subject,
        "gemeente": front.town,
        "koers": front.koers,
        "scenario": front.scenario,
        "datum": front.day,
        "merken": " · ".join(front.marks),
        "cijfers": front.figures,
        "versie": front.version,
    }
    assert found.keys() == WORD_FIELDS.keys()
    return found


def parts_of(manuscript: Manuscript) -> dict[str, Part]:
    """The parts of an advice, by field; the contents are set from the headings."""
    found = {name: Part(name, title, ()) for name, title in PART_FIELDS.items()}
    found["gegevens"] = Part("gegevens", PART_FIELDS["gegevens"], manuscript.facts)
    found["stand"] = Part("stand", PART_FIELDS["stand"], manuscript.status)
    for chapter in manuscript.chapters:
        title = f"Bijlage: {chapter.title}" if chapter.annex else chapter.title
        name = f"bijlage_{chapter.name}" if chapter.annex else chapter.name
        heading = Heading(1, (Run(title),))
        found[name] = Part(name, chapter.title, (heading, *chapter.blocks))
    return found
