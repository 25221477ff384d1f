"""A town is read from a file or by the name of an example."""

from pathlib import Path

import pytest

from draagkracht.documents.errors import DraagkrachtError, MissingFile, UnknownName
from draagkracht.town.packaged import packaged_documents
from draagkracht.town.reading import read_town


def test_a_town_is_read_from_a_path_and_from_a_text_alike(tmp_path: Path, town_text: str) -> None:
    path = tmp_path / "kleinstad.toml"
    path.write_text(town_text, encoding="utf-8")
    assert read_town(path) == read_town(str(path))
    assert read_town(path).name == "Kleinstad"


@pytest.mark.parametrize("name", ["voorbeeldstad", "voorbeelddorp"])
def test_an_example_is_read_by_its_name(name: str) -> None:
    assert read_town(name).name.lower() == name


def test_a_misspelt_example_is_refused_with_the_nearest() -> None:
    with pytest.raises(UnknownName) as caught:
        read_town("voorbeelstad")
    assert str(caught.value) == (
        'Er is geen voorbeeldgemeente met de naam "voorbeelstad". Bedoelt u "voorbeeldstad"?'
    )


def test_a_path_is_always_a_file_even_if_it_is_named_as_an_example() -> None:
    with pytest.raises(MissingFile):
        read_town(Path("voorbeeldstad"))


def test_a_file_without_extension_is_a_file(
    tmp_path: Path, town_text: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "kleinstad").write_text(town_text, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    assert read_town("kleinstad").name == "Kleinstad"


@pytest.mark.parametrize("content", ["", "format = 1\nname = ", "\x00\x01"])
def test_a_broken_file_is_refused_with_its_name(tmp_path: Path, content: str) -> None:
    path = tmp_path / "kapot.toml"
    path.write_text(content, encoding="utf-8")
    with pytest.raises(DraagkrachtError) as caught:
        read_town(str(path))
    assert str(caught.value).startswith(str(path))
    assert caught.value.exit_code == 2


def test_the_packaged_examples_are_these_two() -> None:
    assert list(packaged_documents("towns")) == ["voorbeelddorp", "voorbeeldstad"]
