"""A place that figures are observed of: the whole town, or one team."""

from collections.abc import Iterator
from dataclasses import dataclass

from draagkracht.town.checking import WHOLE_TOWN
from draagkracht.town.observed import ObservedFigure
from draagkracht.town.town import Town


@dataclass(frozen=True, slots=True)
class Place:
    """The whole town (`team` is None) or one of its teams."""

    town: Town
    name: str
    label: str
    team: str | None

    def value(self, figure: ObservedFigure) -> float | None:
        """The newest value of a figure here, if any; fte falls back on the formation."""
        if self.team is None:
            value = self.town.observed_value(figure)
            formation = self.town.fte
        else:
            row = self.town.observation(figure, team=self.team)
            value = None if row is None else row.value
            formation = sum(team.fte for team in self.town.teams if team.name == self.team)
        return formation if value is None and figure == "fte" else value


def places(town: Town) -> Iterator[Place]:
    """The whole town and then each team, in the order of the document."""
    yield Place(town, WHOLE_TOWN, "De hele gemeente", None)
    for team in town.teams:
        yield Place(town, team.name, team.label, team.name)
