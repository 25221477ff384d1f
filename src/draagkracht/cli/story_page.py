"""A change story as a terminal shows it: one line or two in a list, or the whole of it."""

from collections.abc import Iterator
from textwrap import wrap
from typing import Final

from draagkracht.evidence.catalogue import Catalogue
from draagkracht.language.colours import colour_mark
from draagkracht.language.dates import dutch_date
from draagkracht.plans.menu import Menu
from draagkracht.plans.story import THEMES, Page, Story

_WIDTH: Final = 80
_UNREAD: Final = "bron niet in de catalogus"


def story_lines(name: str, story: Story) -> list[str]:
    """A story in a list: its name and what it is called, and below it its theme and colours."""
    about = _wrapped(f"{THEMES[story.theme]} · {_colours(story)}", indent="    ")
    return [*_wrapped(f"{name} · {story.label.nl}", hang="  "), *about]


def story_page(story: Story, menu: Menu, catalogue: Catalogue) -> str:
    """The whole story; first what it is, then its four parts, then what it rests on."""
    return "\n".join(_page(story, menu, catalogue))


def _page(story: Story, menu: Menu, catalogue: Catalogue) -> Iterator[str]:
    yield from _wrapped(story.label.nl)
    where = f"{story.place}, " if story.place else ""
    yield from _wrapped(f"{where}{story.year} · {THEMES[story.theme]} · {_colours(story)}")
    for head, text in (
        ("Hoe het was", story.situation.nl),
        ("Wat er veranderde", story.change.nl),
        ("Wat ervan kwam, volgens de bron", story.told.nl),
        ("Wat wij niet weten", story.unknown.nl),
    ):
        yield ""
        yield head
        yield from _wrapped(text, indent="  ")
    yield ""
    yield "Kaarten in het menu"
    for name in story.cards:
        card = menu.card(name)
        yield from _wrapped(f"{card.code} {card.label.nl} ({name})", indent="  ", hang="    ")
    yield ""
    yield "Bronnen"
    for page in story.pages:
        yield from _source(page, catalogue)
    yield ""
    read = "Zelf gelezen" if story.seen == "here" else "Deels via een ander gelezen"
    yield from _wrapped(f"{read}; nagekeken op {dutch_date(story.checked)}.")


def _colours(story: Story) -> str:
    return ", ".join(colour_mark(colour) for colour in story.colours)


def _source(page: Page, catalogue: Catalogue) -> Iterator[str]:
    source = catalogue.sources.get(page.source)
    if source is None:  # a story of one's own may name one that we do not have
        yield from _wrapped(f"{page.source}: {page.at} ({_UNREAD})", indent="  ", hang="    ")
        return
    via = catalogue.sources.get(page.reported_by or "")
    told = f"; gelezen via {via.publisher}" if via else ""
    text = f"{source.publisher} ({source.year}): {source.title}. {page.at}{told}."
    yield from _wrapped(text, indent="  ", hang="    ")
    yield f"    {source.address}"


def _wrapped(text: str, *, indent: str = "", hang: str | None = None) -> list[str]:
    """Lines that fit; a name in a file must not steer the terminal."""
    shown = "".join(letter if letter.isprintable() else "?" for letter in text)
    later = indent if hang is None else hang
    return wrap(shown, _WIDTH, initial_indent=indent, subsequent_indent=later)
