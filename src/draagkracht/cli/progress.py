"""How far a long answer is, and how long it still takes: on the error stream, for people only."""

import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from rich.progress import Progress, TaskID

PATIENCE: Final = 2.0  # seconds that nobody minds waiting
_EVERY: Final = 10.0  # seconds between two lines where no line can be drawn over

Advance = Callable[[int, int], None]


@contextmanager
def progress(
    label: str, *, preparing: str = "bezig", quiet: bool = False, patience: float = PATIENCE
) -> Iterator[Advance]:
    """Give a function to call with what is done and what there is to do in all.

    Nothing shows in the first `patience` seconds, nor when `quiet`. A terminal gets a bar that
    goes away again; a file or pipe gets a line now and then. Until the first call it says
    `preparing`, so that compiling for the first time is no silence.

    >>> with progress("Rekenen", quiet=True) as advance:
    ...     advance(1, 8)
    """
    if quiet:
        yield _say_nothing
        return
    meter = _Meter(label, preparing)
    timer = threading.Timer(patience, meter.begin)
    timer.daemon = True
    timer.start()
    try:
        yield meter.advance
    finally:
        timer.cancel()
        meter.end()


def time_left(seconds: float) -> str:
    """A rough time in words.

    >>> time_left(0.4), time_left(48), time_left(200)
    ('nog 1 seconde', 'nog 48 seconden', 'nog ongeveer 3 minuten')
    """
    if seconds < 100:
        count = max(1, round(seconds))
        return f"nog {count} {'seconde' if count == 1 else 'seconden'}"
    return f"nog ongeveer {round(seconds / 60)} minuten"


def _say_nothing(_done: int, _total: int) -> None:
    pass


class _Meter:
    """What is done so far; the timer's thread and the working thread both come here."""

    def __init__(self, label: str, preparing: str) -> None:
        self._label = label
        self._preparing = preparing
        self._lock = threading.Lock()
        self._done = 0
        self._total = 0
        self._first: tuple[float, int] | None = None  # when the first call came, and with what
        self._begun = False
        self._ended = False
        self._bar: Progress | None = None
        self._task: TaskID | None = None
        self._said = 0.0

    def begin(self) -> None:
        """Start showing, unless the work is over."""
        with self._lock:
            if self._ended:
                return
            self._begun = True
            if sys.stderr.isatty():
                self._draw()
            self._show()

    def advance(self, done: int, total: int) -> None:
        """Take in how far the work is."""
        with self._lock:
            self._done, self._total = done, total
            if self._first is None:
                self._first = (time.monotonic(), done)
                self._said = 0.0  # the end of preparing is news
            if self._begun and not self._ended:
                self._show()

    def end(self) -> None:
        """Leave the screen as it was."""
        with self._lock:
            self._ended = True
            if self._bar is not None:
                self._bar.stop()

    def _draw(self) -> None:
        from rich.console import Console  # late: nothing of it may load for --help
        from rich.progress import BarColumn, Progress, TextColumn

        self._bar = Progress(
            TextColumn("{task.description}"),
            BarColumn(bar_width=24),
            TextColumn("{task.fields[said]}"),
            console=Console(stderr=True),
            transient=True,
        )
        self._task = self._bar.add_task(self._label, total=None, said="")
        self._bar.start()

    def _show(self) -> None:
        said = self._sentence()
        if self._bar is not None and self._task is not None:
            total = self._total or None
            self._bar.update(self._task, completed=self._done, total=total, said=said)
            return
        now = time.monotonic()
        if self._said == 0.0 or now - self._said >= _EVERY:
            self._said = now
            print(f"{self._label}: {said}", file=sys.stderr, flush=True)

    def _sentence(self) -> str:
        if self._first is None:
            return self._preparing
        begun, already = self._first
        so_far = f"{self._done} van {self._total}"
        if self._done <= already:
            return so_far
        pace = (time.monotonic() - begun) / (self._done - already)
        return f"{so_far}, {time_left(pace * (self._total - self._done))}"
