import os
from pathlib import Path

import pytest

from draagkracht.documents.errors import CannotWrite
from draagkracht.documents.saving import save_bytes, save_text


def test_a_text_is_saved_whole_and_alone(tmp_path: Path) -> None:
    path = tmp_path / "advies.html"
    save_text(path, "één\n")
    assert path.read_bytes() == "één\n".encode()
    assert [entry.name for entry in tmp_path.iterdir()] == ["advies.html"]


def test_a_new_file_has_the_permissions_of_this_place(tmp_path: Path) -> None:
    beside = tmp_path / "beside"
    beside.write_bytes(b"")
    save_bytes(tmp_path / "new", b"x")
    assert (tmp_path / "new").stat().st_mode == beside.stat().st_mode


def test_an_old_file_keeps_its_permissions(tmp_path: Path) -> None:
    path = tmp_path / "a"
    path.write_bytes(b"old")
    path.chmod(0o640)
    save_bytes(path, b"new")
    assert path.read_bytes() == b"new"
    assert path.stat().st_mode & 0o777 == 0o640


def test_a_link_keeps_pointing_at_the_file_that_is_saved(tmp_path: Path) -> None:
    (tmp_path / "real").write_bytes(b"old")
    link = tmp_path / "link"
    link.symlink_to(tmp_path / "real")
    save_bytes(link, b"new")
    assert link.is_symlink()
    assert (tmp_path / "real").read_bytes() == b"new"


@pytest.mark.parametrize("fault", [KeyboardInterrupt(), OSError(28, "No space left on device")])
def test_a_fault_half_way_leaves_the_old_file_and_nothing_else(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, fault: BaseException
) -> None:
    path = tmp_path / "a"
    path.write_bytes(b"old")

    def fail(_: int) -> None:
        raise fault

    monkeypatch.setattr(os, "fsync", fail)
    expected = KeyboardInterrupt if isinstance(fault, KeyboardInterrupt) else CannotWrite
    with pytest.raises(expected):
        save_bytes(path, b"new")
    assert path.read_bytes() == b"old"
    assert [entry.name for entry in tmp_path.iterdir()] == ["a"]


def test_a_full_disk_says_so() -> None:
    with pytest.raises(CannotWrite) as caught:
        save_text(Path("/dev/full"), "x")
    assert caught.value.reason == "full"
    assert Path("/dev/full").is_char_device()


@pytest.mark.parametrize(
    ("number", "reason"), [(13, "permission"), (30, "read_only"), (5, "system")]
)
def test_each_refusal_of_the_system_has_its_reason(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int, reason: str
) -> None:
    def fail(*_: object) -> None:
        raise OSError(number, "refused")

    monkeypatch.setattr(os, "open", fail)
    with pytest.raises(CannotWrite) as caught:
        save_bytes(tmp_path / "a", b"x")
    assert caught.value.reason == reason
    assert caught.value.exit_code == 1


@pytest.mark.parametrize(
    ("name", "reason"), [(".", "directory"), ("no/a", "no_folder"), ("x" * 5000, "name")]
)
def test_a_place_where_no_file_can_come_is_refused(tmp_path: Path, name: str, reason: str) -> None:
    with pytest.raises(CannotWrite) as caught:
        save_bytes(tmp_path / name, b"x")
    assert caught.value.reason == reason
