"""What a quarter of a run is called: by its months."""

import datetime as dt
from typing import Final

from draagkracht.language.dates import dutch_date

MONTHS: Final = tuple(dutch_date(dt.date(2000, month, 1)).split()[1] for month in range(1, 13))


def quarter_label(start: dt.date, quarter: int) -> str:
    """The months of a quarter of the run: "januari t/m maart 2027"."""
    first = start.month - 1 + 3 * (quarter - 1)
    last = first + 2
    return f"{MONTHS[first % 12]} t/m {MONTHS[last % 12]} {start.year + last // 12}"
