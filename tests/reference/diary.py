"""Everything that happened, event by event and spell by spell; it is counted afterwards.

The kernel keeps running sums. Here a spell is written down when it ends, with its beginning, and
cut into quarters and weeks of age when all is over: Little's law is not used but found.
"""

import math
from collections import Counter, defaultdict
from dataclasses import dataclass, field
from typing import Final

PARTS: Final = 2**32  # of a tick
QUARTER: Final = 13  # ticks
OLDEST: Final = 104  # weeks of age that the curves follow

Place = tuple[int, int]  # group, kind


def parts(ticks: float) -> int:
    """A time as whole parts of a tick."""
    return math.floor(ticks * PARTS + 0.5)


@dataclass(frozen=True)
class Spell:
    """A stretch of waiting, of an open case or of being vulnerable; times in parts."""

    level: str
    place: Place
    since: int
    until: int
    asked: int


@dataclass
class Diary:
    """The account of one team."""

    quarter: int = -1  # -1 while the town is being filled
    events: Counter[tuple[int, Place, str]] = field(default_factory=Counter)
    starts: list[tuple[int, Place, int]] = field(default_factory=list)  # with age in parts
    lead: Counter[tuple[int, Place]] = field(default_factory=Counter)  # parts
    hours: list[dict[str, float]] = field(default_factory=list)  # by quarter
    spells: list[Spell] = field(default_factory=list)
    running: dict[tuple[str, int], tuple[Place, int, int]] = field(default_factory=dict)

    @property
    def counting(self) -> bool:
        """Whether the run-in has begun; before it a town is filled, and nothing of that counts."""
        return self.quarter >= 0

    def open_quarter(self) -> None:
        """Turn the page."""
        self.quarter += 1
        self.hours.append(defaultdict(float))

    def note(self, what: str, place: Place) -> None:
        """One event."""
        if self.counting:
            self.events[self.quarter, place, what] += 1

    def spend(self, what: str, amount: float) -> None:
        """Hours, or whatever else is summed over the weeks of a quarter."""
        if self.counting:
            self.hours[self.quarter][what] += amount

    def begin(self, level: str, who: int, place: Place, ticks: float, asked: float = 0.0) -> None:
        """A spell of this household begins."""
        assert (level, who) not in self.running
        self.running[level, who] = (place, parts(ticks), parts(asked))

    def end(self, level: str, who: int, ticks: float) -> None:
        """It ends."""
        place, since, asked = self.running.pop((level, who))
        self.spells.append(Spell(level, place, since, parts(ticks), asked))

    def note_start(self, place: Place, asked: float, now: float) -> None:
        """Help begins, so long after it was asked for (ticks)."""
        self.note("started", place)
        age = parts(now) - parts(asked)
        if age == 0:
            self.note("started_at_once", place)
        elif self.counting:
            self.starts.append((self.quarter, place, age))

    def note_lead(self, place: Place, started: float, now: float) -> None:
        """A case ends that was open so long (ticks)."""
        self.lead[self.quarter, place] += parts(now) - parts(started)

    def all_spells(self, until: float) -> list[Spell]:
        """Spells that have ended, and those that go on, up to a time in ticks."""
        going_on = [
            Spell(level, place, since, parts(until), asked)
            for (level, _), (place, since, asked) in self.running.items()
        ]
        return self.spells + going_on

    def time_spent(self, level: str, until: float) -> Counter[tuple[int, Place]]:
        """Parts of a tick spent in a level, by quarter and place."""
        total: Counter[tuple[int, Place]] = Counter()
        for spell in self.all_spells(until):
            if spell.level == level:
                for quarter, since, to in by_quarter(spell):
                    total[quarter, spell.place] += to - since
        return total

    def waited(self, until: float) -> Counter[tuple[int, Place, int]]:
        """Parts of a tick waited, by quarter, place and week of age."""
        total: Counter[tuple[int, Place, int]] = Counter()
        for spell in self.all_spells(until):
            if spell.level == "waiting":
                for quarter, since, to in by_quarter(spell):
                    for age in range(OLDEST):
                        begin = max(since, spell.asked + age * PARTS)
                        end = min(to, spell.asked + (age + 1) * PARTS)
                        total[quarter, spell.place, age] += max(0, end - begin)
        return total


def by_quarter(spell: Spell) -> list[tuple[int, int, int]]:
    """A spell cut at the ends of quarters: quarter, beginning and end in parts."""
    length = QUARTER * PARTS
    pieces = []
    for quarter in range(spell.since // length, spell.until // length + 1):
        begin = max(spell.since, quarter * length)
        end = min(spell.until, (quarter + 1) * length)
        pieces.append((quarter, begin, end))
    return pieces
