"""A chart's title says what is there, and no more."""

import datetime as dt

import pytest

import draagkracht as dk
from draagkracht.report.comparison import all_compared, compared
from draagkracht.report.course import course
from draagkracht.report.development import development
from draagkracht.report.findings import (
    reading_of_course,
    reading_of_difference,
    title_of_comparison,
    title_of_course,
    title_of_difference,
)
from report.outcomes import with_changes

KOERS = "twee_sporen"
START = dt.date(2027, 1, 1)


def test_the_title_of_a_course_states_where_it_goes(outcome: dk.Outcome) -> None:
    plan = outcome.carrying_on
    found = development(outcome, "vulnerable_households", plan=plan)
    shown = course(outcome, "vulnerable_households", plan=plan, start=START, difference=False)
    assert found is not None
    assert shown is not None
    title = title_of_course(found)
    assert title.startswith("Het aandeel kwetsbare huishoudens ")
    assert title.endswith(" %")
    assert reading_of_course(found, shown).startswith("In het laatste kwartaal is het in 8 van")


@pytest.mark.parametrize(
    ("change", "noise", "said"),
    [
        (0.3, 0.0, "langer"),
        (-0.3, 0.0, "korter"),
        (0.0001, 0.5, "niet te onderscheiden van doorgaan zoals nu"),
    ],
)
def test_the_title_of_a_difference_is_honest(
    outcome: dk.Outcome, change: float, noise: float, said: str
) -> None:
    made = with_changes(outcome, KOERS, {"waiting_time": change}, noise=noise)
    row = compared(made, "waiting_time", plan=KOERS)
    assert row is not None
    title = title_of_difference(row, years=2)
    assert title.startswith("De wachttijd is over 2 jaar samen ")
    assert title.endswith(said)


def test_the_reading_of_a_difference_counts_the_quarters_in_which_it_is_real(
    outcome: dk.Outcome,
) -> None:
    made = with_changes(outcome, KOERS, {"waiting_time": 0.3})
    shown = course(made, "waiting_time", plan=KOERS, start=START, difference=True)
    assert shown is not None
    assert reading_of_difference(shown).startswith(
        "In 8 van de 8 kwartalen is het verschil groter dan de rekenfout (8 keer langer); "
    )


def test_the_reading_of_no_difference_counts_none(outcome: dk.Outcome) -> None:
    made = with_changes(outcome, KOERS, {})
    shown = course(made, "waiting_time", plan=KOERS, start=START, difference=True)
    assert shown is not None
    assert reading_of_difference(shown).startswith("In 0 van de 8 kwartalen is het verschil ")


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({}, "Geen van de 30 uitkomsten is te onderscheiden van doorgaan zoals nu"),
        (
            {"waiting_time": -0.1},
            "Met de koers wordt van de 30 uitkomsten er 1 beter; 29 zijn niet te onderscheiden",
        ),
        (
            {"waiting_time": -0.1, "pressure": 0.1, "given_up": 0.1},
            "Met de koers worden van de 30 uitkomsten er 1 beter en 2 slechter; "
            "27 zijn niet te onderscheiden",
        ),
    ],
)
def test_the_title_of_a_comparison_counts(
    outcome: dk.Outcome, changes: dict[str, float], said: str
) -> None:
    rows = all_compared(with_changes(outcome, KOERS, changes), plan=KOERS)
    assert len(rows) == 30
    assert title_of_comparison(rows) == said
