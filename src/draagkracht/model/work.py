"""The work ledger: hours of work that a year asks for, whoever or whatever gets to it.

A team that is full always uses all its hours, so hours used say nothing: what counts is work.
Work enters when it is asked, at its standard hours, so that neither a longer line, nor corners
cut, prevention crowded out, nor people giving up look like hours won. Hours that today's formation
would work and that nobody does are asked too: else a vacancy, which saves its own meetings, would
look like relief (docs/adr/0009-work-ledger.md).
"""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

import numpy as np

from draagkracht.engine.arrays import FloatArray
from draagkracht.model import ledger as book

# Line of the work ledger -> columns of the hours that make it; the first adds, a minus takes off.
_COLUMNS: Final[Mapping[str, tuple[int, ...]]] = MappingProxyType(
    {
        "cases": (book.H_ADMITTED,),
        "attention": (book.H_ADVICE, book.H_HELD, book.H_CONTACT, book.H_SHORT),
        "administration": (book.H_ADMINISTRATION,),
        "meetings": (book.H_MEETING,),
        "overhead": (book.H_OVERHEAD,),
        "prevention": (book.H_PREVENTION, book.H_CROWDED_OUT),
        "onboarding": (book.H_ONBOARDING,),
        "coordination": (book.H_COORDINATION,),
        "cards": (book.H_CARDS, book.H_UNFIT),
        "lost": (book.H_LOST,),
    }
)
LINES: Final = tuple(_COLUMNS)
LABELS_NL: Final[Mapping[str, str]] = MappingProxyType(
    {
        "cases": "werk aan nieuwe zaken",
        "attention": "advies, loket, openhouden en contact",
        "administration": "registratie",
        "meetings": "overleg en scholing",
        "overhead": "overhead",
        "prevention": "preventie",
        "onboarding": "inwerken",
        "coordination": "begeleiding van vrijwilligers en kringen",
        "cards": "uren die kaarten vragen",
        "lost": "uren die er niet zijn: vacatures, verzuim, inwerken, omslag",
    }
)


def work_asked(hours: FloatArray) -> FloatArray:
    """Hours of work by line: shape (..., HOURS) to (..., lines), in hours of the same span.

    What partners take over of a case is no work of the team; hours borrowed from another team
    are hours there are, and what is lost on the way is not.

    >>> hours = np.zeros(book.HOURS)
    >>> hours[book.H_ADMITTED], hours[book.H_TAKEN_OVER], hours[book.H_CARDS] = 100.0, 20.0, 5.0
    >>> work_asked(hours).tolist()
    [80.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 5.0, 0.0]
    """
    lines = [sum(hours[..., column] for column in columns) for columns in _COLUMNS.values()]
    asked = np.stack(lines, axis=-1)
    asked[..., LINES.index("cases")] -= hours[..., book.H_TAKEN_OVER]
    asked[..., LINES.index("lost")] -= hours[..., book.H_POOLED]
    return np.asarray(asked, dtype=np.float64)
