"""One waiting curve over several histories."""

from collections.abc import Sequence

import numpy as np

from draagkracht.model import ledger as book
from draagkracht.model.curves import waiting
from draagkracht.model.ledger import Accounts
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
    out = np.zeros((1, until - since + 1, book.KIND_COUNT + 1, 2))
    waiting(*ledgers, np.array([0]), np.array([len(histories)]), out)
    return float(out[0, -1, -1, 0]), float(out[0, -1, -1, 1])
