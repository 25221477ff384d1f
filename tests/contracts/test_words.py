"""What may not stand in any file: places of one machine, hosts of registries, loose ends."""

import re
from pathlib import Path

import pytest

TEXT = {".py", ".toml", ".md", ".in", ".txt", ".yml", ".cff", ".html", ".css", ".json", ".j2", ""}
LEFT_ALONE = {".git", ".venv", ".bench-venv", "__pycache__", "LICENSES", "LICENSE", "build", "dist"}
THIS_FILE = Path(__file__).name


def texts(checkout: Path, *folders: str) -> dict[str, str]:
    roots = [checkout / folder for folder in folders] or [checkout]
    found = {
        str(path.relative_to(checkout)): path.read_text(encoding="utf-8")
        for root in roots
        for path in root.rglob("*")
        if path.is_file()
        and path.suffix in TEXT
        and path.name != THIS_FILE
        and not any(
            part in LEFT_ALONE or part.endswith("_cache") or part == ".hypothesis"
            for part in path.relative_to(checkout).parts
        )
    }
    assert len(found) > 5
    return found


def hits(found: dict[str, str], pattern: str) -> list[str]:
    return [
        f"{name}:{number}: {line.strip()[:80]}"
        for name, text in found.items()
        for number, line in enumerate(text.splitlines(), start=1)
        if re.search(pattern, line)
    ]


@pytest.mark.parametrize(
    "pattern",
    [
        pytest.param(r"(?<![\w.])/(work|root|home/\w+)/", id="a path of one machine"),
        pytest.param(r"(pypi|pythonhosted|npmjs|anaconda)\.(org|com)", id="a registry's host"),
        pytest.param(r"\b[Ii]ssue #?\d", id="the number of an issue"),
        pytest.param(r"\b(TODO|FIXME|XXX)\b", id="a loose end"),
        pytest.param(r"^(<{7}|>{7}) ", id="a merge left half-done"),
    ],
)
def test_no_file_holds(checkout: Path, pattern: str) -> None:
    assert hits(texts(checkout), pattern) == []


@pytest.mark.parametrize("pattern", [r"(?<![\w.])/tmp\b", r"\.\./shared"])
def test_no_source_or_page_holds_a_path_outside_the_checkout(checkout: Path, pattern: str) -> None:
    assert hits(texts(checkout, "src", "docs", "script"), pattern) == []


def test_a_pattern_finds_what_it_is_for() -> None:
    assert hits({"a": "see /home/someone/x"}, r"(?<![\w.])/(work|root|home/\w+)/")
