"""Pressure above 1 becomes fatigue, fatigue that lasts becomes strain, and strain makes ill (M10).

F += ([P - 1]+ - F) / m_F and St += (F - St) / m_S from week to week, sigma = min(1, St / St_ref).
Under constant excess e both are worked out in closed form. Long spells come HR^(sigma - sigma_0)
times as often as in the last year of the run-in, departures 1 + k m (sigma - sigma_0) times.
"""

import pytest

from draagkracht.model import ledger as book
from theory.agreement import assert_agrees
from theory.one_team import OneTeam, begun, lived

FATIGUE, STRAIN = 3.0, 52.0
REFERENCE = 0.15
OPEN = 100
WEEKS = 13 * 16


def pressed(excess: float) -> OneTeam:
    """A hundred cases that never close ask `1 + excess` times the hours there are.

    In the first week it does nothing yet: a team begins where its first week would lead to.
    """
    return OneTeam(
        households=512,
        fte=1.0,
        figures={
            "hours_single": 1e9,
            "target_intensity": (1.0 + excess) / OPEN,
            "fatigue_memory": FATIGUE,
            "strain_memory": STRAIN,
            "strain_reference": REFERENCE,
        },
        levers={"staff_strain_factor": 0.0},
        changes=((1, "staff_strain_factor", 1.0),),
        open_cases=OPEN,
    )


@pytest.mark.parametrize("excess", [0.1, 0.5, -0.2])
def test_fatigue_and_strain_follow_their_smooths_and_sigma_is_graded(excess: float) -> None:
    start = begun(pressed(excess), 0, WEEKS)
    e = max(0.0, excess)
    a, b = 1.0 - 1.0 / FATIGUE, 1.0 - 1.0 / STRAIN
    sigmas = []
    for week in range(WEEKS):
        start.live(week, week + 1)
        own = start.frame["own"][0]
        t = week
        assert float(own["fatigue"]) == pytest.approx(e * (1.0 - a**t), rel=1e-9)
        strained = e * (1.0 - b**t - (1.0 - b) * a * (a**t - b**t) / (a - b))
        assert float(own["strained"]) == pytest.approx(strained, rel=1e-9, abs=1e-15)
        sigma = min(1.0, strained / REFERENCE)
        assert float(own["strain"]) == pytest.approx(sigma, rel=1e-9, abs=1e-15)
        sigmas.append(sigma)
    if excess > 0.0:
        assert sum(0.0 < sigma < 1.0 for sigma in sigmas) > 10  # between none and full
    booked = start.accounts.hours[0, :, book.H_STRAIN].sum()
    assert booked == pytest.approx(sum(sigmas), rel=1e-9)


POSITIONS = 1500
FUTURES = 30
TODAY = 104
WEEKS_IN_ALL = 13 * 40
SINCE = 16  # quarters


def strained(figures: dict[str, float], before: float, after: float) -> OneTeam:
    """Strain `before` today and another `after`: pressure is at its bound, 9 above 1."""
    return OneTeam(
        households=512,
        fte=float(POSITIONS),
        figures={
            "hours_single": 1e12,
            "target_intensity": 1e9,
            "strain_reference": 9.0,
            **figures,
        },
        levers={"staff_strain_factor": before},
        changes=((0, "staff_strain_factor", after),),
        today=TODAY,
        open_cases=10,
    )


RATIO = 1.6


@pytest.mark.parametrize(
    ("before", "after"),
    [(0.0, 1.0), (0.0, 0.5), (0.4, 0.9), (0.5, 0.5), (1.0, 0.0), (0.0, 3.0)],
)
def test_long_spells_come_more_often_by_the_hazard_ratio_to_the_power_of_more_strain(
    before: float, after: float
) -> None:
    rate, length = 0.3 / 52, 10.0
    more = min(1.0, after) - min(1.0, before)
    team = strained(
        {"long_rate": rate, "long_length": length, "strain_hazard_ratio": RATIO}, before, after
    )
    rows = [lived(team, luck, WEEKS_IN_ALL).hours[SINCE:].sum(axis=0) for luck in range(FUTURES)]
    ill = rate * RATIO**more * length
    shares = [row[book.H_ABSENT] / row[book.H_FTE] for row in rows]
    assert_agrees(f"absence, sigma {before} to {after}", shares, ill / (1.0 + ill), sharp=0.015)


def test_short_spells_do_not_answer_to_strain() -> None:
    figures = {"short_rate": 1.0 / 52, "short_length": 1.1, "strain_hazard_ratio": RATIO}
    calm, tense = (lived(strained(figures, 0.0, end), 0, 13 * 12) for end in (0.0, 1.0))
    column = book.H_ABSENT
    assert calm.hours[:, column].tolist() == tense.hours[:, column].tolist()
    assert tense.hours[-1, book.H_STRAIN] > 0.0


@pytest.mark.parametrize("newcomers", [1.0, 1.5])
@pytest.mark.parametrize(("before", "after"), [(0.0, 1.0), (0.5, 0.5), (0.8, 0.3)])
def test_departures_grow_with_strain_and_more_so_for_newcomers(
    before: float, after: float, newcomers: float
) -> None:
    """Everyone is a newcomer here, so the whole staff has the factor m."""
    rate, length, effect = 0.3 / 52, 6.0, 0.5
    figures = {
        "departure_rate": rate,
        "vacancy_length": length,
        "departure_strain": effect,
        "newcomer_departure": newcomers,
        "newcomer_until": 1e15,
    }
    team = strained(figures, before, after)
    rows = [lived(team, luck, WEEKS_IN_ALL).hours[SINCE:].sum(axis=0) for luck in range(FUTURES)]
    leaving = rate * (1.0 + effect * newcomers * (after - before))
    theory = leaving / (1.0 + leaving * length)
    left = [row[book.H_LEFT] / row[book.H_FTE] for row in rows]
    assert_agrees(f"departures, sigma {before} to {after}, m {newcomers}", left, theory)
