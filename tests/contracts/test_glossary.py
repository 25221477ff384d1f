"""English names in code; the few Dutch ones stand in the glossary."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

WORD = re.compile(r"[A-Za-zÀ-ÿ]+")
# Spellings that Dutch has and English hardly.
DUTCH_SPELLING = re.compile(r"ij|aa|uu|eeu|oei|[aeou]cht|sch[^eio]")


def glossary(checkout: Path) -> set[str]:
    text = (checkout / "docs/glossary.md").read_text(encoding="utf-8")
    rows = re.findall(r"^\| ([^|]+?) \|", text.split("## Dutch that readers see")[0], re.MULTILINE)
    terms = {word.lower() for row in rows for word in WORD.findall(row)}
    assert "wijkteam" in terms
    return terms


def names_in(source: str) -> Iterator[str]:
    for node in ast.walk(ast.parse(source)):
        match node:
            case ast.FunctionDef(name=name) | ast.ClassDef(name=name):
                yield name
            case ast.arg(arg=name) | ast.Name(id=name) | ast.Attribute(attr=name):
                yield name


def parts(name: str) -> Iterator[str]:
    for part in re.split(r"_+|(?<=[a-z0-9])(?=[A-Z])", name):
        word = re.sub(r"\d", "", part).lower()
        if len(word) > 2:
            yield word


def dutch_texts(checkout: Path) -> set[str]:
    """The words of every text that a Dutch reader sees in data, and of the Dutch pages."""
    words: set[str] = set()
    for path in (checkout / "src/draagkracht/data").rglob("*.toml"):
        text = path.read_text(encoding="utf-8")
        for line in re.findall(r'^\s*[\w.]*\.nl\s*=\s*"(.*)"', text, re.MULTILINE):
            words.update(word.lower() for word in WORD.findall(line))
    words.update(
        word.lower() for word in WORD.findall((checkout / "LEESMIJ.md").read_text(encoding="utf-8"))
    )
    return words


def english_texts(checkout: Path) -> set[str]:
    """The words of docstrings, comments, meanings of figures, and the English pages."""
    words: set[str] = set()
    for path in (checkout / "src").rglob("*.py"):
        source = path.read_text(encoding="utf-8")
        texts = re.findall(r"#(.*)$", source, re.MULTILINE)
        for node in ast.walk(ast.parse(source)):
            if isinstance(node, ast.Module | ast.FunctionDef | ast.ClassDef):
                texts.append(re.sub(r"`[^`]*`|\"[^\"]*\"", "", ast.get_docstring(node) or ""))
        words.update(word.lower() for text in texts for word in WORD.findall(text))
    for path in (checkout / "src/draagkracht/data").rglob("*.toml"):
        for line in re.findall(
            r'^\s*(?:meaning|because)\s*=\s*"(.*)"', path.read_text(encoding="utf-8"), re.MULTILINE
        ):
            words.update(word.lower() for word in WORD.findall(line))
    for path in [checkout / "README.md", *(checkout / "docs/adr").glob("*.md")]:
        words.update(word.lower() for word in WORD.findall(path.read_text(encoding="utf-8")))
    return words


def looks_dutch(word: str) -> bool:
    return bool(DUTCH_SPELLING.search(word))


def test_every_dutch_name_in_the_code_stands_in_the_glossary(checkout: Path) -> None:
    known = glossary(checkout)
    # Short words are too often words in both languages: past, via, over.
    only_dutch = {w for w in dutch_texts(checkout) - english_texts(checkout) if len(w) > 4}
    unexplained = {
        f"{path.relative_to(checkout)}: {name}"
        for path in (checkout / "src").rglob("*.py")
        for name in [path.stem, *names_in(path.read_text(encoding="utf-8"))]
        for part in parts(name)
        if part not in known and (part in only_dutch or looks_dutch(part))
    }
    assert unexplained == set()


@pytest.mark.parametrize("name", ["wachtlijst_lengte", "huurschuld", "AantalMaatregelen", "vraagt"])
def test_a_dutch_name_is_seen(name: str) -> None:
    assert any(looks_dutch(part) for part in parts(name))


@pytest.mark.parametrize("name", ["waiting_list", "SchemaBuilder", "schedule", "halvings"])
def test_an_english_name_is_left_alone(name: str) -> None:
    assert not any(looks_dutch(part) for part in parts(name))
