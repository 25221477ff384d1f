"""What kind of document a name asks for: a page, Word or paper."""

from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Final, Literal

from draagkracht.report.errors import TemplateNotWanted, UnknownKind

Kind = Literal["html", "docx", "pdf"]
_KINDS: Final[Mapping[str, Kind]] = MappingProxyType(
    {".html": "html", ".htm": "html", ".docx": "docx", ".pdf": "pdf"}
)


def kind_of(path: Path, *, template: Path | str | None) -> Kind:
    """The kind by the ending of the name; a device or folder has none.

    Raises: UnknownKind, TemplateNotWanted.

    >>> kind_of(Path("advies.PDF"), template=None)
    'pdf'
    """
    kind = _KINDS.get(path.suffix.lower())
    if kind is None:
        if not (path.is_char_device() or path.is_dir()):
            raise UnknownKind(suffix=path.suffix, file=str(path))
        kind = "html"
    if template is not None and kind != "docx":
        raise TemplateNotWanted(file=str(path))
    return kind
