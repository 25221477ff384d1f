"""Several teams that live side by side, as those do that lend each other hours."""

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np

from draagkracht.engine.arrays import Records
from draagkracht.model import ledger as book
from draagkracht.model.beginning import Beginning
from draagkracht.model.kernel import advance
from draagkracht.model.ledger import Accounts
from draagkracht.model.week import Course
from draagkracht.simulation.workspace import copy_frame, empty_accounts, empty_frames
from theory.one_team import History, OneTeam, begun


class Together(NamedTuple):
    """Teams at the start of a week: as `Begun`, with a frame each."""

    frames: Records
    course: Course
    accounts: Accounts
    beginning: Beginning  # of the first: every team has begun already

    def live(self, first: int, last: int) -> None:
        """Live from the start of week `first` to that of week `last`; not from week 0."""
        assert first > 0, "teams begin by themselves"
        advance(self.frames, self.course, self.accounts, self.beginning, first, last)


def begun_together(
    teams: Sequence[OneTeam], luck: int, weeks: int, first: int = 1
) -> tuple[Together, tuple[History, ...]]:
    """Teams that lived by themselves up to week `first`, and their histories as they grow."""
    frames = empty_frames(len(teams))
    accounts = empty_accounts(len(teams), -(-weeks // book.QUARTER), len(teams))
    starts = []
    for place, team in enumerate(teams):
        start = begun(team, luck, weeks)
        start.live(0, first)
        starts.append(start)
        copy_frame(start.frame, frames[place : place + 1])
        frames["ledger"][place] = start.frame["ledger"][0]
        frames["place"][place] = frames["first_group"][place] = place
    levers = np.concatenate([start.course.levers for start in starts])
    course = starts[0].course._replace(levers=levers)
    together = Together(frames, course, accounts, starts[0].beginning)
    histories = tuple(
        History(
            frames[place : place + 1],
            Accounts(
                accounts.counts[place : place + 1],
                accounts.exposed[place : place + 1],
                accounts.spared[place : place + 1],
                accounts.started[place : place + 1],
                accounts.hours[place : place + 1],
            ),
        )
        for place in range(len(teams))
    )
    return together, histories


def lived_together(teams: Sequence[OneTeam], luck: int, weeks: int) -> tuple[History, ...]:
    """Their histories over `weeks`; the first week by themselves, as nothing is lent in it."""
    together, histories = begun_together(teams, luck, weeks)
    together.live(1, weeks)
    return histories
