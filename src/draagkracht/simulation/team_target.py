"""What a team's run-in begins from and should end at: the town's observations, divided."""

from dataclasses import dataclass

import numpy as np

from draagkracht.engine.arrays import FloatArray
from draagkracht.model.beginning import Beginning
from draagkracht.simulation.conditions import Conditions
from draagkracht.simulation.courses import WEEKS_A_YEAR
from draagkracht.simulation.expected import (
    TAKEN_UP,
    at_once,
    helped_vulnerable,
    mean_hours,
    requests_by_state,
)
from draagkracht.simulation.layout import TeamLayout, TownLayout
from draagkracht.simulation.solved import Solved


@dataclass(frozen=True)
class TeamTarget:
    """What a team's run-in begins from and should end at."""

    vulnerable: FloatArray  # chance by household, at the start of the run-in
    vulnerable_share: float  # at its end
    requests: float  # a year
    open_cases: float
    waiting: float
    waiting_before: float  # at the start of the run-in


def team_target(layout: TownLayout, place: int, conditions: Conditions) -> TeamTarget:
    """The town's observations, divided over teams as observed, else by formation.

    A waiting list that no team gave for itself differs between teams as lists do elsewhere.
    """
    team = layout.teams[place]
    values = conditions.values
    waiting = layout.shares["waiting_list"] * conditions.line
    return TeamTarget(
        vulnerable=team.by_household(conditions.vulnerable),
        vulnerable_share=float(np.mean(team.by_household(conditions.vulnerable_today))),
        requests=values["target.requests_per_year"] * layout.shares["requests_per_year"][place],
        open_cases=values["target.open_cases"] * layout.shares["open_cases"][place],
        waiting=values["target.waiting_list"] * float(waiting[place] / waiting.sum()),
        waiting_before=values["target.waiting_list_before"] * float(waiting[place] / waiting.sum()),
    )


def team_beginning(
    team: TeamLayout, target: TeamTarget, conditions: Conditions, solved: Solved
) -> Beginning:
    """How a team's run-in begins: observed open and waiting cases."""
    values = conditions.values
    by_state = requests_by_state(target.vulnerable, values, solved)
    requests = by_state.sum(axis=0)
    work = requests * mean_hours(values)
    open_mix = work / work.sum()
    vulnerable = float(target.vulnerable.sum())
    helped, recovered = helped_vulnerable(by_state, values)
    entering = 1.0 - at_once(values)
    light = float(by_state[0, 0] * entering[0]) * TAKEN_UP
    queued = (requests * entering)[:2]
    weekly = queued.sum() / WEEKS_A_YEAR
    most = team.households // 3  # whatever a town says, cases need households
    return Beginning(
        vulnerable=target.vulnerable,
        helped_vulnerable=(helped - recovered) / vulnerable if vulnerable > 0 else 0.0,
        helped_self_reliant=(light + recovered) / max(target.vulnerable.size - vulnerable, 1.0),
        after_closing=values["casework.request_factor_after_closing"],
        open_multiple=float(open_mix[1]),
        open_crisis=float(open_mix[2]),
        waiting_multiple=float(queued[1] / queued.sum()),
        single_vulnerable=float(by_state[1, 0] / by_state[:, 0].sum()),
        wait=float(target.waiting_before / weekly),
        fte=team.fte,
        open_cases=min(round(target.open_cases), most),
        waiting=min(round(target.waiting_before), most),
    )
