"""What residents notice: measures that follow from whole numbers counted at a place."""

from collections.abc import Mapping
from typing import Final

import numpy as np

from draagkracht.engine.arrays import CountArray, FloatArray
from draagkracht.model import ledger as book
from draagkracht.model.kinds import CRISIS
from draagkracht.model.measures import MEASURES
from draagkracht.simulation.division import over, years_of

# In the order in which they stand side by side in a table.
RESIDENT: Final = (
    "requests",
    "waiting_time",
    "waiting_time_p90",
    "waiting_list",
    "given_up",
    "escalated",
    "crisis_requests",
    "lead_time",
    "vulnerable_households",
    "recovered",
    "recurrence",
    "helped_per_100_vulnerable",
    "referrals",
    "open_cases_per_fte",  # open cases: over fte only where hours are known
)
_WIDTHS: Final = [len(MEASURES[name].parts) + 1 for name in RESIDENT]
_ENDS: Final = np.cumsum(_WIDTHS).tolist()
COLUMNS: Final[Mapping[str, slice]] = {
    name: slice(end - width, end) for name, end, width in zip(RESIDENT, _ENDS, _WIDTHS, strict=True)
}
WIDTH: Final = _ENDS[-1]


def resident_table(counted: CountArray, waits: FloatArray, households: FloatArray) -> FloatArray:
    """Measures of residents side by side, as `COLUMNS` has them: (places, quarters + 1, WIDTH).

    `counted` is (places, quarters + 1, kinds + 1, COUNTERS) with the horizon as last quarter and
    all kinds together last; `waits` the same with mean and p90; `households` (places,). What has
    nothing to be divided by is NaN.
    """
    found = _of_counts(counted, households[:, None, None])
    found["waiting_time"] = waits[..., 0]
    found["waiting_time_p90"] = waits[..., 1]
    return np.concatenate([found[name] for name in RESIDENT], axis=-1)


def _of_counts(counts: CountArray, households: FloatArray) -> dict[str, FloatArray]:
    years = years_of(counts.shape[1] - 1)[None, :, None]
    ticks = years * 4.0 * book.QUARTER
    yearly = 1000.0 / households / years
    crisis = (
        counts[:, :, CRISIS : CRISIS + 1, book.REQUESTED]
        + (counts[:, :, CRISIS : CRISIS + 1, book.ESCALATED_IN])
    )
    every = counts[:, :, -1:]
    vulnerable = every[..., book.TIME_VULNERABLE] / book.PARTS / ticks
    helped = every[..., book.STARTED] + every[..., book.ANSWERED_AT_ONCE]
    helped = helped + every[..., book.TO_DESK] - every[..., book.MISSED]
    helped = helped + every[..., book.TO_PARTNER]
    recovered = every[..., book.RECOVERED] + every[..., book.RECOVERED_ALONE]
    return {
        "requests": counts[..., book.REQUESTED] / years,
        "waiting_list": counts[..., book.TIME_WAITING] / book.PARTS / ticks,
        "given_up": (counts[..., book.GIVEN_UP] + counts[..., book.TURNED_AWAY]) * yearly,
        "escalated": counts[..., book.ESCALATED_OUT] * yearly,
        "crisis_requests": crisis * yearly,
        "lead_time": over(counts[..., book.LEAD_TIME] / book.PARTS, counts[..., book.CLOSED]),
        "vulnerable_households": vulnerable / households,
        "recovered": recovered * yearly,
        "recurrence": over(every[..., book.RECURRED], every[..., book.REQUESTED]),
        "helped_per_100_vulnerable": over(100.0 * helped / years, vulnerable),
        "referrals": (every[..., book.REFERRED] + every[..., book.TO_PARTNER]) * yearly,
        "open_cases_per_fte": every[..., book.TIME_OPEN] / book.PARTS / ticks,
    }
