"""The place of an answer is looked at before the work, and left as it was."""

from pathlib import Path

import pytest

from draagkracht.cli.output import check_output
from draagkracht.documents.errors import CannotWrite, DraagkrachtError, Inconsistent


def test_a_good_place_is_left_as_it_was(tmp_path: Path) -> None:
    check_output(tmp_path / "uit.parquet", inputs=[])
    assert list(tmp_path.iterdir()) == []


def test_an_old_answer_is_left_until_there_is_a_new_one(tmp_path: Path) -> None:
    old = tmp_path / "uit.parquet"
    old.write_bytes(b"old")
    check_output(old, inputs=[])
    assert old.read_bytes() == b"old"


@pytest.mark.parametrize(
    ("name", "reason"),
    [("nergens/uit.parquet", "no_folder"), (".", "directory"), ("a\0b", "name")],
)
def test_a_place_where_nothing_can_come_is_refused(tmp_path: Path, name: str, reason: str) -> None:
    with pytest.raises(CannotWrite) as refused:
        check_output(tmp_path / name, inputs=[])
    assert refused.value.reason == reason
    assert refused.value.file == str(tmp_path / name)


def test_a_file_in_the_way_of_a_folder_is_refused(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")
    with pytest.raises(CannotWrite):
        check_output(tmp_path / "file" / "uit.parquet", inputs=[])


@pytest.mark.parametrize("link", [False, True])
def test_an_input_is_never_overwritten(tmp_path: Path, link: bool) -> None:
    town = tmp_path / "stad.toml"
    town.write_text("format = 1\n", encoding="utf-8")
    output = tmp_path / "uit.parquet" if link else town
    if link:
        output.symlink_to(town)
    with pytest.raises(Inconsistent) as refused:
        check_output(output, inputs=["twee_sporen", str(town)])
    assert isinstance(refused.value, DraagkrachtError)
    assert refused.value.exit_code == 2


def test_a_device_is_not_tried(tmp_path: Path) -> None:
    check_output(Path("/dev/null"), inputs=[str(tmp_path / "stad.toml")])
