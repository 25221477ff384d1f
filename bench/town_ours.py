"""Our side of the town model. Everything that knows how the kernel is fed stands on this page."""

import json
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

import numpy as np

import draagkracht as dk
from draagkracht.engine.draws import keys
from draagkracht.model import ledger as book
from draagkracht.model.beginning import Beginning
from draagkracht.model.kernel import advance
from draagkracht.model.ledger import Accounts
from draagkracht.model.state import PURPOSES
from draagkracht.model.week import Course
from draagkracht.plans.menu import read_menu
from draagkracht.plans.reading import read_plan
from draagkracht.simulation.conditions import Conditions
from draagkracht.simulation.courses import RUN_IN, growth_bounds
from draagkracht.simulation.ground import basis_of, lay_ground
from draagkracht.simulation.layout import TeamLayout
from draagkracht.simulation.loading import kernel_figures, load_frame, load_solved
from draagkracht.simulation.lowering import PlanLowered, lower
from draagkracht.simulation.solved import Solved
from draagkracht.simulation.strata import BLOCK
from draagkracht.simulation.team_target import team_beginning, team_target
from draagkracht.simulation.worker import Worker
from draagkracht.simulation.workspace import copy_frame, empty_accounts, empty_frames

SEED: Final = 1


@dataclass(frozen=True)
class Prepared:
    """One team with its run-in solved: what its frame is loaded from, and what it lives under."""

    team: TeamLayout
    conditions: Conditions
    figures: Any
    solved: Solved
    beginning: Beginning
    course: Course
    plan: PlanLowered
    weeks: int

    @property
    def last(self) -> int:
        """Where its story ends, in weeks from the start of the run-in."""
        return RUN_IN + self.weeks


def prepare(
    koers: str, years: int, teams: Sequence[str] | None = None, *, member: int = 0
) -> list[Prepared]:
    """Teams of voorbeeldstad in one toekomst, in a packaged koers."""
    menu = read_menu()
    ground = lay_ground(
        dk.read_town("voorbeeldstad"),
        scenario=None,
        years=years,
        members=BLOCK,
        seed=SEED,
        without=(),
        catalogue=None,
        menu=menu,
    )
    layout, basis = ground.layout, basis_of(ground, member)
    plan = lower(read_plan(koers, menu), menu, layout)
    worker = Worker(ground)
    found = []
    for place, team in enumerate(layout.teams):
        if teams is not None and team.name not in teams:
            continue
        own = basis.of_team(team.name)
        target = team_target(layout, place, own)
        fit = worker.solve(basis, place)
        levers = worker.levers(basis, place, plan, fit)
        found.append(
            Prepared(
                team=team,
                conditions=basis.conditions,
                figures=kernel_figures(own.values),
                solved=fit.solved,
                beginning=team_beginning(team, target, own, fit.solved),
                course=Course(levers[None, :], basis.world, RUN_IN),
                plan=plan,
                weeks=ground.weeks,
            )
        )
    return found


class Frame:
    """Memory for one team; it may hold one team after another."""

    def __init__(self, groups: int, weeks: int) -> None:
        self.record = empty_frames()
        self.accounts = empty_accounts(groups, -(-(RUN_IN + weeks) // book.QUARTER))

    def load(self, given: Prepared) -> None:
        """Write in what holds for a team whatever its luck."""
        bounds = growth_bounds(given.course.world, given.conditions.values)
        load_frame(self.record, given.team, given.conditions, bounds, given.weeks)
        load_solved(self.record, given.team, given.conditions, given.figures, given.solved)
        self.record["routes"][:] = given.plan.routes
        self.record["routes_from"] = RUN_IN + given.plan.routes_from

    def set_luck(self, seed: int) -> None:
        """Take other luck: every seed is another story."""
        self.record["keys"][0] = keys(seed, 0, PURPOSES)

    def live(self, given: Prepared, seed: int) -> float:
        """Live a story with luck of its own; returns the seconds of the years after the run-in."""
        self.set_luck(seed)
        self.span(given, 0, RUN_IN)
        clock = time.perf_counter()
        self.span(given, RUN_IN, given.last)
        return time.perf_counter() - clock

    def span(self, given: Prepared, first: int, last: int) -> None:
        """Live from the start of one week to that of another."""
        advance(self.record, given.course, self.accounts, given.beginning, first, last)


def live_together(teams: Sequence[Prepared], seed: int) -> dict[str, dict[str, float]]:
    """One story of teams that live side by side from today on; what became of each."""
    weeks = teams[0].weeks
    groups = [len(given.team.groups) for given in teams]
    first = np.cumsum([0, *groups])
    frames = empty_frames(len(teams))
    accounts = empty_accounts(int(first[-1]), -(-(RUN_IN + weeks) // book.QUARTER), len(teams))
    for place, given in enumerate(teams):
        frame = Frame(groups[place], weeks)
        frame.load(given)
        frame.record["keys"][0] = keys(seed, place, PURPOSES)
        frame.span(given, 0, RUN_IN)
        copy_frame(frame.record, frames[place : place + 1])
        frames[place]["place"], frames[place]["first_group"] = place, first[place]
    levers = np.concatenate([given.course.levers for given in teams])
    course = Course(levers, teams[0].course.world, RUN_IN)
    advance(frames, course, accounts, teams[0].beginning, RUN_IN, teams[0].last)
    return {
        given.team.name: outcome(_part(accounts, place, slice(*first[place : place + 2])), weeks)
        for place, given in enumerate(teams)
    }


def _part(accounts: Accounts, place: int, groups: slice) -> Accounts:
    """Of one team among others."""
    by_group = {
        name: getattr(accounts, name)[groups] for name in ("counts", "exposed", "spared", "started")
    }
    return Accounts(**by_group, hours=accounts.hours[place : place + 1])


def outcome(accounts: Accounts, weeks: int) -> dict[str, float]:
    """Everything from today on: numbers a year, and means over time."""
    counts = accounts.counts[:, RUN_IN // book.QUARTER :].sum(axis=(0, 1, 2))
    hours = accounts.hours[0, RUN_IN // book.QUARTER :].sum(axis=0)
    columns = {
        "requested": book.REQUESTED,
        "started": book.STARTED,
        "closed": book.CLOSED,
        "settled": book.SETTLED,
        "given_up": book.GIVEN_UP,
        "escalated": book.ESCALATED_OUT,
        "recovered": book.RECOVERED,
        "became_vulnerable": book.BECAME_VULNERABLE,
        "recovered_alone": book.RECOVERED_ALONE,
        "referred": book.REFERRED,
        "answered_at_once": book.ANSWERED_AT_ONCE,
        "to_desk": book.TO_DESK,
    }
    levels = {
        "waiting": book.TIME_WAITING,
        "open": book.TIME_OPEN,
        "vulnerable": book.TIME_VULNERABLE,
    }
    spent = {
        "worked": book.H_WORKED,
        "overtime": book.H_OVERTIME,
        "prevention": book.H_PREVENTION,
        "helpers": book.H_HELPERS,
    }
    shares = {
        "vacant": book.H_VACANT,
        "absent": book.H_ABSENT,
        "pressure": book.H_PRESSURE,
        "strain": book.H_STRAIN,
    }
    found = {name: counts[column] / book.PARTS / weeks for name, column in levels.items()}
    found |= {name: counts[column] * 52 / weeks for name, column in columns.items()}
    found |= {name: hours[column] / hours[book.H_FTE] for name, column in shares.items()}
    found |= {name: hours[column] / weeks for name, column in spent.items()}
    return {name: float(value) for name, value in found.items()}


def export(teams: Sequence[Prepared], path: Path) -> None:
    """Write what the teams live under, so that another engine can live the same."""
    path.write_text(json.dumps({"teams": [_plain(team) for team in teams]}))


def _plain(given: Prepared) -> Mapping[str, Any]:
    frame = Frame(len(given.team.groups), given.weeks)
    frame.load(given)
    record, beginning = frame.record[0], given.beginning
    number = int(record["number"])
    start = {
        name: value.tolist() if isinstance(value, np.ndarray) else value
        for name, value in beginning._asdict().items()
    }
    return {
        "name": given.team.name,
        "figures": _fields(record["figures"]),
        "domains": record["domains"].tolist(),
        "domain_hours": record["domain_hours"].tolist(),
        "partner_chance": record["partner_chance"].tolist(),
        "partner_wait": record["partner_wait"].tolist(),
        "routes": record["routes"].tolist(),
        "routes_from": int(record["routes_from"]),
        "levers": [_fields(row) for row in given.course.levers[0]],
        "world": [_fields(row) for row in given.course.world],
        "hazards": record["wijken"]["hazard"][record["households"]["wijk"][:number]].tolist(),
        "start": start,
        "residents": float(record["own"]["residents"]),
        "today": given.course.today,
        "weeks": given.last,
    }


def _fields(row: np.void) -> dict[str, float]:
    return {name: float(row[name]) for name in row.dtype.names or ()}
