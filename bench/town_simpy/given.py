"""What a team lives under, read from a file: the same for every engine that is compared."""

import json
from dataclasses import dataclass
from pathlib import Path
from types import SimpleNamespace
from typing import Any

SINGLE, MULTIPLE, CRISIS = range(3)
KINDS = (SINGLE, MULTIPLE, CRISIS)
TO_TEAM, TO_DESK, TO_PARTNER, TO_NONE = range(4)
WEEKS_A_YEAR = 52
QUARTER = 13  # weeks


@dataclass(frozen=True)
class Given:
    """The conditions of one team. The unit of time is a week, rates are in 1/week."""

    name: str
    figures: SimpleNamespace
    domains: list[float]  # cumulative shares of the main life domain
    domain_hours: list[float]  # hours of a case over the mean of its kind
    partner_chance: list[list[float]]  # by kind and domain
    partner_wait: list[float]  # mean, by domain
    routes: list[list[list[int]]]  # before and in the task package, by kind and domain
    routes_from: int
    levers: list[SimpleNamespace]  # today, then week by week from today
    world: list[SimpleNamespace]  # week by week from the start of the run-in
    hazards: list[float]  # of becoming vulnerable, by household
    start: SimpleNamespace  # how the run-in begins
    residents: float  # thousands
    today: int
    weeks: int  # in all

    @property
    def most_changing(self) -> float:
        """Most that growth and prevention can do to the hazard of becoming vulnerable."""
        growth = max(week.growth for week in self.world)
        return float(growth / (1.0 - self.figures.prevention_most))


def read_given(path: Path) -> list[Given]:
    """The teams in a file."""
    return [_given(team) for team in json.loads(path.read_text())["teams"]]


def _given(team: dict[str, Any]) -> Given:
    rows = {name: [SimpleNamespace(**row) for row in team[name]] for name in ("levers", "world")}
    names = ("figures", "start")
    return Given(**{**team, **rows, **{name: SimpleNamespace(**team[name]) for name in names}})
