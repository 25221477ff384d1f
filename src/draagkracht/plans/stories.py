"""Reading change stories: one of one's own, or those that come with the package."""

from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Final

from draagkracht.documents.errors import MissingFile, UnknownName
from draagkracht.documents.nearest import nearest
from draagkracht.documents.reading import read_document
from draagkracht.plans.menu import Menu, read_menu
from draagkracht.plans.story import Story
from draagkracht.town.packaged import DATA, locate

FOLDER: Final = "stories"


def read_story(path: Path | str, menu: Menu | None = None) -> Story:
    """The story in a file, or a packaged one by its name, such as `koffiekar`.

    Its cards must stand in `menu` (default: the packaged one).

    Raises: a `DraagkrachtError` with file, place and remedy.

    >>> read_story("koffiekar").cards
    ('coffee_cart',)
    """
    return _read(locate(path, FOLDER, what="verhaal"), read_menu() if menu is None else menu)


def read_stories(folder: Path | None = None, menu: Menu | None = None) -> Mapping[str, Story]:
    """All stories of a folder, by the name of their file; by default the packaged ones.

    Raises: a `DraagkrachtError` with file, place and remedy, the first in the order of names.
    """
    folder = DATA / FOLDER if folder is None else folder
    if not folder.is_dir():
        raise MissingFile(file=str(folder))
    known = read_menu() if menu is None else menu
    found = {path.stem: _read(path, known) for path in sorted(folder.glob("*.toml"))}
    return MappingProxyType(found)


def sources_of(stories: Mapping[str, Story]) -> frozenset[str]:
    """Ids of all sources that these stories rest on."""
    return frozenset(name for story in stories.values() for name in story.sources)


def _read(path: Path, menu: Menu) -> Story:
    story = read_document(path, Story)
    for name in story.cards:
        if name not in menu.cards:
            raise UnknownName(
                what="kaart",
                name=name,
                nearest=nearest(name, menu.cards),
                known=tuple(sorted(menu.cards)),
                file=str(path),
                place="cards",
            )
    return story
