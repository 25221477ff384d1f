"""What a session remembers within a bound."""

import threading

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from draagkracht.engine.arrays import FloatArray
from draagkracht.simulation.shelf import Shelf

ROOM = 10_000


def thing(size: int = 100) -> FloatArray:
    return np.zeros(size)


@given(st.lists(st.tuples(st.integers(0, 9), st.integers(0, 1500), st.booleans()), max_size=60))
def test_there_is_never_more_than_there_is_room_for(
    asked: list[tuple[int, int, bool]],
) -> None:
    shelf: Shelf[FloatArray] = Shelf(ROOM)
    for key, size, new_turn in asked:
        if new_turn:
            shelf.begin_turn()
        shelf.put(key, thing(size))
        assert shelf.nbytes <= ROOM
        found = shelf.get(key)
        assert found is None or found.size == size
    shelf.set_room(0)
    assert (shelf.nbytes, len(shelf)) == (0, 0)


def test_what_was_used_longest_ago_goes_first() -> None:
    shelf: Shelf[FloatArray] = Shelf(room=4_000)
    for name in "abc":
        shelf.put(name, thing())
    shelf.begin_turn()
    assert shelf.get("a") is not None
    shelf.put("d", thing())
    assert [shelf.get(name) is not None for name in "abcd"] == [True, False, True, True]


def test_a_turn_does_not_put_aside_what_it_has_used_itself() -> None:
    shelf: Shelf[FloatArray] = Shelf(room=4_000)
    for name in "abcde":
        shelf.put(name, thing())
    assert [shelf.get(name) is not None for name in "abcde"] == [True] * 3 + [False] * 2


def test_what_is_larger_than_all_room_puts_nothing_aside() -> None:
    shelf: Shelf[FloatArray] = Shelf(room=4_000)
    shelf.put("a", thing())
    shelf.begin_turn()
    shelf.put("b", thing(1000))
    assert shelf.get("a") is not None
    assert shelf.get("b") is None


def test_a_key_has_what_it_was_given_last() -> None:
    shelf: Shelf[FloatArray] = Shelf(ROOM)
    shelf.put("a", thing(10))
    shelf.put("a", thing(20))
    assert len(shelf) == 1
    found = shelf.get("a")
    assert found is not None
    assert found.size == 20


@pytest.mark.parametrize("threads", [4])
def test_threads_share_it(threads: int) -> None:
    shelf: Shelf[FloatArray] = Shelf(ROOM)

    def work(number: int) -> None:
        for step in range(300):
            shelf.put((number, step % 7), thing(step % 50))
            shelf.get((number + 1, step % 7))
            if step % 11 == 0:
                shelf.begin_turn()

    hands = [threading.Thread(target=work, args=(number,)) for number in range(threads)]
    for hand in hands:
        hand.start()
    for hand in hands:
        hand.join()
    assert 0 <= shelf.nbytes <= ROOM
