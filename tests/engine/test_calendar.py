"""The heap against a sorted list: whatever is pushed, removed or popped, in whatever order."""

from bisect import insort
from collections.abc import Sequence

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from draagkracht.engine.calendar import ENTRY
from engine.drivers import POP, PUSH, REMOVE, STEP, play_heap

ENTITIES = 40
Play = tuple[int, float, int, int]
Entry = tuple[float, int, int]

# Few different times, so that many fall together.
PLAYS = st.lists(
    st.tuples(
        st.sampled_from([PUSH, PUSH, PUSH, REMOVE, POP]),
        st.integers(0, 12).map(float) | st.floats(-1e6, 1e6),
        st.integers(0, 3),
        st.integers(0, ENTITIES - 1),
    ),
    max_size=200,
)


def legal(plays: Sequence[Play]) -> list[Play]:
    """Without a second push of who is in already."""
    standing: list[Entry] = []
    kept = []
    for play, time, what, who in plays:
        present = any(entry[2] == who for entry in standing)
        if play == PUSH and present:
            continue
        kept.append((play, time, what, who))
        if play == PUSH:
            insort(standing, (time, what, who))
        elif play == REMOVE:
            standing = [entry for entry in standing if entry[2] != who]
        elif standing:
            standing.pop(0)
    return kept


def by_list(plays: Sequence[Play]) -> list[Entry]:
    standing: list[Entry] = []
    seen = []
    for play, time, what, who in plays:
        if play == PUSH:
            insort(standing, (time, what, who))
        elif play == REMOVE:
            standing = [entry for entry in standing if entry[2] != who]
        elif standing:
            seen.append(standing.pop(0))
    return seen + standing


def by_heap(plays: Sequence[Play]) -> list[Entry]:
    # Entries of an earlier use must not shine through.
    heap = np.full(1 + ENTITIES, 7, ENTRY)
    seen = play_heap(heap, np.array(plays, STEP), ENTITIES)
    return [(row["time"].item(), row["what"].item(), row["who"].item()) for row in seen]


@given(PLAYS.map(legal))
@settings(max_examples=300, deadline=None)
def test_the_heap_gives_entries_as_a_sorted_list_does(plays: list[Play]) -> None:
    assert by_heap(plays) == by_list(plays)


@given(st.permutations(range(ENTITIES)), st.permutations(range(ENTITIES)))
@settings(max_examples=50, deadline=None)
def test_entries_of_one_moment_come_by_event_and_then_by_entity_however_built(
    order: list[int], other: list[int]
) -> None:
    plays = [(PUSH, 1.0, who % 3, who) for who in order]
    again = [(PUSH, 1.0, who % 3, who) for who in other]
    expected = sorted((1.0, who % 3, who) for who in range(ENTITIES))
    assert by_heap(plays) == by_heap(again) == expected


@given(st.permutations(range(ENTITIES)), st.lists(st.integers(0, ENTITIES - 1), max_size=30))
@settings(max_examples=100, deadline=None)
def test_who_is_removed_never_comes_and_the_others_all_do(
    order: list[int], removed: list[int]
) -> None:
    plays = [(PUSH, float(who * 7 % 11), 0, who) for who in order]
    plays += [(REMOVE, 0.0, 0, who) for who in removed]
    found = by_heap(plays)
    assert {who for _, _, who in found} == set(range(ENTITIES)) - set(removed)
    assert found == sorted(found)


def test_an_empty_heap_gives_nothing() -> None:
    assert by_heap([(POP, 0.0, 0, 0), (REMOVE, 0.0, 0, 3), (POP, 0.0, 0, 0)]) == []
