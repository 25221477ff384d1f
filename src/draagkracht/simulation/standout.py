"""The figures that make one toekomst what it is: those that lie farthest from their centre."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Final

from draagkracht.evidence.catalogue import Catalogue
from draagkracht.evidence.figure import Figure

MOST: Final = 3
_HALF: Final = 0.5
_DIGITS: Final = 6  # of a place in a spread: the tails are cut at one place, so places tie


@dataclass(frozen=True, slots=True)
class Standout:
    """A figure with its value in this toekomst; `place` is the share of its spread below it."""

    figure: Figure
    value: float
    place: float

    @property
    def is_high(self) -> bool:
        """Whether it lies above its centre."""
        return self.place > _HALF


def standouts(
    values: Mapping[str, float], names: Iterable[str], catalogue: Catalogue
) -> tuple[Standout, ...]:
    """The three of these figures that lie farthest out in their own spread.

    Where two lie equally far, the one goes first that is the larger factor away from its centre.
    """
    found = []
    for name in sorted(names):
        figure = catalogue.figure(name)
        if not figure.spread.is_constant:
            place = figure.spread.share_below(values[name])
            found.append(Standout(figure, values[name], place))
    found.sort(key=lambda each: (-round(abs(each.place - _HALF), _DIGITS), -_factor(each)))
    return tuple(found[:MOST])


def _factor(each: Standout) -> float:
    central = each.figure.central
    if central <= 0 or each.value <= 0:
        return 1.0
    return max(each.value / central, central / each.value)
