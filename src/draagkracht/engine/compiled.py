"""Compile once, and never run yesterday's code: the cache is named after all that matters.

Numba's own cache looks at the file of the compiled function alone; a change in a function it
calls from another file goes unseen. So the folder's name is a digest of every source of the
engine and of the kernel that is built on it, of the versions, and of the processor.
"""

import hashlib
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar, cast

import llvmlite
import llvmlite.binding
import numba
import numpy as np

F = TypeVar("F", bound=Callable[..., object])

_ENGINE = "engine"


def source_digest(package: Path, kernel: str) -> str:
    """Digest of a kernel, a folder: its sources, the engine's, versions and processor."""
    parts = [numba.__version__, llvmlite.__version__, np.__version__]
    parts.append(llvmlite.binding.get_host_cpu_name())
    digest = hashlib.sha256("\n".join(parts).encode())
    for folder in sorted({_ENGINE, kernel}):
        for file in sorted((package / folder).rglob("*.py")):
            digest.update(file.relative_to(package).as_posix().encode())
            digest.update(file.read_bytes())
    return digest.hexdigest()[:16]


def cache_folder(package: Path, kernel: str) -> Path | None:
    """Where the compiled code of `kernel` is kept; None where nothing can be written."""
    try:
        folder = Path.home() / ".cache" / "draagkracht" / source_digest(package, kernel)
        folder.mkdir(parents=True, exist_ok=True)
        tempfile.TemporaryFile(dir=folder).close()  # it may stand there and be read only
    except (OSError, RuntimeError):
        return None
    return folder


def compiled(function: F) -> F:
    """Compile `function` without the interpreter's lock, kept on disk where that is possible.

    Its module stands in the folder of its kernel: draagkracht.model, draagkracht.network.
    """
    within = function.__module__.split(".")[1:]
    kernel = within[0] if within else _ENGINE
    folder = cache_folder(Path(__file__).parent.parent, kernel)
    if folder is not None:
        setattr(numba.config, "CACHE_DIR", str(folder))  # noqa: B010 - made at run time
    decorate = numba.njit(nogil=True, cache=folder is not None, error_model="numpy")
    return cast("F", decorate(function))
