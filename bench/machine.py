"""On what, and with which versions, something was measured."""

import hashlib
import os
import platform
import subprocess
import sys
from importlib.metadata import version
from pathlib import Path

import draagkracht


def facts() -> dict[str, str]:
    """What someone else needs to know to measure the same."""
    package = Path(draagkracht.__file__).parent
    return {
        "processor": _from("/proc/cpuinfo", "model name"),
        "cores": str(len(os.sched_getaffinity(0))),
        "memory": _from("/proc/meminfo", "MemTotal"),
        "system": f"{platform.system()} {platform.release()}, {platform.machine()}",
        "load at the start": " ".join(f"{each:.2f}" for each in os.getloadavg()),
        "Python": sys.version.split()[0],
        "Draagkracht": f"{draagkracht.__version__}, sources {_digest(package)}",
        "numba": version("numba"),
        "numpy": version("numpy"),
        "C++": _first_line(["g++", "--version"]) + ", -O3 -march=native",
    }


def _digest(folder: Path) -> str:
    """Of every source, so that it can be told which were measured."""
    digest = hashlib.sha256()
    for file in sorted(folder.rglob("*.py")):
        digest.update(file.relative_to(folder).as_posix().encode() + b"\0" + file.read_bytes())
    return digest.hexdigest()[:16]


def _from(file: str, name: str) -> str:
    try:
        lines = Path(file).read_text().splitlines()
    except OSError:
        return "unknown"
    return next(
        (line.split(":", 1)[1].strip() for line in lines if line.startswith(name)), "unknown"
    )


def _first_line(command: list[str]) -> str:
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    return done.stdout.splitlines()[0]
