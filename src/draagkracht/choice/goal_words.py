"""A goal as one Dutch phrase."""

from typing import Final

from draagkracht.language.units import dutch_amount
from draagkracht.model.measures import MEASURES
from draagkracht.town.goal import Goal

_WORDS: Final = {"lower": "hoogstens", "higher": "ten minste"}
_DIGITS: Final = 9  # a bound is what the town wrote, and no estimate: shown as it stands


def goal_words(goal: Goal, *, year: int | None = None) -> str:
    """Measure, bound and year; without any year it is the last one that is computed.

    >>> from draagkracht.town.reading import read_town
    >>> goal_words(read_town("voorbeelddorp").goals[0])
    'wachttijd hoogstens 8 weken, in het laatste jaar'
    """
    label = MEASURES[goal.measure].label_nl.lower()
    bound = dutch_amount(goal.bound, goal.unit, _DIGITS)
    named = goal.year if year is None else year
    when = "in het laatste jaar" if named is None else f"in jaar {named}"
    return f"{label} {_WORDS[goal.direction]} {bound}, {when}"
