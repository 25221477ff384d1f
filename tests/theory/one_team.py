"""One team of look-alike households with every mechanism off until a test turns it on.

Many households with a tiny request hazard are a Poisson source. What is finite about it is put
right: the hazard is that of the households that are free to ask on average.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final, NamedTuple

import numpy as np

from draagkracht.engine.arrays import FloatArray, Records
from draagkracht.engine.draws import keys
from draagkracht.model import ledger as book
from draagkracht.model.beginning import Beginning
from draagkracht.model.figures_used import FIGURES
from draagkracht.model.kernel import advance
from draagkracht.model.kinds import DOMAINS, KINDS
from draagkracht.model.ledger import Accounts
from draagkracht.model.levers import LEVER
from draagkracht.model.state import PURPOSES, WORLD
from draagkracht.model.week import Course
from draagkracht.simulation.loading import load_wijken
from draagkracht.simulation.workspace import empty_accounts, empty_frames
from theory.quiet import QUIET_FIGURES, QUIET_LEVERS

SEED: Final = 20260101
NEVER: Final = 1 << 40  # week in which a task package starts

# From which week after today a lever has which value.
Change = tuple[int, str, float]


@dataclass(frozen=True)
class OneTeam:
    """A team for theory: what differs from quiet, and what it begins with."""

    households: int = 16384
    fte: float = 1.0
    figures: Mapping[str, float] = field(default_factory=dict)
    levers: Mapping[str, float] = field(default_factory=dict)
    changes: tuple[Change, ...] = ()
    today: int = 0  # week at which the run-in ends
    hazard: float = 0.0  # of becoming vulnerable, 1/week
    vulnerable: float = 0.0  # share at the start
    growth: tuple[float, ...] = ()  # factor on the hazard by week; 1 where nothing is said
    growth_bound: tuple[float, ...] = (1.0,)  # by year; the last holds on
    world: Mapping[str, float] = field(default_factory=dict)  # other factors, from today on
    open_cases: int = 0
    waiting: int = 0
    wait: float = 0.0  # ages of the waiting at the start are spread evenly up to here
    waiting_multiple: float = 0.0
    open_multiple: float = 0.0
    open_crisis: float = 0.0
    helped: float = 0.0  # share of the vulnerable whose case closed in the year before
    residents: float = 0.0  # thousands
    domains: Sequence[float] = (0.0,) * 7 + (1.0,)  # shares
    domain_hours: Sequence[float] = (1.0,) * len(DOMAINS)
    partner_chance: Sequence[Sequence[float]] = ((0.0,) * len(DOMAINS),) * len(KINDS)
    partner_wait: Sequence[float] = (0.0,) * len(DOMAINS)
    routes: Records | None = None
    routes_from: int = NEVER
    groups: tuple[int, ...] = ()  # households by wijk group; one group where nothing is said
    first_entity: int = 0
    tick: float = 1.0


@dataclass(frozen=True)
class History:
    """What became of a team: its frame at the end and the accounts of its quarters."""

    frame: Records
    accounts: Accounts

    @property
    def hours(self) -> FloatArray:
        """Hours of the team: (quarters, HOURS)."""
        return np.asarray(self.accounts.hours[0])

    def counted(self, column: int, kind: int | None = None, since: int = 0) -> FloatArray:
        """A column of the counters by quarter, of one kind or of all; times in ticks."""
        counts = self.accounts.counts[:, since:, :, column].sum(axis=0)
        chosen = counts.sum(axis=1) if kind is None else counts[:, kind]
        timed = column in {book.LEAD_TIME, book.TIME_WAITING, book.TIME_OPEN, book.TIME_VULNERABLE}
        return np.asarray(chosen / book.PARTS if timed else chosen.astype(np.float64))

    def total(self, column: int, kind: int | None = None, since: int = 0) -> float:
        """The same over all quarters from `since` on."""
        return float(self.counted(column, kind, since).sum())


class Begun(NamedTuple):
    """A team at the start of week 0, with its course and blank accounts."""

    frame: Records
    course: Course
    accounts: Accounts
    beginning: Beginning

    def live(self, first: int, last: int) -> None:
        """Live from the start of week `first` to that of week `last`."""
        advance(self.frame, self.course, self.accounts, self.beginning, first, last)


def request_rate(wanted: float, households: int, busy: float) -> float:
    """Hazard a household at which `wanted` requests a week come from those not `busy`."""
    return wanted / (households - busy)


def laid_out(team: OneTeam, luck: int, weeks: int) -> Begun:
    """A team that has not begun: what it is, and what it will be told."""
    groups = team.groups or (team.households,)
    number = sum(groups)
    frame = empty_frames()
    frame["figures"] = filled(FIGURES, {**QUIET_FIGURES, **team.figures})
    frame["keys"][0] = keys(SEED, luck, PURPOSES)
    frame["growth_bound"][0, : len(team.growth_bound)] = team.growth_bound
    frame["years"] = len(team.growth_bound)
    frame["domains"][0] = np.cumsum(team.domains)
    frame["domain_hours"][0] = team.domain_hours
    frame["partner_chance"][0] = team.partner_chance
    frame["partner_wait"][0] = team.partner_wait
    frame["routes"][0] = 0 if team.routes is None else team.routes
    frame["routes_from"] = team.routes_from
    frame["tick"] = team.tick
    frame["last_week"] = weeks
    frame["number"] = number
    frame["own"]["residents"] = team.residents
    frame["ledger"]["groups"] = len(groups)
    first = team.first_entity + np.cumsum([0, *groups[:-1]])
    load_wijken(frame, groups, first.tolist(), range(len(groups)))
    frame["wijken"]["hazard"][0, : len(groups)] = team.hazard
    beginning = Beginning(
        vulnerable=np.full(number, team.vulnerable),
        helped_vulnerable=team.helped,
        helped_self_reliant=team.helped / 3.0,
        after_closing=1.0,
        open_multiple=team.open_multiple,
        open_crisis=team.open_crisis,
        waiting_multiple=team.waiting_multiple,
        single_vulnerable=0.0,
        wait=team.wait,
        fte=team.fte,
        open_cases=team.open_cases,
        waiting=team.waiting,
    )
    accounts = empty_accounts(len(groups), -(-weeks // book.QUARTER))
    return Begun(frame, course_of(team, weeks), accounts, beginning)


def course_of(team: OneTeam, weeks: int) -> Course:
    """Levers of one team and the world, week by week."""
    world = filled(WORLD, dict.fromkeys(WORLD.names or (), 1.0)).repeat(weeks)
    world["growth"][: len(team.growth)] = team.growth
    for name, factor in team.world.items():
        world[name][team.today :] = factor
    levers = filled(LEVER, {**QUIET_LEVERS, **team.levers}).repeat(1 + weeks - team.today)
    for since, name, value in team.changes:
        levers[name][1 + since :] = value
    return Course(levers.reshape(1, -1), world, team.today)


def begun(team: OneTeam, luck: int, weeks: int) -> Begun:
    """A team at the start of week 0."""
    start = laid_out(team, luck, weeks)
    start.live(0, 0)
    return start


def lived(team: OneTeam, luck: int, weeks: int) -> History:
    """A team's history over `weeks` (whole quarters) with one stream of luck."""
    start = begun(team, luck, weeks)
    start.live(0, weeks)
    return History(start.frame, start.accounts)


def filled(kind: np.dtype[np.void], values: Mapping[str, float]) -> Records:
    """One record with these fields, every other field 0."""
    record = np.zeros(1, kind)
    for name, value in values.items():
        record[name] = value
    return record
