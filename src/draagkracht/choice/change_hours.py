"""Hours that teams spend on beginning with cards: asked once, quarter by quarter."""

import math
from collections import defaultdict
from dataclasses import dataclass
from typing import Final

from draagkracht.choice.subject import Subject
from draagkracht.plans.effects import HOURS_ON, TeamEffect, compose

_QUARTER: Final = 13.0


@dataclass(frozen=True, slots=True)
class ChangeHours:
    """The most that is asked of one team in one quarter, in hours for each fte; 0 of no team."""

    hours: float
    team: str
    quarter: int


def most_change(subject: Subject, *, quarters: int) -> ChangeHours:
    """The team and quarter in which beginning asks most for each fte.

    By the middle of each figure; a quarter is thirteen weeks from the start of the run, which has
    so many `quarters`: what begins later was not computed.
    """
    town = subject.town
    teams = {team.name: team for team in town.teams}
    asked: dict[tuple[str, int], float] = defaultdict(float)
    for effect in compose(subject.plan, subject.menu, teams=list(teams)):
        if effect.lever != HOURS_ON["team"] or effect.ends_week is None:
            continue
        fte = teams[effect.team].fte
        rate = subject.catalogue.figure(effect.figure).central * effect.intensity
        hours = rate * _times(effect, subject, fte) * (effect.ends_week - effect.starts_week)
        for quarter, part in _parts(effect):
            if quarter <= quarters:
                asked[effect.team, quarter] += hours * part / fte
    if not asked:
        return ChangeHours(0.0, "", 0)
    (team, quarter), hours = max(asked.items(), key=lambda row: row[1])
    return ChangeHours(hours, teams[team].label, quarter)


def _times(effect: TeamEffect, subject: Subject, fte: float) -> float:
    """How often the figure counts in this team."""
    if effect.per == "fte":
        return fte
    if effect.per == "1000 resident":
        return sum(wijk.residents for wijk in subject.town.wijken_of(effect.team)) / 1000
    return 1.0


def _parts(effect: TeamEffect) -> list[tuple[int, float]]:
    """The quarters that the hours fall in, from 1, and which part of them falls in each."""
    begin, end = effect.starts_week, effect.ends_week or math.inf
    found = []
    quarter = int(begin // _QUARTER)
    while quarter * _QUARTER < end:
        low, high = quarter * _QUARTER, (quarter + 1) * _QUARTER
        found.append((quarter + 1, (min(end, high) - max(begin, low)) / (end - begin)))
        quarter += 1
    return found
