"""More hours never lengthen the wait, more work never shortens it, as long as waiting does no harm.

With escalation on this may turn, since who is started sooner is started while still lighter; and
so it may with what a team does under pressure, and with prevention. With those off a queue with
giving up keeps its order in law (Bhattacharya and Ephremides 1991, Stochastic monotonicity
properties of multiserver queues with impatient customers). Paired by the keyed draws, not path by
path.
"""

from dataclasses import replace

import numpy as np
import pytest

from draagkracht.engine.arrays import FloatArray
from theory.agreement import STANDARD_ERRORS
from theory.one_team import History, OneTeam, lived
from theory.quiet import NO_PREVENTION, NO_RESPONSES
from theory.usual_team import usual_team
from theory.whole_curve import whole_curve

FUTURES = 30
YEARS = 4
CALM = {
    "escalation_rate_first": 0.0,
    "escalation_rate_later": 0.0,
    **NO_RESPONSES,
    **NO_PREVENTION,
    "strain_hazard_ratio": 1.0,
    "departure_strain": 0.0,
    "partner_pressure": 0.0,
}


def calm_team(lever: str, value: float) -> OneTeam:
    """Nothing on that answers to pressure, nor escalation; hours that just keep a queue."""
    team = usual_team(fte=17.0)
    levers = {**team.levers, "access_decision_share": 0.0, lever: value}
    return replace(team, figures={**team.figures, **CALM}, levers=levers, today=0)


def wait_by_year(history: History) -> FloatArray:
    """Mean wait of the curve, all kinds, of each year."""
    return np.array([whole_curve([history], 4 * y, 4 * y + 4)[0] for y in range(YEARS)])


def waits(lever: str, value: float) -> FloatArray:
    """Shape (futures, years)."""
    team = calm_team(lever, value)
    return np.array([wait_by_year(lived(team, luck, 52 * YEARS)) for luck in range(FUTURES)])


@pytest.mark.parametrize(
    ("lever", "values"),
    [
        pytest.param("team_fte_factor", (1.05, 1.02, 1.0, 0.9), id="less staff"),
        pytest.param("casework_hours_factor", (1.0, 1.02, 1.1, 1.3), id="more hours a case"),
        pytest.param("casework_holding_hours", (0.15, 0.2, 0.3), id="dearer holding"),
        pytest.param("team_card_hours", (0.0, 5.0, 40.0), id="cards that ask hours"),
    ],
)
def test_the_wait_grows_with(lever: str, values: tuple[float, ...]) -> None:
    found = [waits(lever, value) for value in values]
    for step in range(1, len(values)):
        longer = found[step] - found[step - 1]
        mean = longer.mean(axis=0)
        error = longer.std(axis=0, ddof=1) / np.sqrt(FUTURES)
        whole = longer.mean(axis=1)
        sure = whole.mean() / whole.std(ddof=1) * np.sqrt(FUTURES)
        print(
            f"{lever} {values[step - 1]} to {values[step]}: wait longer by "
            f"{mean.round(2)} weeks by year, {sure:.1f} errors over the whole"
        )
        assert (mean > -STANDARD_ERRORS * error).all()
        assert sure > STANDARD_ERRORS
