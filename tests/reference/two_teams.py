"""Teams of small towns that live side by side in the kernel, and in the slow model."""

from collections.abc import Collection, Sequence

import numpy as np

from draagkracht.engine.arrays import Records
from draagkracht.model.kernel import advance
from draagkracht.model.ledger import Accounts
from draagkracht.model.week import Course
from draagkracht.simulation.workspace import copy_frame, empty_accounts, empty_frames
from reference.agreement import assert_same_accounts, assert_same_state
from reference.pool import live_together
from reference.slow_model import PlainTeam
from reference.small_town import SmallTown, kernel_team, slow_team


def assert_equal_together(
    towns: Sequence[SmallTown], without: Collection[str] = ()
) -> list[PlainTeam]:
    """Everything of every team. Returns the slow teams; all towns last as long."""
    frames, accounts = kernel_together(towns)
    slow = slow_together(towns, without)
    for place, town in enumerate(towns):
        assert_same_accounts(town, accounts_of(towns, place, accounts), slow[place])
        assert_same_state(frames[place : place + 1], slow[place])
    return slow


def slow_together(towns: Sequence[SmallTown], without: Collection[str]) -> list[PlainTeam]:
    """Each has a run-in of its own."""
    teams = [slow_team(town, without) for town in towns]
    for team in teams:
        team.live(towns[0].run_in)
    live_together(teams, towns[0].last_week)
    return teams


def kernel_together(towns: Sequence[SmallTown]) -> tuple[Records, Accounts]:
    """The frames at the end, and the accounts of all teams in a row."""
    last = towns[0].last_week
    frames = empty_frames(len(towns))
    groups = sum(len(town.groups) for town in towns)
    accounts = empty_accounts(groups, -(-last // 13), len(towns))
    teams = [kernel_team(town) for town in towns]
    for place, (town, team) in enumerate(zip(towns, teams, strict=True)):
        own = accounts_of(towns, place, accounts)
        advance(team.frame, team.course, own, team.beginning, 0, town.run_in)
        copy_frame(team.frame, frames[place : place + 1])
        frames["place"][place] = place
        frames["first_group"][place] = first_group(towns, place)
    course = Course(
        np.concatenate([team.course.levers for team in teams]),
        teams[0].course.world,
        towns[0].run_in,
    )
    advance(frames, course, accounts, teams[0].beginning, towns[0].run_in, last)
    return frames, accounts


def first_group(towns: Sequence[SmallTown], place: int) -> int:
    """Of a team, when the groups of all teams stand in a row."""
    return sum(len(town.groups) for town in towns[:place])


def accounts_of(towns: Sequence[SmallTown], place: int, accounts: Accounts) -> Accounts:
    """The part that is one team's."""
    first = first_group(towns, place)
    groups = slice(first, first + len(towns[place].groups))
    return Accounts(
        counts=accounts.counts[groups],
        exposed=accounts.exposed[groups],
        spared=accounts.spared[groups],
        started=accounts.started[groups],
        hours=accounts.hours[place : place + 1],
    )
