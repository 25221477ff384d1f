"""Turns of phrase that the reasons of several frames share; never a bare number."""

from collections.abc import Sequence

from draagkracht.choice.counting import Count, needed, weakest
from draagkracht.language.numbers import dutch_share
from draagkracht.language.sentences import sentence_case
from draagkracht.language.units import dutch_amount
from draagkracht.simulation.estimate import Estimate

_CHANGE_UNITS = {"share": "share_change", "ratio": "share_change"}


def out_of(count: Count, bar: float) -> str:
    """In how many toekomsten of one scenario.

    >>> out_of(Count("trend", 0.5, 16), 0.8)
    'in 8 van de 16 toekomsten'
    """
    return f"in {count.passes(bar)} van de {count.of} toekomsten"


def fewest(counts: Sequence[Count], bar: float) -> str:
    """The same for the scenario in which it is fewest, and which that is.

    >>> fewest([Count("trend", 1.0, 16), Count("rustig", 0.5, 16)], 0.8)
    'In 8 van de 16 toekomsten (minst: rustig)'
    """
    least = weakest(counts)
    alike = len({count.passes(bar) for count in counts}) == 1
    which = "" if alike else f" (minst: {least.scenario})"
    return f"{sentence_case(out_of(least, bar))}{which}"


def bar_words(bar: float, of: int) -> str:
    """The bar itself, as a share and as a number of toekomsten.

    >>> bar_words(0.8, 64)
    'Nodig in elk scenario: 52 (80 %, een aanname).'
    """
    return f"Nodig in elk scenario: {needed(bar, of)} ({dutch_share(bar)}, een aanname)."


def changed(difference: Estimate) -> str:
    """A difference in words: how much lower or higher, with its unit.

    >>> costs = Estimate(
    ...     "costs", "euro/year", "town", None, None, -37211.0, -9e4, 2e4, 1e3, 64, True, "a"
    ... )
    >>> changed(costs)
    '37.000 euro per jaar lager'
    """
    if difference.median == 0:
        return "gelijk"
    direction = "lager" if difference.median < 0 else "hoger"
    return f"{amount(abs(difference.median), difference.unit)} {direction}"


def amount(size: float, unit: str) -> str:
    """The size of a difference with its unit.

    A ratio is pressure, and pages tell it as a percentage.

    >>> amount(0.04, "ratio"), amount(0.011, "share")
    ('4 procentpunten', '1,1 procentpunten')
    """
    return dutch_amount(size, _CHANGE_UNITS.get(unit, unit))
