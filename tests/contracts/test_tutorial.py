"""The tutorial and the page on koersen, done as they say."""

import re
import shlex
from pathlib import Path

import pytest

import draagkracht as dk
from draagkracht.cli.main import main
from draagkracht.town.packaged import packaged_documents


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


def test_the_koers_of_the_page_on_koersen_can_be_run_and_compared(
    checkout: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    page = checkout / "docs/nl/eigen-koers.md"
    monkeypatch.chdir(tmp_path)
    (document,) = blocks(page, "toml")
    Path("KOERS.toml").write_text(document, encoding="utf-8")
    lines = [line for block in blocks(page, "sh") for line in block.splitlines()]
    assert [shlex.split(line)[1] for line in lines] == ["run", "compare"]
    for line in lines:
        code = main(shlex.split(line)[1:])
        shown = capsys.readouterr()
        assert code == 0, f"{line}: {shown.err}"
        assert "Minder papier" in shown.out, line


def test_the_page_on_koersen_leads_to_every_card(checkout: Path) -> None:
    page = checkout / "docs/nl/eigen-koers.md"
    assert "](../reference/cards.md)" in page.read_text(encoding="utf-8")
    cards = (checkout / "docs/reference/cards.md").read_text(encoding="utf-8")
    assert [name for name in dk.read_menu().cards if f"`{name}`" not in cards] == []


def test_the_table_of_koersen_can_be_made_as_its_page_says(
    checkout: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    page = checkout / "docs/nl/koersen.md"
    monkeypatch.chdir(tmp_path)
    (document,) = blocks(page, "toml")
    Path("KOERS.toml").write_text(document, encoding="utf-8")
    lines = [line for block in blocks(page, "sh") for line in block.splitlines()]
    assert [shlex.split(line)[1] for line in lines] == ["koersen"] * 3
    for line in lines:
        code = main(shlex.split(line)[1:])
        shown = capsys.readouterr()
        assert code == 0, f"{line}: {shown.err}"
        assert "Doorgaan zoals nu" in shown.out, line
    assert "Eerst het loket" in shown.out
    (python,) = blocks(page, "python")
    exec(compile(python, str(page), "exec"), {})  # noqa: S102
    assert capsys.readouterr().out


def test_the_page_on_koersen_side_by_side_names_each_as_it_is(checkout: Path) -> None:
    text = (checkout / "docs/nl/koersen.md").read_text(encoding="utf-8")
    for name in packaged_documents("koersen"):
        assert f"| `{name}` | {dk.read_plan(name).label.nl} |" in text


def test_the_card_of_the_page_on_own_cards_can_be_checked_and_run(
    checkout: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    page = checkout / "docs/nl/eigen-kaart.md"
    monkeypatch.chdir(tmp_path)
    for kind, text in zip(("interventions", "figures"), blocks(page, "toml"), strict=True):
        path = Path("mijn-kaarten", kind, "telefoonuur.toml")
        path.parent.mkdir(parents=True)
        path.write_text(text, encoding="utf-8")
    lines = [line for block in blocks(page, "sh") for line in block.splitlines()]
    assert len(lines) == 2
    for line in lines:
        code = main(shlex.split(line)[1:])
        shown = capsys.readouterr()
        assert code == 0, f"{line}: {shown.err}{shown.out}"
    assert "E1 Telefoonuur" in shown.out


def test_the_page_on_the_menu_can_be_followed(
    checkout: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.chdir(tmp_path)
    lines = [
        line for block in blocks(checkout / "docs/nl/menu.md", "sh") for line in block.splitlines()
    ]
    assert len(lines) == 2
    for line in lines:
        small = "" if "--years" in line else " --years 1 --members 8"
        assert main(shlex.split(line + small)[1:]) == 0, capsys.readouterr().err
    assert Path("kaarten.pdf").read_bytes()[:5] == b"%PDF-"
