"""Intervals cover the truth as often as they say, and units and generators are all one."""

from typing import Any

import numpy as np
import pytest
from scipy import stats

import draagkracht as dk
from draagkracht.network.statistics import STATISTICS
from theory.agreement import assert_agrees
from theory.network.documents import Table, desk, exponential, network_of, one_rate, seen
from theory.network.test_stations_together import emptied, jackson
from theory.queues import delay_wait, erlang_a

SEEDS = 100
LOADS = {"first": 0.3, "second": 0.4, "third": 0.5, "fourth": 0.6}


def test_half_widths_cover_the_truth_in_95_of_100_seeds() -> None:
    """Four queues that have nothing to do with each other, 100 seeds: 400 intervals.

    The number that covers the known mean is binomial (400, 0.95); it lies outside the bounds
    below, fixed beforehand, once in a thousand at either end. Too wide fails as too narrow does.
    """
    low, high = (int(stats.binom(4 * SEEDS, 0.95).ppf(p)) for p in (0.001, 0.999))
    stations = [
        desk(1, exponential(1.0), one_rate(load)) | {"name": name} for name, load in LOADS.items()
    ]
    covered = {"mean_wait_all": 0, "mean_in_system": 0, "utilisation": 0}
    for seed in range(SEEDS):
        found = dk.network(
            network_of(*stations, warmup=100.0, horizon=3000.0, replications=20, seed=seed)
        )
        for name, load in LOADS.items():
            wait = delay_wait(load, 1, 1.0)
            truth = {
                "mean_wait_all": wait,
                "mean_in_system": load * (wait + 1.0),
                "utilisation": load,
            }
            for statistic, known in truth.items():
                told = getattr(found.station(name), statistic)
                covered[statistic] += abs(told.mean - known) <= told.half_width_95
    print(f"covered of {4 * SEEDS}: {covered}; between {low} and {high}")
    assert all(low <= count <= high for count in covered.values())


def test_the_half_width_is_students_over_the_replications() -> None:
    found = dk.network(jackson((0, 1, 2), horizon=2000.0, replications=12))
    for name in found.names:
        for statistic in STATISTICS:
            values = seen(found, statistic, station=name)
            expected = stats.sem(values) * stats.t(11).ppf(0.975)
            told = getattr(found.station(name), statistic)
            assert told.mean == pytest.approx(values.mean(), rel=1e-12)
            assert told.half_width_95 == pytest.approx(expected, rel=1e-9)


def scaled(document: Table, by: float) -> Table:
    """The same network in another unit of time: times x `by`, rates and total rates ÷ `by`."""
    return {key: _scaled(key, value, by) for key, value in document.items()}


TIMES = {"warmup", "horizon", "report", "mean", "value", "low", "high", "from", "scale", "values"}


def _scaled(key: str, value: Any, by: float) -> Any:
    if isinstance(value, dict):
        if value.get("sharing"):
            # Amounts of work stay what they are; the rates at which they are done do not.
            rates = {k: v / by for k, v in value.items() if k in {"servers", "cap_per_case"}}
            kept = {"service": value["service"], **rates}
            return {k: kept.get(k, _scaled(k, v, by)) for k, v in value.items()}
        if "from" in value and "value" in value:  # a number of servers
            return {"from": value["from"] * by, "value": value["value"]}
        return {k: _scaled(k, v, by) for k, v in value.items()}
    if isinstance(value, list):
        return [_scaled(key, item, by) for item in value]
    if key == "rate":
        return value / by
    return value * by if key in TIMES else value


@pytest.mark.parametrize("by", [7.0, 1.0 / 24.0])
def test_another_unit_of_time_gives_the_same_run(by: float) -> None:
    """Numbers of people alike, waits x `by`: two networks with every kind of station."""
    for document in (emptied(), jackson((0, 1, 2), horizon=1000.0, warmup=100.0, replications=5)):
        one, other = dk.network(document), dk.network(scaled(document, by))
        factor = np.array([by if "wait" in statistic else 1.0 for statistic in STATISTICS])
        expected = one.values * factor
        assert other.values == pytest.approx(expected, rel=1e-6, abs=1e-9, nan_ok=True)


@pytest.mark.parametrize("generator", ["squares", "philox"])
def test_nothing_rests_on_the_generator(generator: Any) -> None:
    """Erlang A by either, with luck of its own each."""
    station = desk(6, exponential(1.0), one_rate(6.3), patience=exponential(2.5))
    document = network_of(station, warmup=100.0, horizon=1e4)
    found = dk.network(document, generator=generator)
    theory = erlang_a(6.3, 6, 1.0, 0.4)
    waits = seen(found, "mean_wait_all")
    assert_agrees(f"Erlang A by {generator}: wait", waits, theory.wait)
    assert_agrees(f"Erlang A by {generator}: in system", seen(found, "mean_in_system"), theory.busy)
    if generator == "philox":
        assert not np.isin(waits, seen(dk.network(document), "mean_wait_all")).any()
