"""Nothing slow loads before it is needed."""

import subprocess
import sys
import time

import pytest

from draagkracht.cli.commands import COMMANDS, Command

SLOW = {"altair", "jinja2", "llvmlite", "numba", "numpy", "polars", "pydantic", "rich", "scipy"}
SLOW |= {"tomlkit", "typer", "vl_convert"}
HEAVY = {"altair", "llvmlite", "numba", "polars", "scipy", "vl_convert"}
SECONDS = 0.3


def loaded_by(code: str) -> set[str]:
    """The top-level packages that a fresh Python has loaded after `code`."""
    report = "import sys; print('loaded:', *{name.partition('.')[0] for name in sys.modules})"
    ran = subprocess.run(
        [sys.executable, "-c", f"{code}\n{report}"], capture_output=True, text=True, check=True
    )
    return set(ran.stdout.rpartition("loaded:")[2].split())


def test_importing_the_package_loads_nothing_slow() -> None:
    assert loaded_by("import draagkracht") & SLOW == set()


def test_help_loads_nothing_slow() -> None:
    code = "from draagkracht.cli.main import main; assert main(['--help']) == 0"
    assert loaded_by(code) & SLOW == set()


@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: " ".join(command.words))
def test_the_help_of_a_command_loads_nothing_heavy(command: Command) -> None:
    code = (
        f"from draagkracht.cli.main import main; assert main([*{command.words!r}, '--help']) == 0"
    )
    assert loaded_by(code) & HEAVY == set()


@pytest.mark.parametrize("name", ["run", "compare"])
def test_the_help_of_what_calculates_loads_only_what_reads_the_line(name: str) -> None:
    code = f"from draagkracht.cli.main import main; assert main([{name!r}, '--help']) == 0"
    assert loaded_by(code) & SLOW == {"typer"}


def test_a_name_loads_on_first_use() -> None:
    assert "pydantic" in loaded_by("import draagkracht as dk; dk.read_town")


def test_help_answers_within_its_time() -> None:
    # The fastest of several: what counts is our own work, not what else this machine does.
    def seconds() -> float:
        begun = time.perf_counter()
        command = [sys.executable, "-m", "draagkracht.cli.main", "--help"]
        subprocess.run(command, capture_output=True, check=True)
        return time.perf_counter() - begun

    assert min(seconds() for _ in range(5)) <= SECONDS
