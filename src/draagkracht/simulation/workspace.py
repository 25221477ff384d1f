"""Memory for one team's future and its accounts; made once and used again for every member."""

import numpy as np

from draagkracht.engine.arrays import Records
from draagkracht.model import ledger as book
from draagkracht.model.ledger import Accounts
from draagkracht.model.state import AGENDA, FRAME, LINES

# What is kept of every slot, and how many records beside those of the slots.
_BY_SLOT = {"cases": 0, "links": LINES, "agenda": AGENDA, "calendar": 1, "closings": 1}


def empty_frames(teams: int = 1) -> Records:
    """Frames for any teams; the system gives memory only for what is used of them."""
    return np.zeros(teams, FRAME)


def empty_accounts(groups: int, quarters: int, teams: int = 1) -> Accounts:
    """Blank accounts for `groups` wijk groups over `quarters` from the run-in's start."""
    kinds = book.KIND_COUNT
    curve = (groups, quarters, kinds, book.WEEKLY_BINS)
    return Accounts(
        counts=np.zeros((groups, quarters, kinds, book.COUNTERS), np.int64),
        exposed=np.zeros(curve, np.int64),
        spared=np.zeros(curve, np.int64),
        started=np.zeros(curve, np.int64),
        hours=np.zeros((teams, quarters, book.HOURS)),
    )


def copy_frame(source: Records, target: Records) -> None:
    """Make `target` live on exactly where `source` stands."""
    number = int(source["number"][0])
    slots = int(source["own"]["slots"][0])
    groups = int(source["ledger"]["groups"][0])
    for field in FRAME.names or ():
        if field in _BY_SLOT:
            kept = slots + _BY_SLOT[field]
            target[field][0, :kept] = source[field][0, :kept]
        elif field == "households":
            target[field][0, :number] = source[field][0, :number]
        elif field == "positions":
            people = int(source["own"]["positions"][0])
            target[field][0, :people] = source[field][0, :people]
        elif field == "ledger":
            target["ledger"]["groups"] = groups
            target["ledger"]["levels"][0, :groups] = source["ledger"]["levels"][0, :groups]
        else:
            target[field] = source[field]
