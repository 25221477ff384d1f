"""One member's conditions for every team: figures by field, hazards, how the run-in begins."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

import numpy as np

from draagkracht.documents.errors import Inconsistent
from draagkracht.engine.arrays import CountArray, FloatArray, Records, WordArray
from draagkracht.engine.draws import keys, mixed
from draagkracht.model.beginning import Beginning
from draagkracht.model.figures_used import FIGURES, KERNEL_FIGURES
from draagkracht.model.kinds import DESTINATIONS, DOMAINS, KINDS
from draagkracht.model.pressure import available_fte, normal_direct_hours, worked_hours
from draagkracht.model.risk import vulnerable_by_wijk, wijk_risk
from draagkracht.model.state import PURPOSES, YEARS
from draagkracht.plans.task_package import Assignment
from draagkracht.simulation.courses import RUN_IN, growth_bounds, request_bound
from draagkracht.simulation.layout import TeamLayout, TownLayout
from draagkracht.town.features import FEATURES

WEEKS_A_YEAR: Final = 52.0
NEVER: Final = 1 << 40
LEAST_CAP: Final = 2.0  # weighted cases a fte
MOST_CAP: Final = 150.0
_STATES: Final = ("self_reliant", "vulnerable")
INDIRECT: Final = ("administration_share", "meeting_share", "overhead_share", "prevention_share")
# The weights say how much; smaller households are at more risk, all else goes the same way.
_SIGN: Final = {"household_size": -1.0}
_RISK_LUCK: Final = PURPOSES + 1
# For the first guess alone; the run-in finds the rest.
_ASKING: Final = 0.96  # requests seen: more after closing, fewer while a case is open
_TAKEN_UP: Final = 0.9  # share of the work that is not settled or given up while waiting
_ROOM: Final = 1.1  # cap over the open cases it leads to
# Figures that the documents give per year and the kernel takes per week.
_PER_YEAR: Final = frozenset(
    {"natural_recovery", "request_rate_self_reliant", "request_rate_vulnerable"}
)


@dataclass(frozen=True)
class Solved:
    """The four scalars that a team's run-in is solved for."""

    becoming_vulnerable: float  # hazard, 1/year, before risk and growth
    request_scale: float  # on both request hazards
    hours_scale: float  # on the hours of every kind
    caseload_cap: float  # weighted cases a productive fte, as practised today


@dataclass(frozen=True)
class Conditions:
    """What a member holds for the whole town, before any koers."""

    values: Mapping[str, float]
    risk: FloatArray  # (wijken,)
    vulnerable: FloatArray  # (wijken,) share at the start of the run-in
    vulnerable_today: FloatArray  # (wijken,) share to come to
    domains: FloatArray  # cumulative
    bounds: FloatArray
    keys: WordArray


def member_conditions(
    layout: TownLayout, values: Mapping[str, float], seed: int, member: int
) -> Conditions:
    """Everything of one member that does not change while its run-in is solved."""
    weights = np.array(
        [_SIGN.get(f, 1.0) * values[f"households.risk_weight_{f}"] for f in FEATURES]
    )
    means = np.array([values[f"households.risk_mean_{f}"] for f in FEATURES])
    sds = np.array([values[f"households.risk_sd_{f}"] for f in FEATURES])
    risk = wijk_risk(
        (layout.features - means) / sds,
        weights,
        values["households.risk_strength"],
        values["households.risk_unknown"],
        _wijk_luck(layout, seed, member),
        layout.wijk_households,
    )
    years = RUN_IN / WEEKS_A_YEAR
    share = values["households.vulnerable_share"] * np.exp(-values["households.growth"] * years)
    mix = np.array([values[f"access.domain_{domain}"] for domain in DOMAINS])
    return Conditions(
        values=values,
        risk=risk,
        vulnerable=vulnerable_by_wijk(float(share), risk, layout.wijk_households),
        vulnerable_today=vulnerable_by_wijk(
            values["households.vulnerable_share"], risk, layout.wijk_households
        ),
        domains=np.cumsum(mix / mix.sum()),
        bounds=growth_bounds(values),
        keys=keys(seed, member, PURPOSES),
    )


def _wijk_luck(layout: TownLayout, seed: int, member: int) -> FloatArray:
    """Standard normal luck of each wijk, by its code."""
    draws = [
        np.random.default_rng(mixed((seed, member, _RISK_LUCK, int(code[2:], 36))))
        for code in layout.wijk_codes
    ]
    return np.array([draw.standard_normal() for draw in draws])


def kernel_figures(values: Mapping[str, float], solved: Solved) -> Records:
    """One FIGURES record: rates a week, hours and request rates scaled as solved."""
    fields = {field: values[name] for field, name in KERNEL_FIGURES.items()}
    for field in _PER_YEAR:
        fields[field] /= WEEKS_A_YEAR
    for state in _STATES:
        fields[f"request_rate_{state}"] *= solved.request_scale
    for kind in KINDS:
        fields[f"hours_{kind}"] *= solved.hours_scale
    fields["request_bound"] = request_bound(values)
    row = tuple(fields.get(name, 0.0) for name in FIGURES.names or ())
    return np.array([row], FIGURES)


def task_routes(package: Sequence[Assignment]) -> CountArray:
    """Destinations before and in a task package: shape (2, kinds, domains).

    Raises: Inconsistent when a desk is given more than single requests.
    """
    routes = np.zeros((2, len(KINDS), len(DOMAINS)), np.int64)
    for number, row in enumerate(package, start=1):
        if row.to == "desk" and row.kind != "single":
            raise Inconsistent(
                what="Een loket helpt met enkelvoudige vragen; deze soort is zwaarder.",
                remedy='Kies voor deze vragen "team", "partner" of "none".',
                place=f"task_package {number}",
            )
        routes[1, KINDS.index(row.kind), DOMAINS.index(row.domain)] = DESTINATIONS.index(row.to)
    return routes


def load_frame(frame: Records, team: TeamLayout, conditions: Conditions, weeks: int) -> None:
    """Write into a frame what holds for a team in one member whatever is solved."""
    number = team.households
    frame["keys"][0] = conditions.keys
    frame["growth_bound"][0] = conditions.bounds[:YEARS]
    frame["domains"][0] = conditions.domains
    frame["routes"][0] = 0
    frame["routes_from"] = NEVER
    frame["tick"] = 1.0
    frame["last_week"] = RUN_IN + weeks
    frame["number"] = number
    frame["ledger"]["groups"] = len(team.groups)
    frame["households"]["entity"][0, :number] = team.entity
    frame["households"]["group"][0, :number] = team.group_of


def load_solved(frame: Records, team: TeamLayout, conditions: Conditions, solved: Solved) -> None:
    """Write the scalars to try into a frame; the state itself is set by week 0."""
    frame["figures"] = kernel_figures(conditions.values, solved)
    hazard = solved.becoming_vulnerable / WEEKS_A_YEAR * conditions.risk
    frame["households"]["hazard"][0, : team.households] = hazard[team.wijk_of]


@dataclass(frozen=True)
class TeamTarget:
    """What a team's run-in begins from and should end at."""

    vulnerable: FloatArray  # chance by household, at the start of the run-in
    vulnerable_share: float  # at its end
    requests: float  # a year
    open_cases: float
    waiting: float


def team_target(layout: TownLayout, place: int, conditions: Conditions) -> TeamTarget:
    """The town's observations, divided over teams as observed, else by formation."""
    team = layout.teams[place]
    values = conditions.values
    return TeamTarget(
        vulnerable=conditions.vulnerable[team.wijk_of],
        vulnerable_share=float(np.mean(conditions.vulnerable_today[team.wijk_of])),
        requests=values["target.requests_per_year"] * layout.shares["requests_per_year"][place],
        open_cases=values["target.open_cases"] * layout.shares["open_cases"][place],
        waiting=values["target.waiting_list"] * layout.shares["waiting_list"][place],
    )


def team_beginning(
    team: TeamLayout, target: TeamTarget, conditions: Conditions, solved: Solved
) -> Beginning:
    """How a team's run-in begins: observed open and waiting cases."""
    values = conditions.values
    by_state = _requests(target, values, solved)
    requests = by_state.sum(axis=0)
    hours = np.array([values[f"casework.hours_{kind}"] for kind in KINDS])
    open_mix = requests * hours / (requests * hours).sum()
    vulnerable = float(target.vulnerable.sum())
    helped, recovered = _helped_vulnerable(by_state, values)
    light = float(by_state[0, 0]) * (1.0 - float(_at_once(values)[0])) * _TAKEN_UP
    queued = (requests * (1.0 - _at_once(values)))[:2]
    weekly = queued.sum() / WEEKS_A_YEAR
    return Beginning(
        vulnerable=target.vulnerable,
        helped_vulnerable=(helped - recovered) / vulnerable if vulnerable > 0 else 0.0,
        helped_self_reliant=(light + recovered) / max(target.vulnerable.size - vulnerable, 1.0),
        after_closing=values["casework.request_factor_after_closing"],
        open_multiple=float(open_mix[1]),
        open_crisis=float(open_mix[2]),
        waiting_multiple=float(queued[1] / queued.sum()),
        wait=float(target.waiting / weekly),
        fte=team.fte,
        open_cases=round(target.open_cases),
        waiting=round(target.waiting),
    )


def first_guess(team: TeamLayout, target: TeamTarget, conditions: Conditions) -> Solved:
    """Scalars from a team's balance: requests as observed, work that fills the hours."""
    values = conditions.values
    even = Solved(values["households.becoming_vulnerable"], 1.0, 1.0, 1.0)
    expected = float(_requests_by_kind(target, values, even).sum()) * _ASKING
    scaled = replace(even, request_scale=max(target.requests, 1.0) / expected)
    requests = _requests_by_kind(target, values, scaled)
    hours = np.array([values[f"casework.hours_{kind}"] for kind in KINDS])
    admitted = requests * (1.0 - _at_once(values))
    work = float(np.sum(admitted * hours)) / WEEKS_A_YEAR * _TAKEN_UP
    available = available_fte(team.fte, values["team.vacancies"], values["team.absence"])
    worked = worked_hours(available, values["team.contract_hours"], values["team.leave_share"])
    indirect = sum(values[f"team.{share}"] for share in INDIRECT)
    direct = normal_direct_hours(worked, indirect, 0.0)
    claimed = (
        values["casework.holding_hours"] * target.open_cases
        + values["waiting.contact_hours"] * target.waiting
        + values["access.advice_hours"] * float(np.sum(requests - admitted)) / WEEKS_A_YEAR
    )
    weights = np.array([values[f"casework.cap_weight_{kind}"] for kind in KINDS])
    mix = requests * hours / (requests * hours).sum()
    cap = _ROOM * target.open_cases * float(np.sum(mix * weights)) / max(available, 1e-9)
    return replace(
        scaled,
        becoming_vulnerable=_balanced_hazard(target, values, scaled),
        hours_scale=max(direct - claimed, 0.05 * direct) / work,
        caseload_cap=min(max(cap, LEAST_CAP), MOST_CAP),
    )


def _balanced_hazard(target: TeamTarget, values: Mapping[str, float], solved: Solved) -> float:
    """The hazard under which the vulnerable share grows as observed, 1/year."""
    vulnerable = float(target.vulnerable.sum())
    self_reliant = target.vulnerable.size - vulnerable
    requests = _requests(target, values, solved)
    by_request = float(requests[0, 1:].sum())
    recovered = _helped_vulnerable(requests, values)[1]
    recovered += vulnerable * values["households.natural_recovery"]
    growth = vulnerable * values["households.growth"]
    return max((recovered + growth - by_request) / self_reliant, 1e-4)


def _helped_vulnerable(by_state: FloatArray, values: Mapping[str, float]) -> tuple[float, float]:
    """Vulnerable households helped in a year, and those of them that recover by it."""
    asking = by_state[1] + np.array([0.0, *by_state[0, 1:]])
    helped = asking * (1.0 - _at_once(values)) * _TAKEN_UP
    recovery = np.array([values[f"casework.recovery_{kind}"] for kind in KINDS])
    return float(helped.sum()), float(np.sum(helped * recovery))


def _at_once(values: Mapping[str, float]) -> FloatArray:
    single = values["access.answered_at_once_single"]
    return np.array([single, values["access.answered_at_once_multiple"], 0.0])


def _requests_by_kind(
    target: TeamTarget, values: Mapping[str, float], solved: Solved
) -> FloatArray:
    return np.asarray(_requests(target, values, solved).sum(axis=0))


def _requests(target: TeamTarget, values: Mapping[str, float], solved: Solved) -> FloatArray:
    """Requests a year to expect at the start, by state (self-reliant, vulnerable) and kind."""
    vulnerable = float(target.vulnerable.sum())
    numbers = (target.vulnerable.size - vulnerable, vulnerable)
    rows = []
    for state, number in zip(_STATES, numbers, strict=True):
        asked = number * values[f"households.request_rate_{state}"] * solved.request_scale
        multiple = values[f"households.multiple_share_{state}"]
        crisis = values[f"households.crisis_share_{state}"]
        rows.append(asked * np.array([1.0 - multiple - crisis, multiple, crisis]))
    return np.array(rows)
