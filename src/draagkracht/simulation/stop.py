"""Stopping a calculation that is no longer asked for."""

from dataclasses import dataclass
from threading import Event
from typing import ClassVar

from draagkracht.documents.error import DraagkrachtError


@dataclass(kw_only=True, eq=False)
class Stopped(DraagkrachtError):
    """A calculation was stopped before it had an outcome."""

    exit_code: ClassVar[int] = 1

    def sentence(self) -> str:
        return "Het rekenen is gestopt; er is geen uitkomst."

    @property
    def remedy(self) -> str:
        return "Reken opnieuw als u de uitkomst nog wilt."


class Stop:
    """Asks a calculation in another thread to stop; once set it stays set.

    >>> stop = Stop()
    >>> stop.set()
    >>> stop.is_set
    True
    """

    def __init__(self, within: "Stop | None" = None) -> None:
        self._event = Event()
        self._within = within

    def set(self) -> None:
        """Ask to stop as soon as may be."""
        self._event.set()

    @property
    def is_set(self) -> bool:
        """Whether it was asked, of this one or of the one it lies within."""
        return self._event.is_set() or (self._within is not None and self._within.is_set)

    def check(self) -> None:
        """Go on only while nobody asked to stop. Raises: Stopped."""
        if self.is_set:
            raise Stopped


class Never(Stop):
    """What nobody sets."""

    def set(self) -> None:
        """Refuse: others go by it too."""
        raise RuntimeError("make a Stop of your own")


NEVER = Never()
