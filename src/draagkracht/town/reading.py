"""Reading a town: a file of one's own, or an example that comes with the package."""

from pathlib import Path
from typing import Final

from draagkracht.documents.reading import read_document
from draagkracht.town.packaged import locate
from draagkracht.town.town import Town

_KIND: Final = "towns"


def read_town(path: Path | str) -> Town:
    """The town in a file, or the packaged `voorbeeldstad` or `voorbeelddorp`.

    Raises: a `DraagkrachtError` with file, place and remedy.

    >>> town = read_town("voorbeeldstad")
    >>> len(town.teams), len(town.wijken), town.worked_example
    (10, 22, True)
    """
    return read_document(locate(path, _KIND, what="voorbeeldgemeente"), Town)
