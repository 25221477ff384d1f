"""The name someone most likely meant: half of every error message about names."""

from collections.abc import Iterable
from difflib import get_close_matches


def nearest(name: str, known: Iterable[str], *, closeness: float = 0.6) -> str | None:
    """The known name closest to `name`, or None when none comes close.

    `closeness` is the least that counts as close: 0 is anything, 1 the same name.

    Capitals and the choice between dash, underscore and space do not count as differences.
    Equal closeness gives the first in alphabetical order of the folded names.

    >>> nearest("huishouden", ["households", "huishoudens", "fte"])
    'huishoudens'
    >>> nearest("xyz", ["fte"]) is None
    True
    """
    folded = {_folded(candidate): candidate for candidate in sorted(known, reverse=True)}
    matches = get_close_matches(_folded(name), sorted(folded), n=1, cutoff=closeness)
    return folded[matches[0]] if matches else None


def _folded(name: str) -> str:
    return name.casefold().replace("-", "_").replace(" ", "_")
