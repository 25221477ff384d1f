"""What a town goes for, and in how many toekomsten it gets there: the shapes a page can show."""

import datetime as dt
from collections.abc import Mapping
from types import MappingProxyType
from typing import Final, Protocol

from draagkracht.documents.document import Wording
from draagkracht.language.numbers import dutch_number
from draagkracht.language.sentences import sentence_case
from draagkracht.report.amount import AS_GIVEN
from draagkracht.report.measure_words import MEASURE_WORDS
from draagkracht.report.quarter_label import MONTHS

_BOUND_WORDS: Final[Mapping[str, str]] = MappingProxyType(
    {"lower": "hoogstens", "higher": "ten minste"}
)


class Goal(Protocol):
    """A measure with the bound a town wants it to stay under or to reach, and why."""

    @property
    def measure(self) -> str: ...
    @property
    def direction(self) -> str: ...
    @property
    def bound(self) -> float: ...
    @property
    def why(self) -> Wording: ...


class GoalReached(Protocol):
    """In how many `of` the toekomsten a goal is reached in its budget year (1 is the first).

    `koers` None: only carrying on was run. `carrying_on` None: neither can be counted.
    """

    @property
    def goal(self) -> Goal: ...
    @property
    def year(self) -> int: ...
    @property
    def carrying_on(self) -> int | None: ...
    @property
    def koers(self) -> int | None: ...
    @property
    def of(self) -> int: ...


def goal_sentence(reached: GoalReached, *, start: dt.date) -> str:
    """A goal as one sentence, with its unit and its year."""
    goal = reached.goal
    words = MEASURE_WORDS[goal.measure]
    number = dutch_number(words.scale * goal.bound, AS_GIVEN)
    bound = f"{_BOUND_WORDS[goal.direction]} {number} {words.after(number)}"
    return f"{sentence_case(words.subject)} is in {year_named(start, reached.year)} {bound}."


def year_named(start: dt.date, year: int) -> str:
    """A budget year: a calendar year where the run begins in January, else its months.

    >>> year_named(dt.date(2027, 1, 1), 2), year_named(dt.date(2027, 7, 1), 1)
    ('het jaar 2028', 'juli 2027 t/m juni 2028')
    """
    first = start.year + year - 1
    if start.month == 1:
        return f"het jaar {first}"
    return f"{MONTHS[start.month - 1]} {first} t/m {MONTHS[start.month - 2]} {first + 1}"
