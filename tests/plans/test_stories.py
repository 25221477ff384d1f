"""The stories that come with the package: honest, short, and nothing rests on them."""

import ast
import re
from pathlib import Path

import pytest

from draagkracht.documents.errors import DraagkrachtError
from draagkracht.documents.reading import parse_document
from draagkracht.documents.writing import write_document
from draagkracht.evidence.catalogue import read_catalogue
from draagkracht.plans.menu import read_menu
from draagkracht.plans.stories import read_stories, read_story, sources_of
from draagkracht.plans.story import THEMES, Story
from plans.test_story import STORY

MENU = read_menu()
STORIES = read_stories(menu=MENU)
CATALOGUE = read_catalogue()
WORKING_GROUP = "gemeentennl-werkgroep-juni"
MAY_READ_STORIES = {
    "__init__.py",
    "cli/catalogue.py",
    "cli/story.py",
    "cli/story_page.py",
    "cli/story_search.py",
    "plans/stories.py",
}


def words(story: Story) -> str:
    parts = (story.situation, story.change, story.told, story.unknown)
    return " ".join(part.nl for part in parts)


def test_there_are_twelve_and_together_they_have_every_theme_and_colour() -> None:
    assert len(STORIES) == 12
    assert {story.theme for story in STORIES.values()} == set(THEMES)
    assert {story.colours[0] for story in STORIES.values()} == {"blue", "red", "yellow", "green"}


@pytest.mark.parametrize("name", STORIES)
def test_a_story_is_80_to_150_words_in_short_sentences(name: str) -> None:
    text = words(STORIES[name])
    assert 80 <= len(text.split()) <= 150
    assert max(len(sentence.split()) for sentence in re.split(r"[.?:] ", text)) <= 22


@pytest.mark.parametrize("name", STORIES)
def test_a_story_quotes_no_one(name: str) -> None:
    story = STORIES[name]
    assert not set('"“”„‘') & set(words(story) + story.label.nl)


@pytest.mark.parametrize("name", STORIES)
def test_a_story_has_a_colour_of_its_card(name: str) -> None:
    story = STORIES[name]
    for card in story.cards:
        assert story.colours[0] in MENU.card(card).colours


@pytest.mark.parametrize("name", STORIES)
def test_a_story_rests_on_sources_in_the_catalogue_and_says_how_they_were_read(name: str) -> None:
    story = STORIES[name]
    assert story.sources <= set(CATALOGUE.sources)
    for page in story.pages:
        assert page.reported_by == CATALOGUE.sources[page.source].reported_by


@pytest.mark.parametrize("name", STORIES)
def test_a_place_is_named_only_when_a_page_names_it(name: str) -> None:
    story = STORIES[name]
    if story.place is not None:
        pages = [CATALOGUE.sources[page.source] for page in story.pages]
        told = " ".join(f"{page.title} {page.address}" for page in pages).lower()
        assert story.place.lower() in told


@pytest.mark.parametrize("name", STORIES)
def test_a_packaged_story_survives_the_round_trip(name: str) -> None:
    assert parse_document(write_document(STORIES[name]), Story) == STORIES[name]


def test_the_five_of_the_working_group_say_only_that_they_were_shared() -> None:
    shared = [story for story in STORIES.values() if WORKING_GROUP in story.sources]
    assert len(shared) == 5
    for story in shared:
        assert story.told.nl == (
            "Niets over gemeten. Wij weten alleen dat dit voorbeeld op 17 juni in de werkgroep is "
            "gedeeld."
        )
        assert all(MENU.card(card).example_of_working_group for card in story.cards)


def test_what_did_not_work_is_told_as_well() -> None:
    trial = STORIES["eigen_kracht_conferentie"].told.nl
    assert trial.startswith("Het werkte niet zoals gehoopt.")
    assert "27 %" in trial
    assert STORIES["schrapsessies"].told.nl.startswith("Maar 2 % van de medewerkers")


def test_the_sources_of_all_stories_are_known_together() -> None:
    assert sources_of(STORIES) >= {WORKING_GROUP, "zonmw-eigen-kracht"}
    assert sources_of({}) == frozenset()


def test_nothing_that_computes_reads_a_story(checkout: Path) -> None:
    source = checkout / "src/draagkracht"
    readers = {
        path.relative_to(source).as_posix()
        for path in source.rglob("*.py")
        if any(name.startswith("draagkracht.plans.stor") for name in imported(path))
    }
    assert readers == MAY_READ_STORIES


def test_nothing_else_names_the_folder_of_stories(checkout: Path) -> None:
    source = checkout / "src/draagkracht"
    named = {
        path.relative_to(source).as_posix()
        for path in source.rglob("*.py")
        if re.search(r'["/]stories["/]', path.read_text(encoding="utf-8"))
    }
    assert named <= {"plans/stories.py", "cli/story.py"}


def imported(path: Path) -> set[str]:
    names: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            names.update(alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            names.add(node.module)
            names.update(f"{node.module}.{alias.name}" for alias in node.names)
    return names


def refusal(folder: Path) -> str:
    with pytest.raises(DraagkrachtError) as refused:
        read_stories(folder, MENU)
    return str(refused.value).replace(f"{folder}/", "")


def own(folder: Path, card: str = "escalation_table") -> Path:
    path = folder / "eigen.toml"
    path.write_text(STORY.replace("coffee_cart", card), encoding="utf-8")
    return path


def test_a_story_of_ones_own_is_read_from_its_file_and_from_its_folder(tmp_path: Path) -> None:
    path = own(tmp_path)
    assert read_story(path, MENU) == read_stories(tmp_path, MENU)["eigen"]
    assert read_story(str(path), MENU).label.nl == "Een kar"


def test_a_card_that_is_not_in_the_menu_is_refused_with_the_nearest(tmp_path: Path) -> None:
    own(tmp_path, "escalation_tabel")
    assert refusal(tmp_path) == (
        'eigen.toml: cards: Er is geen kaart met de naam "escalation_tabel". '
        'Bedoelt u "escalation_table"?'
    )


def test_a_folder_that_is_not_there_is_refused(tmp_path: Path) -> None:
    with pytest.raises(DraagkrachtError):
        read_stories(tmp_path / "nergens", MENU)


def test_a_misspelt_story_is_refused_with_the_nearest() -> None:
    with pytest.raises(DraagkrachtError) as refused:
        read_story("kofiekar", MENU)
    assert str(refused.value) == (
        'Er is geen verhaal met de naam "kofiekar". Bedoelt u "koffiekar"?'
    )
