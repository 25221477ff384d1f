"""Holding makes a fold: beyond N* a team with room never comes back by itself (model.md M5).

With every hour used and no cap, dN/dt = lambda - (D - h N) / W stands still at N* = (D - lambda
W) / h and moves away from it on both sides: down to where the intensity cap binds, lambda W /
i_max, or up to D / h where holding takes every hour.
"""

from itertools import pairwise

import pytest

from draagkracht.model import ledger as book
from draagkracht.model.pressure import unstable_caseload
from theory.agreement import assert_agrees
from theory.one_team import History, OneTeam, lived, request_rate

ARRIVING = 100.0  # cases a week
WORK = 10.0  # hours a case
HOLDING = 0.25  # hours a case a week
INTENSITY = 1.0
HOURS = 2000.0
FOLD = (HOURS - ARRIVING * WORK) / HOLDING
HIGH = HOURS / HOLDING
HOUSEHOLDS = 65536
# Chosen so that at the fold itself the free households ask ARRIVING a week.
RATE = request_rate(ARRIVING, HOUSEHOLDS, FOLD)
FUTURES = 30


def begun_at(share: float, luck: int, weeks: int) -> History:
    team = OneTeam(
        households=HOUSEHOLDS,
        figures={
            "request_rate_self_reliant": RATE,
            "contract_hours": HOURS,
            "hours_single": WORK,
            "hours_log_sd": 0.8,
            "intensity_cap": INTENSITY,
        },
        levers={"casework_holding_hours": HOLDING},
        open_cases=round(share * FOLD),
    )
    return lived(team, luck, weeks)


def mean_open(history: History) -> list[float]:
    return (history.counted(book.TIME_OPEN) / book.QUARTER).tolist()


def test_the_formula_of_the_fold_is_where_the_closings_just_keep_up() -> None:
    assert unstable_caseload(HOURS, ARRIVING * WORK, HOLDING) == FOLD == 4000.0
    assert (HOURS - HOLDING * FOLD) / WORK == ARRIVING
    assert HOURS / (INTENSITY + HOLDING) < 0.9 * FOLD  # every hour is used on both sides of it


def test_from_below_the_fold_a_team_falls_to_where_the_intensity_cap_binds() -> None:
    """To lambda W / i_max: every household is then by itself, free or helped for W / i_max."""
    helped = RATE * WORK / INTENSITY
    low = HOUSEHOLDS * helped / (1.0 + helped)
    asking = RATE * (HOUSEHOLDS - low)
    assert low == pytest.approx(asking * WORK / INTENSITY, rel=1e-12)
    ends = []
    for luck in range(FUTURES):
        course = mean_open(begun_at(0.9, luck, 13 * 20))
        assert 0.9 * FOLD > course[0] > course[1] > course[2] > course[3]
        ends.append(sum(course[-10:]) / 10)
    assert_agrees("open cases from below the fold", ends, low)


def test_from_above_the_fold_a_team_grows_until_holding_takes_every_hour() -> None:
    for luck in range(4):
        history = begun_at(1.1, luck, 13 * 20)
        course = mean_open(history)
        assert all(after > before for before, after in pairwise(course))
        assert course[-1] > HIGH
        last = history.hours[-1]
        assert history.counted(book.CLOSED)[-1] == 0.0
        assert last[book.H_SHARED] == 0.0
        assert last[book.H_HELD] == pytest.approx(HOURS * book.QUARTER)
        # What does not fit is told, never carried.
        assert last[book.H_SHORT] == pytest.approx(
            (HOLDING * course[-1] - HOURS) * book.QUARTER, rel=1e-9
        )
