"""The advice as blocks, in the order of the outline: what paper and Word are set from."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from draagkracht.report.block import Block, Blocks, Data, Group
from draagkracht.report.blocks import blocks_of
from draagkracht.report.front import Front
from draagkracht.report.outline import Page, Section
from draagkracht.report.rendering import render_piece, render_section

TABLES: Final = "tabellen"
TABLES_TITLE: Final = "De tabellen bij de grafieken"


@dataclass(frozen=True, slots=True)
class Chapter:
    """A section as blocks, without its own heading."""

    name: str
    title: str
    annex: bool
    blocks: Blocks


@dataclass(frozen=True, slots=True)
class Manuscript:
    """The whole advice: names as text, what stands on the front, and the chapters."""

    front: Front
    facts: Blocks
    status: Blocks
    chapters: tuple[Chapter, ...]


def manuscript(page: Page) -> Manuscript:
    """The advice of this outline; tables of charts go together to a last annex."""
    chapters = []
    data: list[Block] = []
    for section in page.sections:
        blocks = blocks_of(render_section(page, section))
        data += _data(blocks)
        chapters.append(_chapter(section, blocks))
    if data:
        chapters.append(Chapter(TABLES, TABLES_TITLE, annex=True, blocks=tuple(data)))
    facts, status = (blocks_of(render_piece(page, name)) for name in ("facts.html", "status.html"))
    return Manuscript(page.front, facts, status, tuple(chapters))


def _chapter(section: Section, blocks: Blocks) -> Chapter:
    kept = tuple(_without_data(blocks))
    return Chapter(section.name, section.title, section.annex, kept)


def _data(blocks: Blocks) -> Iterator[Block]:
    for block in blocks:
        if isinstance(block, Data):
            yield from block.blocks
        elif isinstance(block, Group):
            yield from _data(block.blocks)


def _without_data(blocks: Blocks) -> Iterator[Block]:
    for block in blocks:
        if isinstance(block, Group):
            yield Group(block.kind, tuple(_without_data(block.blocks)))
        elif not isinstance(block, Data):
            yield block
