"""Where the hours of a koers come from and go to, as steps from nothing to the whole.

Only means add up; medians of parts do not. So this is the one place where a page shows means.
"""

from dataclasses import dataclass
from typing import Final, Literal

from draagkracht.language.numbers import dutch_number
from draagkracht.simulation.attribution import TOGETHER, WHOLE, Attribution

Look = Literal["better", "worse", "rest", "whole"]

HOURS: Final = "uur per jaar"
_MINUS: Final = "\N{MINUS SIGN}"
_LEAST: Final = 0.5  # hours a year: less is nothing
LABEL_TOGETHER: Final = "Samenhang"
LABEL_WHOLE: Final = "De koers als geheel"


@dataclass(frozen=True, slots=True)
class Step:
    """A part of the koers, hour/year; it begins where the parts before it end.

    `low` and `high` are the spread of the part itself, from where it begins.
    """

    label: str
    begins: float
    mean: float
    low: float
    high: float
    look: Look

    @property
    def ends(self) -> float:
        """Where the next part begins."""
        return self.begins + self.mean

    @property
    def amount(self) -> str:
        """The mean with its sign and unit."""
        return signed_hours(self.mean)

    @property
    def spread(self) -> str:
        """In 8 of 10 toekomsten, with signs and the unit once."""
        low, high = _signed(self.low), _signed(self.high)
        return f"{low if low == high else f'{low} tot {high}'} {HOURS}"


def steps(found: Attribution) -> tuple[Step, ...]:
    """The elements, what they do to each other, and the whole; without elements nothing."""
    labels = {element.name: element.label_nl for element in found.elements}
    shown = []
    at = 0.0
    for part in found.parts:
        estimate = found.estimate(part)
        assert estimate is not None  # hours always exist
        mean = found.mean(part)
        whole = part == WHOLE
        label = labels.get(part, LABEL_WHOLE if whole else LABEL_TOGETHER)
        begins = 0.0 if whole else at
        look = _look(part, mean)
        shown.append(Step(label, begins, mean, estimate.low, estimate.high, look))
        at += mean
    return tuple(shown)


def signed_hours(hours: float) -> str:
    """Hours a year with their sign, at most two digits.

    >>> signed_hours(-1234.0), signed_hours(0.2)
    ('−1.200 uur per jaar', '0 uur per jaar')
    """
    return f"{_signed(hours)} {HOURS}"


def _signed(hours: float) -> str:
    if abs(hours) < _LEAST:
        return "0"
    return f"{'+' if hours > 0 else _MINUS}{dutch_number(abs(hours))}"


def _look(part: str, mean: float) -> Look:
    if part == WHOLE:
        return "whole"
    if part == TOGETHER:
        return "rest"
    return "better" if mean > 0 else "worse"
