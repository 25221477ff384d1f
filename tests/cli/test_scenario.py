"""`draagkracht scenario list`, and several scenarios on one line."""

import json
from pathlib import Path

import pytest

from cli.documents import SCENARIO
from draagkracht.cli.heading import heading
from draagkracht.cli.inputs import read_inputs
from draagkracht.cli.main import main
from draagkracht.documents.errors import DraagkrachtError
from draagkracht.scenarios.composing import compose_scenarios
from draagkracht.scenarios.reading import packaged_scenarios, read_scenario
from draagkracht.scenarios.world import LEGAL_NL, WORLD

VILLAGE = "voorbeelddorp"


def test_the_list_shows_every_scenario_with_what_differs(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert main(["scenario", "list"]) == 0
    shown = capsys.readouterr().out
    for each in packaged_scenarios():
        assert f"{each.name} · {each.label.nl}\n" in shown
    assert "maal 1,4 vanaf maand 12, 12 maanden lang." in shown
    assert " ".join(shown.split()).count(LEGAL_NL) == 1
    assert max(len(line) for line in shown.splitlines()) <= 80


def test_the_list_is_there_for_programs(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["scenario", "list", "--json"]) == 0
    document = json.loads(capsys.readouterr().out)
    assert list(document) == ["record", "scenarios", "warnings"]
    rows = {row["scenario"]: row for row in document["scenarios"]}
    assert list(rows) == [each.name for each in packaged_scenarios()]
    assert rows["bezuiniging"]["shocks"] == [
        {
            "figure": "formation.factor",
            "label": WORLD["formation.factor"].label_nl,
            "factor": 0.95,
            "starts_month": 12,
        }
    ]
    assert rows["hardere_groei"]["holds"][0]["value"] == pytest.approx(0.05)
    assert [name for name, row in rows.items() if row["legal"]] == ["ruimere_gegevensdeling"]


def test_without_a_scenario_the_world_is_the_trend() -> None:
    assert read_inputs(VILLAGE, []).scenario == read_scenario("trend")


def test_several_scenarios_are_one_world_whatever_their_order() -> None:
    inputs = read_inputs(VILLAGE, [], scenarios=["hardere_groei", "bezuiniging"])
    assert inputs.scenario == compose_scenarios(
        read_scenario("bezuiniging"), read_scenario("hardere_groei")
    )
    other = read_inputs(VILLAGE, [], scenarios=["bezuiniging", "hardere_groei"])
    assert other.scenario == inputs.scenario
    assert inputs.file_of("shock 1") == "hardere_groei + bezuiniging"
    assert heading(inputs, 8).endswith("scenario Bezuiniging + Hardere groei")


def test_the_first_line_says_when_the_law_must_change() -> None:
    inputs = read_inputs(VILLAGE, [], scenarios=["ruimere_gegevensdeling"])
    assert heading(inputs, 8).endswith("Ruimere gegevensdeling (vraagt een andere wet)")


def refusal(scenarios: list[str]) -> str:
    with pytest.raises(DraagkrachtError) as caught:
        read_inputs(VILLAGE, [], scenarios=scenarios)
    assert caught.value.exit_code == 2
    return str(caught.value)


def test_scenarios_that_contradict_are_refused() -> None:
    assert refusal(["rustig", "hardere_groei"]) == (
        'SCENARIO: De scenario\'s "rustig" (kwantiel 0,1) en "hardere_groei" (kwantiel 0,9) zetten '
        'het cijfer "households.growth" elk ergens anders vast. '
        "Kies één van de twee, of reken ze na elkaar door."
    )


def test_a_scenario_asked_for_twice_is_refused(tmp_path: Path) -> None:
    copy = tmp_path / "kopie.toml"
    copy.write_text(SCENARIO, encoding="utf-8")
    message = (
        'SCENARIO: De naam "krappe_arbeidsmarkt" komt twee keer voor (scenario). '
        "Gebruik elke naam één keer."
    )
    assert refusal(["krappe_arbeidsmarkt", "krappe_arbeidsmarkt"]) == message
    assert refusal(["krappe_arbeidsmarkt", str(copy)]) == message


def test_a_misspelt_scenario_among_others_is_refused_with_the_nearest() -> None:
    assert refusal(["trend", "bezuinigen"]) == (
        'SCENARIO: Er is geen scenario met de naam "bezuinigen". Bedoelt u "bezuiniging"?'
    )


def test_what_only_fails_together_names_all_the_scenarios(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    text = (
        'format = 1\nname = "huur"\nlabel.nl = "Huur"\nstory.nl = "De huur stijgt."\n'
        '[[shock]]\nfigure = "households.becoming_vulnerable"\nfactor = 1.5\nstarts_month = 6\n'
    )
    (tmp_path / "huur.toml").write_text(text, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    asked = ["--scenario", "energieprijsschok", "--scenario", "huur.toml"]
    assert main(["run", VILLAGE, *asked, "--years", "1", "--members", "8"]) == 2
    assert capsys.readouterr().err.strip() == (
        "energieprijsschok + huur.toml: shock (households.becoming_vulnerable): De schokken van "
        '"households.becoming_vulnerable" geven in maand 12 samen een factor 2,1; de hoogste is 2. '
        "Laat een scenario weg, of kies een kleinere factor."
    )
