"""One waiting curve over several histories."""

from collections.abc import Sequence

import numpy as np

from draagkracht.model import ledger as book
from draagkracht.model.ledger import Accounts
from draagkracht.simulation.team_lived import TeamPlaces, empty_desk, tallied
from theory.one_team import History

# What the curve is made from, in the order in which it is asked for.
PARTS = tuple(name for name in Accounts._fields if name != "hours")


def whole_curve(histories: Sequence[History], since: int, until: int) -> tuple[float, float]:
    """Mean and p90 of the wait from quarter `since` to `until`, all kinds and histories together.

    The histories stand side by side as the wijk groups of one place.
    """
    ledgers = [
        np.concatenate([getattr(history.accounts, part)[:, since:until] for history in histories])
        for part in PARTS
    ]
    quarters = ledgers[0].shape[1]
    accounts = Accounts(*ledgers, hours=np.zeros((1, quarters, book.HOURS)))
    together = np.zeros(accounts.counts.shape[0], np.int64)
    place = TeamPlaces(together, together, ("GM0000",), np.ones(1))
    mean, p90 = tallied(accounts, 0, place, empty_desk(2, quarters)).waits[0, -1, -1]
    return float(mean), float(p90)
