"""One command, with the arguments of a made-up function, and every message typer could give."""

import sys
from pathlib import Path
from types import ModuleType
from typing import Annotated, Literal

import pytest
import typer

from draagkracht.cli.app import run_command
from draagkracht.cli.commands import Command
from draagkracht.cli.usage import WrongUsage

SAMPLE = Command(("sample",), "sample", "sample", nl="Doet iets.", en="Does something.")


def sample(
    town: Annotated[str, typer.Argument(metavar="GEMEENTE", help="Het gemeentebestand.")],
    plans: Annotated[list[str] | None, typer.Argument(metavar="KOERS", help="Koersen.")] = None,
    years: Annotated[int, typer.Option(metavar="GETAL", min=1, max=30, help="Jaren.")] = 8,
    factor: Annotated[float, typer.Option(metavar="GETAL", help="Een factor.")] = 1.5,
    scenario: Annotated[
        Literal["trend", "krap"], typer.Option(metavar="NAAM", help="De wereld.")
    ] = "trend",
    output: Annotated[Path | None, typer.Option("-o", "--output", metavar="BESTAND")] = None,
    json: Annotated[bool, typer.Option("--json", help="Als JSON.")] = False,
) -> None:
    if town == "stop":
        raise typer.Exit(3)
    print(town, plans, years, factor, scenario, output, json)


@pytest.fixture(autouse=True)
def _a_module_with_one_command(monkeypatch: pytest.MonkeyPatch) -> None:
    module = ModuleType("draagkracht.cli.sample")
    module.sample = sample  # type: ignore[attr-defined]
    monkeypatch.setitem(sys.modules, module.__name__, module)


def test_arguments_reach_the_function_with_their_types(capsys: pytest.CaptureFixture[str]) -> None:
    line = ["a.toml", "b", "c", "--years", "3", "--factor", "2", "-o", "x.csv", "--json"]
    assert run_command(SAMPLE, line, "nl") == 0
    assert capsys.readouterr().out == "a.toml ['b', 'c'] 3 2.0 trend x.csv True\n"


def test_the_exit_code_of_a_command_is_passed_on() -> None:
    assert run_command(SAMPLE, ["stop"], "nl") == 3


def test_the_help_page_of_a_command_is_in_dutch(capsys: pytest.CaptureFixture[str]) -> None:
    assert run_command(SAMPLE, ["--help"], "nl") == 0
    assert capsys.readouterr().out == (
        "Gebruik: draagkracht sample GEMEENTE [KOERS …] [OPTIES]\n"
        "\n"
        "Doet iets.\n"
        "\n"
        "Gegevens:\n"
        "  GEMEENTE              Het gemeentebestand.\n"
        "  [KOERS …]             Koersen.\n"
        "\n"
        "Opties:\n"
        "  --years GETAL         Jaren. [1 tot en met 30; standaard: 8]\n"
        "  --factor GETAL        Een factor. [standaard: 1.5]\n"
        "  --scenario NAAM       De wereld. [trend, krap; standaard: trend]\n"
        "  -o, --output BESTAND\n"
        "  --json                Als JSON.\n"
        "  --lang TAAL           Taal van alleen deze uitleg: nl of en [standaard: nl]\n"
        "  --debug               Toont bij een fout in het programma waar die zit.\n"
        "  -h, --help            Toont deze uitleg.\n"
    )


def test_the_help_page_of_a_command_can_be_in_english(capsys: pytest.CaptureFixture[str]) -> None:
    run_command(SAMPLE, ["-h"], "en")
    shown = capsys.readouterr().out
    assert shown.startswith("Usage: draagkracht sample")
    assert "Language of the help texts only: nl or en [default: nl]" in shown


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ([], "Er ontbreekt iets: GEMEENTE. Uitleg: draagkracht sample --help"),
        (["a", "--yeers", "3"], "De optie --yeers bestaat niet. Bedoelt u --years?"),
        (["a", "-q"], "De optie -q bestaat niet. Uitleg: draagkracht sample --help"),
        (
            ["a", "--years", "acht"],
            "De waarde van --years past niet. Geef een geheel getal, 1 tot en met 30.",
        ),
        (
            ["a", "--years", "31"],
            "De waarde van --years past niet. Geef een geheel getal, 1 tot en met 30.",
        ),
        (["a", "--factor", "x"], "De waarde van --factor past niet. Geef een getal."),
        (
            ["a", "--scenario", "regen"],
            "De waarde van --scenario past niet. Geef een van: trend, krap.",
        ),
        (
            ["a", "--years"],
            "Bij de optie --years ontbreekt de waarde, of past er geen. "
            "Uitleg: draagkracht sample --help",
        ),
    ],
)
def test_a_line_that_does_not_fit_is_refused_in_dutch(line: list[str], message: str) -> None:
    with pytest.raises(WrongUsage) as refused:
        run_command(SAMPLE, line, "nl")
    assert str(refused.value) == f"draagkracht sample: {message}"
    assert refused.value.exit_code == 2
