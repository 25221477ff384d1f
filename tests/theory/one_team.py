"""One team of look-alike households with every mechanism off until a test turns it on.

Many households with a tiny request hazard are a Poisson source. What is finite about it is put
right: the hazard is that of the households that are free to ask on average.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final

import numpy as np

from draagkracht.engine.arrays import FloatArray, Records
from draagkracht.engine.draws import keys
from draagkracht.model import ledger as book
from draagkracht.model.beginning import Beginning
from draagkracht.model.figures_used import FIGURES
from draagkracht.model.kernel import advance
from draagkracht.model.ledger import Accounts
from draagkracht.model.levers import LEVER
from draagkracht.model.state import PURPOSES, WORLD
from draagkracht.model.week import Course
from draagkracht.simulation.workspace import empty_accounts, empty_frame

SEED: Final = 20260101
LONG: Final = 1e15  # weeks: a clock that does not ring
UNBOUND: Final = 1e12  # hours or cases: a cap that does not bind
NEVER: Final = 1 << 40  # week in which a task package starts

# Everything that is not here is 0.
QUIET_FIGURES: Final[Mapping[str, float]] = {
    "request_bound": 1.0,
    "missed_hours_factor": 1.0,
    "missed_return_delay": 1.0,
    "patience_median": LONG,
    "patience_shape": 1.0,
    "request_factor_after_giving_up": 1.0,
    "target_wait": 1.0,
    "catch_up": 1.0,
    "hours_single": 1.0,
    "hours_multiple": 1.0,
    "hours_crisis": 1.0,
    "cap_weight_single": 1.0,
    "cap_weight_multiple": 1.0,
    "cap_weight_crisis": 1.0,
    "share_weight_multiple": 1.0,
    "share_weight_crisis": 1.0,
    "intensity_cap": UNBOUND,
    "load_memory": 13.0,
    "follow_up_memory": 26.0,
    "contract_hours": 1.0,
}
QUIET_LEVERS: Final[Mapping[str, float]] = {
    "access_request_factor": 1.0,
    "casework_caseload_cap": UNBOUND,
    "casework_hours_factor": 1.0,
    "casework_request_factor_after_closing": 1.0,
    "team_fte_factor": 1.0,
}


@dataclass(frozen=True)
class OneTeam:
    """A team for theory: what differs from quiet, and what it begins with."""

    households: int = 16384
    fte: float = 1.0
    figures: Mapping[str, float] = field(default_factory=dict)
    levers: Mapping[str, float] = field(default_factory=dict)
    hazard: float = 0.0  # of becoming vulnerable, 1/week
    vulnerable: float = 0.0  # share at the start
    growth: tuple[float, ...] = ()  # factor on the hazard by week; 1 where nothing is said
    growth_bound: tuple[float, ...] = (1.0,)  # by year; the last holds on
    open_cases: int = 0
    waiting: int = 0
    wait: float = 0.0  # ages of the waiting at the start are spread evenly up to here
    waiting_multiple: float = 0.0
    tick: float = 1.0


@dataclass(frozen=True)
class History:
    """What became of a team: its frame at the end and the accounts of its quarters."""

    frame: Records
    accounts: Accounts

    def counted(self, column: int, kind: int | None = None, since: int = 0) -> FloatArray:
        """A column of the counters by quarter, of one kind or of all; times in ticks."""
        counts = self.accounts.counts[:, since:, :, column].sum(axis=0)
        chosen = counts.sum(axis=1) if kind is None else counts[:, kind]
        timed = column in {book.LEAD_TIME, book.TIME_WAITING, book.TIME_OPEN, book.TIME_VULNERABLE}
        return np.asarray(chosen / book.PARTS if timed else chosen.astype(np.float64))

    def total(self, column: int, kind: int | None = None, since: int = 0) -> float:
        """The same over all quarters from `since` on."""
        return float(self.counted(column, kind, since).sum())


def request_rate(wanted: float, households: int, busy: float) -> float:
    """Hazard a household at which `wanted` requests a week come from those not `busy`."""
    return wanted / (households - busy)


def begun(team: OneTeam, luck: int, weeks: int) -> tuple[Records, Course, Accounts, Beginning]:
    """A team at the start of week 0, with its course and blank accounts."""
    frame = empty_frame()
    frame["figures"] = filled(FIGURES, {**QUIET_FIGURES, **team.figures})
    frame["keys"][0] = keys(SEED, luck, PURPOSES)
    frame["growth_bound"][0] = team.growth_bound[-1]
    frame["growth_bound"][0, : len(team.growth_bound)] = team.growth_bound
    frame["domains"][0, -1] = 1.0
    frame["routes_from"] = NEVER
    frame["tick"] = team.tick
    frame["last_week"] = weeks
    frame["number"] = team.households
    frame["ledger"]["groups"] = 1
    frame["households"]["entity"][0, : team.households] = np.arange(team.households)
    frame["households"]["hazard"][0, : team.households] = team.hazard
    beginning = Beginning(
        vulnerable=np.full(team.households, team.vulnerable),
        helped_vulnerable=0.0,
        helped_self_reliant=0.0,
        after_closing=1.0,
        open_multiple=0.0,
        open_crisis=0.0,
        waiting_multiple=team.waiting_multiple,
        single_vulnerable=0.0,
        wait=team.wait,
        fte=team.fte,
        open_cases=team.open_cases,
        waiting=team.waiting,
    )
    world = np.zeros(weeks, WORLD)
    world["vacancy"] = 1.0
    world["growth"] = 1.0
    world["growth"][: len(team.growth)] = team.growth
    levers = np.repeat(filled(LEVER, {**QUIET_LEVERS, **team.levers}), weeks + 1)
    course = Course(levers, world, 0)
    accounts = empty_accounts(1, weeks // book.QUARTER)
    advance(frame, course, accounts, beginning, 0, 0)
    return frame, course, accounts, beginning


def lived(team: OneTeam, luck: int, weeks: int) -> History:
    """A team's history over `weeks` (whole quarters) with one stream of luck."""
    frame, course, accounts, beginning = begun(team, luck, weeks)
    advance(frame, course, accounts, beginning, 0, weeks)
    return History(frame, accounts)


def filled(kind: np.dtype[np.void], values: Mapping[str, float]) -> Records:
    """One record with these fields, every other field 0."""
    record = np.zeros(1, kind)
    for name, value in values.items():
        record[name] = value
    return record
