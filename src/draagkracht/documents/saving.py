"""Saving: the whole file or nothing, whatever happens half-way."""

import contextlib
import errno
import os
import secrets
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import BinaryIO, Final, Literal

from draagkracht.documents.errors import CannotWrite

Reason = Literal["full", "permission", "no_folder", "directory", "read_only", "name", "system"]

_REASONS: Final[Mapping[int, Reason]] = {
    errno.ENOSPC: "full",
    errno.EDQUOT: "full",
    errno.EFBIG: "full",
    errno.EACCES: "permission",
    errno.EPERM: "permission",
    errno.ENOENT: "no_folder",
    errno.ENOTDIR: "no_folder",
    errno.EISDIR: "directory",
    errno.EROFS: "read_only",
    errno.ENAMETOOLONG: "name",
}


def save_text(path: Path, text: str) -> None:
    """Save a text as UTF-8; see `save_bytes`."""
    save_bytes(path, text.encode())


def save_bytes(path: Path, data: bytes) -> None:
    """Put `data` in the file `path`, at once: a reader sees the old file or the new one.

    Written beside the target, forced to disk, then renamed; an interrupt leaves the old file. A
    device or pipe is written to directly: it has no old state to keep.

    Raises: CannotWrite with the file and the reason.
    """
    with saved(path) as stream:
        stream.write(data)


@contextlib.contextmanager
def saved(path: Path) -> Iterator[BinaryIO]:
    """As `save_bytes`, for what is too long to hold: the file is there when the block is done.

    Raises: CannotWrite with the file and the reason.
    """
    try:
        target = path.resolve()
        if target.is_dir():
            raise CannotWrite(reason="directory", file=str(path))
        straight = target.exists() and not target.is_file()
        with target.open("wb") if straight else _replaced(target) as stream:
            yield stream
    except ValueError:
        raise CannotWrite(reason="name", file=str(path)) from None
    except OSError as error:
        reason = _REASONS.get(error.errno or 0, "system")
        detail = f"systeemfout {error.errno}"
        raise CannotWrite(reason=reason, detail=detail, file=str(path)) from None


@contextlib.contextmanager
def _replaced(target: Path) -> Iterator[BinaryIO]:
    beside = target.parent / f".draagkracht-{secrets.token_hex(8)}"
    descriptor = os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o666)
    try:
        with os.fdopen(descriptor, "wb") as stream:
            yield stream
            stream.flush()
            os.fsync(stream.fileno())
        if target.exists():
            beside.chmod(target.stat().st_mode & 0o777)
        beside.replace(target)
    except BaseException:
        with contextlib.suppress(OSError):
            beside.unlink()
        raise
