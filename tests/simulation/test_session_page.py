"""The page on sessions, done as it says."""

import re
from pathlib import Path

import pytest

PAGE = "docs/nl/sessie.md"


def test_every_block_runs_after_the_one_before_it(
    checkout: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    text = (checkout / PAGE).read_text(encoding="utf-8")
    blocks = re.findall(r"^```python\n(.*?)^```", text, re.MULTILINE | re.DOTALL)
    names: dict[str, object] = {}
    told = []
    for block in blocks:
        exec(compile(block, PAGE, "exec"), names)  # noqa: S102 - our own page
        told.append(capsys.readouterr().out.strip())
    assert told[0] == "8 16"
    assert told[1].startswith("16 teams")
    assert [line.split()[0] for line in told[2].splitlines()] == ["8", "16"]
    assert told[3].startswith("Het rekenen is gestopt")
    assert told[4] == "True"
