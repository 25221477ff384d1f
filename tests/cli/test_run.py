"""`draagkracht run`: the table for people, the JSON and the parquet for programs."""

import json
import math
import subprocess
import sys
from pathlib import Path
from typing import Any

import polars as pl
import pytest

import draagkracht as dk
from draagkracht.cli.main import main
from draagkracht.simulation.mechanisms import MECHANISMS, neutral_figures

SMALL = ["--years", "1", "--members", "16"]
TOWN = ["run", "voorbeelddorp", *SMALL]
KOERS = [*TOWN, "--plan", "twee_sporen"]
FIELDS = {
    "measure",
    "unit",
    "place",
    "kind",
    "quarter",
    "median",
    "low",
    "high",
    "covers",
    "error",
    "members",
    "difference",
    "plan",
}


@pytest.fixture(scope="module")
def printed() -> subprocess.CompletedProcess[str]:
    """What the real command gives for a koers as JSON."""
    command = [sys.executable, "-m", "draagkracht.cli.main", *KOERS, "--json"]
    return subprocess.run(command, capture_output=True, text=True, check=True)


@pytest.fixture(scope="module")
def document(printed: subprocess.CompletedProcess[str]) -> Any:
    return json.loads(printed.stdout)


def page(line: list[str], capsys: pytest.CaptureFixture[str]) -> str:
    assert main(line) == 0
    return capsys.readouterr().out


def test_the_json_stands_alone(printed: subprocess.CompletedProcess[str]) -> None:
    assert printed.stderr == ""
    assert printed.stdout.endswith("}\n")


def test_the_json_has_the_parts_and_fields_of_the_format(document: Any) -> None:
    assert list(document) == ["record", "goals", "estimates", "budget", "warnings"]
    assert all(set(row) == FIELDS for row in document["estimates"])
    assert all(set(row) == {"code", "text"} for row in document["warnings"])
    assert {"town", "plan", "scenario", "catalogue", "library", "numba", "platform"} <= set(
        document["record"]
    )
    assert (document["record"]["members"], document["record"]["blocks"]) == (16, 2)


def test_only_kind_and_quarter_may_be_null_and_every_number_is_finite(document: Any) -> None:
    for row in document["estimates"]:
        assert {name for name, value in row.items() if value is None} <= {"kind", "quarter"}
        assert all(math.isfinite(row[name]) for name in ("median", "low", "high", "error"))
        assert row["low"] <= row["high"]
        assert row["covers"] == 0.8


def test_no_estimate_stands_in_the_json_twice(document: Any) -> None:
    keys = ("plan", "difference", "measure", "place", "kind", "quarter")
    seen = [tuple(row[key] for key in keys) for row in document["estimates"]]
    assert len(seen) == len(set(seen))


def test_the_json_holds_carrying_on_the_koers_and_the_difference(document: Any) -> None:
    held = {(row["plan"], row["difference"]) for row in document["estimates"]}
    assert held == {
        ("doorgaan_zoals_nu", False),
        ("twee_sporen", False),
        ("twee_sporen", True),
    }


def test_the_json_says_what_python_says(document: Any) -> None:
    plan = dk.read_plan("twee_sporen")
    outcome = dk.run(dk.read_town("voorbeelddorp"), [plan], years=1, members=16)
    expected = outcome.difference("waiting_time", plan="twee_sporen", quarter=4)
    assert expected is not None
    assert expected.as_json() in document["estimates"]
    assert document["record"] == json.loads(json.dumps(outcome.record.as_json()))


def test_the_json_marks_the_worked_example_and_that_nothing_is_tested(document: Any) -> None:
    codes = [row["code"] for row in document["warnings"]]
    assert codes[:2] == ["worked_example", "not_tested"]


def test_the_same_question_gives_the_same_bytes_with_any_number_of_threads(
    capsys: pytest.CaptureFixture[str], printed: subprocess.CompletedProcess[str]
) -> None:
    assert page([*KOERS, "--json", "--threads", "1"], capsys) == printed.stdout
    assert page([*KOERS, "--json", "--threads", "3"], capsys) == printed.stdout


def test_another_seed_gives_another_answer(
    capsys: pytest.CaptureFixture[str], printed: subprocess.CompletedProcess[str]
) -> None:
    assert page([*KOERS, "--json", "--seed", "2"], capsys) != printed.stdout


def test_eight_toekomsten_have_no_error_and_say_so(capsys: pytest.CaptureFixture[str]) -> None:
    line = ["run", "voorbeelddorp", "--years", "1", "--members", "8", "--json"]
    shown = json.loads(page(line, capsys))
    assert all(set(row) == FIELDS - {"error"} for row in shown["estimates"])
    assert "one_block" in [row["code"] for row in shown["warnings"]]


def test_the_table_shows_the_town_then_its_teams(capsys: pytest.CaptureFixture[str]) -> None:
    shown = page(TOWN, capsys)
    assert shown.startswith("Voorbeelddorp: 1 jaar vanaf 1 januari 2027, scenario Trend\n")
    assert shown.index("De gemeente: doorgaan zoals nu") < shown.index("Per team, eind jaar 1")
    for word in ("Wachttijd", "Afgehaakt", "Werkdruk", "Open zaken", "Kwetsbare", "begin"):
        assert word in shown
    assert "Noordwolde" in shown
    assert "verschil" not in shown.lower()


def test_with_a_koers_the_table_shows_the_difference(capsys: pytest.CaptureFixture[str]) -> None:
    shown = page(KOERS, capsys)
    assert "Twee sporen: loket en team, en het verschil met doorgaan zoals nu" in shown
    assert "wat Twee sporen: loket en team anders maakt" in shown
    assert "Niet te onderscheiden (≈)" in shown


def test_the_table_says_what_it_is_before_any_number(capsys: pytest.CaptureFixture[str]) -> None:
    shown = page(TOWN, capsys)
    first_table = shown.index("De gemeente:")
    assert shown.index("Rekenvoorbeeld") < first_table
    assert shown.index("Nog niet getoetst") < first_table


def test_the_table_fits_and_is_plain_text_in_a_pipe(capsys: pytest.CaptureFixture[str]) -> None:
    shown = page(KOERS, capsys)
    assert "\x1b" not in shown
    assert max(len(line) for line in shown.splitlines()) <= 96


def test_a_name_in_a_document_cannot_steer_the_terminal(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    source = Path(dk.__file__).parent / "data/towns/voorbeelddorp.toml"
    text = source.read_text(encoding="utf-8")
    path = tmp_path / "dorp.toml"
    path.write_text(text.replace('"Gebiedsteam Wolvega"', r'"[red]\u001b[2JWolvega"'), "utf-8")
    shown = page(["run", str(path), "--years", "1", "--members", "8"], capsys)
    assert "\x1b" not in shown
    assert "[red]?[2JWolvega" in shown


def test_a_scenario_of_ones_own_is_read_from_its_file(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    source = Path(dk.__file__).parent / "data/scenarios/krappe_arbeidsmarkt.toml"
    path = tmp_path / "eigen.toml"
    path.write_bytes(source.read_bytes())
    by_name = page([*TOWN, "--scenario", "krappe_arbeidsmarkt", "--json"], capsys)
    assert page([*TOWN, "--scenario", str(path), "--json"], capsys) == by_name
    assert page([*TOWN, "--json"], capsys) != by_name


def test_the_parquet_holds_every_value_behind_the_estimates(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, document: Any
) -> None:
    path = tmp_path / "uit.parquet"
    page([*KOERS, "-o", str(path)], capsys)
    assert [entry.name for entry in tmp_path.iterdir()] == ["uit.parquet"]
    table = pl.read_parquet(path)
    levels = [row for row in document["estimates"] if not row["difference"]]
    assert table.height == 16 * len(levels)


def test_the_table_and_the_file_come_together(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    path = tmp_path / "uit.parquet"
    shown = page([*TOWN, "--json", "-o", str(path)], capsys)
    kept = json.loads(pl.read_parquet_metadata(path)["draagkracht"])
    assert kept == json.loads(shown)["record"]


def test_what_was_written_is_told_last(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    path = tmp_path / "uit.parquet"
    shown = page(
        ["run", "voorbeelddorp", "--years", "1", "--members", "8", "-o", str(path)], capsys
    )
    assert shown.endswith(f"\nGeschreven: {path}\n")


def test_carrying_on_as_a_koers_is_one_line_and_no_second_table(
    capsys: pytest.CaptureFixture[str],
) -> None:
    shown = page([*TOWN, "--plan", "doorgaan_zoals_nu"], capsys)
    line = "Deze koers is doorgaan zoals nu zelf: er is geen verschil om te tonen.\n"
    assert shown.replace(line, "") == page(TOWN, capsys)
    assert shown.count(line) == 1


def test_a_misspelt_mechanism_is_refused_before_anything_is_computed(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert main([*TOWN, "--without", "holdin"]) == 2
    printed = capsys.readouterr()
    assert printed.out == ""
    assert printed.err == (
        '--without: Er is geen mechanisme met de naam "holdin". Bedoelt u "holding"?\n'
    )


def test_every_mechanism_is_listed_and_can_be_left_out(capsys: pytest.CaptureFixture[str]) -> None:
    lines = page(["mechanism", "list"], capsys).splitlines()
    names = [line.split()[0] for line in lines[1 : 1 + len(MECHANISMS)]]
    assert names == list(MECHANISMS)
    assert neutral_figures(names)
    (row,) = [line for line in lines if line.startswith("holding ")]
    assert row.split(maxsplit=2)[1:] == ["M5", "uren om zaken open te houden"]
    assert max(len(line) for line in lines) <= 80


def test_the_mechanisms_are_there_for_programs(capsys: pytest.CaptureFixture[str]) -> None:
    data = json.loads(page(["mechanism", "list", "--json"], capsys))
    assert list(data) == ["record", "mechanisms", "warnings"]
    assert data["mechanisms"] == [
        {"mechanism": each.name, "code": each.code, "label": each.label_nl}
        for each in MECHANISMS.values()
    ]


def test_the_word_koers_as_an_option_leads_to_plan(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["run", "voorbeelddorp", "--koers", "twee_sporen"]) == 2
    assert capsys.readouterr().err == (
        "draagkracht run: De optie --koers bestaat niet. Bedoelt u --plan?\n"
    )
