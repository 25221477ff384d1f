"""The means of a koers, quarter by quarter: people, hours that were short, euros left unspent.

Kept beside the measures because *no extra means* is a test on every budget year, and the hours
that cards ask must fit in every week, also while a koers begins.
"""

from collections.abc import Mapping
from typing import Final

import numpy as np

from draagkracht.engine.arrays import FloatArray
from draagkracht.model import ledger as book
from draagkracht.model.money import WEEKS_A_YEAR

# Mean formation in fte; hours of cards, onboarding and coordination for which there was no time;
# euros that the vacant part of the formation would have cost.
MEANS: Final = ("fte", "hours_short", "vacant_euros")
FTE: Final = MEANS.index("fte")
HOURS_SHORT: Final = MEANS.index("hours_short")
VACANT_EUROS: Final = MEANS.index("vacant_euros")


def means_of(hours: FloatArray, values: Mapping[str, float]) -> FloatArray:
    """Means of the town by quarter, from the hours of its teams (teams, quarters, HOURS).

    Shape (quarters, MEANS); `values` are the member's figures. A week in one team whose hours do
    not fit leaves hours short, however many were left over in other weeks or teams.

    >>> hours = np.zeros((1, 1, book.HOURS))
    >>> hours[0, 0, [book.H_FTE, book.H_UNFIT, book.H_VACANT]] = 130.0, 2.5, 13.0
    >>> means_of(hours, {"money.fte": 104_000.0}).tolist()
    [[10.0, 2.5, 26000.0]]
    """
    town = hours.sum(axis=0)
    found = np.empty((town.shape[0], len(MEANS)))
    found[:, FTE] = town[:, book.H_FTE] / book.QUARTER
    found[:, HOURS_SHORT] = town[:, book.H_UNFIT]
    found[:, VACANT_EUROS] = town[:, book.H_VACANT] * values["money.fte"] / WEEKS_A_YEAR
    return found
