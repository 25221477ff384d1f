"""When things happen: a heap that can forget an entry, and buckets for what lies weeks away.

The heap holds at most one entry an entity, so it never fills up with entries that have gone
stale: it knows where each entity stands, and leaving costs O(log n). Ties end in (kind of event,
order), so what comes first never depends on how the heap was built, nor on where in memory an
entity happens to stand.
"""

from typing import Final

import numpy as np
from numba.extending import register_jitable

from draagkracht.engine.arrays import Records

# Entries stand at 1, 2, …; `who` of record 0 is their number. `place` of record i + 1 is where
# entity i stands, so that a heap for n entities is n + 1 records and nothing else.
ENTRY: Final = np.dtype(
    [("time", "f8"), ("what", "i4"), ("order", "i4"), ("who", "i4"), ("place", "i4")], align=True
)
NOBODY: Final = -1
_NOWHERE: Final = 0
_ARITY: Final = 4


@register_jitable
def size(heap: Records) -> int:
    """Entries in the heap; the count is kept in the spare record at index 0."""
    return heap[0].who


@register_jitable
def clear(heap: Records, entities: int) -> None:
    """Forget every entry of the first so many entities."""
    heap[0].who = 0
    for who in range(entities):
        heap[who + 1].place = _NOWHERE


@register_jitable
def welcome(heap: Records, who: int) -> None:
    """Know an entity that was never here: it stands nowhere yet."""
    heap[who + 1].place = _NOWHERE


@register_jitable
def push(heap: Records, time: float, what: int, who: int, order: int) -> None:
    """Enter `who` at `time`; who stands in the heap already may not be pushed again.

    Of what falls together the lowest `what` comes first, and of those the lowest `order`.
    """
    place = heap[0].who + 1
    heap[0].who = place
    _rise(heap, place, time, what, who, order)


@register_jitable
def remove(heap: Records, who: int) -> None:
    """Take `who` out if it is in."""
    place = heap[who + 1].place
    if place == _NOWHERE:
        return
    heap[who + 1].place = _NOWHERE
    last = heap[0].who
    heap[0].who = last - 1
    if place == last:
        return
    time, what = heap[last].time, heap[last].what
    moved, order = heap[last].who, heap[last].order
    parent = _parent(place)
    if place > 1 and _earlier(time, what, order, heap, parent):
        _rise(heap, place, time, what, moved, order)
    else:
        _sink(heap, place, time, what, moved, order)


@register_jitable
def pop(heap: Records) -> None:
    """Take the first entry out; read it at index 1 beforehand."""
    remove(heap, heap[1].who)


@register_jitable
def _parent(place: int) -> int:
    return (place - 2) // _ARITY + 1


@register_jitable
def _first_of(heap: Records, place: int, last: int) -> int:
    """The first to happen of the entries from `place` to `last`.

    Who is earliest is a toss-up that no processor guesses, so times are compared without a branch;
    ties, which are rare, are looked at again.
    """
    best = place
    least = heap[place].time
    tied = False
    for other in range(place + 1, last + 1):
        time = heap[other].time
        tied |= time == least
        best = other if time < least else best
        least = min(time, least)
    if tied:
        for other in range(place, last + 1):
            if _earlier(heap[other].time, heap[other].what, heap[other].order, heap, best):
                best = other
    return best


@register_jitable
def _first_child(place: int) -> int:
    return (place - 1) * _ARITY + 2


@register_jitable
def _earlier(time: float, what: int, order: int, heap: Records, place: int) -> bool:
    other = heap[place]
    if time != other.time:
        return time < other.time
    if what != other.what:
        return what < other.what
    return order < other.order


@register_jitable
def _put(heap: Records, place: int, time: float, what: int, who: int, order: int) -> None:
    heap[place].time = time
    heap[place].what = what
    heap[place].order = order
    heap[place].who = who
    heap[who + 1].place = place


@register_jitable
def _rise(heap: Records, place: int, time: float, what: int, who: int, order: int) -> None:
    while place > 1:
        parent = _parent(place)
        if not _earlier(time, what, order, heap, parent):
            break
        above = heap[parent]
        _put(heap, place, above.time, above.what, above.who, above.order)
        place = parent
    _put(heap, place, time, what, who, order)


@register_jitable
def _sink(heap: Records, place: int, time: float, what: int, who: int, order: int) -> None:
    """Fill a hole at `place` with an entry that stood last: it nearly always belongs at a leaf.

    So the hole goes down past the earliest children first, and the entry then rises from there.
    """
    top = place
    count = heap[0].who
    while True:
        child = _first_child(place)
        if child > count:
            break
        best = _first_of(heap, child, min(child + _ARITY - 1, count))
        below = heap[best]
        _put(heap, place, below.time, below.what, below.who, below.order)
        place = best
    while place > top:
        parent = _parent(place)
        if not _earlier(time, what, order, heap, parent):
            break
        above = heap[parent]
        _put(heap, place, above.time, above.what, above.who, above.order)
        place = parent
    _put(heap, place, time, what, who, order)
