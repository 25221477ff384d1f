"""Where outcomes are told: the town, each team, and each wijk group large enough to show."""

from dataclasses import dataclass
from typing import Literal

import numpy as np

from draagkracht.engine.arrays import CountArray
from draagkracht.simulation.layout import TownLayout


@dataclass(frozen=True)
class Place:
    """One place by name, with a label for readers; a range of wijk groups."""

    name: str
    label: str
    level: Literal["town", "team", "wijk"]
    households: int
    first_group: int
    last_group: int
    first_team: int
    last_team: int


def places_of(layout: TownLayout) -> tuple[Place, ...]:
    """The town first, then the teams in the kernel's order, then their wijk groups."""
    first = layout.group_first
    teams = len(layout.teams)
    found = [Place("town", "de gemeente", "town", layout.households, 0, first[-1], 0, teams)]
    for number, team in enumerate(layout.teams):
        groups = (first[number], first[number + 1])
        found.append(
            Place(team.name, team.label, "team", team.households, *groups, number, number + 1)
        )
    for number, team in enumerate(layout.teams):
        for rank, group in enumerate(team.groups, start=first[number]):
            if group.published:
                found.append(
                    Place(group.name, group.label, "wijk", group.households, rank, rank + 1, 0, 0)
                )
    return tuple(found)


def group_ranges(places: tuple[Place, ...]) -> tuple[CountArray, CountArray]:
    """First and last group of each place, for the compiled sums."""
    return (
        np.array([place.first_group for place in places], dtype=np.int64),
        np.array([place.last_group for place in places], dtype=np.int64),
    )
