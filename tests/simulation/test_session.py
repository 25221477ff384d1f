"""A session: what it gives, what it keeps, and what it does not do twice."""

import tracemalloc
from collections.abc import Iterator

import numpy as np
import pytest

import draagkracht as dk
from draagkracht.documents.errors import DoubleName, OutOfRange
from draagkracht.plans.plan import Plan
from draagkracht.simulation.futures import draw_futures
from draagkracht.simulation.lowering import CARRYING_ON
from draagkracht.simulation.outcome import Outcome
from draagkracht.simulation.session import Session
from simulation.comparing import same_values
from simulation.moves import assert_same_bytes, assert_same_outcome

DORP, TEAMS = "voorbeelddorp", 2
PLAN = dk.read_plan("twee_sporen")


def opened(members: int = 16, threads: int = 2, memory: int = 450_000_000) -> Session:
    town = dk.read_town(DORP)
    return dk.open_session(town, years=1, members=members, threads=threads, memory=memory)


def full(*plans: Plan, members: int = 16) -> Outcome:
    return dk.run(dk.read_town(DORP), plans, years=1, members=members)


def moved(intensity: float, *teams: str, month: int = 0, name: str = PLAN.name) -> Plan:
    laid = {"intensity": intensity, "starts_month": month, "teams": teams or None}
    cards = tuple(card.model_copy(update=laid) for card in PLAN.cards)
    return PLAN.model_copy(update={"cards": cards, "name": name})


@pytest.fixture
def session() -> Iterator[Session]:
    with opened() as found:
        yield found


def test_a_sketch_is_the_run_of_eight_and_solves_no_more(session: Session) -> None:
    assert_same_outcome(session.sketch(PLAN), full(PLAN, members=8))
    assert session.done.solved == 8 * TEAMS


def test_a_run_after_a_sketch_is_the_run_of_all_and_does_only_the_rest(session: Session) -> None:
    session.sketch(PLAN)
    assert_same_outcome(session.run(PLAN), full(PLAN))
    assert session.done.solved == 16 * TEAMS
    assert session.done.futures == 16 * TEAMS * 2  # carrying on, and the koers


def test_without_a_koers_a_session_carries_on(session: Session) -> None:
    assert_same_outcome(session.run(), full())


def test_several_koersen_are_run_beside_each_other(session: Session) -> None:
    other = moved(0.5, name="half")
    assert_same_outcome(session.run([PLAN, other]), full(PLAN, other))
    with pytest.raises(DoubleName):
        session.run([PLAN, moved(0.5)])


def test_carrying_on_as_a_town_wrote_it_itself_is_what_koersen_are_set_off_against(
    session: Session,
) -> None:
    session.run(PLAN)
    own = moved(0.2, name=CARRYING_ON)
    assert_same_outcome(session.run([own, PLAN]), full(own, PLAN))
    assert_same_outcome(session.run(PLAN), full(PLAN))


def test_refining_gives_each_size_in_turn_and_lives_nothing_twice() -> None:
    with opened(members=32) as session:
        found = list(session.refine(PLAN))
        assert [outcome.members for outcome in found] == [8, 16, 32]
        for outcome in found:
            assert_same_outcome(outcome, full(PLAN, members=outcome.members))
        assert session.done.futures == 32 * TEAMS * 2
        assert session.done.solved == 32 * TEAMS


def test_a_move_on_one_team_lives_that_team_alone(session: Session) -> None:
    session.run(PLAN)
    before = session.done.futures
    found = session.run(moved(0.7, "wolvega"))
    assert session.done.futures == before + 16
    assert_same_outcome(found, full(moved(0.7, "wolvega")))
    session.run(moved(0.7, "wolvega"))
    assert session.done.futures == before + 16


def test_a_move_late_in_time_goes_on_from_the_start_of_the_card(session: Session) -> None:
    session.run(moved(1.0, month=9))
    weeks = session.done.weeks
    found = session.run(moved(0.4, month=9))
    assert session.done.resumed == 16 * TEAMS
    assert session.done.weeks - weeks == 16 * TEAMS * (52 - 39)
    assert_same_outcome(found, full(moved(0.4, month=9)))


def test_a_card_beyond_the_horizon_reaches_no_team(session: Session) -> None:
    session.run()
    before = session.done.futures
    assert_same_outcome(session.run(moved(1.0, month=12)), full(moved(1.0, month=12)))
    assert session.done.futures == before


@pytest.mark.parametrize("threads", [1, 3])
def test_threads_never_show(threads: int) -> None:
    with opened(threads=threads) as session:
        session.run(moved(0.3))
        assert_same_outcome(session.run(PLAN), full(PLAN))


@pytest.mark.parametrize("memory", [0, 9_000_000])
def test_little_memory_costs_time_and_nothing_else(memory: int) -> None:
    with opened(memory=memory) as session:
        for strength in (0.3, 0.6, 0.3):
            found = session.run(moved(strength, "wolvega", month=5))
            assert_same_outcome(found, full(moved(strength, "wolvega", month=5)))


def test_what_is_told_of_carrying_on_cannot_be_changed_by_who_reads_it(session: Session) -> None:
    found = session.run(PLAN)
    for plan in found.plans:
        with pytest.raises(ValueError, match="read-only"):
            found.values[plan]["pressure"][0] = 0.0
    again = session.run(PLAN)
    assert_same_bytes(again, CARRYING_ON, full(PLAN))


def test_a_session_runs_no_more_members_than_it_has(session: Session) -> None:
    with pytest.raises(OutOfRange):
        session.run(PLAN, members=24)
    with pytest.raises(OutOfRange):
        session.run(PLAN, members=0)


def test_progress_is_told_of_every_member(session: Session) -> None:
    told: list[tuple[int, int]] = []
    session.run(PLAN, progress=lambda done, of: told.append((done, of)))
    assert told == [(done, 16) for done in range(1, 17)]


def test_the_first_eight_futures_are_the_same_however_many_are_drawn() -> None:
    town, catalogue = dk.read_town(DORP), dk.read_catalogue()
    few, many = (
        draw_futures(town, catalogue, dk.read_scenario("trend"), members, 1) for members in (8, 64)
    )
    for name, values in few.values.items():
        assert values.tobytes() == np.asarray(many.values[name][:8]).tobytes(), name


def test_memory_stays_flat_over_two_hundred_moves() -> None:
    room = 12_000_000
    with opened(members=8, threads=1, memory=room) as session:
        sizes, traced = [], []
        tracemalloc.start()
        try:
            for number in range(200):
                session.run(moved(0.5 + number / 500, "wolvega", month=number % 11))
                sizes.append(session.nbytes)
                traced.append(tracemalloc.get_traced_memory()[0])
        finally:
            tracemalloc.stop()
    assert max(sizes) <= room
    assert max(traced[100:]) <= 1.05 * max(traced[:100])


def test_another_scenario_gives_what_a_run_of_it_gives_and_searches_for_nothing(
    session: Session,
) -> None:
    plan = dk.read_plan("twee_sporen")
    session.run(plan)
    for name in ("hardere_groei", "energieprijsschok"):
        world = dk.read_scenario(name)
        with session.under(world) as other:
            found = other.run(plan)
            assert [kept.rounds for kept in found.fits[0]] == [
                kept.rounds for kept in session.run(plan).fits[0]
            ]
        town, years = dk.read_town("voorbeelddorp"), found.quarters // 4
        again = dk.run(town, [plan], scenario=world, years=years, members=found.members)
        assert same_values(found, again)
        assert found.record == again.record
        assert found.fits == again.fits


def test_a_closed_session_has_let_go_of_everything() -> None:
    session = opened(members=8)
    session.run(PLAN)
    assert session.nbytes > 0
    session.close()
    assert session.nbytes == 0
