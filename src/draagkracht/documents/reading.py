"""Strict reading: a document is right, or there is one error with file, place and remedy."""

from collections.abc import Mapping
from pathlib import Path
from typing import TypeVar

from pydantic import BaseModel, ValidationError

from draagkracht.documents.document import Document
from draagkracht.documents.errors import DraagkrachtError, MissingKey, WrongFormat
from draagkracht.documents.faults import first_fault
from draagkracht.documents.file_text import read_text
from draagkracht.documents.syntax import parse_toml

D = TypeVar("D", bound=Document)
M = TypeVar("M", bound=BaseModel)


def read_document(path: Path, kind: type[D]) -> D:
    """The document in a file.

    Raises: a `DraagkrachtError` with file, place and remedy; of several faults the first in the
    file. Faults between fields (`Document.check`) come after faults of single fields.
    """
    try:
        return parse_document(read_text(path), kind)
    except DraagkrachtError as error:
        raise error.in_file(str(path)) from None


def parse_document(text: str, kind: type[D]) -> D:
    """The document in a text; as `read_document`, but the error has no file."""
    data = parse_toml(text)
    _check_format(data)
    document = shaped(data, kind)
    document.check()
    return document


def read_tables(path: Path) -> dict[str, object]:
    """The raw tables of a TOML file that is a collection of named entries, not one document.

    Raises: a `DraagkrachtError` with the file.
    """
    try:
        return parse_toml(read_text(path))
    except DraagkrachtError as error:
        raise error.in_file(str(path)) from None


def shaped(data: Mapping[str, object], kind: type[M]) -> M:
    """Raw data as a model.

    Raises: the first fault in the order of `data`, typed and with its place, without file.
    """
    try:
        return kind.model_validate(data)
    except ValidationError as error:
        raise first_fault(error, kind, data) from None


def _check_format(data: Mapping[str, object]) -> None:
    """The format comes before all else: of another format nothing else can be judged."""
    if "format" not in data:
        raise MissingKey(key="format")
    found = data["format"]
    if type(found) is not int or found != 1:
        shown = found if isinstance(found, int | float | str) else "?"
        raise WrongFormat(found=str(shown)[:20], place="format")
