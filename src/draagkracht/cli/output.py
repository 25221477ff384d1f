"""Where an answer is to be written: looked at before the work, so that none of it is lost."""

import contextlib
import os
from collections.abc import Sequence
from pathlib import Path

from draagkracht.documents.errors import CannotWrite, Inconsistent
from draagkracht.documents.saving import save_bytes


def check_output(path: Path, *, inputs: Sequence[str]) -> None:
    """Refuse a place where nothing can be written, or where one of the inputs stands.

    Raises: CannotWrite, or Inconsistent for an input.
    """
    try:
        target = path.resolve()
        taken = target.exists() and any(_is(target, Path(name)) for name in inputs)
        if taken:
            raise Inconsistent(
                what="Uit dit bestand wordt ook gelezen; het zou worden overschreven.",
                remedy="Kies een andere naam voor de uitkomst.",
                file=str(path),
            )
        if target.is_dir():
            raise CannotWrite(reason="directory", file=str(path))
        if target.exists() and not target.is_file():
            return
    except (OSError, RuntimeError, ValueError):
        raise CannotWrite(reason="name", file=str(path)) from None
    _try(target.with_name(f".draagkracht-{os.getpid()}"), path)


def check_parquet(path: Path) -> None:
    """Refuse a name that promises another kind of file; a device has no such name.

    Raises: Inconsistent.
    """
    if path.suffix != ".parquet" and not path.is_char_device():
        raise Inconsistent(
            what="De uitkomst wordt als parquet geschreven.",
            remedy="Kies een naam die eindigt op .parquet, of gebruik --json.",
            file=str(path),
        )


def check_pdf(path: Path) -> None:
    """Refuse a name that promises another kind of file; a device has no such name.

    Raises: Inconsistent.
    """
    if path.suffix.lower() != ".pdf" and not path.is_char_device():
        raise Inconsistent(
            what="De kaarten worden als PDF geschreven.",
            remedy="Kies een naam die eindigt op .pdf.",
            file=str(path),
        )


def _is(target: Path, other: Path) -> bool:
    return other.exists() and target.samefile(other)


def _try(probe: Path, path: Path) -> None:
    """Write something small beside the target, and take it away again."""
    try:
        save_bytes(probe, b"")
    except CannotWrite as error:
        error.file = str(path)
        raise
    finally:
        with contextlib.suppress(OSError):
            probe.unlink()
