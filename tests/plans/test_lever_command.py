"""`draagkracht lever list`, as a user meets it."""

import json

import pytest

from draagkracht.cli.main import main
from draagkracht.model.levers import LEVER_NAMES


def test_every_lever_is_listed_with_its_value_today(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["lever", "list"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert [line.split()[0] for line in lines[1 : 1 + len(LEVER_NAMES)]] == list(LEVER_NAMES)
    (row,) = [line for line in lines if line.startswith("access.decision_delay")]
    assert row.endswith("  Wachttijd op een beschikking")
    assert "4 weken (2 tot 8)" in row


def test_a_lever_that_does_not_vary_has_no_range(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["lever", "list"]) == 0
    for line in capsys.readouterr().out.splitlines():
        if line.startswith(("team.fte_factor", "team.overhead_share")):
            assert "(" not in line


def test_json_has_every_lever_with_unit_bounds_and_today(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert main(["lever", "list", "--json"]) == 0
    data = json.loads(capsys.readouterr().out)
    assert list(data) == ["record", "levers", "warnings"]
    assert [row["lever"] for row in data["levers"]] == list(LEVER_NAMES)
    for row in data["levers"]:
        assert row["lowest"] <= row["today"]["central"] <= row["highest"]
        assert row["today"]["low"] <= row["today"]["central"] <= row["today"]["high"]
