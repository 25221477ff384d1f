"""Dates as Dutch readers write them."""

import datetime as dt
from typing import Final

_MONTHS: Final = (
    "januari",
    "februari",
    "maart",
    "april",
    "mei",
    "juni",
    "juli",
    "augustus",
    "september",
    "oktober",
    "november",
    "december",
)


def dutch_date(day: dt.date) -> str:
    """A day in full.

    >>> dutch_date(dt.date(2026, 11, 21))
    '21 november 2026'
    """
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"
