"""What users install holds all that the checkout holds."""

import subprocess
import sys
import zipfile
from pathlib import Path

import pytest


@pytest.fixture(scope="module")
def names(checkout: Path, tmp_path_factory: pytest.TempPathFactory) -> set[str]:
    """The files in a wheel built from this checkout."""
    folder = tmp_path_factory.mktemp("wheel")
    subprocess.run(
        [sys.executable, "-m", "hatchling", "build", "--target", "wheel", "--directory", folder],
        cwd=checkout,
        capture_output=True,
        check=True,
    )
    with zipfile.ZipFile(next(folder.glob("*.whl"))) as wheel:
        return set(wheel.namelist())


def test_the_wheel_holds_every_module_and_data_file(checkout: Path, names: set[str]) -> None:
    package = checkout / "src" / "draagkracht"
    kept = {
        path.relative_to(checkout / "src").as_posix()
        for path in package.rglob("*")
        if path.is_file() and "_cache" not in str(path) and "__pycache__" not in path.parts
    }
    assert len(kept) > 50
    assert kept - names == set()


def test_the_wheel_holds_nothing_but_the_package_and_its_licence(names: set[str]) -> None:
    foreign = {
        name for name in names if not name.startswith("draagkracht/") and ".dist-info/" not in name
    }
    assert foreign == set()
    assert any(name.endswith("licenses/LICENSES/EUPL-1.2.txt") for name in names)
