"""Cards that overlap take each other's hours away; together they never create any."""

from collections.abc import Iterator, Mapping

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import draagkracht as dk
from choice.packages import MENU, koers, packages
from draagkracht.model.levers import LEVERS
from draagkracht.model.work import LINES
from draagkracht.plans.plan import Plan, PlannedCard
from draagkracht.scenarios.reading import read_scenario
from draagkracht.simulation.courses import lever_course
from draagkracht.simulation.futures import draw_futures
from draagkracht.simulation.layout import lay_out
from draagkracht.simulation.lowering import lower
from draagkracht.simulation.outcome import Outcome
from draagkracht.simulation.session import Session

WORKING_TIME = (
    "team.administration_share",
    "team.meeting_share",
    "team.overhead_share",
    "team.prevention_share",
)
TOWN = dk.read_town("voorbeelddorp")
LAYOUT = lay_out(TOWN)
MEMBERS, WEEKS = 32, 260
FUTURES = draw_futures(TOWN, dk.read_catalogue(), read_scenario("trend"), MEMBERS, 1)
# What an hour of rounding may make of a sum over two years of a town.
ROUNDING = 1e-9


def courses(plan: Plan, values: Mapping[str, float]) -> Iterator[np.ndarray]:
    """The levers of each team, week by week."""
    for effects in lower(plan, MENU, LAYOUT).effects.values():
        yield lever_course(effects, values, WEEKS)


def everything() -> Plan:
    """All cards that can lie together, at full strength from the first day."""
    laid: list[PlannedCard] = []
    for name in sorted(MENU.cards):
        try:
            dk.compose(koers([*laid, PlannedCard(name=name)]), MENU, teams=["kern"])
        except dk.DraagkrachtError:
            continue
        laid.append(PlannedCard(name=name))
    return koers(laid)


@given(packages(), st.integers(0, MEMBERS - 1))
@settings(max_examples=150, deadline=None)
def test_no_package_asks_more_working_time_than_there_is(plan: Plan, member: int) -> None:
    for course in courses(plan, FUTURES.of(member)):
        shares = np.stack([course[name.replace(".", "_")] for name in WORKING_TIME])
        assert shares.min() >= 0.0
        assert shares.max() <= 1.0
        assert shares.sum(axis=0).max() <= 1.0


@pytest.mark.parametrize("member", range(MEMBERS))
def test_all_cards_together_ask_no_more_working_time_than_there_is(member: int) -> None:
    for course in courses(everything(), FUTURES.of(member)):
        shares = sum(course[name.replace(".", "_")] for name in WORKING_TIME)
        assert np.max(shares) <= 1.0


@given(packages(), st.integers(0, MEMBERS - 1))
@settings(max_examples=150, deadline=None)
def test_no_package_moves_a_lever_out_of_its_bounds(plan: Plan, member: int) -> None:
    values = FUTURES.of(member)
    for course in courses(plan, values):
        for name, lever in LEVERS.items():
            today = values[name] if lever.today is None else lever.today
            moved = course[name.replace(".", "_")]
            assert moved.min() >= min(lever.low, today)
            assert moved.max() <= max(lever.high, today)


@pytest.fixture(scope="module")
def session() -> Iterator[Session]:
    """A town in eight toekomsten, of which today is solved once for all packages."""
    with dk.open_session(TOWN, years=2, members=8, menu=MENU) as opened:
        opened.sketch()
        yield opened


def check_hours(outcome: Outcome, plan: str) -> None:
    """Nobody works hours that are not there, and no line gives back more than it asked."""
    assert np.all(outcome.by_member("direct_share", plan=plan) <= 1.0 + ROUNDING)
    for quarter in range(1, outcome.quarters + 1):
        assert np.all(outcome.by_member("direct_share", plan=plan, quarter=quarter) <= 1 + ROUNDING)
    base, work = outcome.work[outcome.carrying_on][:, -1], outcome.work[plan][:, -1]
    back = base - work
    for line, name in enumerate(LINES):
        asked = np.maximum(base[:, line], 0.0)
        assert np.all(back[:, line] <= asked * (1.0 + ROUNDING) + ROUNDING), name


@given(plan=packages(months=12))
@settings(max_examples=12, deadline=None)
def test_no_package_gives_back_more_hours_than_its_line_asks(session: Session, plan: Plan) -> None:
    check_hours(session.sketch(plan), plan.name)


def test_all_cards_together_give_back_no_more_hours_than_their_lines_ask(session: Session) -> None:
    plan = everything()
    check_hours(session.sketch(plan), plan.name)


@pytest.mark.parametrize("twice", ["no_hour_registration", "watchful_contact"])
def test_a_card_cannot_be_laid_twice_for_the_same_team(twice: str) -> None:
    with pytest.raises(dk.DraagkrachtError, match="twee keer"):
        dk.compose(koers([PlannedCard(name=twice)] * 2), MENU, teams=["kern"])
