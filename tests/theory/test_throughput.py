"""A team at its cap with a queue closes what its hours carry (model.md M5).

Closings a week = (D - h N - h_q Q) / W: every case held costs, and so does every one that waits.
"""

import pytest

from draagkracht.model import ledger as book
from draagkracht.model.kinds import MULTIPLE, SINGLE
from theory.agreement import assert_agrees
from theory.one_team import History, OneTeam, lived, request_rate

HOUSEHOLDS = 32768
HOURS = 900.0  # a week
WORK = 10.0  # hours a case
HOLDING = 0.5  # hours a case a week
CONTACT = 0.05
CAP = 400
QUEUE = 2000
SPARE = HOURS - HOLDING * CAP - CONTACT * QUEUE
FUTURES = 30


def at_the_cap(luck: int, intensity: float, log_sd: float = 0.8, kinds: float = 0.0) -> History:
    rate = request_rate(SPARE / WORK, HOUSEHOLDS, CAP + QUEUE)
    team = OneTeam(
        households=HOUSEHOLDS,
        figures={
            "request_rate_self_reliant": rate,
            "request_rate_vulnerable": rate,
            "multiple_share_self_reliant": kinds,
            "multiple_share_vulnerable": kinds,
            "contract_hours": HOURS,
            "hours_single": WORK,
            "hours_multiple": WORK * 1.5,
            "share_weight_multiple": 2.0,
            "hours_log_sd": log_sd,
            "contact_hours": CONTACT,
            "intensity_cap": intensity,
        },
        levers={
            "casework_holding_hours": HOLDING,
            "casework_caseload_cap": float(CAP),
            "waiting_starts_for_single": 0.5,
        },
        open_cases=CAP,
        waiting=QUEUE,
        waiting_multiple=kinds,
    )
    return lived(team, luck, 13 * 16)


def queue(history: History, since: int) -> float:
    quarters = history.hours.shape[0] - since
    return history.total(book.TIME_WAITING, since=since) / book.QUARTER / quarters


@pytest.mark.parametrize("log_sd", [0.0, 0.8])
def test_closings_are_the_hours_left_over_the_work_of_a_case(log_sd: float) -> None:
    ratios = []
    for luck in range(FUTURES):
        history = at_the_cap(luck, 50.0, log_sd)
        assert (history.counted(book.TIME_OPEN) == CAP * book.QUARTER).all()
        assert queue(history, 0) > QUEUE / 2  # it never runs out; how long it is comes in below
        carried = (HOURS - HOLDING * CAP - CONTACT * queue(history, 2)) / WORK
        closings = history.total(book.CLOSED, since=2) / (13 * 14)
        ratios.append(closings / carried)
    assert_agrees(f"closings at the cap, log sd {log_sd}", ratios, 1.0, sharp=0.003)


def test_an_intensity_cap_that_does_not_bind_is_all_one() -> None:
    """Hours a case at the cap are SPARE / CAP = 1.5; the same path from 2.5 on, bit for bit."""
    first, second = at_the_cap(0, 2.5), at_the_cap(0, 1e9)
    assert (first.accounts.counts == second.accounts.counts).all()
    assert (first.hours == second.hours).all()


def test_an_intensity_cap_that_binds_slows_the_closings_to_what_it_lets_through() -> None:
    ratios = []
    for luck in range(FUTURES):
        history = at_the_cap(luck, 0.75)
        ratios.append(history.total(book.CLOSED, since=2) / (13 * 14) / (0.75 * CAP / WORK))
    assert_agrees("closings at the intensity cap", ratios, 1.0, sharp=0.003)


def test_with_two_kinds_and_unequal_weights_the_work_closed_is_the_hours_left() -> None:
    ratios = []
    for luck in range(FUTURES):
        history = at_the_cap(luck, 50.0, kinds=0.4)
        work = history.total(book.CLOSED, SINGLE, since=2) * WORK
        work += history.total(book.CLOSED, MULTIPLE, since=2) * WORK * 1.5
        shared = history.hours[2:, book.H_SHARED].sum()
        left = HOURS - HOLDING * CAP - CONTACT * queue(history, 2)
        assert shared == pytest.approx(left * 13 * 14, rel=1e-9)
        ratios.append(work / shared)
    assert_agrees("work closed at the cap, two kinds", ratios, 1.0, sharp=0.003)
