"""A team's levers week by week, told apart by what they say and not by which cards say it."""

from dataclasses import dataclass
from hashlib import blake2b
from typing import Final

import numpy as np
from numpy.typing import NDArray

from draagkracht.engine.arrays import CountArray, Records
from draagkracht.simulation.lowering import PlanLowered

# A team that would go on from less than this costs as much to keep as to live again.
LEAST_WEEKS: Final = 13
_DIGEST: Final = 16


@dataclass(frozen=True)
class LeverRows:
    """The lever table of one team in one member under one koers, and its task package."""

    table: CountArray  # (1 + weeks, levers), the bits of the levers: row 0 today
    differs: NDArray[np.bool_]  # (weeks, levers): whether a row differs from the one before
    routes: bytes
    routes_from: int  # week; beyond the last when there is no task package

    @property
    def weeks(self) -> int:
        """Weeks from today on."""
        return self.table.shape[0] - 1

    def until(self, week: int) -> bytes:
        """A digest of all that can reach the team before `week`: equal only for equal rows."""
        first = np.flatnonzero(self.differs[:week].any(axis=0))
        known = blake2b(self.table[0].tobytes(), digest_size=_DIGEST)
        known.update(first.tobytes())
        known.update(np.ascontiguousarray(self.table[1 : 1 + week, first]).tobytes())
        if self.routes_from < week:
            known.update(b"%d" % self.routes_from + self.routes)
        return known.digest()

    @property
    def whole(self) -> bytes:
        """A digest of everything, whenever it acts."""
        known = self.until(self.weeks)
        return known + blake2b(b"%d" % self.routes_from + self.routes, digest_size=_DIGEST).digest()

    @property
    def starts(self) -> list[int]:
        """Weeks at which something begins, a quarter apart at least: there a team is kept."""
        moves = np.asarray(self.differs.any(axis=1))
        begins = set((np.flatnonzero(moves[1:] & ~moves[:-1]) + 1).tolist())
        begins.add(self.routes_from)
        found = [0]
        for week in sorted(begins):
            if found[-1] + LEAST_WEEKS <= week < self.weeks:
                found.append(week)
        return found[1:]


def lever_rows(levers: Records, plan: PlanLowered) -> LeverRows:
    """Tell apart a LEVER table (1 + weeks,) and the routes of a koers."""
    table = levers.view(np.int64).reshape(levers.size, -1)
    acts = bool(plan.routes.any())
    return LeverRows(
        table=table,
        differs=np.asarray(table[1:] != table[:-1]),
        routes=plan.routes.tobytes() if acts else b"",
        routes_from=plan.routes_from if acts else levers.size,
    )
