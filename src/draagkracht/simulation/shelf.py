"""What a session remembers within a bound: what was asked longest ago goes first."""

from collections import OrderedDict
from collections.abc import Hashable
from dataclasses import dataclass
from threading import Lock
from typing import Generic, Protocol, TypeVar


class Sized(Protocol):
    """Something that knows what memory it takes."""

    @property
    def nbytes(self) -> int:
        """In bytes."""


T = TypeVar("T", bound=Sized)


@dataclass(slots=True)
class _Kept(Generic[T]):
    value: T
    nbytes: int
    turn: int


_ENTRY = 400  # bytes of an entry besides what it holds


class Shelf(Generic[T]):
    """Values by key, up to `room` bytes; threads may use it together.

    What the turn that runs has used is never put aside for something else of the same turn: a
    turn that asks for more than there is room for would otherwise put everything aside just before
    it is asked again.

    >>> import numpy as np
    >>> shelf = Shelf(room=2000)
    >>> for name in "abc":
    ...     shelf.begin_turn()
    ...     shelf.put(name, np.zeros(64))
    >>> [shelf.get(name) is not None for name in "abc"], shelf.nbytes
    ([False, True, True], 1824)
    """

    def __init__(self, room: int) -> None:
        self._room = room
        self._kept: OrderedDict[Hashable, _Kept[T]] = OrderedDict()
        self._lock = Lock()
        self._nbytes = 0
        self._turn = 0

    @property
    def nbytes(self) -> int:
        """Memory that is taken."""
        return self._nbytes

    def __len__(self) -> int:
        return len(self._kept)

    def begin_turn(self) -> None:
        """From here on everything kept so far may go, what was used longest ago first."""
        with self._lock:
            self._turn += 1

    def get(self, key: Hashable) -> T | None:
        """What is kept under a key, if it still is."""
        with self._lock:
            found = self._kept.get(key)
            if found is None:
                return None
            found.turn = self._turn
            self._kept.move_to_end(key)
            return found.value

    def put(self, key: Hashable, value: T) -> None:
        """Keep a value in place of what the key had, if there is room or room can be made."""
        size = value.nbytes + _ENTRY
        with self._lock:
            before = self._kept.pop(key, None)
            self._nbytes -= 0 if before is None else before.nbytes
            while self._nbytes + size > self._room:
                if size > self._room or not self._make_room():
                    return
            self._kept[key] = _Kept(value, size, self._turn)
            self._nbytes += size

    def set_room(self, room: int) -> None:
        """Change how much there may be; what does not fit any more goes."""
        with self._lock:
            self._room = max(0, room)
            while self._nbytes > self._room:
                _, gone = self._kept.popitem(last=False)
                self._nbytes -= gone.nbytes

    def _make_room(self) -> bool:
        if not self._kept or next(iter(self._kept.values())).turn == self._turn:
            return False
        _, gone = self._kept.popitem(last=False)
        self._nbytes -= gone.nbytes
        return True
