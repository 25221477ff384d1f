"""The fingerprint of a document: what a run record holds instead of the document."""

from collections.abc import Sequence
from hashlib import sha256

from draagkracht.documents.document import Document
from draagkracht.documents.writing import write_document


def digest(document: Document) -> str:
    """SHA-256, in 64 hexadecimal digits, of the canonical text of a document."""
    return digest_of([write_document(document)])


def digest_of(parts: Sequence[str]) -> str:
    """SHA-256 of several texts; where one ends and the next begins counts.

    >>> digest_of(["ab", "c"]) == digest_of(["a", "bc"])
    False
    """
    state = sha256()
    for part in parts:
        data = part.encode()
        state.update(f"{len(data)}:".encode())
        state.update(data)
    return state.hexdigest()
