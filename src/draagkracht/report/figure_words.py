"""A figure of the catalogue in words: its value and range with their unit."""

from draagkracht.evidence.figure import Figure
from draagkracht.language.units import dutch_amount, dutch_amount_range


def figure_value(figure: Figure, times: float = 1.0) -> str:
    """The median with its unit, `times` something."""
    return dutch_amount(times * figure.central, figure.unit).replace("-", "\N{MINUS SIGN}")


def figure_range(figure: Figure, times: float = 1.0) -> str:
    """From low to high with the unit; "vast" for a constant."""
    if figure.low == figure.high:
        return "vast"
    text = dutch_amount_range(times * figure.low, times * figure.high, figure.unit)
    return text.replace("-", "\N{MINUS SIGN}")
