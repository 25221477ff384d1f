"""The scripts on a machine that lacks something: a clear message, no half-made environment."""

import os
import shutil
import subprocess
from pathlib import Path

import pytest

PYTHONS = ["python3.13", "python3.12", "python3.11", "python3", "python"]


@pytest.fixture
def bare(checkout: Path, tmp_path: Path) -> Path:
    """A copy of the scripts, beside a `bin` where every Python is a failure."""
    shutil.copytree(checkout / "script", tmp_path / "script")
    shutil.copytree(checkout / "requirements", tmp_path / "requirements")
    shutil.copy(checkout / "pyproject.toml", tmp_path)
    for name in PYTHONS:
        command(tmp_path / "bin" / name, "exit 1")
    return tmp_path


def command(path: Path, script: str) -> None:
    path.parent.mkdir(exist_ok=True)
    path.write_text(f"#!/bin/sh\n{script}\n", encoding="utf-8")
    path.chmod(0o755)


def run(folder: Path, script: str) -> subprocess.CompletedProcess[str]:
    environment = {"PATH": f"{folder / 'bin'}:{os.defpath}", "HOME": str(folder)}
    return subprocess.run(
        ["/bin/sh", str(folder / "script" / script)],
        env=environment,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.mark.parametrize("script", ["demo", "check"])
def test_without_a_python_the_remedy_is_named(bare: Path, script: str) -> None:
    ended = run(bare, script)
    assert ended.returncode == 1
    assert "heeft Python 3.11 of nieuwer nodig" in ended.stderr
    assert "sudo apt install python3 python3-venv" in ended.stderr
    assert not (bare / ".venv").exists()


def test_without_venv_the_one_line_for_debian_is_named(bare: Path) -> None:
    version = "case $2 in *print*) echo 3.12; exit;; *ensurepip*) exit 1;; *) exit 0;; esac"
    command(bare / "bin/python3.12", version)
    ended = run(bare, "demo")
    assert ended.returncode == 1
    assert "sudo apt install python3.12-venv" in ended.stderr
    assert not (bare / ".venv").exists()


def test_a_download_that_fails_says_so_and_is_tried_again(bare: Path) -> None:
    pip_fails = 'case "$*" in *pip*) echo "no network" >&2; exit 1;; esac\nexec "$REAL" "$@"'
    make_venv = f"mkdir -p .venv/bin && cp {bare}/bin/inner .venv/bin/python"
    real = shutil.which("python3")
    command(bare / "bin/inner", f"REAL={real}\n{pip_fails}")
    command(bare / "bin/python3.13", f'case "$*" in "-m venv"*) {make_venv};; *) exit 0;; esac')
    for _ in range(2):
        ended = run(bare, "demo")
        assert ended.returncode == 1
        assert "Pakketten ophalen" in ended.stderr
        assert "no network" in ended.stderr
        assert "Het ophalen is mislukt" in ended.stderr


def test_ci_checks_and_tests_and_nothing_else(checkout: Path) -> None:
    lines = (checkout / ".ci/run").read_text(encoding="utf-8").splitlines()
    assert lines[1:] == ["set -eu", 'cd "$(dirname "$0")/.."', "script/check", "script/test"]


def test_every_script_can_be_run_and_is_plain_sh(checkout: Path) -> None:
    scripts = [checkout / ".ci/run", *sorted((checkout / "script").iterdir())]
    assert len(scripts) > 4
    for script in scripts:
        assert os.access(script, os.X_OK) == (script.name != "environment"), script.name
        checked = subprocess.run(
            ["/bin/sh", "-n", str(script)], capture_output=True, text=True, check=False
        )
        assert checked.returncode == 0, checked.stderr
