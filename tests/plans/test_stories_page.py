"""The page about stories says what the package has."""

import re
from pathlib import Path

import pytest

from draagkracht.documents.reading import read_document
from draagkracht.plans.stories import read_stories
from draagkracht.plans.story import THEMES, Page, Story


@pytest.fixture(scope="module")
def page(checkout: Path) -> str:
    return (checkout / "docs/nl/verhalen.md").read_text(encoding="utf-8")


def test_the_page_names_every_packaged_story_and_no_other(page: str) -> None:
    table = page.partition("## De twaalf verhalen")[2].partition("\n## ")[0]
    named = re.findall(r"^\| `(\w+)` \|", table, re.MULTILINE)
    assert named == list(read_stories())


def test_the_page_names_every_theme_with_its_word(page: str) -> None:
    table = page.partition("## De thema’s")[2].partition("\n## ")[0]
    assert dict(re.findall(r"^\| `(\w+)` \| (.+?) \|$", table, re.MULTILINE)) == dict(THEMES)


def test_the_page_explains_every_field(page: str) -> None:
    rows = re.findall(r"^\| (?:`\[\[page\]\]` )?`([\w.]+)` \| .+ \| .+ \|$", page, re.MULTILINE)
    explained = {name.partition(".")[0] for name in rows}
    fields = (set(Story.model_fields) - {"pages"}) | set(Page.model_fields)
    assert fields <= explained


def test_the_story_on_the_page_can_be_read(page: str, tmp_path: Path) -> None:
    (text,) = re.findall(r"```toml\n(.*?)```", page, re.DOTALL)
    path = tmp_path / "VERHAAL.toml"
    path.write_text(text, encoding="utf-8")
    assert read_document(path, Story).theme == "front_door"
