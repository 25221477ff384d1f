"""When it is looked at again, and which measures are then held against what is expected now."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from draagkracht.language.dates import dutch_date
from draagkracht.language.sentences import sentence_case
from draagkracht.report.cell import Row
from draagkracht.report.comparison import HEADLINE
from draagkracht.report.material import Material
from draagkracht.report.measure_words import MEASURE_WORDS
from draagkracht.report.phrases import spread, value
from draagkracht.report.quarter_label import quarter_label
from draagkracht.simulation.estimate import Estimate

_AFTER: Final = 4  # quarters
_TEAMS: Final = ("absence", "tasks_undone")
ALIKE: Final = "niet te onderscheiden van doorgaan"


@dataclass(frozen=True, slots=True)
class Review:
    """The day of review, a year after the start, and what is expected by then."""

    day: str
    quarter: str
    heads: tuple[str, ...]
    rows: tuple[Row, ...]


def review_section(material: Material) -> Review:
    """The review that belongs to a decision for the time being."""
    start = material.town.start
    heads = ("Uitkomst", "Verwacht bij doorgaan zoals nu")
    return Review(
        day=dutch_date(a_year_after(start)),
        quarter=quarter_label(start, _AFTER),
        heads=(*heads, "Verwacht met de koers") if material.compares else heads,
        rows=tuple(_rows(material)),
    )


def a_year_after(day: dt.date) -> dt.date:
    """The same day a year later; 1 March after a leap day.

    >>> a_year_after(dt.date(2028, 2, 29))
    datetime.date(2029, 3, 1)
    """
    try:
        return day.replace(year=day.year + 1)
    except ValueError:
        return dt.date(day.year + 1, 3, 1)


def _rows(material: Material) -> Iterator[Row]:
    goals = [row.goal.measure for row in material.goals or ()]
    outcome, plan = material.outcome, material.plan.name
    for measure in dict.fromkeys([*goals, *HEADLINE, *_TEAMS]):
        now = outcome.estimate(measure, plan=outcome.carrying_on, quarter=_AFTER)
        cells = [_cell(now)]
        found = None
        if material.compares:
            found = outcome.estimate(measure, plan=plan, quarter=_AFTER)
            difference = outcome.difference(measure, plan=plan, quarter=_AFTER)
            # Two medians may lie apart where no toekomst differs by more than the rekenfout.
            alike = found is not None and difference is not None and not difference.real
            cells.append(ALIKE if alike else _cell(found))
        if now or found:
            yield (sentence_case(MEASURE_WORDS[measure].label), *cells)


def _cell(estimate: Estimate | None) -> str:
    return "te weinig vragen" if estimate is None else f"{value(estimate)} ({spread(estimate)})"
