"""What a team may expect in a year at the start of its run-in, before anything is simulated."""

from collections.abc import Mapping
from typing import Final

import numpy as np

from draagkracht.engine.arrays import FloatArray
from draagkracht.model.kinds import KINDS
from draagkracht.simulation.solved import Solved

# Share of the work that is not settled or given up while waiting: an assumption of ours, for first
# guesses, the warning of the fold, and the break-even of prevention.
TAKEN_UP: Final = 0.9
_STATES: Final = ("self_reliant", "vulnerable")


def helped_vulnerable(by_state: FloatArray, values: Mapping[str, float]) -> tuple[float, float]:
    """Vulnerable households helped in a year, and those of them that recover by it."""
    asking = by_state[1] + np.array([0.0, *by_state[0, 1:]])
    helped = asking * (1.0 - at_once(values)) * TAKEN_UP
    recovery = np.array([values[f"casework.recovery_{kind}"] for kind in KINDS])
    return float(helped.sum()), float(np.sum(helped * recovery))


def at_once(values: Mapping[str, float]) -> FloatArray:
    """Share of the requests that an answer settles, by kind."""
    single = values["access.answered_at_once_single"]
    return np.array([single, values["access.answered_at_once_multiple"], 0.0])


def mean_hours(values: Mapping[str, float]) -> FloatArray:
    """Mean standard hours of the team for a case by kind, without what partners take over."""
    kept = 1.0 - (1.0 - values["partners.hours_before"]) * (1.0 - values["partners.hours_kept"])
    chance = np.array([values[f"partners.chance_{kind}"] for kind in KINDS])
    hours = np.array([values[f"casework.hours_{kind}"] for kind in KINDS])
    return np.asarray(hours * (1.0 - chance * (1.0 - kept)), dtype=np.float64)


def requests_by_state(
    vulnerable: FloatArray, values: Mapping[str, float], solved: Solved
) -> FloatArray:
    """Requests a year: rows self-reliant and vulnerable, columns kinds.

    `vulnerable` is the chance of each household to be so, shape (households,).
    """
    count = float(vulnerable.sum())
    numbers = (vulnerable.size - count, count)
    rows = []
    for state, number in zip(_STATES, numbers, strict=True):
        asked = number * values[f"households.request_rate_{state}"] * solved.request_scale
        multiple = values[f"households.multiple_share_{state}"]
        crisis = values[f"households.crisis_share_{state}"]
        rows.append(asked * np.array([1.0 - multiple - crisis, multiple, crisis]))
    return np.array(rows)
