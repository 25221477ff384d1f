"""From the tallies of one replication to the statistics of each station, window and kind."""

from collections.abc import Sequence
from typing import Final

import numpy as np

from draagkracht.engine.arrays import FloatArray
from draagkracht.network import layout as at
from draagkracht.network.plan import NetworkPlan, integral

STATISTICS: Final = (
    "arrivals",
    "served",
    "gave_up",
    "mean_queue",
    "mean_in_system",
    "mean_wait_served",
    "mean_wait_all",
    "p90_wait_served",
    "utilisation",
)
_NINETY: Final = 0.9

Window = tuple[float, float]


def statistics_of(
    floor: at.Floor, plan: NetworkPlan, windows: Sequence[Window], horizon: float
) -> FloatArray:
    """Statistics of one replication: (window, station, kind and then all, statistic).

    What does not exist, such as the mean of no waits, is nan.
    """
    kinds = len(plan.kinds)
    stretches = floor.segments
    unit = horizon / at.PARTS
    names = at.TALLY.names or ()
    shape = (len(stretches) - 1, len(plan.stations), kinds)
    tallies = {name: floor.tallies[name].reshape(shape) for name in names}
    span = np.floor(stretches * float(floor.run["parts"][0])).astype(np.int64)
    lengths = np.diff(span)
    queue = _areas(tallies["queue"], tallies["queue_change"], lengths)
    inside = _areas(tallies["inside"], tallies["inside_change"], lengths)
    waits = floor.waits.reshape((*shape, at.BINS))
    found = np.full((len(windows), len(plan.stations), kinds + 1, len(STATISTICS)), np.nan)
    for number, (low, high) in enumerate(windows):
        first, last = (int(np.searchsorted(stretches, bound)) for bound in (low, high))
        rows = slice(first, last)
        length = high - low
        summed = {name: _with_all(tallies[name][rows].sum(axis=0)) for name in names}
        waiting = _with_all(queue[rows].sum(axis=0)) * unit
        serving = _with_all(inside[rows].sum(axis=0)) * unit
        with np.errstate(invalid="ignore", divide="ignore"):
            out = found[number]
            started, gave_up = summed["started"], summed["gave_up"]
            waited = summed["wait_started"] * unit
            out[..., 0] = summed["came"]
            out[..., 1] = started
            out[..., 2] = gave_up
            out[..., 3] = waiting / length
            out[..., 4] = (waiting + serving) / length
            out[..., 5] = waited / started
            out[..., 6] = (waited + summed["wait_gave_up"] * unit) / (started + gave_up)
            for place, station in enumerate(plan.stations):
                used = summed["used"][place] if station.sharing else serving[place]
                out[place, :, 8] = used / integral(station.servers, low, high)
        for place in range(len(plan.stations)):
            counted = _with_all_bins(waits[rows, place].sum(axis=0, dtype=np.int64))
            for kind in range(kinds + 1):
                out[place, kind, 7] = quantile(counted[kind], _NINETY) * horizon
    found[~np.isfinite(found)] = np.nan
    return found


def quantile(counted: np.ndarray, share: float) -> float:
    """Wait, as a share of the horizon, below which a share of the counted waits lies.

    Straight between the bounds of its bin, which lie 1/128 apart; 0 in the first bin; nan when
    there are none.
    """
    total = int(counted.sum())
    if total == 0:
        return float("nan")
    wanted = share * total
    reached = np.cumsum(counted)
    place = int(np.searchsorted(reached, wanted))
    if place == 0:
        return 0.0
    before = float(reached[place - 1])
    within = (wanted - before) / float(counted[place])
    low, high = bin_bounds(place)
    return low + (high - low) * within


def bin_bounds(place: int) -> tuple[float, float]:
    """Where a bin of waits begins and ends, as a share of the horizon."""
    bounds = np.array([place + at.LOWEST_BIN, place + 1 + at.LOWEST_BIN], np.int64)
    low, high = (bounds << at.BIN_SHIFT).view(np.float64) / at.PARTS
    return float(low), float(high)


def _areas(area: np.ndarray, change: np.ndarray, lengths: np.ndarray) -> np.ndarray:
    """Time of everyone together in each stretch; who was there before counts for all of it."""
    level = np.cumsum(change, axis=0)
    before = np.concatenate([np.zeros_like(level[:1]), level[:-1]])
    whole: np.ndarray = area + before * lengths[:, None, None]
    return whole


def _with_all(values: np.ndarray) -> np.ndarray:
    """(station, kind) with the sum over kinds as the last column."""
    joined: np.ndarray = np.concatenate([values, values.sum(axis=1, keepdims=True)], axis=1)
    return joined


def _with_all_bins(values: np.ndarray) -> np.ndarray:
    joined: np.ndarray = np.concatenate([values, values.sum(axis=0, keepdims=True)], axis=0)
    return joined
