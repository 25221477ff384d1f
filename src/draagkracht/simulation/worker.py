"""One thread's hands: frames and accounts in which teams live one after another."""

from collections.abc import Mapping, Sequence
from typing import Final

import numpy as np

from draagkracht.engine.arrays import Records
from draagkracht.model import ledger as book
from draagkracht.model.beginning import Beginning
from draagkracht.model.kernel import advance
from draagkracht.model.kinds import KINDS, TO_DESK, TO_TEAM
from draagkracht.model.ledger import Accounts
from draagkracht.model.week import Course
from draagkracht.simulation.conditions import Conditions
from draagkracht.simulation.courses import RUN_IN, check_bounds, lever_course
from draagkracht.simulation.first_guess import first_guess
from draagkracht.simulation.fold import TeamFold, team_fold
from draagkracht.simulation.ground import Basis, Ground
from draagkracht.simulation.loading import kernel_figures, load_frame, load_solved
from draagkracht.simulation.lowering import PlanLowered
from draagkracht.simulation.measuring import town_desk
from draagkracht.simulation.run_in import Fit, Present, solve
from draagkracht.simulation.solved import Solved
from draagkracht.simulation.stop import NEVER, Stop
from draagkracht.simulation.team_lived import Tallied, empty_desk, tallied
from draagkracht.simulation.team_target import TeamTarget, team_beginning, team_target
from draagkracht.simulation.workspace import empty_accounts, empty_frames

RUN_IN_QUARTERS: Final = RUN_IN // book.QUARTER
_CLOSE_TO_CAP: Final = 0.93


class Worker:
    """Holds the memory of one thread; nothing of one member reaches the next."""

    def __init__(self, ground: Ground) -> None:
        self._ground = ground
        self._layout = ground.layout
        self._together: dict[str, Records] = {}
        quarters = RUN_IN_QUARTERS + ground.quarters
        self._quarters = quarters
        self.today = empty_frames()
        self.frame = empty_frames()
        self.accounts = [empty_accounts(len(team.groups), quarters) for team in self._layout.teams]
        most = max(len(team.municipalities) for team in ground.teams)
        self._desk = empty_desk(most + 1, ground.quarters)
        self.town_desk = town_desk(ground.places, ground.quarters)

    def side_by_side(self, purpose: str) -> Records:
        """Frames for all teams together, made once for each purpose."""
        if purpose not in self._together:
            self._together[purpose] = empty_frames(len(self._layout.teams))
        return self._together[purpose]

    def solve(self, basis: Basis, place: int, stop: Stop = NEVER, known: Fit | None = None) -> Fit:
        """Leave today's frame at the end of the run-in that fits best. Raises: Stopped.

        A fit that is `known` from another scenario is lived once and not searched for again: what
        comes after today does not reach the run-in.
        """
        team = self._layout.teams[place]
        conditions = basis.of_team(team.name)
        target = team_target(self._layout, place, conditions)
        wanted = Present(
            target.vulnerable_share, target.requests, target.waiting, target.open_cases
        )
        figures = kernel_figures(conditions.values)
        practice = lever_course((), conditions.values, 0)
        tried: list[Solved] = []
        load_frame(self.today, team, conditions, basis.bounds, self._ground.weeks)

        def live(solved: Solved) -> Present:
            stop.check()
            tried.append(solved)
            load_solved(self.today, team, conditions, figures, solved)
            practice["casework_caseload_cap"] = solved.caseload_cap
            present = Course(practice[None, :], basis.world, RUN_IN)
            return self._live_run_in(place, target, conditions, present, solved)

        if known is not None:
            live(known.solved)
            return known
        fit = solve(wanted, first_guess(team, target, conditions), live)
        if tried[-1] != fit.solved:
            live(fit.solved)
        return fit

    def _live_run_in(
        self, place: int, target: TeamTarget, conditions: Conditions, course: Course, solved: Solved
    ) -> Present:
        team = self._layout.teams[place]
        accounts = self.accounts[place]
        frame = self.today
        beginning = team_beginning(team, target, conditions, solved)
        advance(frame, course, accounts, beginning, 0, RUN_IN)
        levels = frame["ledger"]["levels"][0, : len(team.groups)]
        counts = accounts.counts[:, :RUN_IN_QUARTERS].sum(axis=(0, 2))
        over_half_year = 2 * book.QUARTER * book.PARTS
        hours = accounts.hours[0, :RUN_IN_QUARTERS]
        available = float(hours[-2:, book.H_AVAILABLE].sum() / hours[-2:, book.H_TICKS].sum())
        return Present(
            vulnerable_share=float(levels[:, 0, book.VULNERABLE].sum()) / team.households,
            requests=float(counts[-4:, book.REQUESTED].sum()),
            waiting=float(counts[-2:, book.TIME_WAITING].sum()) / over_half_year,
            open_cases=float(counts[-2:, book.TIME_OPEN].sum()) / over_half_year,
            cap_for_target=_cap_for(frame, target.open_cases, available),
            capped=_cap_in_use(frame) > _CLOSE_TO_CAP * float(frame["own"]["cap"][0]),
        )

    def levers(self, basis: Basis, place: int, plan: PlanLowered, fit: Fit) -> Records:
        """What a koers makes of a team's levers: LEVER (1 + weeks,). Raises: Inconsistent."""
        team = self._layout.teams[place].name
        values = _as_solved(basis.of_team(team).values, fit.solved)
        levers = lever_course(plan.effects[team], values, self._ground.weeks)
        check_bounds(levers, values, plan.name)
        return levers

    def fold(
        self, basis: Basis, place: int, plan: PlanLowered, fit: Fit, levers: Records
    ) -> TeamFold:
        """What a team adds to the fold of its town."""
        to_team = ((plan.routes[1] == TO_TEAM) | (plan.routes[1] == TO_DESK)) @ basis.mix
        fte = self._layout.teams[place].fte
        return team_fold(fit, levers[-1], fte, basis.door, to_team)

    def live(
        self,
        frame: Records,
        basis: Basis,
        place: int,
        plan: PlanLowered,
        levers: Records,
        since: int = 0,
        until: int | None = None,
    ) -> None:
        """Let a team that stands at week `since` from today live by itself up to `until`."""
        last = self._ground.weeks if until is None else until
        course = Course(levers[None, :], basis.world, RUN_IN)
        frame["routes"][:] = plan.routes
        frame["routes_from"] = RUN_IN + plan.routes_from
        advance(frame, course, self.accounts[place], _NO_BEGINNING, RUN_IN + since, RUN_IN + last)

    def tallied(self, place: int) -> Tallied:
        """What a team's accounts come to, from today to the end."""
        places = self._ground.teams[place]
        return tallied(self.accounts[place], RUN_IN_QUARTERS, places, self._desk)

    def live_together(
        self, frames: Records, basis: Basis, plan: PlanLowered, levers: Sequence[Records]
    ) -> list[Tallied]:
        """Let all teams live side by side from today on: they lend each other hours."""
        first = self._layout.group_first
        frames["place"] = np.arange(frames.size)
        frames["first_group"] = first[:-1]
        frames["routes"][:] = plan.routes
        frames["routes_from"] = RUN_IN + plan.routes_from
        accounts = empty_accounts(first[-1], self._quarters, frames.size)
        course = Course(np.stack(levers), basis.world, RUN_IN)
        advance(frames, course, accounts, _NO_BEGINNING, RUN_IN, RUN_IN + self._ground.weeks)
        return [self._of_all(accounts, place) for place in range(frames.size)]

    def _of_all(self, accounts: Accounts, place: int) -> Tallied:
        """One team's accounts out of those of all teams in a row."""
        groups = slice(*self._layout.group_first[place : place + 2])
        own = Accounts(
            counts=accounts.counts[groups],
            exposed=accounts.exposed[groups],
            spared=accounts.spared[groups],
            started=accounts.started[groups],
            hours=accounts.hours[place : place + 1],
        )
        return tallied(own, RUN_IN_QUARTERS, self._ground.teams[place], self._desk)


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


def _as_solved(values: Mapping[str, float], solved: Solved) -> dict[str, float]:
    """A team's values with its practice of today as its run-in found it."""
    return {**values, "casework.caseload_cap": solved.caseload_cap}


def _no_beginning() -> Beginning:
    return Beginning(np.zeros(0), 0.0, 0.0, 1.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0, 0)


_NO_BEGINNING = _no_beginning()
