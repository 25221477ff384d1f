"""Lines against lists: joining at the tail, leaving from anywhere, several lines in one array."""

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from draagkracht.engine.queue import LINK, NOBODY
from engine.drivers import JOIN, LEAVE, LINES, play_queue

PEOPLE = 25
Play = tuple[int, int, int]
PLAYS = st.lists(
    st.tuples(
        st.sampled_from([JOIN, JOIN, LEAVE]),
        st.integers(0, LINES - 1),
        st.integers(0, PEOPLE - 1),
    ),
    max_size=150,
)


def legal(plays: list[Play]) -> list[Play]:
    """Without joining twice, and without leaving where one does not stand."""
    standing: set[int] = set()
    kept = []
    for play, line, who in plays:
        if (play == JOIN) == (who not in standing):
            kept.append((play, line, who))
            standing ^= {who}
    return kept


def by_lists(plays: list[Play]) -> list[list[int]]:
    lines: list[list[int]] = [[] for _ in range(LINES)]
    for play, line, who in plays:
        if play == JOIN:
            lines[line].append(who)
        else:
            next(found for found in lines if who in found).remove(who)
    return lines


def by_links(plays: list[Play]) -> list[list[int]]:
    links = np.full(PEOPLE + LINES, 5, LINK)  # links of an earlier use must not shine through
    out = np.full((LINES, PEOPLE), NOBODY)
    play_queue(links, np.array(plays, np.int64).reshape(-1, 3), out)
    return [[who for who in row if who != NOBODY] for row in out.tolist()]


@given(PLAYS.map(legal))
@settings(max_examples=300, deadline=None)
def test_lines_hold_who_lists_would_hold_in_the_same_order(plays: list[Play]) -> None:
    assert by_links(plays) == by_lists(plays)


def test_who_leaves_from_the_middle_keeps_the_others_in_their_order() -> None:
    joins = [(JOIN, 0, who) for who in (4, 1, 9)]
    assert by_links([*joins, (LEAVE, 0, 1)])[0] == [4, 9]


def test_who_joins_again_stands_at_the_tail() -> None:
    joins = [(JOIN, 1, who) for who in (4, 1, 9)]
    assert by_links([*joins, (LEAVE, 1, 4), (JOIN, 1, 4)])[1] == [1, 9, 4]
