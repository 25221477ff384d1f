"""What a page consists of, whatever it is written in: runs of text, and blocks of them."""

from dataclasses import dataclass
from typing import Literal

RunKind = Literal[
    "plain", "strong", "em", "link", "mark", "grade", "quiet", "room", "verdict", "colour", "break"
]
ParagraphKind = Literal["plain", "lead", "small", "big", "summary", "command", "warned"]
GroupKind = Literal["card", "note", "tile", "exhibit"]


@dataclass(frozen=True, slots=True)
class Run:
    """Words in one manner; `to` is where a link leads, or which colour or verdict it is."""

    text: str
    kind: RunKind = "plain"
    to: str = ""


Runs = tuple[Run, ...]


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading within a section; the section's own is of level 1."""

    level: int
    runs: Runs


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Words that belong together."""

    runs: Runs
    kind: ParagraphKind = "plain"


@dataclass(frozen=True, slots=True)
class Items:
    """A list; each item is one or more blocks."""

    items: tuple[tuple["Block", ...], ...]
    numbered: bool = False


@dataclass(frozen=True, slots=True)
class Terms:
    """Names with what belongs to each."""

    rows: tuple[tuple[Runs, Runs], ...]


@dataclass(frozen=True, slots=True)
class Table:
    """A table with a row of heads; the first cell of a row names it."""

    caption: Runs
    heads: tuple[Runs, ...]
    rows: tuple[tuple[Runs, ...], ...]


@dataclass(frozen=True, slots=True)
class Picture:
    """A drawing as SVG, with what it shows for who cannot see it."""

    svg: str
    title: str
    description: str


@dataclass(frozen=True, slots=True)
class Data:
    """The numbers of the picture before it: on paper they stand in the last annex."""

    blocks: tuple["Block", ...]


@dataclass(frozen=True, slots=True)
class Group:
    """Blocks that stand together, set apart from the rest."""

    kind: GroupKind
    blocks: tuple["Block", ...]


Block = Heading | Paragraph | Items | Terms | Table | Picture | Data | Group
Blocks = tuple[Block, ...]


def words_of(runs: Runs) -> str:
    """The words of runs as one text.

    >>> words_of((Run("In "), Run("8", "strong"), Run("", "break"), Run("weken")))
    'In 8 weken'
    """
    return "".join(" " if run.kind == "break" else run.text for run in runs).strip()
