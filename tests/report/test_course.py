"""Quarter by quarter: bands, labels and the same single toekomsten everywhere."""

import datetime as dt
from itertools import pairwise

import numpy as np
import pytest

import draagkracht as dk
from draagkracht.report.course import Course, course
from report.outcomes import with_changes

NOW = "doorgaan_zoals_nu"


def drawn(outcome: dk.Outcome, measure: str = "waiting_time", start: str = "2027-01-01") -> Course:
    found = course(outcome, measure, plan=NOW, start=dt.date.fromisoformat(start), difference=False)
    assert found is not None
    return found


def test_half_of_the_toekomsten_lie_within_eight_of_ten(outcome: dk.Outcome) -> None:
    for moment in drawn(outcome).moments:
        assert moment.wide.low <= moment.narrow.low <= moment.narrow.median
        assert moment.narrow.median <= moment.narrow.high <= moment.wide.high
        assert (moment.wide.covers, moment.narrow.covers) == (0.8, 0.5)


def test_a_quarter_is_named_by_its_months(outcome: dk.Outcome) -> None:
    labels = [moment.label for moment in drawn(outcome).moments]
    assert labels[:2] == ["januari t/m maart 2027", "april t/m juni 2027"]
    assert len(labels) == 8


def test_a_run_may_begin_in_any_month(outcome: dk.Outcome) -> None:
    shown = drawn(outcome, start="2027-11-01")
    assert shown.moments[0].label == "november t/m januari 2028"
    assert shown.begins == pytest.approx(2027 + 10 / 12)


def test_moments_go_forward_within_the_horizon(outcome: dk.Outcome) -> None:
    shown = drawn(outcome)
    years = [moment.year for moment in shown.moments]
    assert all(one < other for one, other in pairwise(years))
    assert shown.begins < years[0] < years[-1] < shown.ends == 2029.0


def test_five_toekomsten_are_followed_and_they_are_real_ones(outcome: dk.Outcome) -> None:
    shown = drawn(outcome, "pressure")
    assert len(shown.samples) == 5
    first = outcome.by_member("pressure", plan=NOW, quarter=1)
    assert all(np.any(first == line[0]) for line in shown.samples)


def test_the_same_toekomsten_are_followed_in_each_chart(outcome: dk.Outcome) -> None:
    def members(measure: str) -> list[int]:
        values = outcome.by_member(measure, plan=NOW, quarter=1)
        return [
            int(np.flatnonzero(values == line[0])[0]) for line in drawn(outcome, measure).samples
        ]

    assert members("pressure") == members("vulnerable_households")


def test_what_exists_in_one_quarter_only_is_not_drawn(outcome: dk.Outcome) -> None:
    scarce = with_changes(outcome, NOW, {"waiting_time": 0.0})
    scarce.values[NOW]["waiting_time"][0, 0, 1:, -1] = np.nan
    start = dt.date(2027, 1, 1)
    assert course(scarce, "waiting_time", plan=NOW, start=start, difference=False) is None
