"""When a difference is a difference, and when it is better."""

import pytest

import draagkracht as dk
from draagkracht.report.comparison import all_compared, compared
from report.outcomes import with_changes

KOERS = "twee_sporen"


@pytest.mark.parametrize(
    ("measure", "change", "verdict"),
    [
        ("waiting_time", 0.2, "worse"),
        ("waiting_time", -0.2, "better"),
        ("recovered", 0.2, "better"),
        ("recovered", -0.2, "worse"),
        ("lead_time", 0.2, "more"),
        ("lead_time", -0.2, "less"),
        ("waiting_time", 0.0, "same"),
    ],
)
def test_a_verdict_follows_the_direction_that_is_wanted(
    outcome: dk.Outcome, measure: str, change: float, verdict: str
) -> None:
    row = compared(with_changes(outcome, KOERS, {measure: change}), measure, plan=KOERS)
    assert row is not None
    assert row.verdict == verdict


def test_a_difference_within_its_error_cannot_be_told_apart(outcome: dk.Outcome) -> None:
    noisy = with_changes(outcome, KOERS, {"waiting_time": 0.0001}, noise=0.5)
    row = compared(noisy, "waiting_time", plan=KOERS)
    assert row is not None
    assert row.verdict == "indistinct"
    assert row.verdict_words == "niet te onderscheiden"
    assert not row.real


def test_a_single_block_can_tell_nothing_apart(town: dk.Town, plan: dk.Plan) -> None:
    sketch = dk.run(town, [plan], years=1, members=8)
    assert not any(row.real for row in all_compared(sketch, plan=KOERS))


def test_better_is_counted_as_the_outcome_counts_it(outcome: dk.Outcome) -> None:
    row = compared(outcome, "pressure", plan=KOERS)
    assert row is not None
    count = outcome.count_better("pressure", plan=KOERS)
    assert str(row.better) == f"{count} van de 16 doorgerekende toekomsten"


def test_what_goes_along_is_everything_when_all_toekomsten_move_one_way(
    outcome: dk.Outcome,
) -> None:
    row = compared(with_changes(outcome, KOERS, {"pressure": 0.1}), "pressure", plan=KOERS)
    assert row is not None
    assert str(row.along) == "16 van de 16 doorgerekende toekomsten"
    assert row.short == "16 van de 16"


def test_where_neither_way_is_better_nothing_is_counted_as_better(outcome: dk.Outcome) -> None:
    row = compared(outcome, "open_cases_per_fte", plan=KOERS)
    assert row is not None
    assert row.better is None
