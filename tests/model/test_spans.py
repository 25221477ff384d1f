"""A life lived in spans is the life lived at once; and what comes later changes nothing before."""

import itertools
from dataclasses import replace
from typing import Any

import numpy as np
import pytest

from draagkracht.engine.arrays import Records
from draagkracht.model import ledger as book
from draagkracht.model.state import AGENDA, FRAME
from draagkracht.simulation.workspace import copy_frame, empty_frames
from model.busy_town import busy_town
from theory.one_team import Begun, OneTeam, laid_out

WEEKS = 300


def town(**other: Any) -> OneTeam:
    return busy_town(
        (400, 300),
        4.0,
        open_cases=60,
        waiting=20,
        levers={"access_decision_share": 0.4, "casework_follow_up_hours": 1.0},
        **other,
    )


TOWN = replace(
    town(changes=((30, "team_administration_share", 0.3), (60, "casework_caseload_cap", 15.0))),
    today=104,
)


def new_team() -> Begun:
    return laid_out(TOWN, 1, WEEKS)


def lived(*spans: tuple[int, int]) -> Begun:
    team = new_team()
    for first, last in spans:
        team.live(first, last)
    return team


def told(team: Begun, quarters: int) -> list[bytes]:
    accounts = team.accounts
    return [np.ascontiguousarray(array[:, :quarters]).tobytes() for array in accounts]


def state(frame: Records) -> dict[str, Any]:
    """All of a frame that its future follows from."""
    slots = int(frame["own"]["slots"][0])
    number, groups = int(frame["number"][0]), int(frame["ledger"]["groups"][0])
    alive = {
        "households": number,
        "cases": slots,
        "links": slots + 3,
        "agenda": slots + AGENDA,
        "calendar": slots + 1,
        "closings": slots + 1,
    }
    found = {}
    for field in FRAME.names or ():
        if field == "ledger":
            ledger = frame["ledger"]
            found[field] = [ledger[part][0, :groups].tobytes() for part in ("counts", "levels")]
        else:
            row = frame[field][0]
            found[field] = row[: alive[field]].tobytes() if field in alive else row.tobytes()
    return found


@pytest.mark.parametrize(
    "cuts",
    [(0, 104, 300), (0, 1, 2, 150, 300), (0, 13, 26, 299, 300), tuple(range(0, 301, 5))],
)
def test_a_run_in_spans_is_the_run_at_once(cuts: tuple[int, ...]) -> None:
    whole = lived((0, 300))
    split = lived(*itertools.pairwise(cuts))
    quarters = 300 // book.QUARTER
    assert told(split, quarters) == told(whole, quarters)
    assert state(split.frame) == state(whole.frame)


def test_a_copy_of_today_lives_on_as_today_itself_does() -> None:
    team = lived((0, 104))
    twin = new_team()
    # A frame in which another team has lived before.
    other = laid_out(busy_town((800,), 6.0), 9, WEEKS)
    other.live(0, 60)
    twin = twin._replace(frame=empty_frames())
    twin.frame[:] = other.frame
    copy_frame(team.frame, twin.frame)
    for each in (team, twin):
        each.live(104, 300)
    ahead = slice(8, 23)
    assert twin.accounts.counts[:, ahead].tobytes() == team.accounts.counts[:, ahead].tobytes()
    assert twin.accounts.exposed[:, ahead].tobytes() == team.accounts.exposed[:, ahead].tobytes()
    assert twin.accounts.hours[:, ahead].tobytes() == team.accounts.hours[:, ahead].tobytes()


def test_a_frame_that_was_used_before_leaves_no_trace() -> None:
    used = new_team()
    used.live(0, 77)
    used.live(0, 300)
    assert told(used, 23) == told(lived((0, 300)), 23)
    assert state(used.frame) == state(lived((0, 300)).frame)


def test_levers_ahead_change_nothing_in_the_run_in() -> None:
    changed = new_team()
    for name in changed.course.levers.dtype.names or ():
        changed.course.levers[name][:, 1:] *= 0.5
    usual = lived((0, 104))
    changed.live(0, 104)
    assert told(changed, 8) == told(usual, 8)
    assert state(changed.frame) == state(usual.frame)
    for team in (changed, usual):
        team.live(104, 300)
    assert told(changed, 8) == told(usual, 8)
    assert told(changed, 9) != told(usual, 9)


def test_the_levers_of_the_run_in_are_those_of_today() -> None:
    """Row 0 holds, whatever row 1 says: a change of row 0 is seen from the first week."""
    changed = new_team()
    changed.course.levers["team_administration_share"][:, 0] = 0.1
    changed.live(0, 104)
    usual = lived((0, 104))
    spent = [
        team.accounts.hours[0, :8, book.H_ADMINISTRATION]
        / team.accounts.hours[0, :8, book.H_WORKED]
        for team in (changed, usual)
    ]
    assert spent[0] == pytest.approx(0.1, rel=1e-9)
    assert spent[1] == pytest.approx(0.37, rel=1e-9)


@pytest.mark.parametrize("week", [104, 130, 200])
def test_a_lever_acts_from_its_own_week_on(week: int) -> None:
    changed = new_team()
    changed.course.levers["team_fte_factor"][:, 1 + week - 104 :] = 1.5
    usual = new_team()
    for team in (changed, usual):
        team.live(0, week)
    assert state(changed.frame) == state(usual.frame)
    for team in (changed, usual):
        team.live(week, week + 1)
    fte = [float(team.frame["ledger"]["hours"][0, book.H_CONTRACT]) for team in (changed, usual)]
    assert fte[0] > fte[1]
