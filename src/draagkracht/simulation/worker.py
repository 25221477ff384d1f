"""One thread's hands: frames and accounts in which members live one after another."""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np

from draagkracht.engine.arrays import CountArray, FloatArray, Records
from draagkracht.model import ledger as book
from draagkracht.model.beginning import Beginning
from draagkracht.model.kernel import advance
from draagkracht.model.kinds import KINDS
from draagkracht.model.ledger import Accounts
from draagkracht.model.week import Course
from draagkracht.plans.effects import TeamEffect
from draagkracht.scenarios.scenario import Scenario
from draagkracht.simulation.conditions import Conditions
from draagkracht.simulation.courses import RUN_IN, check_bounds, lever_course, world_course
from draagkracht.simulation.first_guess import first_guess
from draagkracht.simulation.layout import TownLayout
from draagkracht.simulation.loading import kernel_figures, load_frame, load_solved
from draagkracht.simulation.measuring import measure
from draagkracht.simulation.places import Place
from draagkracht.simulation.run_in import Fit, Present, solve
from draagkracht.simulation.solved import Solved
from draagkracht.simulation.team_target import TeamTarget, team_beginning, team_target
from draagkracht.simulation.workspace import copy_frame, empty_accounts, empty_frame

_RUN_IN_QUARTERS: Final = RUN_IN // book.QUARTER
_CLOSE_TO_CAP: Final = 0.93


@dataclass(frozen=True)
class PlanLowered:
    """A koers as the kernel takes it: effects by team, routes by phase."""

    name: str
    effects: Mapping[str, tuple[TeamEffect, ...]]
    routes: CountArray
    routes_from_week: float


class Worker:
    """Holds the memory of one thread; nothing of one member reaches the next."""

    def __init__(self, layout: TownLayout, weeks: int) -> None:
        self._layout = layout
        self._weeks = weeks
        self._today = empty_frame()
        self._frame = empty_frame()
        quarters = (RUN_IN + weeks) // book.QUARTER
        self._accounts = [empty_accounts(len(team.groups), quarters) for team in layout.teams]

    def take_on(self, conditions: Conditions, scenario: Scenario) -> None:
        """Turn to a new member."""
        self._conditions = conditions
        self._world = world_course(scenario, conditions.values, self._weeks)
        self._figures = kernel_figures(conditions.values)
        self._practice = lever_course((), conditions.values, 0)

    def run_member(
        self, plans: Sequence[PlanLowered], places: tuple[Place, ...]
    ) -> tuple[tuple[Fit, ...], dict[str, dict[str, FloatArray]]]:
        """Solve each team's run-in, then live every koers from that same today.

        Returns the fits by team in the kernel's order, and by koers every measure.
        """
        kept: list[list[Accounts]] = [[] for _ in plans]
        fits = []
        for place in range(len(self._layout.teams)):
            fit = self._solve(place)
            fits.append(fit)
            for number, plan in enumerate(plans):
                frame = self._today
                if number < len(plans) - 1:  # the last may use up today
                    frame = self._frame
                    copy_frame(self._today, frame)
                course = self._course(place, plan, fit)
                kept[number].append(self._live_plan(frame, place, plan, course))
        values = {
            plan.name: measure(_together(accounts), places)
            for plan, accounts in zip(plans, kept, strict=True)
        }
        return tuple(fits), values

    def _solve(self, place: int) -> Fit:
        """Leave today's frame at the end of the run-in that fits best."""
        team = self._layout.teams[place]
        target = team_target(self._layout, place, self._conditions)
        wanted = Present(
            target.vulnerable_share, target.requests, target.waiting, target.open_cases
        )
        tried: list[Solved] = []
        load_frame(self._today, team, self._conditions, self._weeks)

        def live(solved: Solved) -> Present:
            tried.append(solved)
            return self._live_run_in(place, target, solved)

        fit = solve(wanted, first_guess(team, target, self._conditions), live)
        if tried[-1] != fit.solved:
            live(fit.solved)
        return fit

    def _live_run_in(self, place: int, target: TeamTarget, solved: Solved) -> Present:
        team = self._layout.teams[place]
        accounts = self._accounts[place]
        load_solved(self._today, team, self._conditions, self._figures, solved)
        beginning = team_beginning(team, target, self._conditions, solved)
        self._practice["casework_caseload_cap"] = solved.caseload_cap
        present = Course(self._practice, self._world, RUN_IN)
        advance(self._today, present, accounts, beginning, 0, RUN_IN)
        levels = self._today["ledger"]["levels"][0, : len(team.groups)]
        counts = accounts.counts[:, :_RUN_IN_QUARTERS].sum(axis=(0, 2))
        over_half_year = 2 * book.QUARTER * book.PARTS
        return Present(
            vulnerable_share=float(levels[:, 0, book.VULNERABLE].sum()) / team.households,
            requests=float(counts[-4:, book.REQUESTED].sum()),
            waiting=float(counts[-2:, book.TIME_WAITING].sum()) / over_half_year,
            open_cases=float(counts[-2:, book.TIME_OPEN].sum()) / over_half_year,
            cap_for_target=_cap_for(self._today, target.open_cases),
            capped=_cap_in_use(self._today) > _CLOSE_TO_CAP * float(self._today["own"]["cap"][0]),
        )

    def _course(self, place: int, plan: PlanLowered, fit: Fit) -> Course:
        effects = plan.effects[self._layout.teams[place].name]
        values = _as_solved(self._conditions, fit.solved)
        levers = lever_course(effects, values, self._weeks)
        check_bounds(levers, values, plan.name)
        return Course(levers, self._world, RUN_IN)

    def _live_plan(self, frame: Records, place: int, plan: PlanLowered, course: Course) -> Accounts:
        frame["routes"][0] = plan.routes
        frame["routes_from"] = RUN_IN + math.ceil(plan.routes_from_week)
        accounts = self._accounts[place]
        last = RUN_IN + self._weeks
        advance(frame, course, accounts, _NO_BEGINNING, RUN_IN, last)
        ahead = slice(_RUN_IN_QUARTERS, None)
        return Accounts(
            counts=accounts.counts[:, ahead].copy(),
            exposed=accounts.exposed[:, ahead].copy(),
            spared=accounts.spared[:, ahead].copy(),
            started=accounts.started[:, ahead].copy(),
            hours=accounts.hours[ahead].copy(),
        )


def _cap_in_use(frame: Records) -> float:
    """Weighted cases open in a frame."""
    own = frame["own"][0]
    figures = frame["figures"][0]
    return float(sum(own[f"open_{kind}"] * figures[f"cap_weight_{kind}"] for kind in KINDS))


def _cap_for(frame: Records, open_cases: float) -> float:
    """The cap a productive fte that holds so many cases of today's mix, and one more to start."""
    own = frame["own"][0]
    cases = max(1.0, float(sum(own[f"open_{kind}"] for kind in KINDS)))
    weight = _cap_in_use(frame) / cases
    return weight * (open_cases + 1.0) / max(float(own["available"]), 1e-9)


def _as_solved(conditions: Conditions, solved: Solved) -> dict[str, float]:
    """A member's values with the team's practice of today as its run-in found it."""
    return {**conditions.values, "casework.caseload_cap": solved.caseload_cap}


def _together(accounts: Sequence[Accounts]) -> Accounts:
    """All teams of a town: groups in a row, hours by team."""
    return Accounts(
        counts=np.concatenate([account.counts for account in accounts]),
        exposed=np.concatenate([account.exposed for account in accounts]),
        spared=np.concatenate([account.spared for account in accounts]),
        started=np.concatenate([account.started for account in accounts]),
        hours=np.stack([account.hours for account in accounts]),
    )


def _no_beginning() -> Beginning:
    return Beginning(np.zeros(0), 0.0, 0.0, 1.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0, 0)


_NO_BEGINNING = _no_beginning()
