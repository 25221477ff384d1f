import os
from pathlib import Path

import pytest

from draagkracht.documents.errors import FileTooLarge, MissingFile, UnreadableFile
from draagkracht.documents.file_text import read_text


def test_text_is_read_without_its_byte_order_mark(tmp_path: Path) -> None:
    path = tmp_path / "a.toml"
    path.write_bytes("\ufeffé = 1".encode())
    assert read_text(path) == "é = 1"


def test_a_file_with_another_name_is_not_suggested(tmp_path: Path) -> None:
    (tmp_path / "gemeente.toml").write_text("format = 1", encoding="utf-8")
    with pytest.raises(MissingFile) as caught:
        read_text(tmp_path / "bestaat_niet.toml")
    assert caught.value.nearest is None


def test_a_misspelt_file_name_gets_its_neighbour(tmp_path: Path) -> None:
    (tmp_path / "voorbeeldstad.toml").write_text("format = 1", encoding="utf-8")
    with pytest.raises(MissingFile) as caught:
        read_text(tmp_path / "voorbeeldstadt.toml")
    assert caught.value.nearest == "voorbeeldstad.toml"


def test_a_file_inside_a_file_is_missing(tmp_path: Path) -> None:
    (tmp_path / "a").write_text("x", encoding="utf-8")
    with pytest.raises(MissingFile):
        read_text(tmp_path / "a" / "b.toml")


def test_a_file_that_may_not_be_read_says_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "a.toml"
    path.write_text("format = 1", encoding="utf-8")

    def refuse(*_: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "open", refuse)  # file modes do not stop an administrator
    with pytest.raises(UnreadableFile) as caught:
        read_text(path)
    assert caught.value.reason == "permission"


def test_another_fault_of_the_system_gives_its_number(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "a.toml"
    path.write_text("format = 1", encoding="utf-8")

    def fail(*_: object) -> None:
        raise OSError(5, "Input/output error")

    monkeypatch.setattr(Path, "open", fail)
    with pytest.raises(UnreadableFile) as caught:
        read_text(path)
    assert "systeemfout 5" in str(caught.value)


def test_five_megabytes_are_read_and_one_byte_more_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "a.toml"
    path.write_bytes(b"#" * 5_000_000)
    assert len(read_text(path)) == 5_000_000
    path.write_bytes(b"#" * 5_000_001)
    with pytest.raises(FileTooLarge):
        read_text(path)


def test_a_pipe_is_refused_and_never_waited_for(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    with pytest.raises(UnreadableFile) as caught:
        read_text(pipe)
    assert caught.value.reason == "special"


@pytest.mark.parametrize("name", ["a\0b", "x" * 5000])
def test_a_name_no_file_can_have_is_refused(tmp_path: Path, name: str) -> None:
    with pytest.raises(UnreadableFile) as caught:
        read_text(tmp_path / name)
    assert caught.value.reason == "name"
