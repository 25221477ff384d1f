"""Overtime given back wins no hours in the end; prevention that makes way is not given (M7).

Overtime worked goes to an account, of which a share 1 / m is taken back every week: what is worked
and given back is what was taken plus what stands. Closed, the account leaves no hour.
"""

import math

import pytest

from draagkracht.model import ledger as book
from theory.one_team import Begun, OneTeam, begun

HOURS = 1000.0
OPEN = 100
MOST, SLOPE, MEMORY, RETURN = 0.06, 0.2, 4.0, 26.0
WEEKS = 13 * 40
RELIEF = 13 * 10  # week from which nothing presses any more
PRESSURE = 1.2


def team(
    given_back: float,
    *,
    relief: bool = False,
    pressure: float = PRESSURE,
    prevention: float = 0.0,
    protected: float = 0.0,
    crowding: float = 0.0,
    overtime: float = SLOPE,
) -> Begun:
    """A hundred cases that never close; to hold them asks `pressure` times the direct hours."""
    direct = HOURS * (1.0 - prevention)
    start = begun(
        OneTeam(
            households=512,
            figures={
                "contract_hours": HOURS,
                "hours_single": 1e12,
                "overtime_slope": overtime,
                "overtime_most": MOST,
                "overtime_memory": MEMORY,
                "overtime_given_back": given_back,
                "overtime_return": RETURN,
                "crowding_slope": crowding,
                "prevention_norm": 2.5,
            },
            levers={
                "casework_holding_hours": pressure * direct / OPEN,
                "team_prevention_share": prevention,
                "prevention_protected": protected,
            },
            changes=((RELIEF, "casework_holding_hours", 0.0),) if relief else (),
            open_cases=OPEN,
            residents=20.0,
        ),
        0,
        WEEKS,
    )
    start.live(0, WEEKS)
    return start


SPENT = [book.H_SHARED, book.H_HELD, book.H_CONTACT, book.H_IDLE]


def test_overtime_moves_to_what_pressure_seeks_at_the_pace_of_its_memory() -> None:
    worked = team(0.0).accounts.hours[0, :, book.H_OVERTIME]
    sought = min(MOST, SLOPE * (PRESSURE - 1.0)) * HOURS
    stays = 1.0 - 1.0 / MEMORY
    expected = [sought * (1.0 - stays ** (week + 1)) for week in range(WEEKS)]
    quarters = [sum(expected[q : q + 13]) for q in range(0, WEEKS, 13)]
    assert worked.tolist() == pytest.approx(quarters, rel=1e-9)


@pytest.mark.parametrize("given_back", [0.0, 0.5, 1.0])
def test_what_is_worked_over_and_given_back_is_taken_or_stands_open(given_back: float) -> None:
    start = team(given_back)
    hours = start.accounts.hours[0].sum(axis=0)
    stands = float(start.frame["own"]["time_off"][0])
    assert (stands > 0.0) == (given_back > 0.0)
    assert given_back * hours[book.H_OVERTIME] == pytest.approx(
        hours[book.H_TIME_OFF] + stands, rel=1e-9
    )


@pytest.mark.parametrize("given_back", [0.0, 0.5, 1.0])
def test_under_lasting_pressure_the_lasting_gain_is_what_is_not_given_back(
    given_back: float,
) -> None:
    last = team(given_back).accounts.hours[0, -1]
    gain = last[book.H_OVERTIME] - last[book.H_TIME_OFF]
    sought = SLOPE * (PRESSURE - 1.0) * HOURS * book.QUARTER
    # What the account still had to grow to after so many weeks.
    left = (1.0 - 1.0 / RETURN) ** (WEEKS - 26)
    assert gain == pytest.approx((1.0 - given_back) * sought, rel=1e-9, abs=sought * left)


def test_when_the_account_is_closed_hours_worked_are_the_normal_hours() -> None:
    start = team(1.0, relief=True)
    hours = start.accounts.hours[0].sum(axis=0)
    assert hours[book.H_OVERTIME] > 0.02 * HOURS * RELIEF
    open_share = math.pow(1.0 - 1.0 / RETURN, WEEKS - RELIEF - 40)
    assert float(start.frame["own"]["time_off"][0]) < open_share * hours[book.H_OVERTIME]
    stands = float(start.frame["own"]["time_off"][0])
    assert hours[SPENT].sum() == pytest.approx(hours[book.H_DIRECT] + stands, rel=1e-12)
    assert hours[SPENT].sum() == pytest.approx(HOURS * WEEKS, rel=1e-5)


@pytest.mark.parametrize(
    ("pressure", "slope", "protected", "share"),
    [
        (1.25, 1.0, 0.0, 0.25),
        (1.25, 2.0, 0.0, 0.5),
        (3.0, 1.0, 0.0, 1.0),
        (3.0, 1.0, 0.6, 0.4),
        (1.25, 1.0, 0.6, 0.1),
        (3.0, 1.0, 1.0, 0.0),
        (0.9, 1.0, 0.0, 0.0),
        (3.0, 0.0, 0.0, 0.0),
    ],
)
def test_prevention_given_and_crowded_out_are_what_was_planned(
    pressure: float, slope: float, protected: float, share: float
) -> None:
    start = team(
        0.0, pressure=pressure, prevention=0.08, protected=protected, crowding=slope, overtime=0.0
    )
    planned = 0.08 * HOURS * book.QUARTER
    for quarter in start.accounts.hours[0]:
        assert quarter[book.H_CROWDED_OUT] == pytest.approx(share * planned, rel=1e-9, abs=1e-9)
        both = quarter[book.H_PREVENTION] + quarter[book.H_CROWDED_OUT]
        assert both == pytest.approx(planned, rel=1e-12)
        given = quarter[book.H_PREVENTION] / (2.5 * 20.0)
        assert quarter[book.H_REACH] == pytest.approx(given, rel=1e-12, abs=1e-12)
        # What makes way goes to residents, and relieves nothing of the pressure.
        free = quarter[book.H_DIRECT] + quarter[book.H_CROWDED_OUT]
        assert quarter[SPENT].sum() == pytest.approx(free, rel=1e-12)
        assert quarter[book.H_PRESSURE] == pytest.approx(pressure * book.QUARTER, rel=1e-9)
