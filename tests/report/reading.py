"""A page as a reader gets it: its elements, its words, and what stands where."""

from dataclasses import dataclass, field
from functools import lru_cache
from html.parser import HTMLParser

ALONE = {"meta", "link", "br", "img", "input", "hr"}


@dataclass(eq=False)
class Element:
    """An element with its attributes, its parents' and its own words."""

    tag: str
    attributes: dict[str, str | None]
    parents: tuple["Element", ...]
    children: list["Element"] = field(default_factory=list)
    words: list[str] = field(default_factory=list)

    @property
    def text(self) -> str:
        """All words inside, in order, on one line."""
        return " ".join(" ".join(self.words).split())

    def inside(self, *, tags: set[str] = frozenset(), marks: set[str] = frozenset()) -> bool:
        """Whether it stands in (or is) an element with one of these tags, ids or classes."""
        for each in (*self.parents, self):
            known = {each.attributes.get("id"), *(each.attributes.get("class") or "").split()}
            if each.tag in tags or known & marks:
                return True
        return False


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.found: list[Element] = []
        self.open: list[Element] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        element = Element(tag, dict(attrs), tuple(self.open))
        if self.open:
            self.open[-1].children.append(element)
        self.found.append(element)
        if tag not in ALONE:
            self.open.append(element)

    def handle_endtag(self, tag: str) -> None:
        assert self.open, f"</{tag}> closes nothing"
        assert self.open[-1].tag == tag, f"</{tag}> closes <{self.open[-1].tag}>"
        self.open.pop()

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        if tag not in ALONE:
            self.open.pop()

    def handle_data(self, data: str) -> None:
        for element in self.open:
            element.words.append(data)


@lru_cache(maxsize=8)
def elements(page: str) -> tuple[Element, ...]:
    """Every element of a page; fails where one is not closed or closed twice."""
    reader = _Reader()
    reader.feed(page)
    reader.close()
    assert reader.open == []
    return tuple(reader.found)


def all_of(page: str, tag: str) -> list[Element]:
    """The elements with this tag."""
    return [element for element in elements(page) if element.tag == tag]


def section(page: str, name: str) -> str:
    """The words of one section."""
    return next(each.text for each in elements(page) if each.attributes.get("id") == name)
