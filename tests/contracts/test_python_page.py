"""The page on Python, done as it says."""

import re
from pathlib import Path

import pytest

import draagkracht as dk

PAGE = "docs/nl/python.md"


def blocks(checkout: Path) -> list[str]:
    text = (checkout / PAGE).read_text(encoding="utf-8")
    return re.findall(r"^```python\n(.*?)^```", text, re.MULTILINE | re.DOTALL)


def test_every_block_runs_after_the_one_before_it(
    checkout: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.chdir(tmp_path)
    names: dict[str, object] = {}
    found = blocks(checkout)
    assert len(found) >= 6
    for block in found:
        exec(compile(block, PAGE, "exec"), names)  # noqa: S102 - our own page
        assert capsys.readouterr().out.strip(), block
    assert isinstance(names["outcome"], dk.Outcome)


def test_the_page_says_the_same_as_the_public_surface(checkout: Path) -> None:
    used = set(re.findall(r"\bdk\.(\w+)", "\n".join(blocks(checkout))))
    assert used <= set(dir(dk))
    assert {"run", "read_town", "read_plan", "read_scenario"} <= used
