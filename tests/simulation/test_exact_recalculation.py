"""A move in a session gives what a full run gives, whatever was asked before."""

from collections.abc import Iterator

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import draagkracht as dk
from draagkracht.evidence.catalogue import Catalogue
from draagkracht.simulation.run import run
from draagkracht.simulation.session import Session, open_session
from simulation.koersen import koers
from simulation.moves import assert_same_bytes, assert_same_outcome, menu, moves
from simulation.towns import FTE, three_teams
from simulation.two_municipalities import two_municipalities

TEAMS = tuple(FTE)
LITTLE = 2_000_000  # bytes: room for some futures and checkpoints, not for all
SEARCH = settings(
    max_examples=12,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)


@pytest.fixture(scope="module", params=[450_000_000, LITTLE, 0], ids=["ample", "little", "none"])
def session(request: pytest.FixtureRequest, catalogue: Catalogue) -> Iterator[Session]:
    """One session that all moves of this page are made in, one after another."""
    with open_session(
        three_teams(),
        years=2,
        members=8,
        catalogue=catalogue,
        menu=menu(),
        memory=request.param,
    ) as opened:
        yield opened


@SEARCH
@given(st.lists(moves(TEAMS), min_size=1, max_size=4))
def test_any_moves_in_any_order_give_what_a_full_run_gives(
    session: Session, catalogue: Catalogue, asked: list[dk.Plan]
) -> None:
    named = [
        plan.model_copy(update={"name": f"{plan.name}_{number}"})
        for number, plan in enumerate(asked)
    ]
    full = run(three_teams(), named, years=2, members=8, catalogue=catalogue, menu=menu())
    for plan in named:
        found = session.run(plan)
        assert found.weights.tobytes() == full.weights.tobytes()
        for name in found.plans:
            assert_same_bytes(found, name, full)


def test_a_koers_that_was_moved_and_moved_back_is_what_it_was() -> None:
    plan = dk.read_plan("twee_sporen")
    town = dk.read_town("voorbeelddorp")
    with dk.open_session(town, years=2, members=8) as session:
        first = session.run(plan)
        for month in (9, 14, 15):
            late = tuple(card.model_copy(update={"starts_month": month}) for card in plan.cards)
            moved = plan.model_copy(update={"cards": late})
            assert_same_outcome(session.run(moved), dk.run(town, [moved], years=2, members=8))
        assert_same_outcome(session.run(plan), first)


def test_municipalities_are_added_up_from_teams_that_changed_and_teams_that_did_not(
    catalogue: Catalogue,
) -> None:
    town = two_municipalities()
    plan = koers("een_team", "less_registration", "desk", teams=[town.teams[0].name])
    with open_session(town, years=1, members=8, catalogue=catalogue, menu=menu()) as session:
        session.run()
        found = session.run(plan)
        assert session.done.futures == 8 * (len(town.teams) + 1)
    full = run(town, [plan], years=1, members=8, catalogue=catalogue, menu=menu())
    assert {place.level for place in full.places} >= {"municipality", "wijk"}
    assert_same_outcome(found, full)


def test_voorbeeldstad_is_recalculated_to_the_bit() -> None:
    town, plan = dk.read_town("voorbeeldstad"), dk.read_plan("twee_sporen")
    one = (town.teams[3].name,)
    cards = tuple(card.model_copy(update={"teams": one, "starts_month": 30}) for card in plan.cards)
    moved = plan.model_copy(update={"cards": cards})
    with dk.open_session(town, members=8) as session:
        session.run(plan)
        found = session.run(moved)
    assert_same_outcome(found, dk.run(town, [moved], members=8))
