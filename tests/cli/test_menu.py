"""`draagkracht menu` as a person types it."""

import json

import pytest

from draagkracht.cli.main import main

SMALL = ["menu", "voorbeelddorp", "--years", "1", "--members", "8"]


def test_the_table_names_every_card_of_the_colour(capsys: pytest.CaptureFixture[str]) -> None:
    assert main([*SMALL, "--colour", "rood"]) == 0
    shown = capsys.readouterr().out
    assert "Rekenvoorbeeld" in shown
    assert "13 Doorbraaktafel met" in shown
    assert "uren\n" not in shown.partition("elk alleen")[0]
    assert max(len(line) for line in shown.splitlines()) <= 96


def test_json_has_the_fields_of_the_formats_page(capsys: pytest.CaptureFixture[str]) -> None:
    assert main([*SMALL, "--colour", "paars", "--json"]) == 2
    assert 'Er is geen kleur met de naam "paars"' in capsys.readouterr().err
    assert main([*SMALL, "--colour", "rood", "--json"]) == 0
    document = json.loads(capsys.readouterr().out)
    assert set(document) == {"record", "cards", "warnings"}
    card = next(each for each in document["cards"] if each["name"] == "escalation_table")
    assert card["code"] == "13"
    assert card["colours"] == ["red"]
    assert card["grade"] == "E"
    assert card["real"] is False
    assert {each["measure"] for each in card["effects"]} >= {"pressure", "strain", "waiting_time"}
    assert all(each["difference"] for each in card["effects"])
