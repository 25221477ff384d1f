"""Reading a scenario: a file of one's own, or one that comes with the package."""

from pathlib import Path

from pydantic import Field

from draagkracht.documents.errors import DraagkrachtError, UnknownName
from draagkracht.documents.nearest import nearest
from draagkracht.documents.reading import read_document
from draagkracht.scenarios.composing import compose_scenarios
from draagkracht.scenarios.scenario import Scenario
from draagkracht.town.packaged import locate, packaged_documents

FOLDER = "scenarios"
TREND = "trend"


class ScenarioFile(Scenario):
    """A scenario as someone writes it: it may build on packaged ones, by name."""

    includes: tuple[str, ...] = Field(default=())

    def itself(self) -> Scenario:
        """What stands in the file, without what it includes."""
        fields = {key: getattr(self, key) for key in Scenario.model_fields}
        return Scenario.model_construct(**fields)


def read_scenario(path: Path | str) -> Scenario:
    """The scenario in a file, or a packaged one by its name, such as `krappe_arbeidsmarkt`.

    A file that `includes` packaged scenarios is composed with them.

    Raises: a `DraagkrachtError` with file, place and remedy.

    >>> read_scenario("krappe_arbeidsmarkt").holds[0].quantile
    0.9
    """
    found = locate(path, FOLDER, what="scenario")
    document = read_document(found, ScenarioFile)
    try:
        return compose_scenarios(document.itself(), *map(_included, document.includes))
    except DraagkrachtError as error:
        raise error.within("includes").in_file(str(found)) from None


def packaged_scenarios() -> tuple[Scenario, ...]:
    """All scenarios that come with the package: the trend first, the others by name."""
    names = sorted(packaged_documents(FOLDER), key=lambda name: (name != TREND, name))
    return tuple(read_scenario(name) for name in names)


def lawful_scenarios() -> tuple[Scenario, ...]:
    """The packaged scenarios that can come without another law, in the same order."""
    return tuple(scenario for scenario in packaged_scenarios() if not scenario.legal)


def _included(name: str) -> Scenario:
    """A packaged scenario; it includes none itself, so nothing can go round in circles."""
    packaged = packaged_documents(FOLDER)
    if name not in packaged:
        raise UnknownName(
            what="meegeleverd scenario",
            name=name,
            nearest=nearest(name, packaged),
            known=tuple(packaged),
        )
    return read_document(packaged[name], Scenario)
