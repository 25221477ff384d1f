"""One outcome, whichever way stations are worked, whoever works them, and watched or not."""

from pathlib import Path

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import draagkracht as dk
from draagkracht.network.lowering import lower
from draagkracht.network.planning import plan_of
from draagkracht.network.replication import Worker
from draagkracht.network.run import simulate
from network.samples import Tables, desk, exponential, network, networks, networks_with_lonely

SLOW = settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow], derandomize=True
)


@SLOW
@given(networks())
def test_the_quick_way_gives_the_same_bits_as_the_general_way(tables: Tables) -> None:
    document = dk.read_network(tables)
    plan = plan_of(document)
    quick, events = simulate(document, plan)
    general, as_many = simulate(document, plan, quick=False)
    assert quick.tobytes() == general.tobytes()
    assert events == as_many


@SLOW
@given(networks_with_lonely())
def test_a_station_that_lives_by_itself_gives_the_same_bits(tables: Tables) -> None:
    document = dk.read_network(tables)
    plan = plan_of(document)
    assert any(lower(document, plan, quick=True, traced=False).stations["alone"])
    alone, _ = simulate(document, plan)
    general, _ = simulate(document, plan, quick=False)
    assert alone.tobytes() == general.tobytes()


@settings(SLOW, max_examples=20)
@given(networks(), st.integers(2, 4))
def test_the_number_of_threads_changes_nothing(tables: Tables, threads: int) -> None:
    tables |= {"replications": 5}
    assert dk.network(tables, threads=threads).to_json() == dk.network(tables, threads=1).to_json()


def test_watching_changes_nothing(tmp_path: Path) -> None:
    tables = network(desk(patience=exponential(2.0)))
    watched = dk.network(tables, trace=tmp_path / "trace.csv")
    assert watched.to_json() == dk.network(tables).to_json()


def test_equal_records_mean_equal_outcomes_and_another_seed_another_outcome() -> None:
    first, again = dk.network(network(desk())), dk.network(network(desk()))
    other = dk.network(network(desk(), seed=2))
    assert first.record == again.record
    assert first.to_json() == again.to_json()
    assert other.record != first.record
    assert not np.array_equal(other.values, first.values, equal_nan=True)


def test_a_replication_is_the_same_among_more_of_them() -> None:
    few = dk.network(network(desk(), replications=2))
    more = dk.network(network(desk(), replications=4))
    assert np.array_equal(few.values, more.values[:2], equal_nan=True)


def test_the_other_generator_gives_another_outcome_and_says_so() -> None:
    squares = dk.network(network(desk()))
    philox = dk.network(network(desk()), generator="philox")
    assert philox.record.generator == "philox"
    assert not np.array_equal(squares.values, philox.values, equal_nan=True)


def test_memory_is_found_again_from_who_left_unseen() -> None:
    # The urgent keep both servers: the routine all give up, far from the head of their line.
    arrivals = [{"kind": "urgent", "rate": 40.0}, {"kind": "routine", "rate": 40.0}]
    tables = network(
        desk(
            arrivals=arrivals,
            priority=["urgent", "routine"],
            patience={"urgent": exponential(20.0), "routine": exponential(1.0)},
        ),
        horizon=400.0,
    )
    document = dk.read_network(tables)
    plan = plan_of(document)
    quick, _ = simulate(document, plan)
    general, _ = simulate(document, plan, quick=False)
    assert quick.tobytes() == general.tobytes()


@pytest.mark.parametrize("quick", [True, False])
def test_memory_does_not_grow_with_the_horizon(quick: bool) -> None:
    sizes = []
    for horizon in (2_000.0, 40_000.0):
        document = dk.read_network(network(desk(patience=exponential(2.0)), horizon=horizon))
        worker = Worker(lower(document, plan_of(document), quick=quick, traced=False))
        floor = worker.live_through(0, seed=1, generator="squares")
        sizes.append(sum(array.nbytes for array in floor))
    assert sizes[0] == sizes[1]


def test_more_stations_and_streams_than_are_looked_through_give_the_same() -> None:
    # With a dummy for every station the sources stand in a calendar instead of being scanned.
    alone = dk.network(network(desk()))
    extra = [
        desk(name=f"desk {n}", arrivals=[{"kind": "call", "rate": 0.1}], servers=1)
        for n in range(30)
    ]
    among = dk.network(network(desk(), *extra))
    kept = [row.as_json() for row in among.stations if row.name == "desk"]
    assert kept == [row.as_json() for row in alone.stations]
