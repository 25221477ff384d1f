import math

import pytest

from evidence.entries import ASSUMED, BACKGROUND, LOCAL, ROW, SOURCE, SOURCED


@pytest.mark.parametrize(
    ("low", "high", "factor"),
    [
        (0.05, 0.1, 2.0),
        (0.07, 0.07, 1.0),
        (-0.08, -0.02, 4.0),
        (-0.1, 0.1, math.inf),
        (0.0, 0.1, math.inf),
        (0.0, 0.0, 1.0),
    ],
)
def test_the_factor_of_a_range_is_that_of_its_bounds(
    low: float, high: float, factor: float
) -> None:
    assert SOURCED.model_copy(update={"low": low, "high": high}).factor == pytest.approx(factor)


def test_the_grade_is_the_best_of_what_sets_the_figure() -> None:
    rows = (
        BACKGROUND.model_copy(update={"grade": "A"}),
        ROW,
        ROW.model_copy(update={"grade": "B"}),
    )
    assert SOURCED.model_copy(update={"evidence": rows}).grade == "B"
    assert ASSUMED.grade is None
    assert LOCAL.grade is None


def test_a_source_is_old_when_read_more_than_five_years_later() -> None:
    ages = {year: SOURCE.model_copy(update={"year": year}).is_old for year in (2020, 2021, 2026)}
    assert ages == {2020: True, 2021: False, 2026: False}
