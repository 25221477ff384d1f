"""Where outcomes are told: town, municipalities, teams, and wijk groups that are large enough."""

from dataclasses import dataclass
from typing import Literal

from draagkracht.simulation.layout import TownLayout


@dataclass(frozen=True)
class Place:
    """One place by name, with a label for readers; a range of wijk groups.

    For a municipality, told apart only where a document has several, the range is one of the
    groups in the order of municipalities.
    """

    name: str
    label: str
    level: Literal["town", "municipality", "team", "wijk"]
    households: int
    residents: int
    first_group: int
    last_group: int
    first_team: int
    last_team: int


def places_of(layout: TownLayout) -> tuple[Place, ...]:
    """The town first, its municipalities, the teams in the kernel's order, their wijk groups."""
    first = layout.group_first
    teams = len(layout.teams)
    found = [
        Place(
            "town",
            "de gemeente",
            "town",
            layout.households,
            layout.residents,
            0,
            first[-1],
            0,
            teams,
        )
    ]
    found += _municipalities(layout)
    for number, team in enumerate(layout.teams):
        groups = (first[number], first[number + 1])
        found.append(
            Place(
                team.name,
                team.label,
                "team",
                team.households,
                team.residents,
                *groups,
                number,
                number + 1,
            )
        )
    for number, team in enumerate(layout.teams):
        for rank, group in enumerate(team.groups, start=first[number]):
            if group.published:
                found.append(
                    Place(
                        group.name, group.label, "wijk", group.households, 0, rank, rank + 1, 0, 0
                    )
                )
    return tuple(found)


def _municipalities(layout: TownLayout) -> list[Place]:
    if len(layout.municipalities) < 2:
        return []
    groups = [group for team in layout.teams for group in team.groups]
    found = []
    first = 0
    for code, name in layout.municipalities:
        own = [group for group in groups if group.municipality == code]
        last = first + len(own)
        households = sum(group.households for group in own)
        found.append(Place(code, name, "municipality", households, 0, first, last, 0, 0))
        first = last
    return found
