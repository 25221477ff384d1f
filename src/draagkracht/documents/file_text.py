"""The text of a file, or a clear reason why there is none."""

import errno
import stat
from pathlib import Path
from typing import Final

from draagkracht.documents.errors import (
    EmptyFile,
    FileTooLarge,
    MissingFile,
    NotText,
    UnreadableFile,
)
from draagkracht.documents.nearest import nearest

BOUND_MEGABYTES: Final = 5
_CLOSE: Final = 0.75  # another file is soon the wrong one
_BOUND: Final = BOUND_MEGABYTES * 1_000_000


def read_text(path: Path) -> str:
    """The UTF-8 text of a regular file of at most 5 MB; a byte order mark is dropped.

    Never reads more than the bound, and never waits for a pipe or a device.

    Raises: MissingFile, UnreadableFile, FileTooLarge, NotText, EmptyFile; all with `file`.
    """
    file = str(path)
    data = _read_bytes(path)
    if len(data) > _BOUND:
        raise FileTooLarge(bound_megabytes=BOUND_MEGABYTES, file=file)
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise NotText(file=file) from None
    if "\0" in text:
        raise NotText(file=file)
    if not text.strip():
        raise EmptyFile(file=file)
    return text


def _read_bytes(path: Path) -> bytes:
    file = str(path)
    try:
        mode = path.stat().st_mode
        if stat.S_ISDIR(mode):
            raise UnreadableFile(reason="directory", file=file)
        if not stat.S_ISREG(mode):
            raise UnreadableFile(reason="special", file=file)
        with path.open("rb") as stream:
            return stream.read(_BOUND + 1)
    except (FileNotFoundError, NotADirectoryError):
        raise MissingFile(nearest=_neighbour(path), file=file) from None
    except PermissionError:
        raise UnreadableFile(reason="permission", file=file) from None
    except ValueError:
        raise UnreadableFile(reason="name", file=file) from None
    except OSError as error:
        if error.errno == errno.ENAMETOOLONG:
            raise UnreadableFile(reason="name", file=file) from None
        detail = f"systeemfout {error.errno}"
        raise UnreadableFile(reason="system", detail=detail, file=file) from None


def _neighbour(path: Path) -> str | None:
    """A file in the same folder that the user may have meant."""
    try:
        names = [entry.name for entry in path.parent.iterdir() if entry.is_file()]
    except OSError:
        return None
    # Without the part after the dot: every document shares that one.
    names.sort(key=lambda name: (Path(name).suffix == path.suffix, name))
    stems = {Path(name).stem: name for name in names}
    close = nearest(path.stem, stems, closeness=_CLOSE)
    return None if close is None else stems[close]
