"""Where solving a run-in begins: scalars from a team's balance of requests, hours, recovery."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Final

import numpy as np

from draagkracht.engine.arrays import FloatArray
from draagkracht.model.figures_used import INDIRECT_SHARES
from draagkracht.model.kinds import KINDS
from draagkracht.model.pressure import available_fte, normal_direct_hours, worked_hours
from draagkracht.simulation.conditions import Conditions
from draagkracht.simulation.courses import WEEKS_A_YEAR
from draagkracht.simulation.expected import (
    TAKEN_UP,
    at_once,
    helped_vulnerable,
    mean_hours,
    requests_by_state,
)
from draagkracht.simulation.layout import TeamLayout
from draagkracht.simulation.solved import LEAST_CAP, MOST_CAP, Solved
from draagkracht.simulation.team_target import TeamTarget

_ASKING: Final = 0.96  # requests seen: more after closing, fewer while a case is open
_ROOM: Final = 1.1  # cap over the open cases it leads to


def first_guess(team: TeamLayout, target: TeamTarget, conditions: Conditions) -> Solved:
    """Scalars from a team's balance: requests as observed, work that fills the hours."""
    values = conditions.values
    even = Solved(values["households.becoming_vulnerable"], 1.0, 1.0, 1.0)
    expected = float(requests_by_state(target.vulnerable, values, even).sum()) * _ASKING
    scaled = replace(even, request_scale=max(target.requests, 1.0) / expected)
    by_state = requests_by_state(target.vulnerable, values, scaled)
    requests = by_state.sum(axis=0)
    admitted = requests * (1.0 - at_once(values))
    work = float(np.sum(admitted * mean_hours(values))) / WEEKS_A_YEAR * TAKEN_UP
    available = available_fte(team.fte, values["team.vacancies"], values["team.absence"])
    worked = worked_hours(available, values["team.contract_hours"], values["team.leave_share"])
    indirect = sum(values[f"team.{share}"] for share in INDIRECT_SHARES)
    direct = normal_direct_hours(worked, indirect, 0.0)
    claimed = (
        values["casework.holding_hours"] * target.open_cases
        + values["waiting.contact_hours"] * target.waiting
        + values["access.advice_hours"] * float(np.sum(requests - admitted)) / WEEKS_A_YEAR
    )
    weights = np.array([values[f"casework.cap_weight_{kind}"] for kind in KINDS])
    open_mix = requests * mean_hours(values)
    weight = float(np.sum(open_mix * weights) / open_mix.sum())
    cap = _ROOM * target.open_cases * weight / max(available, 1e-9)
    return replace(
        scaled,
        becoming_vulnerable=_balanced_hazard(target, values, by_state),
        hours_scale=max(direct - claimed, 0.05 * direct) / work,
        caseload_cap=min(max(cap, LEAST_CAP), MOST_CAP),
    )


def _balanced_hazard(
    target: TeamTarget, values: Mapping[str, float], requests: FloatArray
) -> float:
    """The hazard under which the vulnerable share grows as observed, 1/year."""
    vulnerable = float(target.vulnerable.sum())
    self_reliant = target.vulnerable.size - vulnerable
    by_request = float(requests[0, 1:].sum())
    recovered = helped_vulnerable(requests, values)[1]
    recovered += vulnerable * values["households.natural_recovery"]
    growth = vulnerable * values["households.growth"]
    return max((recovered + growth - by_request) / self_reliant, 1e-4)
