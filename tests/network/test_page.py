"""The page on networks, done as it says."""

import re
import shlex
from pathlib import Path

import pytest

import draagkracht as dk
from draagkracht.cli.main import main
from draagkracht.network.document import Network, Station
from draagkracht.network.families import PATIENCES, SERVICES
from draagkracht.network.statistics import STATISTICS

PAGE = "docs/nl/netwerk.md"


def blocks(checkout: Path, kind: str) -> list[str]:
    text = (checkout / PAGE).read_text(encoding="utf-8")
    return re.findall(rf"^```{kind}\n(.*?)^```", text, re.MULTILINE | re.DOTALL)


def test_both_networks_can_be_run_as_the_page_says(
    checkout: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.chdir(tmp_path)
    documents, lines = blocks(checkout, "toml"), blocks(checkout, "sh")
    assert len(documents) == len(lines) == 2
    for document, line in zip(documents, lines, strict=True):
        words = shlex.split(line)[1:]
        Path(words[1]).write_text(document, encoding="utf-8")
        code = main(words)
        shown = capsys.readouterr()
        assert code == 0, shown.err
        assert "Wachttijd allen" in shown.out
        assert "Geen evenwicht" not in shown.out
    (block,) = blocks(checkout, "python")
    names: dict[str, object] = {}
    exec(compile(block, PAGE, "exec"), names)  # noqa: S102 - our own page
    assert isinstance(names["outcome"], dk.NetworkOutcome)


def test_every_key_family_and_statistic_stands_on_the_page(checkout: Path) -> None:
    text = (checkout / PAGE).read_text(encoding="utf-8")
    fields = {**Network.model_fields, **Station.model_fields}
    keys = {field.alias or name for name, field in fields.items()} - {"station"}
    for word in (*keys, *SERVICES, *PATIENCES, *STATISTICS):
        assert f"`{word}`" in text, word
