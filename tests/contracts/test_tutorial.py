"""The tutorial, done as it says."""

import re
import shlex
from pathlib import Path

import pytest

from draagkracht.cli.main import main


def blocks(page: Path, kind: str) -> list[str]:
    pattern = re.compile(rf"^```{kind}\n(.*?)^```", re.MULTILINE | re.DOTALL)
    return pattern.findall(page.read_text(encoding="utf-8"))


def test_the_tutorial_can_be_followed_to_its_end(
    checkout: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    page = checkout / "docs/nl/eerste-advies.md"
    monkeypatch.chdir(tmp_path)
    (document,) = blocks(page, "toml")
    Path("gemeente.toml").write_text(document, encoding="utf-8")
    lines = [line for block in blocks(page, "sh") for line in block.splitlines()]
    assert len(lines) == 5
    for line in lines:
        code = main(shlex.split(line)[1:])
        shown = capsys.readouterr()
        assert code == 0, f"{line}: {shown.err}"
        assert shown.out, line
    assert "<html" in Path("advies.html").read_text(encoding="utf-8")


def test_the_slip_that_the_tutorial_names_is_understood(
    checkout: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    page = checkout / "docs/nl/eerste-advies.md"
    path = tmp_path / "gemeente.toml"
    (document,) = blocks(page, "toml")
    path.write_text(document.replace("households = 6100", "huisholds = 6100"), encoding="utf-8")
    assert "`huisholds`" in page.read_text(encoding="utf-8")
    assert main(["town", "check", str(path)]) == 2
    assert 'Bedoelt u "households"?' in capsys.readouterr().err
