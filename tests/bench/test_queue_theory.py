"""The yardstick of the queue bench is right before anyone is held against it."""

from collections.abc import Iterator

import numpy as np
import pytest
from scipy.sparse import coo_matrix
from scipy.sparse.linalg import spsolve

from queue_model import PATIENCE, RATES, SERVERS, theory

URGENT, ROUTINE = 40, 110  # waiting; beyond it there is practically nobody


State = tuple[int, int, int]  # busy, waiting by kind


def states() -> list[State]:
    below = [(number, 0, 0) for number in range(SERVERS)]
    full = [(SERVERS, urgent, routine) for urgent in range(URGENT) for routine in range(ROUTINE)]
    return below + full


def moves(state: State) -> Iterator[tuple[State, float]]:
    """Where one goes from a state, and how fast."""
    busy, urgent, routine = state
    if busy < SERVERS:
        yield (busy + 1, 0, 0), sum(RATES)
        if busy:
            yield (busy - 1, 0, 0), float(busy)
        return
    yield (busy, urgent + 1, routine), RATES[0]
    yield (busy, urgent, routine + 1), RATES[1]
    if urgent:
        yield (busy, urgent - 1, routine), SERVERS + urgent / PATIENCE
    if routine:
        served = 0 if urgent else SERVERS
        yield (busy, urgent, routine - 1), served + routine / PATIENCE
    if not urgent and not routine:
        yield (busy - 1, 0, 0), float(SERVERS)


def test_the_answer_by_cuts_is_that_of_the_chain_in_two_dimensions() -> None:
    place = {state: number for number, state in enumerate(states())}
    rows, columns, rates = [], [], []
    for state, number in place.items():
        for to, rate in moves(state):
            if to in place:
                rows += [place[to], number]
                columns += [number, number]
                rates += [rate, -rate]
    balance = coo_matrix((rates, (rows, columns)), shape=(len(place),) * 2).tolil()
    balance[0, :] = 1.0
    wanted = np.zeros(len(place))
    wanted[0] = 1.0
    chance = spsolve(balance.tocsc(), wanted)
    waiting = [
        sum(p * state[kind] for state, p in zip(place, chance, strict=True)) for kind in (1, 2)
    ]
    answer = theory()
    assert waiting[0] / RATES[0] == pytest.approx(answer.wait_urgent, rel=1e-9)
    assert waiting[1] / RATES[1] == pytest.approx(answer.wait_routine, rel=1e-9)
    assert sum(waiting) / PATIENCE / sum(RATES) == pytest.approx(answer.given_up, rel=1e-9)
