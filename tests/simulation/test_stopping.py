"""A run that is no longer asked for stops between two teams, and leaves the session as good."""

import threading

import pytest

import draagkracht as dk
from draagkracht.documents.errors import DraagkrachtError
from draagkracht.simulation.session import Session
from draagkracht.simulation.stop import NEVER, Stop, Stopped
from simulation.moves import assert_same_outcome

PLAN = dk.read_plan("twee_sporen")
TEAMS = 2


class After(Stop):
    """Is set once it has been looked at so many times."""

    def __init__(self, looks: int) -> None:
        super().__init__()
        self._left = looks
        self._lock = threading.Lock()

    @property
    def is_set(self) -> bool:
        with self._lock:
            self._left -= 1
            return self._left < 0


def opened(threads: int = 1) -> Session:
    return dk.open_session(dk.read_town("voorbeelddorp"), years=1, members=16, threads=threads)


def full() -> dk.Outcome:
    return dk.run(dk.read_town("voorbeelddorp"), [PLAN], years=1, members=16)


@pytest.mark.parametrize("looks", [1, 5, 17])
def test_a_stopped_run_lives_at_most_the_teams_it_was_at(looks: int) -> None:
    with opened() as session:
        session.run()
        before = session.done.futures
        with pytest.raises(Stopped):
            session.run(PLAN, stop=After(looks))
        assert session.done.futures - before <= looks
        assert_same_outcome(session.run(PLAN), full())


def test_a_run_that_is_stopped_while_run_ins_are_solved_keeps_those_that_are_done() -> None:
    with opened() as session:
        with pytest.raises(Stopped):
            session.run(PLAN, stop=After(40))
        solved = session.done.solved
        assert 0 < solved < 16 * TEAMS
        assert_same_outcome(session.run(PLAN), full())
        assert session.done.solved == 16 * TEAMS


def test_a_stop_that_was_set_before_lives_nothing() -> None:
    stop = Stop()
    stop.set()
    with opened() as session, pytest.raises(Stopped):
        session.run(PLAN, stop=stop)
    assert session.done.futures == 0


def test_of_moves_that_follow_each_other_only_the_last_has_an_outcome() -> None:
    found: dict[int, dk.Outcome | None] = {}
    with opened(threads=2) as session:
        session.run()
        stops = [Stop() for _ in range(12)]

        def ask(number: int) -> None:
            cards = tuple(
                card.model_copy(update={"intensity": 0.5 + number / 100}) for card in PLAN.cards
            )
            try:
                found[number] = session.run(
                    PLAN.model_copy(update={"cards": cards}), stop=stops[number]
                )
            except Stopped:
                found[number] = None

        threads = [threading.Thread(target=ask, args=(number,)) for number in range(12)]
        for number, thread in enumerate(threads):
            if number > 0:
                stops[number - 1].set()
            thread.start()
        for thread in threads:
            thread.join()
        assert len(found) == 12
        assert found[11] is not None
        assert_same_outcome(session.run(PLAN), full())


def test_a_step_of_refining_can_be_stopped_and_refined_again() -> None:
    stop = Stop()
    with opened() as session:
        steps = session.refine(PLAN, stop=stop)
        assert next(steps).members == 8
        stop.set()
        with pytest.raises(Stopped):
            next(steps)
        assert [outcome.members for outcome in session.refine(PLAN)] == [8, 16]


def test_a_stop_within_another_is_set_by_either() -> None:
    outer = Stop()
    inner, other = Stop(within=outer), Stop(within=outer)
    inner.set()
    assert (inner.is_set, other.is_set, outer.is_set) == (True, False, False)
    outer.set()
    assert other.is_set


def test_nobody_sets_what_everyone_goes_by() -> None:
    with pytest.raises(RuntimeError):
        NEVER.set()
    NEVER.check()


def test_a_stopped_run_says_so_in_plain_words() -> None:
    error = Stopped()
    assert isinstance(error, DraagkrachtError)
    assert str(error) == (
        "Het rekenen is gestopt; er is geen uitkomst. Reken opnieuw als u de uitkomst nog wilt."
    )
    assert error.exit_code == 1
