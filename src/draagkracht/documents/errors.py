"""Every error of a document or file: what is wrong, where, and the remedy.

Errors are a public surface. Each class carries typed fields and its own Dutch sentence; whoever
raises one gives facts, never prose. Every message stands in `tests/golden/messages`.
"""

from draagkracht.documents.document_errors import (
    DoubleName,
    EmptyValue,
    Inconsistent,
    MalformedToml,
    MissingKey,
    NotOneOf,
    OutOfRange,
    TooMany,
    UnknownKey,
    UnknownName,
    WrongForm,
    WrongFormat,
    WrongType,
)
from draagkracht.documents.error import DraagkrachtError
from draagkracht.documents.file_errors import (
    CannotWrite,
    EmptyFile,
    FileTooLarge,
    Interrupted,
    MissingFile,
    NotText,
    UnreadableFile,
)

__all__ = [
    "CannotWrite",
    "DoubleName",
    "DraagkrachtError",
    "EmptyFile",
    "EmptyValue",
    "FileTooLarge",
    "Inconsistent",
    "Interrupted",
    "MalformedToml",
    "MissingFile",
    "MissingKey",
    "NotOneOf",
    "NotText",
    "OutOfRange",
    "TooMany",
    "UnknownKey",
    "UnknownName",
    "UnreadableFile",
    "WrongForm",
    "WrongFormat",
    "WrongType",
]
