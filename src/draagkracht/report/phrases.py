"""An estimate in Dutch words: its value, its spread, its change; never a number on its own."""

from typing import Final

from draagkracht.language.numbers import dutch_number
from draagkracht.report.measure_words import MEASURE_WORDS, MeasureWords
from draagkracht.simulation.estimate import Estimate

UNKNOWN_ERROR: Final = "niet bekend"
_MINUS: Final = "\N{MINUS SIGN}"
_LEAST: Final = 0.01  # of any unit: smaller means nothing to a reader


def words_of(estimate: Estimate) -> MeasureWords:
    """The words of the measure that an estimate is of."""
    return MEASURE_WORDS[estimate.measure]


def value(estimate: Estimate) -> str:
    """The median with its unit: "37 weken"."""
    words = words_of(estimate)
    number = _number(estimate.median, words)
    return f"{number} {words.after(number)}"


def spread(estimate: Estimate) -> str:
    """What we do not know, with the unit once: "28 tot 46 weken"."""
    words = words_of(estimate)
    low, high = _number(estimate.low, words), _number(estimate.high, words)
    text = low if low == high else f"{low} tot {high}"
    return f"{text} {words.after(text)}"


def from_to(first: Estimate, last: Estimate) -> str:
    """Two values of one measure, the unit once: "van 6,7 naar 37 weken"."""
    words = words_of(last)
    begin, end = _number(first.median, words), _number(last.median, words)
    before = begin if words.after(begin) == words.after(end) else value(first)
    return f"van {before} naar {value(last)}"


def change(difference: Estimate) -> str:
    """A difference in words: "0,63 weken langer"; "geen verschil" when it is nothing at all."""
    if difference.median == 0:
        return "geen verschil"
    words = words_of(difference)
    number = _number(abs(difference.median), words)
    if number == "0":
        number = f"minder dan {dutch_number(_LEAST)}"
    direction = words.more if difference.median > 0 else words.less
    return f"{number} {words.after_change(number)} {direction}"


def signed(difference: Estimate) -> str:
    """A difference with its sign: "+0,63 weken"."""
    words = words_of(difference)
    number = _signed(difference.median, words)
    return f"{number} {words.after_change(number)}"


def signed_spread(difference: Estimate) -> str:
    """The spread of a difference, each end with its sign: "−2,1 tot +6 weken"."""
    words = words_of(difference)
    low, high = _signed(difference.low, words), _signed(difference.high, words)
    text = low if low == high else f"{low} tot {high}"
    return f"{text} {words.after_change(text)}"


def bare_number(estimate: Estimate) -> str:
    """The median alone, for a chart whose axis has the unit; a difference has its sign."""
    words = words_of(estimate)
    if estimate.difference:
        return _signed(estimate.median, words)
    return _number(estimate.median, words)


def error(estimate: Estimate) -> str:
    """The rekenfout of the median with its unit, or that it is not known."""
    if estimate.error is None:
        return UNKNOWN_ERROR
    words = words_of(estimate)
    number = _number(estimate.error, words)
    unit = words.after_change(number) if estimate.difference else words.after(number)
    return f"{number} {unit}"


def signed_percent(part: float) -> str:
    """A part of something, with its sign: "+6,8 %"."""
    text = dutch_number(abs(100 * part)) if abs(100 * part) >= _LEAST else "0"
    sign = "" if text == "0" else "+" if part > 0 else _MINUS
    return f"{sign}{text} %"


def _number(number: float, words: MeasureWords) -> str:
    shown = words.scale * number
    return dutch_number(shown) if abs(shown) >= _LEAST else "0"


def _signed(number: float, words: MeasureWords) -> str:
    text = _number(abs(number), words)
    if text == "0":
        return text
    return f"{'+' if number > 0 else _MINUS}{text}"
