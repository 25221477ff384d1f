"""Prevention builds a stock: S(t) = x + (S0 - x) (1 - 1 / lag)^t, told against the present (M8)."""

import math

import numpy as np
import pytest

from draagkracht.model.prevention import relative_to_present
from theory.one_team import Begun, OneTeam, begun

RESIDENTS = 10.0  # thousands
NORM = 2.5
HOURS = 100.0
LAG = 52.0
MOST, CURVATURE, OUTREACH = 0.3, 1.5, 0.1
WEEKS = 13 * 16


def given(share: float) -> float:
    """Prevention over the norm when a share of the worked time goes to it."""
    return share * HOURS / NORM / RESIDENTS


def team(now: float, later: float, today: int = 0) -> Begun:
    """A share of the time for prevention now, and another from week 1 after today on."""
    return begun(
        OneTeam(
            households=64,
            figures={
                "contract_hours": HOURS,
                "prevention_norm": NORM,
                "prevention_most": MOST,
                "prevention_curvature": CURVATURE,
                "prevention_lag": LAG,
                "outreach_effect": OUTREACH,
                "asking_bound": 1.4,
            },
            levers={"team_prevention_share": now},
            changes=((1, "team_prevention_share", later),),
            today=today,
            residents=RESIDENTS,
        ),
        0,
        WEEKS,
    )


def prevented(stock: float) -> float:
    return MOST * (1.0 - math.exp(-CURVATURE * min(stock, 1.0))) / (1.0 - math.exp(-CURVATURE))


@pytest.mark.parametrize("today", [0, 65])
@pytest.mark.parametrize(("now", "later"), [(0.1, 0.2), (0.1, 0.0), (0.05, 0.4)])
def test_the_stock_moves_to_what_is_given_at_the_pace_of_its_lag(
    now: float, later: float, today: int
) -> None:
    start = team(now, later, today)
    before, x = given(now), given(later)
    for week in range(WEEKS):
        start.live(week, week + 1)
        if week < today:
            continue
        own = start.frame["own"][0]
        t = week - today
        stock = x + (before - x) * (1.0 - 1.0 / LAG) ** t
        assert float(own["stock"]) == pytest.approx(stock, rel=1e-12)
        factor = (1.0 - prevented(stock)) / (1.0 - prevented(before))
        assert float(own["staying"]) == pytest.approx(factor, rel=1e-12)
        asking = 1.0 + OUTREACH * (x - before) if t >= 1 else 1.0
        assert float(own["asking"]) == pytest.approx(asking, rel=1e-12)


@pytest.mark.parametrize("today", [0, 65])
def test_as_long_as_as_much_is_given_as_now_nothing_changes(today: int) -> None:
    start = team(0.137, 0.137, today)
    for week in range(WEEKS):
        start.live(week, week + 1)
        own = start.frame["own"][0]
        assert (float(own["staying"]), float(own["asking"])) == (1.0, 1.0)


def test_the_break_even_of_more_prevention_in_hours() -> None:
    """Hours come back when dp a S h > dX, dp = p_max (c(S') - c(S)) / (1 - p_max c(S)).

    With 2,300 newly vulnerable a year, 18 direct hours for each, 2,700 hours a year for two
    points of time, and prevention that rises with it from 0.37 of the norm to 7/5 of that, the
    break-even lies near a p_max of 0.34. Rounded inputs: only the first digit counts.
    """
    newly, hours_each, hours_more = 2300.0, 18.0, 2700.0
    before, after = 0.37, 0.37 * 7.0 / 5.0
    shape = [prevented(stock) / MOST for stock in (before, after)]
    change = shape[1] - shape[0]
    for most in np.linspace(0.0, 0.6, 7):
        fewer = 1.0 - relative_to_present(after, before, float(most), CURVATURE)
        assert fewer == pytest.approx(most * change / (1.0 - most * shape[0]), rel=1e-12)
    wanted = hours_more / newly / hours_each
    even = wanted / (change + wanted * shape[0])
    at_even = 1.0 - relative_to_present(after, before, even, CURVATURE)
    assert at_even * newly * hours_each == pytest.approx(hours_more, rel=1e-12)
    print(f"break-even at p_max {even:.3f}")
    assert even == pytest.approx(0.34, rel=0.1)
