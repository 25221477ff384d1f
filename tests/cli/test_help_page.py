import pytest

from draagkracht.cli.commands import COMMANDS, Language
from draagkracht.cli.help_page import WIDTH, overview, section


@pytest.mark.parametrize("language", ["nl", "en"])
def test_the_overview_names_every_command(language: Language) -> None:
    page = overview(None, language)
    assert all(f"  {' '.join(command.words)} " in page for command in COMMANDS)


@pytest.mark.parametrize("language", ["nl", "en"])
@pytest.mark.parametrize("first", [None, "catalogue"])
def test_no_line_is_wider_than_a_terminal(first: str | None, language: Language) -> None:
    assert max(len(line) for line in overview(first, language).splitlines()) <= WIDTH


def test_the_dutch_overview_holds_no_english_headings() -> None:
    page = overview(None, "nl")
    assert page.startswith("Gebruik: draagkracht OPDRACHT [OPTIES]")
    assert not {"Usage", "Options", "Commands", "Show"} & set(page.replace(":", " ").split())


def test_the_overview_of_one_word_holds_only_its_commands() -> None:
    page = overview("catalogue", "nl")
    assert "catalogue show" in page
    assert "compare" not in page


def test_a_long_name_gets_a_line_of_its_own() -> None:
    lines = section("Opties", [("--a-rather-long-option BESTAND", "Uitleg.")])
    assert lines[2:] == ["  --a-rather-long-option BESTAND", " " * 24 + "Uitleg."]


def test_a_long_explanation_is_wrapped_under_itself() -> None:
    lines = section("Opties", [("--seed GETAL", "woord " * 30)])
    assert len(lines) > 3
    assert all(line.startswith(" " * 24 + "woord") for line in lines[3:])
