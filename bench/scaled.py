"""Teams made larger, and years alike, from a team of voorbeeldstad."""

from dataclasses import replace
from typing import Final

import numpy as np

from draagkracht.model.week import Course
from town_ours import Prepared

_COPY: Final = 1 << 15  # ranks of the households of a copy begin here: no wijk is as large


def with_households(given: Prepared, number: int) -> Prepared:
    """The same team with another number of households, and fte and cases to match."""
    team, beginning = given.team, given.beginning
    factor = number / team.households
    row = np.arange(number) % team.households
    wijken, sizes, first, groups = [], [], [], []
    for copy in range(-(-number // team.households)):
        left = number - copy * team.households
        for place, size in enumerate(team.sizes):
            taken = min(size, max(0, left))
            left -= size
            if taken:
                wijken.append(int(team.wijken[place]))
                sizes.append(taken)
                first.append(team.first_entities[place] + copy * _COPY)
                groups.append(team.groups_of_wijken[place])
    return replace(
        given,
        team=replace(
            team,
            fte=team.fte * factor,
            residents=round(team.residents * factor),
            wijken=np.array(wijken),
            sizes=tuple(sizes),
            first_entities=tuple(first),
            groups_of_wijken=tuple(groups),
        ),
        beginning=beginning._replace(
            vulnerable=beginning.vulnerable[row],
            fte=beginning.fte * factor,
            open_cases=round(beginning.open_cases * factor),
            waiting=round(beginning.waiting * factor),
        ),
    )


def with_years_alike(given: Prepared) -> Prepared:
    """The same team where vulnerability does not grow from year to year."""
    world = given.course.world.copy()
    world["growth"] = 1.0
    return replace(given, course=Course(given.course.levers, world, given.course.today))
