"""`draagkracht story list` and `story show`."""

import json
import os
from pathlib import Path

import pytest

from draagkracht.cli.main import main
from draagkracht.plans.stories import read_stories
from plans.test_story import STORY

WIDTH = 80


def shown(capsys: pytest.CaptureFixture[str], *line: str) -> str:
    assert main(["story", *line]) == 0
    return capsys.readouterr().out


def names(page: str) -> list[str]:
    return [line.partition(" · ")[0] for line in page.splitlines() if line and line[0] != " "][:-2]


def test_the_list_shows_every_story_with_theme_colour_and_shape(
    capsys: pytest.CaptureFixture[str],
) -> None:
    page = shown(capsys, "list")
    assert names(page) == list(read_stories())
    assert "koffiekar · Een koffiekar in de wijk\n    preventie en outreach · ◆ groen\n" in page
    assert "Een verhaal is geen bewijs" in page
    assert max(len(line) for line in page.splitlines()) <= WIDTH


@pytest.mark.parametrize(
    ("options", "found"),
    [
        (("--colour", "geel", "--theme", "administratie"), ["utrecht_zonder_urenregistratie"]),
        (("--colour", "Yellow", "--theme", "administration"), ["utrecht_zonder_urenregistratie"]),
        (("--card", "05"), ["utrecht_zonder_urenregistratie"]),
        (("--card", "no_hour_registration"), ["utrecht_zonder_urenregistratie"]),
    ],
)
def test_stories_are_found_by_colour_theme_and_card(
    capsys: pytest.CaptureFixture[str], options: tuple[str, ...], found: list[str]
) -> None:
    assert names(shown(capsys, "list", *options)) == found


def test_that_no_story_fits_is_said(capsys: pytest.CaptureFixture[str]) -> None:
    page = shown(capsys, "list", "--theme", "voordeur", "--colour", "geel")
    assert page.startswith("Er is geen verhaal dat hierbij past.\n")


@pytest.mark.parametrize(
    ("options", "message"),
    [
        (
            ("--colour", "paars"),
            '--colour: Er is geen kleur met de naam "paars". '
            "Toegestaan: blauw, rood, geel, groen.\n",
        ),
        (
            ("--theme", "voordeuren"),
            '--theme: Er is geen thema met de naam "voordeuren". Bedoelt u "voordeur"?\n',
        ),
        (
            ("--card", "escalation_tabel"),
            '--card: Er is geen kaart met de naam "escalation_tabel". '
            'Bedoelt u "escalation_table"?\n',
        ),
    ],
)
def test_what_cannot_be_meant_is_refused(
    capsys: pytest.CaptureFixture[str], options: tuple[str, ...], message: str
) -> None:
    assert main(["story", "list", *options]) == 2
    assert capsys.readouterr().err == message


@pytest.mark.parametrize("name", read_stories())
def test_a_story_is_shown_with_what_is_unknown_and_its_sources(
    capsys: pytest.CaptureFixture[str], name: str
) -> None:
    page = shown(capsys, "show", name)
    for head in ("Hoe het was", "Wat ervan kwam", "Wat wij niet weten", "Bronnen"):
        assert f"\n{head}" in page
    assert "http" in page
    assert "niet in de catalogus" not in page
    assert max(len(line) for line in page.splitlines() if "http" not in line) <= WIDTH


def test_a_story_that_was_read_second_hand_says_by_whom(
    capsys: pytest.CaptureFixture[str],
) -> None:
    page = shown(capsys, "show", "schrapsessies")
    assert "gelezen via Sozio" in page
    assert "Deels via een ander gelezen" in page


def test_a_story_of_ones_own_is_shown_and_cannot_steer_the_terminal(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    path = tmp_path / "eigen.toml"
    text = STORY.replace("coffee_cart", "escalation_table").replace("Een kar", "Een \\u001b[31mkar")
    path.write_text(text, encoding="utf-8")
    page = shown(capsys, "show", os.fspath(path))
    assert page.startswith("Een ?[31mkar\n")
    assert "een-bron: artikel (bron niet in de catalogus)" in page


def test_stories_are_there_for_programs(capsys: pytest.CaptureFixture[str]) -> None:
    document = json.loads(shown(capsys, "list", "--json"))
    assert list(document) == ["record", "stories", "warnings"]
    assert [row["story"] for row in document["stories"]] == list(read_stories())
    (one,) = json.loads(shown(capsys, "show", "koffiekar", "--json"))["stories"]
    assert (one["theme"], one["theme_label"]) == ("prevention", "preventie en outreach")
    assert one["page"][0]["source"] == "gemeentennl-werkgroep-juni"
    assert "place" not in one
