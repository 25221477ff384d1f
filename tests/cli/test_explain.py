"""`draagkracht explain` as a user types it."""

import json

import pytest

from draagkracht.cli.main import main

LINE = ["explain", "voorbeelddorp", "--years", "1", "--members", "16"]


def test_a_toekomst_is_told_quarter_by_quarter(capsys: pytest.CaptureFixture[str]) -> None:
    assert main([*LINE, "--member", "3", "--team", "wolvega", "--plan", "twee_sporen"]) == 0
    text = capsys.readouterr().out
    assert text.startswith("Kijk in één toekomst: Gebiedsteam Wolvega, met de koers ‘Twee sporen")
    for words in (
        "geen voorspelling",
        "nog niet getoetst",
        "Wat deze toekomst bijzonder maakt:",
        "Januari t/m maart 2027",
        "Oktober t/m december 2027",
        "De werkdruk was",
        "Gaat het bij u ook zo?",
    ):
        assert words in text
    assert max(map(len, text.splitlines())) <= 88


def test_the_json_has_every_value_with_its_unit(capsys: pytest.CaptureFixture[str]) -> None:
    assert main([*LINE, "--member", "3", "--team", "wolvega", "--json"]) == 0
    shown = capsys.readouterr()
    found = json.loads(shown.out)
    assert shown.err == ""
    assert list(found)[:6] == ["record", "member", "members", "team", "plan", "scenario"]
    assert found["plan"] == "doorgaan_zoals_nu"
    assert len(found["figures"]) == 3
    assert [row["quarter"] for row in found["quarters"]] == [1, 2, 3, 4]
    for row in found["quarters"]:
        assert row["text"]
        assert all({"name", "unit", "value"} <= set(value) for value in row["values"])
    assert next(row["code"] for row in found["warnings"]) == "one_future"


@pytest.mark.parametrize(
    ("rest", "said"),
    [
        (["--member", "16", "--team", "wolvega"], "--member: 16 kan hier niet."),
        (["--member", "3", "--team", "wolvga"], '--team: Er is geen team met de naam "wolvga".'),
        (["--member", "3"], "Er ontbreekt iets: --team TEAM"),
        (["--team", "wolvega"], "Er ontbreekt iets: --member GETAL"),
        (["--member", "x", "--team", "wolvega"], "een geheel getal"),
    ],
)
def test_what_cannot_be_used_is_refused_in_dutch(
    rest: list[str], said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main([*LINE, *rest]) == 2
    shown = capsys.readouterr()
    assert said in shown.err
    assert shown.out == ""
