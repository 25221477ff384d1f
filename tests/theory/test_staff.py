"""Who is ill, gone or new, when strain does nothing (M10, M11).

A place is filled and its holder present, ill, or it is empty: by renewal (Cox 1962, Renewal
Theory) each state lasts in proportion to the rate from presence times its mean length. Absence is
h d / (1 + h d) by type of spell, and vacancies l v / (1 + l v): who is ill does not leave, and an
empty place cannot be ill. Who is new follows by Little (1961, doi 10.1287/opre.9.3.383).
"""

import math
from collections.abc import Mapping

import pytest

from draagkracht.engine.arrays import FloatArray
from draagkracht.model import ledger as book
from theory.agreement import assert_agrees
from theory.one_team import OneTeam, lived

POSITIONS = 1500
WEEKS = 13 * 24
FUTURES = 30
YEARS = POSITIONS * WEEKS / 52 * FUTURES
SHORT = {"short_rate": 0.9 / 52, "short_length": 1.1}
LONG = {"long_rate": 0.3 / 52, "long_length": 20.0}
LEAVING = {"departure_rate": 0.3 / 52, "vacancy_length": 18.0}
ONBOARDING = 26.0


def spent(figures: Mapping[str, float]) -> list[FloatArray]:
    """Hours booked over the whole time, by future."""
    team = OneTeam(households=64, fte=float(POSITIONS), figures=figures)
    return [lived(team, luck, WEEKS).hours.sum(axis=0) for luck in range(FUTURES)]


def odds(figures: Mapping[str, float]) -> tuple[float, float, float]:
    """Of short and long absence and of vacancies, against being present."""
    short = figures.get("short_rate", 0.0) * figures.get("short_length", 0.0)
    long = figures.get("long_rate", 0.0) * figures.get("long_length", 0.0)
    return short, long, figures.get("departure_rate", 0.0) * figures.get("vacancy_length", 0.0)


@pytest.mark.parametrize(
    "figures",
    [
        pytest.param(SHORT, id="short spells"),
        pytest.param(LONG, id="long spells"),
        pytest.param(SHORT | LONG, id="both"),
        pytest.param(SHORT | LONG | LEAVING, id="both, and places empty"),
    ],
)
def test_absence_is_the_odds_of_its_spells(figures: Mapping[str, float]) -> None:
    assert YEARS >= 10_000
    short, long, vacant = odds(figures)
    theory = (short + long) / (1.0 + short + long + vacant)
    shares = [row[book.H_ABSENT] / row[book.H_FTE] for row in spent(figures)]
    assert_agrees("absence", shares, theory, sharp=0.015)


@pytest.mark.parametrize(
    "figures",
    [pytest.param(LEAVING, id="alone"), pytest.param(SHORT | LONG | LEAVING, id="beside illness")],
)
def test_vacancies_and_departures_are_those_of_a_renewal(figures: Mapping[str, float]) -> None:
    short, long, vacant = odds(figures)
    here = 1.0 / (1.0 + short + long + vacant)
    rows = spent(figures)
    shares = [row[book.H_VACANT] / row[book.H_FTE] for row in rows]
    assert_agrees("vacancies", shares, vacant * here, sharp=0.015)
    left = [row[book.H_LEFT] / row[book.H_FTE] for row in rows]
    assert_agrees("departures", left, figures["departure_rate"] * here)


def test_newcomers_and_what_they_cannot_yet_do_are_those_of_little() -> None:
    """Hires a week times how long one is new: who leaves before stops being so.

    Productivity grows in a straight line from a half, so a newcomer lacks (1 - t / O) / 2 at t.
    """
    rate, length = LEAVING["departure_rate"], LEAVING["vacancy_length"]
    hires = rate / (1.0 + rate * length)
    new = -math.expm1(-rate * ONBOARDING) / rate  # integral of exp(-l t) to O
    lacking = 0.5 * (1.0 / rate - new / (rate * ONBOARDING))  # of (1 - t / O) / 2 with it
    figures = LEAVING | {
        "onboarding": ONBOARDING,
        "newcomer_productivity": 0.5,
        "onboarding_hours": 1.0,
    }
    rows = spent(figures)
    newcomers = [row[book.H_ONBOARDING] / row[book.H_FTE] for row in rows]
    assert_agrees("share that is new", newcomers, hires * new, sharp=0.015)
    lost = [
        1.0 - (row[book.H_AVAILABLE] + row[book.H_VACANT] + row[book.H_ABSENT]) / row[book.H_FTE]
        for row in rows
    ]
    assert_agrees("fte lost to being new", lost, hires * lacking, sharp=0.015)


def test_places_that_come_later_are_empty_first_and_renumber_no_one() -> None:
    """A fifth more from week 26 on: filled after an exponential time of mean v."""
    from_week, v = 26, 10.0
    team = OneTeam(
        households=64,
        fte=1000.0,
        figures={"vacancy_length": v},
        changes=((from_week, "team_fte_factor", 1.2),),
    )
    shares = []
    for luck in range(FUTURES):
        hours = lived(team, luck, 52).hours
        assert (hours[:2, book.H_VACANT] == 0.0).all()
        assert hours[2, book.H_FTE] == pytest.approx(1200.0 * book.QUARTER, rel=1e-12)
        shares.append(hours[2, book.H_VACANT] / 200.0)
    # At the beginning of week w after the change a place is empty with chance exp(-w / v).
    theory = sum(math.exp(-week / v) for week in range(book.QUARTER))
    assert_agrees("weeks that a new place is empty", shares, theory)


def test_factors_on_absence_leaving_and_filling_act_on_the_odds() -> None:
    figures = SHORT | LONG | LEAVING
    short, long, vacant = odds(figures)
    team = OneTeam(
        households=64,
        fte=float(POSITIONS),
        figures=figures,
        levers={
            "staff_absence_factor": 0.5,
            "staff_departure_factor": 1.5,
            "staff_vacancy_factor": 0.8,
        },
        world={"departure": 1.2, "vacancy": 1.5},
    )
    rows = [lived(team, luck, WEEKS * 2).hours[24:].sum(axis=0) for luck in range(FUTURES)]
    short, long, vacant = 0.5 * short, 0.5 * long, vacant * 1.5 * 1.2 * 0.8 * 1.5
    whole = 1.0 + short + long + vacant
    absent = [row[book.H_ABSENT] / row[book.H_FTE] for row in rows]
    assert_agrees("absence under factors", absent, (short + long) / whole, sharp=0.015)
    empty = [row[book.H_VACANT] / row[book.H_FTE] for row in rows]
    assert_agrees("vacancies under factors", empty, vacant / whole, sharp=0.015)
