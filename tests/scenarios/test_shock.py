"""A shock begins, multiplies, and is over; or stays."""

import math

import pytest

from draagkracht.scenarios.shock import Shock, highest_factor

FIGURE = "households.becoming_vulnerable"


def one(factor: float, starts: int, lasts: int | None, figure: str = FIGURE) -> Shock:
    return Shock(figure=figure, factor=factor, starts_month=starts, lasts_months=lasts)


def test_a_shock_of_a_year_takes_52_weeks() -> None:
    shock = one(1.4, 12, 12)
    assert (shock.starts_week, shock.ends_week) == (52.0, 104.0)
    assert [shock.acts_in(month) for month in (11, 12, 23, 24)] == [False, True, True, False]


def test_a_shock_without_end_is_there_in_every_later_week() -> None:
    shock = one(0.95, 12, None)
    assert (shock.starts_week, shock.ends_week) == (52.0, math.inf)
    assert shock.acts_in(10_000)


def test_shocks_overlap_only_on_the_same_figure_and_at_the_same_time() -> None:
    assert one(1.4, 0, 12).overlaps(one(1.4, 11, 1))
    assert not one(1.4, 0, 12).overlaps(one(1.4, 12, 1))
    assert not one(1.4, 0, 12).overlaps(one(1.4, 0, 12, "informal.factor"))
    assert one(1.4, 0, None).overlaps(one(1.4, 240, 1))
    assert one(1.4, 240, 1).overlaps(one(1.4, 0, None))


@pytest.mark.parametrize(
    ("shocks", "expected"),
    [
        ([], (1.0, 0)),
        ([one(1.4, 12, 12)], (1.4, 12)),
        ([one(0.5, 0, None)], (0.5, 0)),
        ([one(0.5, 12, None)], (1.0, 0)),
        ([one(0.5, 0, 12)], (1.0, 12)),
        ([one(1.5, 0, 24), one(1.2, 12, None)], (1.5 * 1.2, 12)),
        ([one(1.5, 0, None), one(0.5, 0, 6)], (1.5, 6)),
        ([one(9.0, 0, None, "informal.factor"), one(1.1, 3, 1)], (1.1, 3)),
    ],
)
def test_the_highest_product_is_found_where_it_first_stands(
    shocks: list[Shock], expected: tuple[float, int]
) -> None:
    factor, month = highest_factor(shocks, FIGURE)
    assert factor == pytest.approx(expected[0])
    assert month == expected[1]
