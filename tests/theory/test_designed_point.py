"""Pressure is 1 where a team works as it was designed to (model.md M7).

Open cases N = arriving * target lead time, waiting Q = arriving * target wait, and hours that
just carry the work that comes and the cases that are held.
"""

import pytest

from draagkracht.engine.arrays import Records
from draagkracht.model.kernel import advance
from draagkracht.model.pressure import excess_work, pressure
from theory.one_team import OneTeam, begun

ARRIVING = 10.0  # cases a week
WORK = 16.0  # hours a case
LEAD = 20.0  # weeks
WAIT = 6.0
HOLDING = 0.25
CATCH_UP = 26.0
OPEN = int(ARRIVING * LEAD)
WAITING = int(ARRIVING * WAIT)
HOURS = ARRIVING * WORK + HOLDING * OPEN


def test_the_formulas_give_exactly_1() -> None:
    excess = excess_work(WAITING * WORK, ARRIVING * WORK, WAIT, CATCH_UP)
    assert pressure(HOLDING * OPEN + WORK / LEAD * OPEN + excess, HOURS) == 1.0


def test_counting_the_open_work_and_the_whole_queue_would_count_it_twice() -> None:
    """What the definition must not be: then the designed point would look overloaded."""
    twice = HOLDING * OPEN + WORK / LEAD * OPEN + WAITING * WORK / WAIT
    assert pressure(twice, HOURS) > 1.7


def designed(waiting: int = WAITING, contact: float = 0.0) -> Records:
    """A team at the start of a week in which it is as designed, and then that week."""
    team = OneTeam(
        households=4096,
        figures={
            "request_rate_self_reliant": 1e-9,
            "contract_hours": HOURS,
            "hours_single": WORK,
            "target_intensity": WORK / LEAD,
            "target_wait": WAIT,
            "catch_up": CATCH_UP,
            "contact_hours": contact,
        },
        levers={
            "casework_holding_hours": HOLDING,
            "casework_caseload_cap": float(OPEN),
        },
        open_cases=OPEN,
        waiting=waiting,
    )
    frame, course, accounts, beginning = begun(team, 0, 13)
    own = frame["own"]
    assert (int(own["open_single"][0]), int(own["waiting"][0])) == (OPEN, waiting)
    own["arriving"] = ARRIVING * WORK
    own["admitted"] = ARRIVING * WORK
    advance(frame, course, accounts, beginning, 1, 2)
    return frame


def test_a_week_of_the_kernel_in_that_state_has_pressure_1() -> None:
    assert float(designed()["own"]["pressure"][0]) == 1.0


@pytest.mark.parametrize("more", [13, 130])
def test_a_longer_queue_adds_its_excess_over_the_time_to_catch_up(more: int) -> None:
    found = float(designed(WAITING + more)["own"]["pressure"][0])
    assert found == pytest.approx(1.0 + more * WORK / CATCH_UP / HOURS, rel=1e-12)


def test_a_shorter_queue_takes_nothing_off() -> None:
    assert float(designed(WAITING - 30)["own"]["pressure"][0]) == 1.0


def test_contact_with_the_waiting_counts() -> None:
    found = float(designed(contact=0.5)["own"]["pressure"][0])
    assert found == pytest.approx(1.0 + 0.5 * WAITING / HOURS, rel=1e-12)


def test_who_waits_for_a_partner_asks_no_more_than_to_be_held() -> None:
    team = OneTeam(
        households=4096,
        figures={
            "contract_hours": HOURS,
            "hours_single": WORK,
            "target_intensity": WORK / LEAD,
            "partner_hours_before": 0.1,
            "partner_hours_kept": 0.5,
            "partner_fixed_share": 1.0,
        },
        levers={"casework_holding_hours": HOLDING},
        open_cases=OPEN,
        partner_chance=((0.9,) * 8,) * 3,
        partner_wait=(50.0,) * 8,
    )
    start = begun(team, 0, 13)
    start.live(0, 1)
    own = start.frame["own"][0]
    held, opened = int(own["held_single"]), int(own["open_single"])
    assert 0 < held < opened
    start.live(1, 2)
    asked = HOLDING * opened + WORK / LEAD * (opened - held)
    assert float(start.frame["own"]["pressure"][0]) == pytest.approx(asked / HOURS, rel=1e-12)
