"""A town of a few hundred households and one team, for the kernel and for the slow model alike."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType, SimpleNamespace
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
from draagkracht.simulation.workspace import empty_accounts, empty_frame
from reference.beginning import fill
from reference.conditions import Conditions, Start
from reference.household import Household
from reference.luck import Luck
from reference.slow_model import SlowTeam

# Busier than any real town, so that everything happens within a few years. Rates in 1/week.
FIGURE_VALUES: Final[Mapping[str, float]] = MappingProxyType(
    {
        "natural_recovery": 0.004,
        "request_rate_self_reliant": 0.004,
        "request_rate_vulnerable": 0.03,
        "multiple_share_self_reliant": 0.2,
        "crisis_share_self_reliant": 0.03,
        "multiple_share_vulnerable": 0.45,
        "crisis_share_vulnerable": 0.08,
        "answered_at_once_multiple": 0.05,
        "advice_hours": 1.5,
        "missed_return_delay": 13.0,
        "missed_hours_factor": 1.3,
        "settle_rate_first": 0.02,
        "settle_rate_later": 0.003,
        "settle_change": 4.0,
        "patience_median": 20.0,
        "patience_shape": 3.0,
        "escalation_rate_first": 0.004,
        "escalation_rate_later": 0.02,
        "escalation_change": 13.0,
        "vulnerable_after_giving_up": 0.25,
        "request_factor_after_giving_up": 2.0,
        "contact_hours": 0.04,
        "target_wait": 6.0,
        "catch_up": 26.0,
        "hours_single": 4.0,
        "hours_multiple": 15.0,
        "hours_crisis": 12.0,
        "hours_log_sd": 0.8,
        "cap_weight_single": 0.7,
        "cap_weight_multiple": 1.3,
        "cap_weight_crisis": 1.5,
        "share_weight_multiple": 1.2,
        "share_weight_crisis": 1.6,
        "intensity_cap": 1.5,
        "target_intensity": 0.47,
        "recovery_single": 0.5,
        "recovery_multiple": 0.3,
        "recovery_crisis": 0.25,
        "aftermath": 52.0,
        "load_memory": 13.0,
        "follow_up_memory": 26.0,
        "contract_hours": 36.0,
        "leave_share": 0.13,
        "absence": 0.07,
        "vacancies": 0.04,
        "exponential_hours": 0.0,
    }
)
LEVER_VALUES: Final[Mapping[str, float]] = MappingProxyType(
    {
        "access_request_factor": 1.0,
        "access_diverted_share": 0.0,
        "access_missed_multiple": 0.1,
        "access_desk_hours": 3.0,
        "access_answered_at_once_single": 0.2,
        "access_decision_share": 0.15,
        "access_decision_delay": 4.0,
        "waiting_starts_for_single": 0.4,
        "casework_caseload_cap": 25.0,
        "casework_holding_hours": 0.15,
        "casework_hours_factor": 1.0,
        "casework_request_factor_after_closing": 1.5,
        "casework_follow_up_hours": 0.0,
        "team_administration_share": 0.37,
        "team_meeting_share": 0.08,
        "team_overhead_share": 0.0,
        "team_prevention_share": 0.05,
        "team_card_hours": 0.0,
        "team_fte_factor": 1.0,
    }
)
MOST_ASKING: Final = 1.4
AFTER_CLOSING: Final = 1.5  # factor for who was helped before the run-in
ROUTES: Final = np.zeros((2, len(KINDS), len(DOMAINS)), np.int64)
GROUP_BITS: Final = 18

# From which week after today a lever has which value.
Change = tuple[int, str, float]


@dataclass(frozen=True)
class SmallTown:
    """What is left out is as in `FIGURE_VALUES` and `LEVER_VALUES`."""

    figures: Mapping[str, float] = field(default_factory=dict)
    levers: Mapping[str, float] = field(default_factory=dict)
    changes: tuple[Change, ...] = ()
    groups: tuple[int, ...] = (130, 90)  # households by wijk group
    hazards: tuple[float, ...] = (0.001, 0.003)  # by group, 1/week
    vulnerable: tuple[float, ...] = (0.2, 0.35)  # by group, at the start
    fte: float = 1.0
    open_cases: int = 25
    waiting: int = 8
    wait: float = 5.0  # ages of the waiting at the start lie between 0 and this
    helped: float = 0.3  # share whose case closed in the year before the run-in
    run_in: int = 26  # weeks
    weeks: int = 78  # after the run-in
    growth: float = 0.03  # 1/year
    vacancy: float = 1.2  # factor on the vacant share from today on
    routes: Records = field(default_factory=ROUTES.copy)
    routes_from: int = 1 << 40
    tick: float = 1.0
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
    return {**values, "request_bound": MOST_ASKING * most}


def lever_rows(town: SmallTown) -> list[dict[str, float]]:
    """Today, then every week from today on."""
    rows = [{**LEVER_VALUES, **town.levers} for _ in range(1 + town.weeks)]
    for since, lever, value in town.changes:
        for row in rows[1 + since :]:
            row[lever] = value
    return rows


def growth_by_week(town: SmallTown) -> FloatArray:
    weeks = np.arange(town.last_week) - town.run_in
    return np.asarray(np.exp(town.growth * weeks / 52))


def growth_bounds(town: SmallTown) -> FloatArray:
    years = np.arange(YEARS)
    return np.asarray(np.exp(0.1 + abs(town.growth) * (years + 1)))


def vacancy_by_week(town: SmallTown) -> FloatArray:
    return np.where(np.arange(town.last_week) < town.run_in, 1.0, town.vacancy)


def domains() -> FloatArray:
    mix = np.array([5.0, 4.0, 3.0, 1.0, 2.0, 2.0, 2.0, 1.0])
    return np.asarray(np.cumsum(mix / mix.sum()))


def entities(town: SmallTown) -> list[int]:
    return [
        ((7 + group) << GROUP_BITS) + rank
        for group, size in enumerate(town.groups)
        for rank in range(size)
    ]


def group_of(town: SmallTown) -> list[int]:
    return [group for group, size in enumerate(town.groups) for _ in range(size)]


@dataclass
class KernelTeam:
    """The same team in the kernel."""

    frame: Records
    course: Course
    accounts: Accounts
    beginning: Beginning

    def live(self, first: int, last: int) -> None:
        """Live from the start of week `first` to that of week `last`."""
        advance(self.frame, self.course, self.accounts, self.beginning, first, last)


def kernel_team(town: SmallTown) -> KernelTeam:
    """A team that has not begun yet."""
    frame = empty_frame()
    number = town.households
    for name, value in figure_values(town).items():
        frame["figures"][name] = value
    frame["keys"][0] = keys(town.seed, town.member, PURPOSES)
    frame["growth_bound"][0] = growth_bounds(town)
    frame["domains"][0] = domains()
    frame["routes"][0] = town.routes
    frame["routes_from"] = town.routes_from
    frame["tick"] = town.tick
    frame["last_week"] = town.last_week
    frame["number"] = number
    frame["ledger"]["groups"] = len(town.groups)
    frame["households"]["entity"][0, :number] = entities(town)
    frame["households"]["group"][0, :number] = group_of(town)
    frame["households"]["hazard"][0, :number] = np.repeat(town.hazards, town.groups)
    levers = np.zeros(1 + town.weeks, LEVER)
    for place, row in enumerate(lever_rows(town)):
        levers[place] = tuple(row[name] for name in LEVER.names or ())
    world = np.zeros(town.last_week, WORLD)
    world["growth"] = growth_by_week(town)
    world["vacancy"] = vacancy_by_week(town)
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
    return KernelTeam(frame, Course(levers, world, town.run_in), accounts, beginning)


def slow_team(town: SmallTown) -> SlowTeam:
    """The team of the slow model, at the start of its run-in."""
    given = Conditions(
        figures=SimpleNamespace(**figure_values(town)),
        growth_bound=tuple(growth_bounds(town).tolist()),
        domains=domains(),
        routes=town.routes.tolist(),
        routes_from=town.routes_from,
        levers=tuple(SimpleNamespace(**row) for row in lever_rows(town)),
        growth=tuple(growth_by_week(town).tolist()),
        vacancy=tuple(vacancy_by_week(town).tolist()),
        today=town.run_in,
        tick=town.tick,
        fte=town.fte,
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
    team = SlowTeam(given, Luck(town.seed, town.member), [Household(*row) for row in rows])
    fill(team)
    return team
