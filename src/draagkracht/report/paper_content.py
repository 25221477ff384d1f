"""Blocks as the data that the typst template sets: plain lists, texts and no numbers."""

from collections.abc import Mapping, Sequence
from itertools import groupby
from typing import Final

from draagkracht.report.block import (
    Block,
    Blocks,
    Data,
    Group,
    Heading,
    Items,
    Paragraph,
    Picture,
    Runs,
    Table,
    Terms,
)
from draagkracht.report.column_widths import column_shares
from draagkracht.report.manuscript import Chapter, Manuscript
from draagkracht.report.typesetting import Content

_LEVELS: Final = {1: "one", 2: "two", 3: "three"}


def paper_content(manuscript: Manuscript) -> Mapping[str, Content]:
    """Everything that `paper/advies.typ` sets."""
    front = manuscript.front
    return {
        "title": front.title,
        "subject": front.subject,
        "marks": " · ".join(front.marks),
        "version": front.version,
        "facts": _all(manuscript.facts),
        "status": _all(manuscript.status),
        "chapters": [
            _chapter(chapter, begins=number == 0 or (chapter.annex and not before.annex))
            for number, (before, chapter) in enumerate(
                zip(
                    (manuscript.chapters[0], *manuscript.chapters),
                    manuscript.chapters,
                    strict=False,
                )
            )
        ],
    }


def _chapter(chapter: Chapter, *, begins: bool) -> Mapping[str, Content]:
    return {
        "begins": begins,
        "name": chapter.name,
        "title": chapter.title,
        "annex": chapter.annex,
        "blocks": _all(chapter.blocks),
    }


def _all(blocks: Blocks) -> Sequence[Content]:
    """Tiles that follow each other stand beside each other."""
    found: list[Content] = []
    for is_tile, together in groupby(blocks, _is_tile):
        if is_tile:
            tiles = [_all(block.blocks) for block in together if isinstance(block, Group)]
            found.append({"is": "tiles", "tiles": tiles})
        else:
            found += [_block(block) for block in together]
    return found


def _is_tile(block: Block) -> bool:
    return isinstance(block, Group) and block.kind == "tile"


def _block(block: Block) -> Mapping[str, Content]:
    match block:
        case Heading(level, runs):
            return {"is": "heading", "level": _LEVELS[level], "runs": _runs(runs)}
        case Paragraph(runs, kind):
            return {"is": "paragraph", "kind": kind, "runs": _runs(runs)}
        case Items(items, numbered):
            return {"is": "items", "numbered": numbered, "items": [_all(item) for item in items]}
        case Terms(rows):
            return {"is": "terms", "rows": [[_runs(term), _runs(what)] for term, what in rows]}
        case Table(caption, heads, rows):
            return {
                "is": "table",
                "widths": [str(share) for share in column_shares(block)],
                "caption": _runs(caption),
                "heads": [_runs(head) for head in heads],
                "rows": [[_runs(cell) for cell in row] for row in rows],
            }
        case Picture(svg, title, description):
            return {"is": "picture", "svg": svg, "alt": f"{title}. {description}"}
        case Group(kind, blocks):
            return {"is": kind, "blocks": _all(blocks)}
        case Data(blocks):
            return {"is": "note", "blocks": _all(blocks)}


def _runs(runs: Runs) -> Sequence[Content]:
    return [{"text": run.text, "kind": run.kind, "to": run.to} for run in runs]
