"""`draagkracht compare`: each koers against carrying on, in the same toekomsten."""

import contextlib
import io
import json
from pathlib import Path
from typing import Any

import pytest

from draagkracht.cli.main import main

SMALL = ["--years", "1", "--members", "16"]
EMPTY = """
format = 1
name = "niets"
label.nl = "Niets anders"
story.nl = "Er verandert niets."
"""
CARD_ON_ONE_TEAM = """
format = 1
name = "een_team"
label.nl = "Eén team"
story.nl = "Alleen Wolvega begint."

[[card]]
name = "no_hour_registration"
starts_month = 0
intensity = 1.0
teams = ["wolvega"]
"""


def page(line: list[str], capsys: pytest.CaptureFixture[str]) -> str:
    assert main(line) == 0
    return capsys.readouterr().out


@pytest.fixture(scope="module")
def compared(tmp_path_factory: pytest.TempPathFactory) -> Any:
    """Three koersen as JSON: one that does nothing, one on one team, one of the package."""
    folder = tmp_path_factory.mktemp("koersen")
    (folder / "niets.toml").write_text(EMPTY, encoding="utf-8")
    (folder / "een.toml").write_text(CARD_ON_ONE_TEAM, encoding="utf-8")
    files = [str(folder / "niets.toml"), str(folder / "een.toml"), "twee_sporen"]
    paper = io.StringIO()
    with contextlib.redirect_stdout(paper):
        assert main(["compare", "voorbeelddorp", *files, *SMALL, "--json"]) == 0
    return json.loads(paper.getvalue())


def test_every_koers_is_compared_and_nothing_else_is_told(compared: Any) -> None:
    assert list(compared) == ["record", "estimates", "budget", "warnings"]
    assert {row["plan"] for row in compared["estimates"]} == {"niets", "een_team", "twee_sporen"}
    assert {row["difference"] for row in compared["estimates"]} == {True}


def test_a_koers_without_effects_differs_by_exactly_nothing(compared: Any) -> None:
    rows = [row for row in compared["estimates"] if row["plan"] == "niets"]
    assert len(rows) > 1000
    assert {row[name] for row in rows for name in ("median", "low", "high", "error")} == {0}


def test_a_card_on_one_team_leaves_the_other_as_it_was(compared: Any) -> None:
    rows = [row for row in compared["estimates"] if row["plan"] == "een_team"]
    other = [row for row in rows if row["place"] == "noordwolde"]
    assert other
    assert {row[name] for row in other for name in ("median", "low", "high")} == {0}
    assert any(row["median"] for row in rows if row["place"] == "wolvega")


def test_a_koers_has_the_same_differences_alone_and_in_company(
    compared: Any, capsys: pytest.CaptureFixture[str]
) -> None:
    alone = json.loads(page(["compare", "voorbeelddorp", "twee_sporen", *SMALL, "--json"], capsys))
    together = [row for row in compared["estimates"] if row["plan"] == "twee_sporen"]
    assert alone["estimates"] == together


def test_compare_and_run_say_the_same(compared: Any, capsys: pytest.CaptureFixture[str]) -> None:
    line = ["run", "voorbeelddorp", "--plan", "twee_sporen", *SMALL, "--json"]
    ran = json.loads(page(line, capsys))["estimates"]
    together = [row for row in compared["estimates"] if row["plan"] == "twee_sporen"]
    assert [row for row in ran if row["difference"]] == together


def test_carrying_on_can_be_compared_with_itself(capsys: pytest.CaptureFixture[str]) -> None:
    shown = page(["compare", "voorbeelddorp", "doorgaan_zoals_nu", *SMALL], capsys)
    assert shown.count("geen verschil") == 5


def test_the_table_shows_both_the_difference_and_its_error(
    capsys: pytest.CaptureFixture[str],
) -> None:
    shown = page(["compare", "voorbeelddorp", "twee_sporen", *SMALL], capsys)
    assert "Twee sporen: loket en team, eind jaar 1" in shown
    for head in ("doorgaan", "koers", "verschil", "rekenfout", "Rekenvoorbeeld"):
        assert head in shown


def test_two_koersen_with_one_name_are_refused(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    first, second = tmp_path / "een.toml", tmp_path / "twee.toml"
    for path in (first, second):
        path.write_text(EMPTY, encoding="utf-8")
    assert main(["compare", "voorbeelddorp", str(first), str(second)]) == 2
    assert capsys.readouterr().err == (
        f'{second}: name: De naam "niets" komt twee keer voor (koers). '
        "Gebruik elke naam één keer.\n"
    )


def test_without_a_koers_there_is_nothing_to_compare(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["compare", "voorbeelddorp"]) == 2
    assert capsys.readouterr().err == (
        "draagkracht compare: Er ontbreekt iets: KOERS …. Uitleg: draagkracht compare --help\n"
    )


@pytest.mark.parametrize("option", ["--plan", "--koers"])
def test_a_koers_behind_an_option_is_told_where_it_belongs(
    option: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["compare", "voorbeelddorp", option, "twee_sporen"]) == 2
    assert capsys.readouterr().err == (
        "draagkracht compare: Bij compare staat de koers zonder --plan: "
        "draagkracht compare GEMEENTE KOERS\n"
    )
