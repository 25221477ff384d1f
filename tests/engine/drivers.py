"""The engine's parts compiled as the kernel compiles them, and played a whole script at once."""

import numba
import numpy as np

from draagkracht.engine import calendar, draws, queue
from draagkracht.engine.arrays import CountArray, FloatArray, Records, Word, WordArray

PUSH, REMOVE, POP = range(3)
JOIN, LEAVE = range(2)
LINES = 3


@numba.njit(error_model="numpy")
def play_heap(heap: Records, script: Records, entities: int) -> Records:
    """Play pushes, removals and pops on record 0; the entries popped, then those that are left."""
    seen = np.zeros(2 * len(script), calendar.ENTRY)
    count = 0
    calendar.clear(heap, entities)
    for step in script:
        if step.play == PUSH:
            calendar.push(heap, step.time, step.what, step.who, step.who)
        elif step.play == REMOVE:
            calendar.remove(heap, step.who)
        elif calendar.size(heap) > 0:
            seen[count] = heap[1]
            count += 1
            calendar.pop(heap)
    while calendar.size(heap) > 0:
        seen[count] = heap[1]
        count += 1
        calendar.pop(heap)
    return seen[:count]


STEP = np.dtype([("play", "i8"), ("time", "f8"), ("what", "i8"), ("who", "i8")], align=True)


@numba.njit(error_model="numpy")
def play_queue(links: Records, script: CountArray, out: CountArray) -> None:
    """Play joins and leavings (rows of play, line, who); `out` (line, place) from head to tail."""
    queue.empty(links, LINES)
    for row in range(script.shape[0]):
        if script[row, 0] == JOIN:
            queue.join(links, LINES, script[row, 1], script[row, 2])
        else:
            queue.leave(links, LINES, script[row, 2])
    for line in range(LINES):
        who = queue.first(links, LINES, line)
        place = 0
        while who != queue.NOBODY:
            out[line, place] = who
            place += 1
            who = queue.next_after(links, LINES, line, who)


@numba.njit(error_model="numpy")
def words(key: Word, counters: WordArray) -> WordArray:
    """The 64 bits at each counter."""
    found = np.empty(len(counters), np.uint64)
    for place in range(len(counters)):
        found[place] = draws.word(key, counters[place])
    return found


@numba.njit(error_model="numpy")
def uniforms(key: Word, entities: WordArray, episodes: CountArray) -> FloatArray:
    """A uniform for each entity and episode: shape (entities, episodes)."""
    found = np.empty((len(entities), len(episodes)))
    for row in range(len(entities)):
        for column in range(len(episodes)):
            found[row, column] = draws.uniform(key, entities[row], episodes[column])
    return found
