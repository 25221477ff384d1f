"""A run that cannot come to its end: no permission, no room, no reader, no patience."""

import resource
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

import draagkracht as dk
from cli.documents import TOWN
from cli.plain_user import run_as_plain_user

SMALL = ["--years", "1", "--members", "8"]
# A shell that starts tests in the background lets them ignore Ctrl-C; this is a terminal's.
AS_IN_A_TERMINAL = (
    "import signal, sys; signal.signal(signal.SIGINT, signal.default_int_handler); "
    "from draagkracht.cli.main import main; sys.exit(main())"
)
STOPPED = "Afgebroken; er is niets half geschreven. Geef de opdracht opnieuw om verder te gaan."
FULL = "De schijf is vol; er is niets geschreven. Maak ruimte vrij of kies een andere plaats."


def command(*line: str) -> list[str]:
    return [sys.executable, "-c", AS_IN_A_TERMINAL, *line]


def run(
    *line: str, folder: Path, first: Callable[[], None] | None = None
) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        command(*line), cwd=folder, capture_output=True, text=True, check=False, preexec_fn=first
    )


def last_line(text: str) -> str:
    assert "Traceback" not in text
    return text.splitlines()[-1]


def test_a_file_that_may_not_be_read_is_refused(tmp_path: Path) -> None:
    (tmp_path / "stad.toml").write_text(TOWN, encoding="utf-8")
    (tmp_path / "stad.toml").chmod(0o000)
    ended = run_as_plain_user(["run", "stad.toml"], tmp_path)
    assert ended.returncode == 2
    assert ended.stderr == (
        "stad.toml: U mag dit bestand niet lezen. "
        "Vraag de eigenaar om leesrecht, of maak een eigen kopie.\n"
    )


def test_a_folder_that_may_not_be_written_is_refused_before_the_work(tmp_path: Path) -> None:
    tmp_path.chmod(0o500)
    line = ["run", "voorbeelddorp", "--members", "4096", "-o", "uit.parquet"]
    ended = run_as_plain_user(line, tmp_path)
    tmp_path.chmod(0o700)
    assert (ended.returncode, ended.stdout) == (1, "")
    assert ended.stderr.startswith("uit.parquet: U mag hier niet schrijven.")
    assert list(tmp_path.iterdir()) == []


def test_a_full_disk_leaves_the_old_answer(tmp_path: Path, outcome: dk.Outcome) -> None:
    assert outcome.members  # what is compiled is kept by now: only the answer itself is too large
    old = tmp_path / "uit.parquet"
    old.write_bytes(b"old")

    def room_for_little() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (5000, 5000))

    line = ["run", "voorbeelddorp", *SMALL, "-o", "uit.parquet"]
    ended = run(*line, folder=tmp_path, first=room_for_little)
    assert (ended.returncode, ended.stdout) == (1, "")
    assert last_line(ended.stderr) == f"uit.parquet: {FULL}"
    assert old.read_bytes() == b"old"
    assert [entry.name for entry in tmp_path.iterdir()] == ["uit.parquet"]


def test_a_full_device_says_so(tmp_path: Path) -> None:
    ended = run("run", "voorbeelddorp", *SMALL, "-o", "/dev/full", folder=tmp_path)
    assert ended.returncode == 1
    assert last_line(ended.stderr) == f"/dev/full: {FULL}"


def test_a_full_disk_behind_the_screen_says_so(tmp_path: Path) -> None:
    with Path("/dev/full").open("wb") as full:
        ended = subprocess.run(
            command("run", "voorbeelddorp", *SMALL),
            cwd=tmp_path,
            stdout=full,
            stderr=subprocess.PIPE,
            text=True,
            check=False,
        )
    assert ended.returncode == 1
    assert last_line(ended.stderr) == FULL


@pytest.mark.parametrize("options", [[], ["--json"]])
def test_a_reader_that_stops_reading_gets_no_traceback(tmp_path: Path, options: list[str]) -> None:
    with subprocess.Popen(
        command("run", "voorbeelddorp", *SMALL, *options),
        cwd=tmp_path,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    ) as process:
        assert process.stdout is not None
        process.stdout.close()
        assert process.stderr is not None
        told = [line for line in process.stderr if not line.startswith("Rekenen:")]
        assert process.wait() == 1
    assert told == []


def test_ctrl_c_in_the_middle_of_a_run_ends_it_at_once_and_leaves_nothing(tmp_path: Path) -> None:
    line = ["run", "voorbeelddorp", "--members", "4096", "-o", "uit.parquet"]
    with subprocess.Popen(
        command(*line), cwd=tmp_path, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    ) as process:
        assert process.stderr is not None
        under_way = next(told for told in process.stderr if " van 4096" in told)
        assert under_way.startswith("Rekenen: ")
        process.send_signal(signal.SIGINT)
        told = process.stderr.read()
        assert process.wait(timeout=10) == 1
        assert process.stdout is not None
        assert process.stdout.read() == ""
    assert last_line(told) == STOPPED
    assert list(tmp_path.iterdir()) == []
