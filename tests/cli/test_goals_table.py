"""What a town goes for comes before any result."""

import json
from pathlib import Path

import pytest

from cli.documents import TOWN, changed
from draagkracht.cli.main import main

SMALL = ["--years", "1", "--members", "8"]


def page(line: list[str], capsys: pytest.CaptureFixture[str]) -> str:
    assert main(line) == 0
    return capsys.readouterr().out


def test_a_run_opens_with_the_goals(capsys: pytest.CaptureFixture[str]) -> None:
    shown = page(["run", "voorbeelddorp", "--plan", "twee_sporen", *SMALL], capsys)
    assert shown.index("Waar gaan we voor?") < shown.index("De gemeente: doorgaan zoals nu")
    assert "Wachttijd hoogstens 8 weken, in jaar 1" in shown
    assert "van de 8" in shown


def test_a_town_without_goals_is_not_asked_for_them_in_a_run(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "dorp.toml"
    path.write_text(TOWN.partition("\n# Goals of")[0], encoding="utf-8")
    assert "Waar gaan we voor" not in page(["run", str(path), *SMALL], capsys)
    assert "Nog geen doelen" in page(["town", "check", str(path)], capsys)


def test_a_goal_beyond_the_run_says_so(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "dorp.toml"
    path.write_text(changed(TOWN, "bound = 8.0\n", "bound = 8.0\nyear = 5\n"), encoding="utf-8")
    assert "is gerekend" in page(["run", str(path), *SMALL], capsys)
    document = json.loads(page(["run", str(path), *SMALL, "--json"], capsys))
    assert document["goals"][0]["untold"] == "beyond_the_run"
    assert "carrying_on" not in document["goals"][0]


def test_a_town_check_tells_goals_and_money(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "dorp.toml"
    money = (
        '\n[[budget]]\nparty = "municipality"\neuro_per_year = 2400000\n'
        '\n[[reserve]]\nname = "Zorgakkoord"\nparty = "municipality"\neuro = 50000\n'
    )
    path.write_text(TOWN + money, encoding="utf-8")
    shown = page(["town", "check", str(path)], capsys)
    assert "- wachttijd hoogstens 8 weken, in het laatste jaar" in shown
    assert "Budget van nu (gemeente): 2.400.000 euro per jaar" in shown
    assert "Apart gezet, Zorgakkoord (gemeente): 50.000 euro, eenmalig" in shown
