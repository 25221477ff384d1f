"""One thread's hands: frames and accounts in which members live one after another."""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

import numpy as np

from draagkracht.engine.arrays import CountArray, FloatArray, Records
from draagkracht.model import ledger as book
from draagkracht.model.beginning import Beginning
from draagkracht.model.kernel import advance
from draagkracht.model.kinds import KINDS, TO_DESK, TO_TEAM
from draagkracht.model.ledger import Accounts
from draagkracht.model.week import Course
from draagkracht.plans.effects import TeamEffect
from draagkracht.plans.euros import EuroCost
from draagkracht.scenarios.scenario import Scenario
from draagkracht.simulation.budget import MUNICIPALITY, budget, card_euros
from draagkracht.simulation.conditions import Conditions
from draagkracht.simulation.courses import (
    RUN_IN,
    check_bounds,
    growth_bounds,
    lever_course,
    world_course,
)
from draagkracht.simulation.first_guess import first_guess
from draagkracht.simulation.fold import Fold, fold_of
from draagkracht.simulation.futures import values_of_team
from draagkracht.simulation.layout import TownLayout
from draagkracht.simulation.loading import kernel_figures, load_frame, load_solved
from draagkracht.simulation.measuring import balanced, measure, running_of, work_of
from draagkracht.simulation.places import Place
from draagkracht.simulation.run_in import Fit, Present, solve
from draagkracht.simulation.solved import Solved
from draagkracht.simulation.team_target import TeamTarget, team_beginning, team_target
from draagkracht.simulation.workspace import copy_frame, empty_accounts, empty_frames

_RUN_IN_QUARTERS: Final = RUN_IN // book.QUARTER
_CLOSE_TO_CAP: Final = 0.93
POOLED: Final = "organisation.pooled_share"


@dataclass(frozen=True)
class PlanLowered:
    """A koers as the kernel takes it: effects by team, routes by phase."""

    name: str
    effects: Mapping[str, tuple[TeamEffect, ...]]
    euros: tuple[EuroCost, ...]
    routes: CountArray
    routes_from_week: float

    @property
    def pools(self) -> bool:
        """Whether teams lend each other hours, and must live side by side."""
        return any(row.lever == POOLED for found in self.effects.values() for row in found)


@dataclass(frozen=True)
class Lived:
    """What one koers came to in one member: every measure, euros by budget year, and work."""

    values: Mapping[str, FloatArray]
    budget: FloatArray  # (years, payers, natures)
    work: FloatArray  # of the town: (quarters + 1, LINES), hour/year
    fold: Fold | None = None  # of the town under the levers it ends with


class Worker:
    """Holds the memory of one thread; nothing of one member reaches the next."""

    def __init__(self, layout: TownLayout, weeks: int) -> None:
        self._layout = layout
        self._weeks = weeks
        self._today = empty_frames()
        self._frame = empty_frames()
        self._side_by_side: dict[str, Records] = {}  # by koers that pools
        quarters = (RUN_IN + weeks) // book.QUARTER
        self._accounts = [empty_accounts(len(team.groups), quarters) for team in layout.teams]

    def take_on(self, conditions: Conditions, scenario: Scenario) -> None:
        """Turn to a new member."""
        self._conditions = conditions
        self._of_team = [
            replace(conditions, values=values_of_team(conditions.values, team.name))
            for team in self._layout.teams
        ]
        self._world = world_course(scenario, conditions.values, self._weeks)
        self._bounds = growth_bounds(self._world, conditions.values)
        self._figures = [kernel_figures(own.values) for own in self._of_team]
        self._practice = [lever_course((), own.values, 0) for own in self._of_team]
        self._decided: dict[tuple[str, int], Records] = {}  # levers by koers and team

    def run_member(
        self, plans: Sequence[PlanLowered], places: tuple[Place, ...]
    ) -> tuple[tuple[Fit, ...], dict[str, Lived]]:
        """Solve each team's run-in, then live every koers from that same today.

        Returns the fits by team in the kernel's order, and by koers every measure; the balances
        are set off against the first of the plans.
        """
        fits, accounts = self.live_member(plans)
        lived = self.look_at(accounts, plans, places)
        return fits, {
            plan.name: replace(lived[plan.name], fold=self._fold(plan, fits)) for plan in plans
        }

    def live_member(
        self, plans: Sequence[PlanLowered]
    ) -> tuple[tuple[Fit, ...], dict[str, Accounts]]:
        """As `run_member`, with the accounts of each koers still as the kernel left them."""
        alone = [plan for plan in plans if not plan.pools]
        pooling = [plan for plan in plans if plan.pools]
        kept: dict[str, list[Accounts]] = {plan.name: [] for plan in alone}
        side_by_side = {plan.name: self._frames_of(plan) for plan in pooling}
        fits = []
        for place in range(len(self._layout.teams)):
            fit = self._solve(place)
            fits.append(fit)
            for frames in side_by_side.values():
                copy_frame(self._today, frames[place : place + 1])
            for plan in alone:
                frame = self._today
                if plan is not alone[-1]:  # the last may use up today
                    frame = self._frame
                    copy_frame(self._today, frame)
                kept[plan.name].append(self._live_plan(frame, place, plan, fit))
        accounts = {name: _together(found) for name, found in kept.items()}
        for plan in pooling:
            accounts[plan.name] = self._live_together(side_by_side[plan.name], plan, fits)
        return tuple(fits), accounts

    def _frames_of(self, plan: PlanLowered) -> Records:
        """Frames for all teams together, made once."""
        if plan.name not in self._side_by_side:
            self._side_by_side[plan.name] = empty_frames(len(self._layout.teams))
        return self._side_by_side[plan.name]

    def look_at(
        self,
        accounts: Mapping[str, Accounts],
        plans: Sequence[PlanLowered],
        places: tuple[Place, ...],
    ) -> dict[str, Lived]:
        """What the accounts of each koers come to."""
        lived = {plan.name: self._look_at(accounts[plan.name], plan, places) for plan in plans}
        base = lived[plans[0].name].values
        return {
            name: replace(found, values=balanced(found.values, base))
            for name, found in lived.items()
        }

    def _look_at(self, accounts: Accounts, plan: PlanLowered, places: tuple[Place, ...]) -> Lived:
        values = self._conditions.values
        teams = [place for place in places if place.level == "team"]
        formation = {team.name: team.fte for team in self._layout.teams}
        running = running_of(accounts, teams, values)
        cards = card_euros(plan.euros, values, formation, running.shape[1])
        costs = running + cards[:, :, MUNICIPALITY].sum(axis=-1)
        return Lived(
            measure(accounts, places, values, costs, self._layout.by_municipality),
            budget(running, cards),
            work_of(accounts),
        )

    def _fold(self, plan: PlanLowered, fits: Sequence[Fit]) -> Fold:
        levers = [self._levers(place, plan, fit) for place, fit in enumerate(fits)]
        formation = [team.fte for team in self._layout.teams]
        mix = np.diff(self._conditions.domains, prepend=0.0)
        to_team = ((plan.routes[1] == TO_TEAM) | (plan.routes[1] == TO_DESK)) @ mix
        return fold_of(fits, levers, formation, self._conditions.values, to_team)

    def _solve(self, place: int) -> Fit:
        """Leave today's frame at the end of the run-in that fits best."""
        team = self._layout.teams[place]
        target = team_target(self._layout, place, self._of_team[place])
        wanted = Present(
            target.vulnerable_share, target.requests, target.waiting, target.open_cases
        )
        tried: list[Solved] = []
        load_frame(self._today, team, self._conditions, self._bounds, self._weeks)

        def live(solved: Solved) -> Present:
            tried.append(solved)
            return self._live_run_in(place, target, solved)

        fit = solve(wanted, first_guess(team, target, self._of_team[place]), live)
        if tried[-1] != fit.solved:
            live(fit.solved)
        return fit

    def _live_run_in(self, place: int, target: TeamTarget, solved: Solved) -> Present:
        team = self._layout.teams[place]
        accounts = self._accounts[place]
        frame = self._today
        load_solved(frame, team, self._conditions, self._figures[place], solved)
        beginning = team_beginning(team, target, self._of_team[place], solved)
        practice = self._practice[place]
        practice["casework_caseload_cap"] = solved.caseload_cap
        present = Course(practice[None, :], self._world, RUN_IN)
        advance(frame, present, accounts, beginning, 0, RUN_IN)
        levels = frame["ledger"]["levels"][0, : len(team.groups)]
        counts = accounts.counts[:, :_RUN_IN_QUARTERS].sum(axis=(0, 2))
        over_half_year = 2 * book.QUARTER * book.PARTS
        hours = accounts.hours[0, :_RUN_IN_QUARTERS]
        available = float(hours[-2:, book.H_AVAILABLE].sum() / hours[-2:, book.H_TICKS].sum())
        return Present(
            vulnerable_share=float(levels[:, 0, book.VULNERABLE].sum()) / team.households,
            requests=float(counts[-4:, book.REQUESTED].sum()),
            waiting=float(counts[-2:, book.TIME_WAITING].sum()) / over_half_year,
            open_cases=float(counts[-2:, book.TIME_OPEN].sum()) / over_half_year,
            cap_for_target=_cap_for(frame, target.open_cases, available),
            capped=_cap_in_use(frame) > _CLOSE_TO_CAP * float(frame["own"]["cap"][0]),
        )

    def _levers(self, place: int, plan: PlanLowered, fit: Fit) -> Records:
        key = (plan.name, place)
        if key not in self._decided:
            effects = plan.effects[self._layout.teams[place].name]
            values = _as_solved(self._of_team[place], fit.solved)
            levers = lever_course(effects, values, self._weeks)
            check_bounds(levers, values, plan.name)
            self._decided[key] = levers
        return self._decided[key]

    def _live_plan(self, frame: Records, place: int, plan: PlanLowered, fit: Fit) -> Accounts:
        course = Course(self._levers(place, plan, fit)[None, :], self._world, RUN_IN)
        return self._live_on(frame, plan, course, self._accounts[place])

    def _live_together(self, frames: Records, plan: PlanLowered, fits: Sequence[Fit]) -> Accounts:
        """All teams side by side, week by week: they lend each other hours."""
        levers = np.stack([self._levers(place, plan, fit) for place, fit in enumerate(fits)])
        frames["place"] = np.arange(frames.size)
        frames["first_group"] = self._layout.group_first[:-1]
        quarters = (RUN_IN + self._weeks) // book.QUARTER
        accounts = empty_accounts(self._layout.group_first[-1], quarters, frames.size)
        return self._live_on(frames, plan, Course(levers, self._world, RUN_IN), accounts)

    def _live_on(
        self, frames: Records, plan: PlanLowered, course: Course, accounts: Accounts
    ) -> Accounts:
        frames["routes"][:] = plan.routes
        frames["routes_from"] = RUN_IN + math.ceil(plan.routes_from_week)
        advance(frames, course, accounts, _NO_BEGINNING, RUN_IN, RUN_IN + self._weeks)
        ahead = slice(_RUN_IN_QUARTERS, None)
        return Accounts(
            counts=accounts.counts[:, ahead].copy(),
            exposed=accounts.exposed[:, ahead].copy(),
            spared=accounts.spared[:, ahead].copy(),
            started=accounts.started[:, ahead].copy(),
            hours=accounts.hours[:, ahead].copy(),
        )


def _cap_in_use(frame: Records) -> float:
    """Weighted cases open in a frame."""
    own = frame["own"][0]
    figures = frame["figures"][0]
    return float(sum(own[f"open_{kind}"] * figures[f"cap_weight_{kind}"] for kind in KINDS))


def _cap_for(frame: Records, open_cases: float, available: float) -> float:
    """The cap a productive fte that holds so many cases of today's mix, and one more to start.

    `available` is the productive fte of the last half year: who is there today is luck.
    """
    own = frame["own"][0]
    cases = max(1.0, float(sum(own[f"open_{kind}"] for kind in KINDS)))
    weight = _cap_in_use(frame) / cases
    return weight * (open_cases + 1.0) / max(available, 1e-9)


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
        hours=np.concatenate([account.hours for account in accounts]),
    )


def _no_beginning() -> Beginning:
    return Beginning(np.zeros(0), 0.0, 0.0, 1.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0, 0)


_NO_BEGINNING = _no_beginning()
