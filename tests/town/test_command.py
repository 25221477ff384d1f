"""`draagkracht town check`, as a user meets it."""

import json
from pathlib import Path

import pytest

from draagkracht.cli.main import main


def test_an_example_is_summed_up_in_plain_dutch(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["town", "check", "voorbeelddorp"]) == 0
    text = capsys.readouterr().out
    assert text.splitlines()[:3] == [
        "Voorbeelddorp (Weststellingwerf), vanaf 2027-01-01",
        "16 wijken · 11.755 huishoudens · 26.485 inwoners · 2 teams · 18 fte",
        "",
    ]
    assert "Dit is een rekenvoorbeeld." in text
    assert "Er valt niets op." in text
    assert max(len(line) for line in text.splitlines()) <= 80


def test_what_stands_out_is_shown_and_is_no_error(
    tmp_path: Path, town_text: str, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "kleinstad.toml"
    path.write_text(town_text.replace("value  = 940", "value  = 9400"), encoding="utf-8")
    assert main(["town", "check", str(path)]) == 0
    text = capsys.readouterr().out
    assert "Wat opvalt (3):" in text
    assert "- Wijkteam Noord heeft 670 vragen per fte per jaar; gewoon is 55 tot 80." in text


def test_json_holds_record_town_figures_findings_and_warnings(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert main(["town", "check", "voorbeeldstad", "--json"]) == 0
    data = json.loads(capsys.readouterr().out)
    assert list(data) == ["record", "town", "five", "missing", "findings", "warnings"]
    assert set(data["record"]) == {"town", "catalogue", "library"}
    assert data["town"]["worked_example"] is True
    assert data["findings"] == []
    assert [row["whose"] for row in data["five"]] == ["own"] + ["typical"] * 4


def test_json_never_holds_null(
    tmp_path: Path, town_text: str, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "kleinstad.toml"
    path.write_text(town_text, encoding="utf-8")
    assert main(["town", "check", str(path), "--json"]) == 0
    text = capsys.readouterr().out
    assert "null" not in text
    assert "NaN" not in text


def test_a_wrong_town_gives_exit_code_2_and_one_message(
    tmp_path: Path, town_text: str, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "kleinstad.toml"
    path.write_text(town_text.replace("fte   = 14.0", "fte   = -1"), encoding="utf-8")
    assert main(["town", "check", str(path)]) == 2
    streams = capsys.readouterr()
    assert streams.out == ""
    assert streams.err.startswith(f"{path}: team 1 (noord) › fte: -1 kan hier niet.")
    assert len(streams.err.splitlines()) == 1


def test_one_wijk_and_one_team_are_counted_as_one_and_the_name_is_not_doubled(
    tmp_path: Path, town_text: str, capsys: pytest.CaptureFixture[str]
) -> None:
    head, _, rest = town_text.partition("[[wijk]]")
    wijk = rest.partition("[[wijk]]")[0]
    team = '[[team]]\nname = "noord"\nlabel = "Noord"\nfte = 14.5\n'
    head = head.replace("Kleinstad", "Gemeente Leeuwarden")
    path = tmp_path / "stad.toml"
    path.write_text(f"{head}[[wijk]]{wijk}{team}", encoding="utf-8")
    assert main(["town", "check", str(path)]) == 0
    assert capsys.readouterr().out.splitlines()[:2] == [
        "Gemeente Leeuwarden, vanaf 2027-01-01",
        "1 wijk · 5.120 huishoudens · 9.875 inwoners · 1 team · 14,5 fte",
    ]


def test_what_is_welcome_is_named_as_it_is_written_in_the_document(
    tmp_path: Path, town_text: str, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "stad.toml"
    path.write_text(town_text, encoding="utf-8")
    assert main(["town", "check", str(path)]) == 0
    assert "ziekteverzuim (absence)" in " ".join(capsys.readouterr().out.split())
