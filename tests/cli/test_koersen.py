"""`draagkracht koersen`: tables of koersen by scenarios that fit a terminal and claim no more."""

import contextlib
import io
import json
import re
from pathlib import Path
from typing import Any

import pytest

from cli.documents import SCENARIO, changed
from draagkracht.cli.main import main
from draagkracht.cli.sheet import WIDTH

SMALL = ["--years", "1", "--members", "16"]
WORLDS = ["--scenario", "trend", "--scenario", "rustig"]
OWN = """
format = 1
name = "papier"
label.nl = "Minder papier"
story.nl = "De teams schrijven geen uren meer."

[[card]]
name = "no_hour_registration"
"""


def page(line: list[str]) -> str:
    paper = io.StringIO()
    with contextlib.redirect_stdout(paper):
        assert main(line) == 0
    return paper.getvalue()


def refusal(line: list[str], capsys: pytest.CaptureFixture[str]) -> str:
    assert main(line) == 2
    return capsys.readouterr().err


@pytest.fixture(scope="module")
def own(tmp_path_factory: pytest.TempPathFactory) -> str:
    path = tmp_path_factory.mktemp("koersen") / "papier.toml"
    path.write_text(OWN, encoding="utf-8")
    return str(path)


@pytest.fixture(scope="module")
def everything() -> str:
    """All packaged koersen in all packaged scenarios, every measure that is compared."""
    measures = ["crisis_requests", "costs", "hours_balance", "resident_hours_asked"]
    asked = [part for measure in measures for part in ("--measure", measure)]
    return page(["koersen", "voorbeelddorp", *asked, "--colours", *SMALL])


def test_no_line_is_wider_than_a_sheet(everything: str) -> None:
    assert max(map(len, everything.splitlines())) <= WIDTH


@pytest.mark.parametrize(
    "word", ["Bezuiniging", "Energieprijsschok", "arbeidsmarkt", "gegevensdeling", "partners"]
)
def test_no_name_of_a_scenario_is_cut_off(everything: str, word: str) -> None:
    tables = everything.partition("Crisisvragen, per")[2].partition("De kleuren")[0]
    heads = [line for line in tables.splitlines() if word in line.split()]
    assert len(heads) == 4  # once for each measure


def test_no_range_is_cut_off(everything: str) -> None:
    tables = everything.partition("Crisisvragen, per")[2].partition("De kleuren")[0]
    ranges = re.findall(r"\S*…\S*", tables)
    assert ranges
    assert all(re.fullmatch(r"-?[\d.,]+…-?[\d.,]+", each) for each in ranges)


def test_every_koers_has_a_row_and_the_first_is_carrying_on(everything: str) -> None:
    table = everything.partition("Crisisvragen, per")[2]
    first = table.index("Doorgaan zoals nu")
    for label in ("Breed sterk team", "Regie in de keten", "Twee sporen", "Zonder"):
        assert table.index(label) > first


def test_a_koers_of_one_colour_is_asked_about_the_others(everything: str) -> None:
    assert "Wie kijkt er naar de andere kanten van het probleem?" in " ".join(everything.split())


def test_colours_stand_with_word_and_shape(everything: str) -> None:
    for mark in ("■ blauw", "▲ rood", "● geel", "◆ groen"):
        assert mark in everything


def test_one_koers_is_shown_for_three_measures(own: str) -> None:
    shown = page(["koersen", "voorbeelddorp", own, *WORLDS, *SMALL])
    for title in (
        "Werkdruk, 1 = precies genoeg uren (lager is beter).",
        "Wachttijd, weken",
        "Uren",
    ):
        assert title in shown
    assert "Minder papier" in shown
    assert "Rekenvoorbeeld" in shown
    assert "Twee sporen" not in shown


def test_a_missing_colour_names_its_cards_only_when_asked(own: str) -> None:
    line = ["koersen", "voorbeelddorp", own, "--scenario", "trend", *SMALL]
    assert "Blauw ontbreekt" not in page(line)
    assert "Minder papier: Blauw ontbreekt" in page([*line, "--colours"])


def test_nothing_wins_where_nothing_differs(tmp_path: Path) -> None:
    path = tmp_path / "niets.toml"
    path.write_text(OWN.partition("[[card]]")[0], encoding="utf-8")
    shown = page(["koersen", "voorbeelddorp", str(path), "--scenario", "trend", *SMALL])
    told = "Geen enkele koers is hier te onderscheiden van doorgaan zoals nu."
    assert " ".join(shown.split()).count(told) == 3
    assert "Aantoonbaar de beste" not in shown


def test_the_document_has_cells_colours_and_one_digest_for_each_scenario(own: str) -> None:
    found: Any = json.loads(page(["koersen", "voorbeelddorp", own, *WORLDS, *SMALL, "--json"]))
    assert list(found) == ["record", "cells", "colours", "warnings"]
    assert [(cell["scenario"], cell["koers"]) for cell in found["cells"]] == [
        ("trend", "doorgaan_zoals_nu"),
        ("trend", "papier"),
        ("rustig", "doorgaan_zoals_nu"),
        ("rustig", "papier"),
    ]
    assert len(found["record"]["scenario"]) == 2
    assert {row["koers"] for row in found["colours"]} == {"doorgaan_zoals_nu", "papier"}
    assert {warned["code"] for warned in found["warnings"]} >= {"worked_example", "not_tested"}


def test_an_unknown_measure_is_refused_with_the_nearest(
    own: str, capsys: pytest.CaptureFixture[str]
) -> None:
    line = ["koersen", "voorbeelddorp", own, "--measure", "presure", *SMALL]
    assert refusal(line, capsys) == (
        '--measure: Er is geen maat met de naam "presure". Bedoelt u "pressure"?\n'
    )


def test_an_unknown_koers_and_an_unknown_scenario_are_refused(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert refusal(["koersen", "voorbeelddorp", "breed_sterk_tem", *SMALL], capsys) == (
        'KOERS: Er is geen koers met de naam "breed_sterk_tem". Bedoelt u "breed_sterk_team"?\n'
    )
    line = ["koersen", "voorbeelddorp", "doorgaan_zoals_nu", "--scenario", "trent", *SMALL]
    assert refusal(line, capsys) == (
        'SCENARIO: Er is geen scenario met de naam "trent". Bedoelt u "trend"?\n'
    )


def test_a_scenario_twice_is_refused(capsys: pytest.CaptureFixture[str]) -> None:
    line = ["koersen", "voorbeelddorp", "doorgaan_zoals_nu", "--scenario", "trend"]
    assert refusal([*line, "--scenario", "trend", *SMALL], capsys) == (
        'SCENARIO: De naam "trend" komt twee keer voor (scenario). Gebruik elke naam één keer.\n'
    )


def test_a_scenario_beyond_the_bounds_is_refused_in_its_own_file(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "te_ver.toml"
    shock = (
        '\n[[shock]]\nfigure = "partners.wait_factor"\nfactor = 1.9\nstarts_month = 0\n'
        '\n[[shock]]\nfigure = "partners.wait_factor"\nfactor = 1.9\nstarts_month = 0\n'
    )
    path.write_text(
        changed(SCENARIO, 'name     = "krappe_arbeidsmarkt"', 'name     = "te_ver"') + shock,
        encoding="utf-8",
    )
    line = ["koersen", "voorbeelddorp", "doorgaan_zoals_nu", "--scenario", str(path), *SMALL]
    assert refusal(line, capsys).startswith(f"{path}: ")


def test_two_koersen_of_one_name_are_refused(
    own: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    other = tmp_path / "ook.toml"
    other.write_text(OWN, encoding="utf-8")
    assert refusal(["koersen", "voorbeelddorp", own, str(other), *SMALL], capsys) == (
        f'{other}: name: De naam "papier" komt twee keer voor (koers). '
        "Gebruik elke naam één keer.\n"
    )
