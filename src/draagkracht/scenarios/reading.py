"""Reading a scenario: a file of one's own, or one that comes with the package."""

from pathlib import Path

from draagkracht.documents.reading import read_document
from draagkracht.scenarios.scenario import Scenario
from draagkracht.town.packaged import locate


def read_scenario(path: Path | str) -> Scenario:
    """The scenario in a file, or the packaged `trend` or `krappe_arbeidsmarkt`.

    Raises: a `DraagkrachtError` with file, place and remedy.

    >>> read_scenario("krappe_arbeidsmarkt").holds[0].quantile
    0.9
    """
    return read_document(locate(path, "scenarios", what="scenario"), Scenario)
