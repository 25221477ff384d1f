"""Quality of help is the hours given over the standard hours done, whatever cut corners between.

Under constant pressure P the effort for a standard hour is P^-a (Hopp, Iravani and Yuen 2007, doi
10.1287/mnsc.1060.0628, for work that gives way). A case of W1 standard hours done at effort f1 and
W2 at f2 has quality (f1 W1 + f2 W2) / (W1 + W2); time in which it waits for a partner counts for
nothing. Expected here from an egalitarian division of hours, worked out case by case.
"""

import math
from dataclasses import dataclass

import numpy as np
import pytest

from draagkracht.engine.arrays import FloatArray
from draagkracht.model import ledger as book
from draagkracht.model.kinds import MULTIPLE
from theory.agreement import assert_agrees
from theory.one_team import Begun, OneTeam, begun

HOURS = 100.0  # a week
WORK = 30.0
CASES = 60
EXPONENT = 0.5
PRESSURE = 2.0
HALF_WAY = 7  # week in which half of the hours fall away, and pressure doubles
WAIT = 6.3
BEFORE, KEPT = 0.4, 0.6
WEEKS = 13 * 6


def team(pressure: float, halves: bool, chance: float) -> Begun:
    """Sixty open cases, and a line that is the same all the time and sets the pressure."""
    start = begun(
        OneTeam(
            households=512,
            figures={
                "contract_hours": HOURS,
                "hours_single": WORK,
                "hours_log_sd": 0.8,
                "cutting_exponent": EXPONENT,
                "cutting_floor": 0.01,
                "expansion_ceiling": 10.0,
                "partner_hours_before": BEFORE,
                "partner_hours_kept": KEPT,
                "partner_fixed_share": 1.0,
            },
            levers={"casework_caseload_cap": 0.0},
            changes=((HALF_WAY, "team_capacity_factor", 0.5),) if halves else (),
            open_cases=CASES,
            waiting=40,
            partner_chance=((0.0,) * 7 + (chance,),) * 3,
            partner_wait=(WAIT,) * 8,
        ),
        3,
        WEEKS,
    )
    start.frame["figures"]["catch_up"] = start.frame["own"]["waiting_work"] / pressure / HOURS
    return start


@dataclass
class Stretches:
    """Standard hours of each case: before a partner, and after one; none where none is needed."""

    first: FloatArray
    second: FloatArray


def given_and_worked(work: Stretches, pressure: float, halves: bool) -> tuple[FloatArray, ...]:
    """Hours given and standard hours done by case: everyone worked on gets the same hours."""
    left = work.first.copy()
    waits = work.second > 0.0
    until = np.full(left.size, math.inf)  # back from the partner
    given, worked = np.zeros(left.size), np.zeros(left.size)
    now = 0.0
    while (left > 0.0).any() or np.isfinite(until).any():
        late = halves and now >= HALF_WAY
        hours, effort = HOURS, pressure**-EXPONENT
        if late:
            hours, effort = HOURS / 2.0, (2.0 * pressure) ** -EXPONENT
        active = left > 0.0
        speed = hours / active.sum() if active.any() else 0.0
        ends = now + left[active].min() * effort / speed if active.any() else math.inf
        change = float(HALF_WAY) if halves and not late else math.inf
        following = min(ends, until.min(), change)
        step = (following - now) * speed * active
        given += step
        worked += step / effort
        left -= step / effort
        if following == ends:
            done = active & (left <= left[active].min())
            left[done] = 0.0
            until[done & waits] = following + WAIT
            waits[done] = False
        back = until <= following
        left[back] = work.second[back]
        until[back] = math.inf
        now = following
    return given, worked


@pytest.mark.parametrize("chance", [0.0, 0.5])
@pytest.mark.parametrize("halves", [False, True])
@pytest.mark.parametrize("pressure", [PRESSURE, 0.6])
def test_quality_of_each_case_is_its_effort_weighed_by_the_work_done_at_it(
    pressure: float, halves: bool, chance: float
) -> None:
    start = team(pressure, halves, chance)
    opened = np.flatnonzero(start.frame["cases"][0]["phase"] == 5)
    cases = start.frame["cases"][0, opened]
    assert len(opened) == CASES
    needs = cases["needs_partner"] == 1
    assert (needs.sum() > 15) == (chance > 0.0)
    whole = cases["work"]
    work = Stretches(
        np.where(needs, BEFORE * whole, whole), np.where(needs, KEPT * (1.0 - BEFORE) * whole, 0.0)
    )
    given, worked = given_and_worked(work, pressure, halves)
    assert worked == pytest.approx(work.first + work.second, rel=1e-9)
    start.live(1, WEEKS)
    after = start.frame["cases"][0, opened]
    assert start.accounts.counts[..., book.CLOSED].sum() == CASES
    assert after["worked"] == pytest.approx(worked, rel=1e-9)
    assert after["given"] / after["worked"] == pytest.approx(given / worked, rel=1e-9)
    hours = start.accounts.hours[0].sum(axis=0)
    assert hours[book.H_SHARED] == pytest.approx(given.sum(), rel=1e-9)
    assert hours[book.H_DONE] == pytest.approx(worked.sum(), rel=1e-9)
    first, second = pressure**-EXPONENT, (2.0 * pressure) ** -EXPONENT
    if halves:
        assert np.ptp(given / worked) > 0.1
        assert (given / worked >= second * 0.999).all()
    else:
        assert hours[book.H_SHARED] == pytest.approx(first * hours[book.H_DONE], rel=1e-9)


def recovered(pressure: float, exponent: float, luck: int) -> float:
    """Share of vulnerable households that recover when their case closes."""
    start = begun(
        OneTeam(
            households=8192,
            figures={
                "contract_hours": 1e6,
                "hours_multiple": WORK,
                "cutting_exponent": EXPONENT,
                "cutting_floor": 0.01,
                "expansion_ceiling": 10.0,
                "quality_exponent": exponent,
                "recovery_multiple": 0.6,
            },
            levers={"casework_caseload_cap": 0.0},
            vulnerable=1.0,
            open_cases=4000,
            open_multiple=1.0,
            waiting=40,
        ),
        luck,
        13,
    )
    start.frame["figures"]["catch_up"] = start.frame["own"]["waiting_work"] / pressure / 1e6
    start.live(1, 13)
    counts = start.accounts.counts[0, :, MULTIPLE].sum(axis=0)
    assert counts[book.CLOSED] == 4000
    return float(counts[book.RECOVERED] / counts[book.CLOSED])


@pytest.mark.parametrize(("pressure", "exponent"), [(2.0, 1.0), (2.0, 2.0), (2.0, 0.0), (0.5, 2.0)])
def test_recovery_falls_with_quality_and_never_rises_above_the_usual(
    pressure: float, exponent: float
) -> None:
    theory = 0.6 * min(1.0, pressure**-EXPONENT) ** exponent
    shares = [recovered(pressure, exponent, luck) for luck in range(30)]
    assert_agrees(f"recovery at P {pressure}, exponent {exponent}", shares, theory)
