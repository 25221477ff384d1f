"""One noun, one file, one name; short files; no skipped tests."""

import statistics
from pathlib import Path

MEANINGLESS = {"base", "common", "core", "helpers", "manager", "misc", "util", "utils"}


def sources(checkout: Path) -> list[Path]:
    found = sorted((checkout / "src").rglob("*.py"))
    assert len(found) > 20
    return found


def lines(path: Path) -> int:
    return len(path.read_text(encoding="utf-8").splitlines())


def test_no_module_has_a_name_that_says_nothing(checkout: Path) -> None:
    empty_names = {
        str(path.relative_to(checkout))
        for path in sources(checkout)
        if MEANINGLESS & {path.stem, *path.relative_to(checkout).parts}
    }
    assert empty_names == set()


def test_no_file_is_longer_than_400_lines(checkout: Path) -> None:
    long = {str(path.relative_to(checkout)): lines(path) for path in sources(checkout)}
    assert {name: count for name, count in long.items() if count > 400} == {}


def test_the_median_file_is_under_120_lines(checkout: Path) -> None:
    assert statistics.median(lines(path) for path in sources(checkout)) < 120


def test_every_module_begins_with_a_docstring(checkout: Path) -> None:
    bare = [
        str(path.relative_to(checkout))
        for path in sources(checkout)
        if not path.read_text(encoding="utf-8").lstrip().startswith(('"""', 'r"""'))
    ]
    assert bare == []


def test_only_the_shared_data_fixture_skips(checkout: Path) -> None:
    marks = ("pytest." + "skip", "mark." + "skip", "mark." + "xfail", "importor" + "skip")
    skipping = {
        path.name
        for path in (checkout / "tests").rglob("*.py")
        if any(mark in path.read_text(encoding="utf-8") for mark in marks)
    }
    assert skipping == {"conftest.py"}
