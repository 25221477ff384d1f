"""A team that is put away small and taken up again lives on to the last bit."""

from typing import Any

import numpy as np
import pytest

from draagkracht.engine.arrays import Records
from draagkracht.model import ledger as book
from draagkracht.model.state import HOUSEHOLD
from draagkracht.simulation.checkpoint import Checkpoint, take_up, taken
from draagkracht.simulation.workspace import empty_frames
from model.busy_town import busy_town
from model.test_spans import TOWN, WEEKS, new_team, state
from theory.one_team import Begun, laid_out

TODAY = 104
RUN_IN_QUARTERS = TODAY // book.QUARTER


def behind(week: int) -> slice:
    return slice(RUN_IN_QUARTERS, week // book.QUARTER)


def kept_at(week: int) -> tuple[Begun, Checkpoint]:
    team = new_team()
    team.live(0, week)
    if week == TODAY:
        return team, taken(team.frame)
    return team, taken(team.frame, team.accounts, behind(week))


def alive(frame: Records) -> dict[str, Any]:
    """All of a frame that its future follows from, and nothing of who lived there before."""
    numbers = {
        "weeks": int(frame["last_week"][0]),
        "wijken": len(TOWN.groups),
        "positions": int(frame["own"]["positions"][0]),
    }
    parts = {name: frame[name][0, :number].tobytes() for name, number in numbers.items()}
    return {**state(frame), **parts}


def used_before() -> Begun:
    """Hands in which another team has lived, and whose accounts are full of it."""
    other = laid_out(busy_town((800,), 6.0), 9, WEEKS)
    other.live(0, 60)
    twin = new_team()._replace(frame=empty_frames())
    twin.frame[:] = other.frame
    for array in twin.accounts:
        array[:] = 7
    return twin


@pytest.mark.parametrize("week", [TODAY, 105, 117, 150, 299])
def test_a_team_that_is_taken_up_lives_on_as_the_one_that_was_kept(week: int) -> None:
    team, kept = kept_at(week)
    twin = used_before()
    take_up(kept, twin.frame, twin.accounts, behind(week))
    for each in (team, twin):
        each.live(week, WEEKS)
    ahead = slice(RUN_IN_QUARTERS, WEEKS // book.QUARTER)
    for one, other in zip(team.accounts, twin.accounts, strict=True):
        assert np.ascontiguousarray(one[:, ahead]).tobytes() == other[:, ahead].tobytes()


@pytest.mark.parametrize("week", [105, 117, 150, 299])
def test_a_team_that_is_taken_up_stands_where_the_one_that_was_kept_stood(week: int) -> None:
    team, kept = kept_at(week)
    twin = used_before()
    take_up(kept, twin.frame, twin.accounts, behind(week))
    found = alive(twin.frame)
    for name, part in alive(team.frame).items():
        assert found[name] == part, name


def test_what_is_kept_does_not_change_when_the_team_lives_on() -> None:
    team, kept = kept_at(150)
    team.live(150, WEEKS)
    twin = used_before()
    take_up(kept, twin.frame, twin.accounts, behind(150))
    other, _ = kept_at(150)
    assert alive(twin.frame) == alive(other.frame)


def test_a_household_takes_less_than_it_takes_in_a_frame() -> None:
    _, kept = kept_at(TODAY)
    columns = (kept.households, kept.seldom, *kept.seldom_values)
    in_frame = HOUSEHOLD.itemsize * kept.households.size
    assert sum(column.nbytes for column in columns) < 0.75 * in_frame
    assert kept.households.itemsize < 0.5 * HOUSEHOLD.itemsize
