"""Documents that come with the package and are asked for by name instead of by path."""

from collections.abc import Mapping
from pathlib import Path
from typing import Final

from draagkracht.documents.errors import UnknownName
from draagkracht.documents.nearest import nearest

DATA: Final = Path(__file__).resolve().parent.parent / "data"


def packaged_documents(kind: str) -> Mapping[str, Path]:
    """Names and paths of the packaged documents of one kind, such as `towns`, by name."""
    return {path.stem: path for path in sorted((DATA / kind).glob("*.toml"))}


def locate(asked: Path | str, kind: str, *, what: str) -> Path:
    """The file that someone means: a packaged document by its bare name, else a path.

    `what` is the Dutch word for such a document. A path always means a file; a text that is
    exactly a packaged name means that document, also when a file of that name lies at hand.

    Raises: UnknownName for a bare name that is neither packaged nor a file.
    """
    if isinstance(asked, Path):
        return asked
    packaged = packaged_documents(kind)
    if asked in packaged:
        return packaged[asked]
    path = Path(asked)
    bare = path.name == asked and not path.suffix
    if bare and not path.exists():
        close = nearest(asked, packaged)
        raise UnknownName(what=what, name=asked, nearest=close, known=tuple(packaged))
    return path
