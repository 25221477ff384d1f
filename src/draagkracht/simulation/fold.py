"""The fold: how many open cases a town can hold before it never comes back by itself (M5).

While load leaves room, every open case costs holding, and beyond N* = (D - load) / h holding
takes more than the room there is: fewer cases close than come, and open cases pile up to the
cap. Below D / (i_max + h) a team cannot even use all its hours. A town whose load is above its
hours has no fold: there people who give up are the only brake.
"""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from draagkracht.engine.arrays import FloatArray, Records
from draagkracht.model.figures_used import INDIRECT_SHARES
from draagkracht.model.kinds import KINDS
from draagkracht.model.pressure import (
    available_fte,
    normal_direct_hours,
    unstable_caseload,
    worked_hours,
)
from draagkracht.simulation.expected import TAKEN_UP, mean_hours, requests_by_state
from draagkracht.simulation.run_in import Fit
from draagkracht.simulation.solved import Solved

WEEKS_A_YEAR = 52.0
_AS_IS = Solved(0.0, 1.0, 1.0, 0.0)  # only the mix of requests is asked for


@dataclass(frozen=True, slots=True)
class Fold:
    """Open cases a fte: where all hours are in use, where the fold lies, and what the cap allows.

    `most` is infinite when holding costs nothing; negative when the load is above the hours.
    """

    least: float
    most: float
    cap: float

    @property
    def overloaded(self) -> bool:
        """Whether more is asked than there is, so that there is no fold."""
        return self.most < 0.0

    @property
    def beyond(self) -> bool:
        """Whether the cap lets the town pass the fold."""
        return not self.overloaded and self.cap > self.most


@dataclass(frozen=True, slots=True)
class TeamFold:
    """What a team adds to the fold of its town."""

    direct: float  # hours a week for cases
    load: float  # hours a week asked
    held: float  # cases that the cap allows
    holding: float  # hours a week for a case, times fte
    fte: float


@dataclass(frozen=True, slots=True)
class Door:
    """What of a member the folds of all its teams have in common."""

    values: Mapping[str, float]
    shares: FloatArray  # kinds among requests
    hours: FloatArray  # mean of a case by kind
    weights: FloatArray  # of the cap, by kind


def door_of(values: Mapping[str, float]) -> Door:
    """Today's mix of requests in a member, with the hours and weights of kinds."""
    weights = np.array([values[f"casework.cap_weight_{kind}"] for kind in KINDS])
    return Door(values, _mix(values), mean_hours(values), weights)


def team_fold(fit: Fit, lever: Records, fte: float, door: Door, to_team: FloatArray) -> TeamFold:
    """One team's part, under the last week's levers (a LEVER record); `fte` is its formation."""
    values = door.values
    requests = fit.present.requests / WEEKS_A_YEAR * float(lever["access_request_factor"])
    entering, advice = _at_the_door(door.shares * to_team, lever, values)
    available = available_fte(
        fte * float(lever["team_fte_factor"]), values["team.vacancies"], values["team.absence"]
    )
    worked = worked_hours(available, values["team.contract_hours"], values["team.leave_share"])
    worked *= float(lever["team_capacity_factor"])
    indirect = sum(float(lever[f"team_{share}"]) for share in INDIRECT_SHARES)
    own = normal_direct_hours(worked, indirect, float(lever["team_card_hours"]))
    scale = fit.solved.hours_scale * float(lever["casework_hours_factor"])
    return TeamFold(
        direct=max(0.0, own - requests * advice),
        load=requests * float(np.sum(entering * door.hours)) * scale * TAKEN_UP,
        held=float(lever["casework_caseload_cap"]) * available / _weight(entering, door),
        holding=float(lever["casework_holding_hours"]) * fte,
        fte=fte,
    )


def town_fold(teams: Sequence[TeamFold], values: Mapping[str, float]) -> Fold:
    """The fold of a town, from its teams in the kernel's order."""
    direct, load, held, holding, fte = (
        math.fsum(getattr(team, part) for team in teams)
        for part in ("direct", "load", "held", "holding", "fte")
    )
    hold = holding / fte
    most = unstable_caseload(direct, load, hold)
    least = direct / (values["casework.intensity_cap"] + hold)
    return Fold(least / fte, most / fte, held / fte)


def fold_of(
    fits: Sequence[Fit],
    levers: Sequence[Records],
    formation: Sequence[float],
    values: Mapping[str, float],
    to_team: FloatArray,
) -> Fold:
    """The fold of a whole town in one member, under the last week's levers of every team.

    `levers` are LEVER rows and `formation` fte, both in the order of the fits; `to_team` is the
    share of requests by kind that the task package leaves to the team or its desk. Requests and
    the mix of kinds are those of today, work that is settled or given up while waiting left out.
    """
    door = door_of(values)
    teams = [
        team_fold(fit, course[-1], fte, door, to_team)
        for fit, course, fte in zip(fits, levers, formation, strict=True)
    ]
    return town_fold(teams, values)


def _at_the_door(
    shares: FloatArray, lever: Records, values: Mapping[str, float]
) -> tuple[FloatArray, float]:
    """Of a request: what of it enters by kind, and the hours of advice and desk it takes."""
    single = float(lever["access_answered_at_once_single"])
    answered = np.array([single, values["access.answered_at_once_multiple"], 0.0]) * shares
    entering = shares - answered
    diverted = float(entering[0] * lever["access_diverted_share"])
    missed = diverted * float(lever["access_missed_multiple"])
    entering = entering + np.array([-diverted, missed, 0.0])
    advice = float(answered.sum()) * values["access.advice_hours"]
    return entering, advice + diverted * float(lever["access_desk_hours"])


def _mix(values: Mapping[str, float]) -> FloatArray:
    """Shares of single, multiple and crisis among requests of a town with today's vulnerability."""
    by_state = requests_by_state(np.array([values["households.vulnerable_share"]]), values, _AS_IS)
    asked = by_state.sum(axis=0)
    return np.asarray(asked / asked.sum(), dtype=np.float64)


def _weight(shares: FloatArray, door: Door) -> float:
    """Mean weight of an open case: kinds are open in proportion to the hours they take."""
    work = shares * door.hours
    return float(np.sum(work * door.weights) / max(work.sum(), math.ulp(0.0)))
