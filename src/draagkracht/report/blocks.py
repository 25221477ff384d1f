"""From the HTML of a section to blocks, so that page, paper and Word say the same.

The templates are the one place where a sentence stands and a number gets its unit; what they
write is read here. An element or class that is not known is an error of ours, never left out.
"""

import re
from collections.abc import Iterator, Sequence
from html import unescape
from typing import Final, get_args

from draagkracht.report.block import (
    Block,
    Blocks,
    Data,
    Group,
    Heading,
    Items,
    Paragraph,
    ParagraphKind,
    Picture,
    Run,
    RunKind,
    Runs,
    Table,
    Terms,
)
from draagkracht.report.page_tree import Node, page_tree

_INLINE: Final = ("strong", "em", "a", "span")
_THROUGH: Final = ("div", "figcaption")
_HEADINGS: Final = ("h3", "h4")
_SPACE: Final = re.compile(r"[ \t\r\n]+")
_SPANS: Final[dict[str, RunKind]] = {
    "mark": "mark",
    "grade": "grade",
    "spread": "quiet",
    "room": "room",
    "unit": "plain",
}
_SPOKEN: Final = re.compile(r"<(title|desc)[^>]*>(.*?)</\1>", re.DOTALL)


class UnknownElement(ValueError):
    """A template holds an element or class that paper and Word do not know."""


def blocks_of(html: str) -> Blocks:
    """The blocks of what a template wrote.

    >>> blocks_of("<h3>Kop</h3> <p>Van <em>3</em> naar 4 weken.</p>")[0]
    Heading(level=2, runs=(Run(text='Kop', kind='plain', to=''),))
    """
    tree, drawings = page_tree(html)
    return tuple(_blocks(tree, drawings))


def _blocks(node: Node, drawings: Sequence[str]) -> Iterator[Block]:
    for each in node.inside:
        if isinstance(each, str):
            if each.strip():
                raise UnknownElement(f"loose text: {each.strip()[:40]}")
        else:
            yield from _block(each, drawings)


def _block(node: Node, drawings: Sequence[str]) -> Iterator[Block]:
    match node.tag:
        case "p":
            yield Paragraph(_runs(node), _paragraph_kind(node))
        case tag if tag in _HEADINGS:
            yield Heading(int(node.tag[1]) - 1, _runs(node))
        case "ul" | "ol":
            yield from _list(node, drawings)
        case "dl":
            rows = node.all_of("dt"), node.all_of("dd")
            yield Terms(tuple((_runs(dt), _runs(dd)) for dt, dd in zip(*rows, strict=True)))
        case "table":
            yield _table(node)
        case "img":
            yield _picture(drawings[int(node.attributes["data-drawing"])])
        case "article":
            yield Group("card", tuple(_blocks(node, drawings)))
        case "figure":
            yield from _exhibit(node, drawings)
        case "details":
            yield from _details(node, drawings)
        case "div" if "note" in node.classes:
            yield Group("note", tuple(_blocks(node, drawings)))
        case tag if tag in _THROUGH:
            yield from _blocks(node, drawings)
        case _:
            raise UnknownElement(f"<{node.tag}>")


def _exhibit(node: Node, drawings: Sequence[str]) -> Iterator[Block]:
    """What stays together, and the table of the same numbers."""
    inside = tuple(_blocks(node, drawings))
    yield Group("exhibit", tuple(block for block in inside if not isinstance(block, Data)))
    yield from (block for block in inside if isinstance(block, Data))


def _paragraph_kind(node: Node) -> ParagraphKind:
    known = [name for name in get_args(ParagraphKind) if name in node.classes]
    if "marks" in node.classes:
        return "small"
    return known[0] if known else "plain"


def _list(node: Node, drawings: Sequence[str]) -> Iterator[Block]:
    items = tuple(_item(item, drawings) for item in node.elements)
    if "cards" in node.classes:
        yield from (Group("tile", blocks) for blocks in items)
    elif "frames" in node.classes:
        yield from (Group("card", blocks) for blocks in items)
    else:
        yield Items(items, numbered=node.tag == "ol")


def _item(node: Node, drawings: Sequence[str]) -> Blocks:
    """An item is a line, or blocks of its own."""
    if any(each.tag not in _INLINE for each in node.elements):
        return tuple(_blocks(node, drawings))
    return (Paragraph(_runs(node)),)


def _details(node: Node, drawings: Sequence[str]) -> Iterator[Block]:
    """What folds on a screen lies open elsewhere; a table's caption says what its summary does."""
    summary, *rest = node.elements
    inside = tuple(block for each in rest for block in _block(each, drawings))
    if "data" in node.classes:
        yield Data(inside)
        return
    if not isinstance(inside[0], Table):
        yield Paragraph(_runs(summary), "summary")
    yield from inside


def _table(node: Node) -> Table:
    caption = next(node.all_of("caption"))
    head, body = next(node.all_of("thead")), next(node.all_of("tbody"))
    return Table(
        caption=_runs(caption),
        heads=tuple(_runs(cell) for cell in head.all_of("th")),
        rows=tuple(
            tuple(_runs(cell) for cell in row.elements if cell.tag in ("th", "td"))
            for row in body.all_of("tr")
        ),
    )


def _picture(svg: str) -> Picture:
    said = {name: unescape(text) for name, text in _SPOKEN.findall(svg)}
    return Picture(svg, title=said["title"], description=said["desc"])


def _runs(node: Node) -> Runs:
    """The words of an element, with space as a browser shows it."""
    return tuple(_closed_up(list(_loose(node, Run("")))))


def _loose(node: Node, manner: Run) -> Iterator[Run]:
    for each in node.inside:
        if isinstance(each, str):
            yield Run(_SPACE.sub(" ", each), manner.kind, manner.to)
        else:
            yield from _inline(each, manner)


def _inline(node: Node, manner: Run) -> Iterator[Run]:
    match node.tag:
        case "strong" | "em":
            yield from _loose(node, Run("", "strong" if node.tag == "strong" else "em"))
        case "a":
            yield from _loose(node, Run("", "link", node.attributes["href"]))
        case "span" if node.classes[0] in ("verdict", "colour"):
            kind: RunKind = "verdict" if node.classes[0] == "verdict" else "colour"
            yield from _loose(node, Run("", kind, node.classes[1]))
        case "span" if node.classes[0] in _SPANS:
            kind = _SPANS[node.classes[0]]
            yield from _loose(node, manner if kind == "plain" else Run("", kind))
        case _:
            raise UnknownElement(f"<{node.tag} {' '.join(node.classes)}>")


def _closed_up(runs: list[Run]) -> Iterator[Run]:
    """One space at most between words, none at the ends; a spread or verdict on its own line."""
    text = ""
    kept: list[Run] = []
    for run in runs:
        own = run.text.lstrip(" ") if not text or text.endswith(" ") else run.text
        if own:
            kept.append(Run(own, run.kind, run.to))
            text += own
    while kept and not kept[-1].text.strip(" "):
        kept.pop()
    if kept:
        kept[-1] = Run(kept[-1].text.rstrip(" "), kept[-1].kind, kept[-1].to)
    yield from kept
