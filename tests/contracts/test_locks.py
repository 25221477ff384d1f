"""docs/adr/0006: what is installed is pinned, hashed, allowed, and named without a host."""

import re
import tomllib
from importlib import metadata
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name
from packaging.version import Version

# LGPL-2.1 and MPL-2.0 stand on the list of compatible licences in the appendix of the EUPL.
ALLOWED = (
    "0BSD",
    "Apache",
    "BSD",
    "CC0",
    "ISC",
    "LGPL-2.1-only",
    "MIT",
    "MPL-2.0",
    "PSF-2.0",
    "Zlib",
)
LOCKS = ["run.txt", "dev.txt"]


def pins(checkout: Path, lock: str) -> dict[str, Version]:
    text = (checkout / "requirements" / lock).read_text(encoding="utf-8")
    rows = re.findall(r"^([A-Za-z0-9_.-]+)==([^ ;]+)", text, flags=re.MULTILINE)
    assert len(rows) > 20
    return {canonicalize_name(name): Version(version) for name, version in rows}


def required(checkout: Path, lock: str) -> list[Requirement]:
    folder = checkout / "requirements"
    lines = (folder / "build.in").read_text(encoding="utf-8").splitlines()
    if lock == "dev.txt":
        lines += (folder / "dev.in").read_text(encoding="utf-8").splitlines()
    project = tomllib.loads((checkout / "pyproject.toml").read_text(encoding="utf-8"))
    lines += project["project"]["dependencies"] + project["build-system"]["requires"]
    return [Requirement(line) for line in lines if line and not line.startswith("#")]


@pytest.mark.parametrize("lock", LOCKS)
def test_a_lock_names_no_host(checkout: Path, lock: str) -> None:
    text = (checkout / "requirements" / lock).read_text(encoding="utf-8")
    assert re.findall(r"://|index-url|find-links|file:|@ ", text) == []


@pytest.mark.parametrize("lock", LOCKS)
def test_every_pin_has_a_hash(checkout: Path, lock: str) -> None:
    text = (checkout / "requirements" / lock).read_text(encoding="utf-8")
    entries = re.split(r"\n(?=\S)", text.strip())
    assert [entry.splitlines()[0] for entry in entries if "--hash=sha256:" not in entry] == []


@pytest.mark.parametrize("lock", LOCKS)
def test_a_lock_holds_what_the_project_asks_for(checkout: Path, lock: str) -> None:
    pinned = pins(checkout, lock)
    missing = [
        str(asked)
        for asked in required(checkout, lock)
        if (version := pinned.get(canonicalize_name(asked.name))) is None
        or version not in asked.specifier
    ]
    assert missing == []


def test_tests_run_on_the_versions_that_users_get(checkout: Path) -> None:
    run, dev = pins(checkout, "run.txt"), pins(checkout, "dev.txt")
    assert {name: dev.get(name) for name in run} == run


def test_this_environment_is_the_locked_one(checkout: Path) -> None:
    installed = {
        canonicalize_name(found.name): Version(found.version) for found in metadata.distributions()
    }
    pinned = pins(checkout, "dev.txt")
    different = {
        name: str(installed[name])
        for name, version in pinned.items()
        if name in installed and installed[name] != version
    }
    assert different == {}


def test_every_licence_may_be_combined_with_ours(checkout: Path) -> None:
    on_every_system = set(pins(checkout, "dev.txt")) - {"colorama"}
    licences = {name: licence_of(name) for name in sorted(on_every_system)}
    assert {name: licence for name, licence in licences.items() if not allowed(licence)} == {}


def test_a_licence_that_asks_for_more_is_refused() -> None:
    assert allowed("BSD-2-Clause AND Apache-2.0 WITH LLVM-exception")
    assert not allowed("MIT AND GPL-3.0-or-later")


def allowed(licence: str) -> bool:
    parts = re.split(r"\b(?:AND|OR)\b", licence)
    return all(part.strip(" ()").startswith(ALLOWED) for part in parts)


def licence_of(name: str) -> str:
    """The licence as SPDX where the package gives it so, else the name its classifier gives."""
    about = metadata.metadata(name)
    classifiers = [
        row.rpartition(" :: ")[2]
        for row in about.get_all("Classifier", [])
        if row.startswith("License ::")
    ]
    spoken = about.get("License-Expression") or " AND ".join(classifiers) or about["License"]
    return spoken.replace("Mozilla Public License 2.0 (MPL 2.0)", "MPL-2.0")


def test_the_pages_say_what_the_scripts_say_about_the_download(checkout: Path) -> None:
    script = (checkout / "script/environment").read_text(encoding="utf-8")
    sizes = re.findall(r"^(?:run|dev)_megabytes=(\d+)$", script, flags=re.MULTILINE)
    assert len(sizes) == 2
    for page in ("README.md", "LEESMIJ.md"):
        text = (checkout / page).read_text(encoding="utf-8")
        assert [size for size in sizes if f"{size} MB" not in text] == []
