"""The HTML of our own templates as a tree, to be set again on paper and in Word."""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser
from typing import Final

_SVG: Final = re.compile(r"<svg .*?</svg>", re.DOTALL)
_VOID: Final = ("img", "br", "meta", "link", "input", "hr")


@dataclass(eq=False, slots=True)
class Node:
    """An element with its classes and, in order, its texts and elements."""

    tag: str
    attributes: dict[str, str]
    inside: list["Node | str"] = field(default_factory=list)

    @property
    def classes(self) -> list[str]:
        """The words of its class attribute."""
        return self.attributes.get("class", "").split()

    @property
    def elements(self) -> Iterator["Node"]:
        """The elements directly inside."""
        return (each for each in self.inside if isinstance(each, Node))

    def all_of(self, tag: str) -> Iterator["Node"]:
        """The elements of that tag anywhere inside, in order."""
        for each in self.elements:
            if each.tag == tag:
                yield each
            else:
                yield from each.all_of(tag)


class _Builder(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.open = [Node("page", {})]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        node = Node(tag, {name: value or "" for name, value in attrs})
        self.open[-1].inside.append(node)
        if tag not in _VOID:
            self.open.append(node)

    def handle_endtag(self, tag: str) -> None:
        closed = self.open.pop()
        assert closed.tag == tag, f"</{tag}> closes <{closed.tag}>"

    def handle_data(self, data: str) -> None:
        self.open[-1].inside.append(readable(data))


def page_tree(html: str) -> tuple[Node, tuple[str, ...]]:
    """The tree of a page and its drawings; a drawing stands in it as `img` with its number."""
    drawings: list[str] = []

    def put(found: re.Match[str]) -> str:
        drawings.append(readable(found.group()))
        return f'<img data-drawing="{len(drawings) - 1}">'

    builder = _Builder()
    builder.feed(_SVG.sub(put, html))
    builder.close()
    assert len(builder.open) == 1, f"<{builder.open[-1].tag}> is not closed"
    return builder.open[0], tuple(drawings)


def readable(text: str) -> str:
    r"""The text without what is no letter: control signs and code points that are none.

    >>> readable("Noord\x07 \ufffe&\tZuid")
    'Noord &\tZuid'
    """
    return "".join(sign for sign in text if sign in "\n\t" or not _is_no_letter(sign))


def _is_no_letter(sign: str) -> bool:
    return unicodedata.category(sign) in ("Cc", "Cs") or ord(sign) & 0xFFFE == 0xFFFE
