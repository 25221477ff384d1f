"""A town at a glance: how large it is, and which of its five figures are its own."""

import datetime as dt
from dataclasses import dataclass
from typing import Literal

from draagkracht.town.observed import FIVE, OBSERVED_SCALES, ObservedFigure
from draagkracht.town.town import Town

Whose = Literal["own", "typical", "missing"]


@dataclass(frozen=True, slots=True)
class FigureOfTown:
    """One of the five figures of a town: its value, if any, and whose it is."""

    figure: ObservedFigure
    label_nl: str
    unit: str
    value: float | None
    whose: Whose


@dataclass(frozen=True, slots=True)
class TownSummary:
    """What a reader wants to know before believing anything about a town.

    `missing` names the other figures that a town may give and this one does not;
    `list_of_last_year` tells whether a second, older waiting list is there: no other figure makes
    the outcome more certain.
    """

    name: str
    start: dt.date
    municipalities: tuple[str, ...]
    wijken: int
    households: int
    residents: int
    teams: int
    fte: float
    five: tuple[FigureOfTown, ...]
    missing: tuple[ObservedFigure, ...]
    list_of_last_year: bool
    worked_example: bool


def summarise(town: Town) -> TownSummary:
    """The summary of a town.

    >>> from draagkracht.town.reading import read_town
    >>> [row.whose for row in summarise(read_town("voorbeelddorp")).five]
    ['own', 'typical', 'typical', 'typical', 'typical']
    """
    seen = {row.figure for row in town.observed}
    return TownSummary(
        name=town.name,
        start=town.start,
        municipalities=tuple(row.name for row in town.municipalities),
        wijken=len(town.wijken),
        households=town.households,
        residents=town.residents,
        teams=len(town.teams),
        fte=town.fte,
        five=tuple(_of_town(town, figure) for figure in FIVE),
        missing=tuple(figure for figure in OBSERVED_SCALES if figure not in {*seen, *FIVE}),
        list_of_last_year=len({row.date for row in town.observed if row.figure == "waiting_list"})
        > 1,
        worked_example=town.worked_example,
    )


def _of_town(town: Town, figure: ObservedFigure) -> FigureOfTown:
    value = town.observed_value(figure)
    whose: Whose = "own" if town.is_own(figure) else "missing" if value is None else "typical"
    if value is None:
        fallback = {"residents": float(town.residents), "fte": town.fte}
        value = fallback.get(figure)
    scale = OBSERVED_SCALES[figure]
    return FigureOfTown(figure, scale.label_nl, scale.unit, value, whose)
