"""Numbers as Dutch readers write them, and never more exact than we know them."""

import math
from decimal import Decimal
from typing import Final

SHOWN_DIGITS: Final = 2
_PERCENT: Final = 100


def dutch_number(value: float, digits: int = SHOWN_DIGITS) -> str:
    """A number with at most `digits` significant digits, decimal comma and thousands point.

    Raises: ValueError for a number that is not finite: an estimate that does not exist is left
    out, never shown.

    >>> dutch_number(0.0427), dutch_number(66815), dutch_number(7.0)
    ('0,043', '67.000', '7')
    """
    if not math.isfinite(value):
        raise ValueError("only finite numbers can be shown")
    rounded = Decimal(f"{value:.{digits}g}")
    text = f"{rounded:,f}"
    if "." in text:
        text = text.rstrip("0").rstrip(".")
    if text == "-0":
        return "0"
    return text.translate(_DUTCH)


def dutch_share(value: float, digits: int = SHOWN_DIGITS) -> str:
    """A share of 0 to 1 as a percentage.

    >>> dutch_share(0.064)
    '6,4 %'
    """
    return f"{dutch_number(_PERCENT * value, digits)} %"


def dutch_range(low: float, high: float, digits: int = SHOWN_DIGITS) -> str:
    """Two bounds as one phrase; once when they read the same.

    >>> dutch_range(4, 8.04), dutch_range(5, 5)
    ('4 tot 8', '5')
    """
    least, most = dutch_number(low, digits), dutch_number(high, digits)
    return least if least == most else f"{least} tot {most}"


_DUTCH: Final = str.maketrans({".": ",", ",": "."})
