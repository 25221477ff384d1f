"""`draagkracht story list` and `story show`: what happened elsewhere, and what is not known."""

import json
from collections.abc import Mapping
from textwrap import wrap
from typing import Annotated, Any, Final

import typer

from draagkracht import __version__
from draagkracht.cli.story_page import story_lines, story_page
from draagkracht.cli.story_search import asked_card, asked_colour, asked_theme
from draagkracht.evidence.catalogue import read_catalogue
from draagkracht.plans.menu import read_menu
from draagkracht.plans.stories import read_stories, read_story
from draagkracht.plans.story import THEMES, Story

_WIDTH: Final = 80
_READING: Final = (
    "Lees een verhaal met draagkracht story show NAAM. Een verhaal is geen bewijs: het model "
    "rekent er niet mee."
)

AsJson = Annotated[bool, typer.Option("--json", help="Geeft de uitkomst als JSON.")]


def list_stories(
    colour: Annotated[
        str | None,
        typer.Option("--colour", metavar="KLEUR", help="Alleen blauw, rood, geel of groen."),
    ] = None,
    theme: Annotated[
        str | None,
        typer.Option(
            "--theme", metavar="THEMA", help="Alleen dit thema; het begin van het woord volstaat."
        ),
    ] = None,
    card: Annotated[
        str | None,
        typer.Option("--card", metavar="KAART", help="Alleen bij deze kaart: haar naam of code."),
    ] = None,
    as_json: AsJson = False,
) -> None:
    """Print each story with its colours and its theme; options leave out the others."""
    menu = read_menu()
    stories = read_stories(menu=menu)
    if colour is not None:
        wanted = asked_colour(colour)
        stories = {name: each for name, each in stories.items() if wanted in each.colours}
    if theme is not None:
        about = asked_theme(theme)
        stories = {name: each for name, each in stories.items() if each.theme == about}
    if card is not None:
        belongs = asked_card(card, menu)
        stories = {name: each for name, each in stories.items() if belongs in each.cards}
    if as_json:
        print(json.dumps(_as_data(stories), ensure_ascii=False, indent=2))
        return
    for name, story in stories.items():
        print("\n".join(story_lines(name, story)))
    if not stories:
        print("Er is geen verhaal dat hierbij past.")
    print()
    print("\n".join(wrap(_READING, _WIDTH)))


def show_story(
    name: Annotated[
        str, typer.Argument(metavar="VERHAAL", help="Naam van een verhaal, of een bestand (TOML).")
    ],
    as_json: AsJson = False,
) -> None:
    """Print one story: situation, change, what the pages say of it, and what is not known."""
    menu = read_menu()
    story = read_story(name, menu)
    if as_json:
        print(json.dumps(_as_data({name: story}), ensure_ascii=False, indent=2))
    else:
        print(story_page(story, menu, read_catalogue()))


def _as_data(stories: Mapping[str, Story]) -> dict[str, Any]:
    return {
        "record": {"library": __version__},
        "stories": [_row(name, story) for name, story in stories.items()],
        "warnings": [],
    }


def _row(name: str, story: Story) -> dict[str, Any]:
    """The fields of the file; what is not there is left out."""
    data = story.model_dump(mode="json", exclude_none=True, by_alias=True, exclude={"format"})
    return {"story": name, "theme_label": THEMES[story.theme], **data}
