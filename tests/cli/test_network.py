"""`draagkracht network`: tables for people, JSON for programs, a trace for who asks."""

import json
from pathlib import Path

import pytest

import draagkracht as dk
from draagkracht.cli.main import main

TEXT = """\
time_unit = "uur"
warmup = 10.0
horizon = 110.0
replications = 3
seed = 1

[[station]]
name = "balie"
servers = 2
service = { family = "exponential", mean = 1.0 }
arrivals = [{ kind = "gewoon", rate = 1.2 }, { kind = "spoed", rate = 0.4 }]
priority = ["spoed", "gewoon"]
patience = { family = "exponential", mean = 4.0 }
"""


@pytest.fixture
def file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    path = tmp_path / "net.toml"
    path.write_text(TEXT, encoding="utf-8")
    return path


def test_the_tables_show_every_station_and_kind(
    file: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["network", file.name]) == 0
    shown = capsys.readouterr().out
    assert "Netwerk van 1 station, tijd in uur, 3 herhalingen" in shown
    assert "balie, van 10 tot 110" in shown
    for word in ("allen", "gewoon", "spoed", "Afgehaakt", "Bezetting (%)", "±", "seed 1"):
        assert word in shown


def test_as_json_it_is_the_document_of_the_outcome(
    file: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["network", file.name, "--json", "--threads", "1"]) == 0
    shown = capsys.readouterr().out
    assert shown == dk.network(file).to_json()
    assert json.loads(shown)["record"]["replications"] == 3


def test_the_other_generator_is_asked_for_by_name(
    file: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["network", file.name, "--json", "--rng", "philox"]) == 0
    assert json.loads(capsys.readouterr().out)["record"]["generator"] == "philox"
    assert main(["network", file.name, "--rng", "dice"]) == 2
    assert "squares, philox" in capsys.readouterr().err


def test_a_trace_is_written_where_it_was_asked(
    file: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["network", file.name, "--trace", "trace.csv"]) == 0
    assert "Geschreven: trace.csv" in capsys.readouterr().out
    lines = Path("trace.csv").read_text(encoding="utf-8").splitlines()
    assert lines[0] == "time,replication,case,kind,station,event"
    assert len(lines) > 100


def test_a_trace_does_not_overwrite_the_network(
    file: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["network", file.name, "--trace", file.name]) == 2
    assert "het zou worden overschreven" in capsys.readouterr().err
    assert file.read_text(encoding="utf-8") == TEXT


def test_a_network_that_cannot_work_is_refused_with_its_place(
    file: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file.write_text(TEXT.replace("rate = 1.2", "rate = -1.2"), encoding="utf-8")
    assert main(["network", file.name]) == 2
    told = capsys.readouterr()
    assert told.out == ""
    assert told.err.startswith("net.toml: station 1 (balie) › arrivals 1 › rate: -1.2 kan hier")


def test_a_station_without_balance_is_told_first(
    file: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    text = TEXT.replace("servers = 2", "servers = 1").partition("patience")[0]
    file.write_text(text, encoding="utf-8")
    assert main(["network", file.name]) == 0
    assert 'Geen evenwicht bij "balie"' in capsys.readouterr().out
