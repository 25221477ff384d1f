"""`draagkracht frames`: eight verdicts on a screen, and as JSON."""

import contextlib
import io
import json
from pathlib import Path
from typing import Any

import pytest

from choice.sayings import row, said
from cli.documents import TOWN
from draagkracht.choice.frame import FRAME_NAMES, LABELS_NL
from draagkracht.cli.main import main

WORLDS = ["--scenario", "trend", "--scenario", "krappe_arbeidsmarkt"]
SMALL = ["--years", "1", "--members", "16"]
LINE = ["frames", "voorbeelddorp", "--plan", "twee_sporen", *SMALL]


def printed(line: list[str]) -> str:
    paper = io.StringIO()
    with contextlib.redirect_stdout(paper):
        assert main(line) == 0
    return paper.getvalue()


def refused(line: list[str], capsys: pytest.CaptureFixture[str]) -> str:
    assert main(line) == 2
    return capsys.readouterr().err


@pytest.fixture(scope="module")
def page() -> str:
    return printed([*LINE, *WORLDS])


@pytest.fixture(scope="module")
def document() -> Any:
    return json.loads(printed([*LINE, *WORLDS, "--json"]))


def test_every_frame_stands_on_the_page_with_its_verdict(page: str, document: Any) -> None:
    for number, judged in enumerate(document["frames"], start=1):
        assert f"\n{number}. {LABELS_NL[judged['frame']]}: {judged['verdict']}\n" in page
    assert page.count("Waarom: ") == 8


def test_the_page_fits_a_screen_of_eighty_columns(page: str) -> None:
    assert max(len(line) for line in page.splitlines()) <= 80


def test_the_page_says_what_it_is_and_how_to_get_it_again(page: str) -> None:
    for words in ("Rekenvoorbeeld", "Nog niet getoetst", "Een poort", "seed 1", "80 %"):
        assert words in page
    assert "\nScenario’s: trend, krappe_arbeidsmarkt\n" in page
    assert "Toekomsten per scenario: trend " in page


def test_the_json_is_that_of_the_format(document: Any) -> None:
    assert list(document) == ["record", "bars", "frames", "warnings"]
    assert [judged["frame"] for judged in document["frames"]] == list(FRAME_NAMES)
    for judged in document["frames"]:
        assert {"frame", "verdict", "reason", "remedy"} <= set(judged)
        assert ("passes" in judged) == ("of" in judged) == ("scenario" in judged)
    assert list(document["record"]["scenario"]) == ["trend", "krappe_arbeidsmarkt"]
    assert document["bars"]["pass_share"] == 0.8


def test_the_json_holds_no_null_and_no_nan() -> None:
    text = printed([*LINE, "--scenario", "trend", "--json"])
    assert "NaN" not in text
    nulls = [line.strip() for line in text.splitlines() if "null" in line]
    assert {line.rstrip(",") for line in nulls} <= {'"kind": null', '"quarter": null'}


def test_without_a_scenario_all_that_need_no_other_law_are_run() -> None:
    line = ["frames", "voorbeelddorp", "--plan", "twee_sporen", "--years", "1", "--members", "8"]
    document = json.loads(printed([*line, "--json"]))
    assert len(document["record"]["scenario"]) == 8
    assert "ruimere_gegevensdeling" not in document["record"]["scenario"]


def test_a_judgement_of_people_is_taken_in_and_recorded(tmp_path: Path) -> None:
    path = tmp_path / "oordeel.toml"
    path.write_text(said(row()), encoding="utf-8")
    line = [*LINE, "--scenario", "trend", "--oordeel", str(path), "--json"]
    document = json.loads(printed(line))
    judged = next(each for each in document["frames"] if each["frame"] == "innovative")
    assert judged["verdict"] == "haalt"
    assert "Wij kennen geen gemeente die dit doet." in judged["reason"]
    assert len(document["record"]["judgement"]) == 64


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (said(row("less_money")), 'Over het kader "less_money" beslissen de cijfers.'),
        (said(row(), head='plan = "breed_team"\n'), "en niet over"),
    ],
)
def test_a_judgement_that_cannot_be_is_refused_with_its_file(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], text: str, words: str
) -> None:
    path = tmp_path / "oordeel.toml"
    path.write_text(text, encoding="utf-8")
    error = refused([*LINE, "--oordeel", str(path)], capsys)
    assert error.startswith(f"{path}: ")
    assert words in error


def test_a_judgement_that_nobody_asked_is_refused_with_its_file(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "oordeel.toml"
    path.write_text(said(row()), encoding="utf-8")
    line = ["frames", "voorbeelddorp", "--plan", "doorgaan_zoals_nu", "--oordeel", str(path)]
    assert refused(line, capsys).startswith(f"{path}: judgement: ")


def test_a_scenario_is_refused_where_it_is_unknown_or_named_twice(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert "Er is geen scenario" in refused([*LINE, "--scenario", "trent"], capsys)
    twice = refused([*LINE, "--scenario", "trend", "--scenario", "trend"], capsys)
    assert twice == (
        'SCENARIO: De naam "trend" komt twee keer voor (scenario). Gebruik elke naam één keer.\n'
    )


def test_a_koers_must_be_given(capsys: pytest.CaptureFixture[str]) -> None:
    assert "--plan" in refused(["frames", "voorbeelddorp"], capsys)


def test_a_budget_of_the_town_is_what_is_tested(tmp_path: Path) -> None:
    path = tmp_path / "dorp.toml"
    path.write_text(
        f'{TOWN}\n[[budget]]\nparty = "municipality"\neuro_per_year = 9000000\n', encoding="utf-8"
    )
    line = ["frames", str(path), "--plan", "twee_sporen", "--scenario", "trend", *SMALL, "--json"]
    judged = json.loads(printed(line))["frames"][0]
    assert (judged["verdict"], judged["passes"], judged["of"]) == ("haalt", 16, 16)
