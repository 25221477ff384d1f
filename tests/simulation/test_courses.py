"""Levers and world, week by week: ramps, bounds, and a today that nothing ahead can move."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from draagkracht.documents.errors import Inconsistent
from draagkracht.evidence.catalogue import Catalogue
from draagkracht.model.levers import LEVER_NAMES, LEVERS
from draagkracht.model.state import YEARS
from draagkracht.plans.effect import OPERATIONS, Operation
from draagkracht.plans.effects import TeamEffect, weeks
from draagkracht.scenarios.world import HOLDABLE
from draagkracht.simulation.courses import (
    RUN_IN,
    check_bounds,
    growth_bounds,
    lever_course,
    request_bound,
    strength,
    world_course,
)
from scenarios.worlds import hold, scenario, shock

WEEKS = 60
FIGURE_LEVERS = [name for name, lever in LEVERS.items() if lever.today is None]
# Also values that a lever could not be set to: what is so today may be out of bounds.
ANY_VALUE = st.floats(0.0, 400.0)
MONTHS = st.integers(0, 12).map(weeks)


def values_of(catalogue: Catalogue) -> dict[str, float]:
    values = {name: figure.central for name, figure in catalogue.figures.items()}
    return values | {f"ahead.{name}": values[name] for name in HOLDABLE}


def effect(
    lever: str,
    operation: Operation,
    figure: str,
    *,
    starts: float = 0.0,
    takes: float = 0.0,
    ends: float | None = None,
    intensity: float = 1.0,
) -> TeamEffect:
    return TeamEffect("noord", lever, operation, figure, intensity, starts, takes, "kaart", ends)


@given(
    st.fixed_dictionaries(dict.fromkeys(FIGURE_LEVERS, ANY_VALUE)),
    st.lists(st.sampled_from(FIGURE_LEVERS), min_size=1, max_size=5, unique=True),
    st.sampled_from(["replace", "move_towards"]),
    st.floats(0.0, 1.0),
    MONTHS,
)
def test_a_lever_set_to_its_own_value_stays_what_it_is_to_the_last_bit(
    today: dict[str, float], moved: list[str], operation: Operation, intensity: float, takes: float
) -> None:
    effects = [effect(name, operation, name, takes=takes, intensity=intensity) for name in moved]
    assert lever_course(effects, today, WEEKS).tobytes() == lever_course((), today, WEEKS).tobytes()


@given(
    st.fixed_dictionaries(dict.fromkeys(FIGURE_LEVERS, ANY_VALUE)),
    st.sampled_from(LEVER_NAMES),
    st.sampled_from(OPERATIONS),
    st.integers(1, WEEKS),
    st.floats(0.0, 5.0),
)
def test_before_its_first_week_an_effect_does_nothing(
    today: dict[str, float], lever: str, operation: Operation, starts: int, value: float
) -> None:
    values = {**today, "card.figure": value}
    moved = lever_course([effect(lever, operation, "card.figure", starts=starts)], values, WEEKS)
    usual = lever_course((), values, WEEKS)
    assert moved[: 1 + starts].tobytes() == usual[: 1 + starts].tobytes()


@given(
    st.sampled_from(LEVER_NAMES),
    st.sampled_from(OPERATIONS),
    st.floats(-3.0, 1e6),
    st.floats(0.0, 1.0),
)
def test_no_effect_takes_a_lever_out_of_its_bounds(
    lever: str, operation: Operation, value: float, intensity: float
) -> None:
    bounds = LEVERS[lever]
    values = {name: (LEVERS[name].low + LEVERS[name].high) / 2 for name in FIGURE_LEVERS}
    values["card.figure"] = value
    moves = [effect(lever, operation, "card.figure", intensity=intensity)]
    course = lever_course(moves, values, WEEKS)[lever.replace(".", "_")]
    assert bounds.low <= course.min() <= course.max() <= bounds.high


def test_the_four_operations_by_hand() -> None:
    name = "team.administration_share"
    values = dict.fromkeys(FIGURE_LEVERS, 0.0) | {name: 0.4, "card.figure": 0.1}
    expected = {"replace": 0.25, "move_towards": 0.25, "scale": 0.22, "add": 0.45}
    for operation in OPERATIONS:
        moves = [effect(name, operation, "card.figure", intensity=0.5)]
        course = lever_course(moves, values, 3)["team_administration_share"]
        assert course.tolist() == pytest.approx([0.4, *[expected[operation]] * 3])


def test_effects_are_taken_in_the_order_they_come_in() -> None:
    name = "access.desk_hours"
    values = dict.fromkeys(FIGURE_LEVERS, 0.0) | {name: 4.0, "half": 0.5, "two": 2.0}
    moves = [effect(name, "scale", "half"), effect(name, "add", "two")]
    assert lever_course(moves, values, 1)["access_desk_hours"].tolist() == [4.0, 4.0]
    assert lever_course(moves[::-1], values, 1)["access_desk_hours"].tolist() == [4.0, 3.0]


@given(MONTHS, MONTHS, MONTHS | st.none(), st.floats(0, 1))
def test_an_effect_comes_in_a_straight_line_and_goes_when_it_ends(
    starts: float, takes: float, lasts: float | None, intensity: float
) -> None:
    ends = None if lasts is None else starts + lasts
    ramp = effect(
        "team.card_hours", "add", "x", starts=starts, takes=takes, ends=ends, intensity=intensity
    )
    for week, found in enumerate(strength(ramp, 150).tolist()):
        expected = 1.0 if week >= starts else 0.0
        if takes > 0:
            expected = min(1.0, max(0.0, (week - starts) / takes))
        if ends is not None and week >= ends:
            expected = 0.0
        assert found == pytest.approx(intensity * expected)


# The world.


@pytest.mark.parametrize("factor", [0.3, 1.5, 2.0])
@pytest.mark.parametrize("figure", ["households.becoming_vulnerable", "labour.vacancy_factor"])
def test_a_shock_acts_in_its_own_months_and_never_before_today(
    catalogue: Catalogue, figure: str, factor: float
) -> None:
    values = values_of(catalogue) | {"ahead.labour.vacancy_factor": 1.3}
    usual = world_course(scenario(), values, 104)
    shocked = world_course(scenario(shock(figure, factor, start=0)), values, 104)
    field = {"households.becoming_vulnerable": "growth", "labour.vacancy_factor": "vacancy"}[figure]
    assert shocked[:RUN_IN].tobytes() == usual[:RUN_IN].tobytes()
    during = slice(RUN_IN, RUN_IN + 52)
    assert shocked[field][during] == pytest.approx(factor * usual[field][during])
    assert shocked[RUN_IN + 52 :].tobytes() == usual[RUN_IN + 52 :].tobytes()
    other = "vacancy" if field == "growth" else "growth"
    assert shocked[other].tobytes() == usual[other].tobytes()


def test_growth_is_that_of_the_hazard_and_1_today(catalogue: Catalogue) -> None:
    values = values_of(catalogue) | {"households.growth": 0.03, "ahead.households.growth": 0.05}
    growth = world_course(scenario(), values, 52)["growth"]
    assert growth[RUN_IN] == 1.0
    assert growth[0] == pytest.approx(np.exp(-0.06))
    assert growth[-1] == pytest.approx(np.exp(0.05 * 51 / 52))


def test_vacancies_change_over_the_first_year_and_not_before(catalogue: Catalogue) -> None:
    values = values_of(catalogue) | {"ahead.labour.vacancy_factor": 2.0}
    vacancy = world_course(scenario(), values, 104)["vacancy"]
    assert vacancy[: RUN_IN + 1].tolist() == [1.0] * (RUN_IN + 1)
    assert vacancy[RUN_IN + 26] == pytest.approx(1.5)
    assert vacancy[RUN_IN + 52 :].tolist() == [2.0] * 52


FACTORS = (
    "labour.vacancy_factor",
    "labour.departure_factor",
    "partners.wait_factor",
    "informal.factor",
)


@given(
    st.floats(-1.0, 1.0),
    st.floats(0.01, 1.0),
    st.integers(0, 240),
    st.integers(0, 240),
)
def test_growth_never_passes_the_bound_that_households_draw_against(
    growth: float, factor: float, start: int, other: int
) -> None:
    values = {
        "households.growth": growth * 0.08,
        "ahead.households.growth": growth * 0.08,
        "prevention.max_effect": 0.15,
        **{f"ahead.{figure}": 1.0 for figure in FACTORS},
    }
    rows = [shock(factor=2.0 * factor, start=start)]
    if abs(start - other) >= 12:
        rows.append(shock(factor=2.0, start=other))
    weeks = 52 * (YEARS - 2)
    world = world_course(scenario(*rows), values, weeks)
    bounds = np.repeat(growth_bounds(world, values), 52)
    assert bounds.size == world.size
    # What is left is for prevention that falls away.
    assert (world["growth"] <= bounds * (1 - 0.15) * (1 + 1e-12)).all()


def test_levers_that_ask_more_than_the_bound_are_refused(catalogue: Catalogue) -> None:
    values = values_of(catalogue)
    usual = lever_course((), values, WEEKS)
    check_bounds(usual, values, "doorgaan")
    most = request_bound(values)
    after = max(
        1.0,
        values["casework.request_factor_after_closing"],
        values["waiting.request_factor_after_giving_up"],
    )
    assert most == pytest.approx(1.4 * after)
    course = usual.copy()
    course["access_request_factor"][10] = 1.4
    check_bounds(course, values, "doorgaan")
    course["casework_request_factor_after_closing"][30] = after * 1.01
    with pytest.raises(Inconsistent, match="zwaar"):
        check_bounds(course, values, "zwaar")


def test_a_hold_does_not_enter_the_course_of_the_world_by_itself(catalogue: Catalogue) -> None:
    """It is drawn into the values of the member; the course follows from those."""
    values = values_of(catalogue)
    held = world_course(scenario(hold("labour.vacancy_factor", 0.9)), values, 52)
    assert held.tobytes() == world_course(scenario(), values, 52).tobytes()
