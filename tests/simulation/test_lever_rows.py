"""Levers of a team are the same when they say the same, up to the week that is asked about."""

import numpy as np
import pytest

from draagkracht.engine.arrays import Records
from draagkracht.model.levers import LEVER
from draagkracht.simulation.lever_rows import LeverRows, lever_rows
from draagkracht.simulation.lowering import PlanLowered

WEEKS = 100
NAME = "team_administration_share"


def levers(*changes: tuple[int, float]) -> Records:
    table = np.zeros(1 + WEEKS, LEVER)
    for week, value in changes:
        table[NAME][1 + week :] = value
    return table


def rows(*changes: tuple[int, float], routes: int = 0, routes_from: int = 0) -> LeverRows:
    package = np.zeros((2, 3, 8), np.int64)
    package[1, 0, 0] = routes
    return lever_rows(levers(*changes), PlanLowered("x", {}, (), package, routes_from, ()))


def test_rows_that_differ_from_a_week_on_are_the_same_until_then() -> None:
    one, other = rows((20, 0.3), (60, 0.4)), rows((20, 0.3), (70, 0.4))
    for week in range(1, WEEKS + 1):
        assert (one.until(week) == other.until(week)) == (week <= 60)
    assert one.whole != other.whole


def test_another_present_is_another_future() -> None:
    other = levers()
    other[NAME][0] = 0.2
    package = np.zeros((2, 3, 8), np.int64)
    found = lever_rows(other, PlanLowered("x", {}, (), package, 0, ()))
    assert found.until(1) != rows().until(1)


def test_minus_nothing_is_not_nothing() -> None:
    assert rows((20, -0.0)).whole != rows().whole


def test_a_task_package_counts_from_the_week_it_starts() -> None:
    usual, sent = rows(), rows(routes=2, routes_from=40)
    assert usual.until(40) == sent.until(40)
    assert usual.until(41) != sent.until(41)
    assert sent.until(41) != rows(routes=3, routes_from=40).until(41)
    assert sent.whole != rows(routes=2, routes_from=41).whole
    assert rows(routes=0, routes_from=40).whole == usual.whole


@pytest.mark.parametrize(
    ("found", "starts"),
    [
        (rows(), []),
        (rows((0, 0.3)), []),
        (rows((5, 0.3)), []),
        (rows((13, 0.3)), [13]),
        (rows((30, 0.3), (60, 0.4)), [30, 60]),
        (rows((30, 0.3), (40, 0.4)), [30]),
        (rows(*((week, 0.01 * week) for week in range(30, 60))), [30]),
        (rows((30, 0.3), routes=2, routes_from=50), [30, 50]),
        (rows((30, 0.3), routes=2, routes_from=WEEKS), [30]),
    ],
)
def test_a_team_is_kept_where_something_begins_a_quarter_apart(
    found: LeverRows, starts: list[int]
) -> None:
    assert found.starts == starts
