"""A town of a few hundred households and one team, for the kernel and for the slow model alike."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from types import SimpleNamespace
from typing import Final

import numpy as np

from draagkracht.engine.arrays import FloatArray, Records
from draagkracht.engine.draws import keys
from draagkracht.model.beginning import Beginning
from draagkracht.model.kernel import advance
from draagkracht.model.kinds import DOMAINS, KINDS
from draagkracht.model.ledger import Accounts
from draagkracht.model.levers import LEVER
from draagkracht.model.state import PURPOSES, WORLD, YEARS
from draagkracht.model.week import Course
from draagkracht.simulation.loading import load_wijken
from draagkracht.simulation.workspace import empty_accounts, empty_frames
from reference.beginning import fill
from reference.composing import team_class
from reference.conditions import Conditions, Start
from reference.household import Household
from reference.luck import Luck
from reference.slow_model import PlainTeam
from reference.small_values import (
    DOMAIN_HOURS,
    DOMAIN_MIX,
    FIGURE_VALUES,
    LEVER_VALUES,
    PARTNER_CHANCE,
    PARTNER_RATIO,
    PARTNER_WAIT,
    WORLD_VALUES,
)

AFTER_CLOSING: Final = 1.5  # factor for who was helped before the run-in
ROUTES: Final = np.zeros((2, len(KINDS), len(DOMAINS)), np.int64)
GROUP_BITS: Final = 18

# From which week after today a lever has which value.
Change = tuple[int, str, float]
# From which week after today up to which one a field of the world is so many times what it was.
Shock = tuple[int, int, str, float]


@dataclass(frozen=True)
class SmallTown:
    """What is left out is as in `small_values`."""

    figures: Mapping[str, float] = field(default_factory=dict)
    levers: Mapping[str, float] = field(default_factory=dict)
    changes: tuple[Change, ...] = ()
    world: Mapping[str, float] = field(default_factory=dict)  # factors from today on
    shocks: tuple[Shock, ...] = ()
    first_wijk: int = 7
    groups: tuple[int, ...] = (130, 90)  # households by wijk group
    hazards: tuple[float, ...] = (0.001, 0.003)  # by group, 1/week
    vulnerable: tuple[float, ...] = (0.2, 0.35)  # by group, at the start
    residents: float = 0.45  # thousands
    fte: float = 1.0
    open_cases: int = 25
    waiting: int = 8
    wait: float = 5.0  # ages of the waiting at the start lie between 0 and this
    helped: float = 0.3  # share whose case closed in the year before the run-in
    run_in: int = 26  # weeks
    weeks: int = 78  # after the run-in
    growth: float = 0.03  # 1/year
    partner_chance: tuple[float, ...] = PARTNER_CHANCE
    routes: Records = field(default_factory=ROUTES.copy)
    routes_from: int = 1 << 40
    tick: float = 1.0
    stretch: float = 0.7  # of virtual time that closings come near by; a matter of memory alone
    seed: int = 1
    member: int = 0

    @property
    def households(self) -> int:
        """In all wijk groups together."""
        return sum(self.groups)

    @property
    def last_week(self) -> int:
        """Where its story ends, counted from the start of the run-in."""
        return self.run_in + self.weeks


def figure_values(town: SmallTown) -> dict[str, float]:
    """Every figure that the model reads, with the bound that its candidates are drawn against."""
    values = {**FIGURE_VALUES, **town.figures}
    name = "casework_request_factor_after_closing"
    after = [{**LEVER_VALUES, **town.levers}[name]]
    after += [value for _, lever, value in town.changes if lever == name]
    most = max(AFTER_CLOSING, values["request_factor_after_giving_up"], *after)
    return {**values, "request_bound": values["asking_bound"] * most}


def lever_rows(town: SmallTown) -> list[dict[str, float]]:
    """Today, then every week from today on."""
    rows = [{**LEVER_VALUES, **town.levers} for _ in range(1 + town.weeks)]
    for since, lever, value in town.changes:
        for row in rows[1 + since :]:
            row[lever] = value
    return rows


def world_rows(town: SmallTown) -> Records:
    """What the world does, week by week from the run-in's start."""
    rows = np.ones(town.last_week, WORLD)
    weeks = np.arange(town.last_week) - town.run_in
    rows["growth"] = np.exp(town.growth * weeks / 52)
    for name, factor in {**WORLD_VALUES, **town.world}.items():
        rows[name][weeks >= 0] = factor
    for since, until, name, factor in town.shocks:
        rows[name][(weeks >= since) & (weeks < until)] *= factor
    return rows


def growth_bounds(town: SmallTown) -> FloatArray:
    """Room for growth, for a shock of 1.5, and for prevention that falls away."""
    years = np.arange(YEARS)
    prevented = figure_values(town)["prevention_most"]
    return np.asarray(1.5 * np.exp(abs(town.growth) * (years + 1)) / (1.0 - prevented))


def domains() -> FloatArray:
    """Cumulative shares."""
    mix = np.array(DOMAIN_MIX)
    return np.asarray(np.cumsum(mix / mix.sum()))


def partner_chances(town: SmallTown) -> FloatArray:
    """By kind and domain."""
    return np.outer(town.partner_chance, PARTNER_RATIO)


def entities(town: SmallTown) -> list[int]:
    """Who draws, by household."""
    return [
        ((town.first_wijk + group) << GROUP_BITS) + rank
        for group, size in enumerate(town.groups)
        for rank in range(size)
    ]


def group_of(town: SmallTown) -> list[int]:
    """Wijk group by household."""
    return [group for group, size in enumerate(town.groups) for _ in range(size)]


@dataclass
class KernelTeam:
    """The same team in the kernel."""

    frame: Records
    course: Course
    accounts: Accounts
    beginning: Beginning

    def live(self, first: int, last: int) -> None:
        """Live from the start of week `first` to the start of week `last`."""
        advance(self.frame, self.course, self.accounts, self.beginning, first, last)


def kernel_team(town: SmallTown) -> KernelTeam:
    """A team that has not begun yet."""
    frame = empty_frames()
    number = town.households
    values = figure_values(town)
    for name in frame["figures"].dtype.names:
        frame["figures"][name] = values[name]
    frame["keys"][0] = keys(town.seed, town.member, PURPOSES)
    bounds = growth_bounds(town)
    frame["growth_bound"][0, : bounds.size] = bounds
    frame["years"] = bounds.size
    frame["domains"][0] = domains()
    frame["domain_hours"][0] = DOMAIN_HOURS
    frame["partner_chance"][0] = partner_chances(town)
    frame["partner_wait"][0] = PARTNER_WAIT
    frame["own"]["residents"] = town.residents
    frame["routes"][0] = town.routes
    frame["routes_from"] = town.routes_from
    frame["tick"] = town.tick
    frame["stretch"] = town.stretch
    frame["last_week"] = town.last_week
    frame["number"] = number
    frame["ledger"]["groups"] = len(town.groups)
    first = [entities(town)[start] for start in np.cumsum([0, *town.groups[:-1]])]
    load_wijken(frame, town.groups, first, range(len(town.groups)))
    frame["wijken"]["hazard"][0, : len(town.groups)] = town.hazards
    levers = np.zeros((1, 1 + town.weeks), LEVER)
    for place, row in enumerate(lever_rows(town)):
        levers[0, place] = tuple(row[name] for name in LEVER.names or ())
    beginning = Beginning(
        vulnerable=np.repeat(town.vulnerable, town.groups),
        helped_vulnerable=town.helped,
        helped_self_reliant=town.helped / 3,
        after_closing=AFTER_CLOSING,
        open_multiple=0.5,
        open_crisis=0.1,
        waiting_multiple=0.4,
        single_vulnerable=0.55,
        wait=town.wait,
        fte=town.fte,
        open_cases=town.open_cases,
        waiting=town.waiting,
    )
    accounts = empty_accounts(len(town.groups), -(-town.last_week // 13))
    return KernelTeam(frame, Course(levers, world_rows(town), town.run_in), accounts, beginning)


def slow_team(town: SmallTown, without: Collection[str] = ()) -> PlainTeam:
    """The team of the slow model, at the start of its run-in; `without` names absent parts."""
    world = world_rows(town)
    given = Conditions(
        figures=SimpleNamespace(**figure_values(town)),
        growth_bound=tuple(growth_bounds(town).tolist()),
        domains=domains(),
        domain_hours=DOMAIN_HOURS,
        partner_chance=partner_chances(town).tolist(),
        partner_wait=PARTNER_WAIT,
        routes=town.routes.tolist(),
        routes_from=town.routes_from,
        levers=tuple(SimpleNamespace(**row) for row in lever_rows(town)),
        world=tuple(
            SimpleNamespace(**dict(zip(WORLD.names or (), row.tolist(), strict=True)))
            for row in world
        ),
        today=town.run_in,
        tick=town.tick,
        fte=town.fte,
        residents=town.residents,
        start=Start(
            open_cases=town.open_cases,
            open_multiple=0.5,
            open_crisis=0.1,
            waiting=town.waiting,
            waiting_multiple=0.4,
            single_vulnerable=0.55,
            wait=town.wait,
            vulnerable=tuple(np.repeat(town.vulnerable, town.groups).tolist()),
            helped_vulnerable=town.helped,
            helped_self_reliant=town.helped / 3,
            after_closing=AFTER_CLOSING,
        ),
    )
    hazards = np.repeat(town.hazards, town.groups).tolist()
    rows = zip(entities(town), group_of(town), hazards, strict=True)
    households = [Household(*row) for row in rows]
    team = team_class(without)(given, Luck(town.seed, town.member), households)
    fill(team)
    return team
