"""A network and a rule of thumb from the literature, as their authors print them."""

from functools import cache
from pathlib import Path

import numpy as np
import pytest

import draagkracht as dk
from draagkracht.network.outcome import NetworkOutcome
from theory.agreement import assert_agrees
from theory.network.documents import Table, desk, exponential, network_of, seen

MURCH = Path(__file__).parent / "murch_2021.toml"
# Mean queue, and mean wait in days of those served, as printed.
QUEUES = {"social prescribing": 273.0, "IAPT assessment": 3658.0, "community": 519.0}
WAITS = {"social prescribing": 21.0, "IAPT assessment": 59.0, "community": 34.0}


@cache
def murch() -> NetworkOutcome:
    return dk.network(MURCH)


@pytest.mark.parametrize("name", QUEUES)
def test_the_queues_of_murch_and_others_come_out_within_5_percent(name: str) -> None:
    """Murch et al. 2021, doi 10.1016/j.orhc.2021.100311: ten services, 35 runs of three years.

    Theirs moves in steps of a day, ours in exact time. The half width must be small enough for a
    difference of 5 % to show.
    """
    told = murch().station(name).mean_queue
    assert told.mean is not None
    assert told.half_width_95 is not None
    print(f"{name}: {told.mean:.0f} ± {told.half_width_95:.0f} against {QUEUES[name]:.0f}")
    assert abs(told.mean / QUEUES[name] - 1.0) < 0.05
    assert told.half_width_95 < 0.02 * QUEUES[name]


@pytest.mark.parametrize("name", QUEUES)
def test_the_waits_of_murch_and_others_are_of_the_size_they_print(name: str) -> None:
    """Two of the three within 5 %; of assessment their 59 is another wait than ours.

    By Little, 3658 in line and 64 who come a day (32, and 0.21 of 153) are 57 days of everyone;
    of who is served it must be more, since who gives up did so earlier or later than average.
    """
    found = murch().station(name)
    served, everyone = found.mean_wait_served.mean, found.mean_wait_all.mean
    assert served is not None
    assert everyone is not None
    print(f"{name}: served {served:.1f}, all {everyone:.1f} against {WAITS[name]:.0f}")
    if name == "IAPT assessment":
        assert everyone < WAITS[name] < served
        assert served == pytest.approx(67.0, rel=0.05)  # an independent run in continuous time
    else:
        assert served == pytest.approx(WAITS[name], rel=0.05)


def test_services_with_room_to_spare_have_no_queue_in_exact_time() -> None:
    """Their other queues are one day's arrivals that wait for the next step of a day."""
    for name in ("GP initial", "GP long term low", "GP long term high", "triage"):
        told = murch().station(name)
        assert told.mean_queue.mean is not None
        assert told.mean_queue.mean < 0.01
    rest = {"crisis": 8.3, "inpatient": 3.5}  # a day; from routes and arrivals, a few in line
    for name, a_day in rest.items():
        told = murch().station(name)
        assert told.mean_queue.mean is not None
        assert told.arrivals.mean is not None
        assert told.mean_queue.mean < 0.5
        assert told.arrivals.mean / 365.0 == pytest.approx(a_day, rel=0.02)


# Waiting-list arithmetic: a list of 1,200, demand 30 a week, capacity 27, target 52 weeks.
LIST, DEMAND, CAPACITY, TARGET = 1200.0, 30.0, 27.0, 52.0


def waiting_list(capacity: float, begins_with: float, weeks: float, **others: object) -> Table:
    """A list that everyone on it joined at once, and is treated from at `capacity` a week."""
    servers, soon = 60, 1e-6
    arrivals = [
        {"kind": "patient", "rate": DEMAND + begins_with / soon},
        {"kind": "patient", "from": soon, "rate": DEMAND},
    ]
    return network_of(
        desk(servers, exponential(servers / capacity), arrivals),
        warmup=0.0,
        horizon=weeks,
        **others,
    )


def test_a_waiting_list_comes_to_its_target_at_the_capacity_of_the_arithmetic() -> None:
    """Fong et al. 2022, doi 10.1101/2022.08.23.22279117.

    Target list = demand x target / 4 = 390; the capacity to be there in 26 weeks is demand +
    (list - target list) / 26 = 61.15 a week. The 60 servers take the first 60 off the list.
    """
    target = DEMAND * TARGET / 4.0
    needed = DEMAND + (LIST - target) / 26.0
    assert target == 390.0
    assert LIST / target == pytest.approx(3.08, abs=0.005)
    assert needed == pytest.approx(61.15, abs=0.005)
    found = dk.network(
        waiting_list(needed, LIST + 60.0, 26.0, report=[[25.99, 26.0]], replications=1500)
    )
    assert_agrees("list after 26 weeks", seen(found, "mean_queue"), target, sharp=0.01)


def test_a_waiting_list_under_a_load_over_1_grows_by_what_is_short() -> None:
    """Load 30 / 27 = 1.111: three more on the list every week."""
    assert pytest.approx(1.111, abs=0.0005) == DEMAND / CAPACITY
    found = dk.network(
        waiting_list(
            CAPACITY, LIST + 60.0, 52.0, report=[[0.0, 0.02], [51.98, 52.0]], replications=1500
        )
    )
    first, last = (seen(found, "mean_queue", window=window) for window in (0, 1))
    assert_agrees("list at the end", last, LIST + 3.0 * 52.0, sharp=0.01)
    assert_agrees("growth", last - first, 3.0 * 52.0 * 51.98 / 52.0, sharp=0.02)
    assert any(warning.as_json() for warning in found.warnings)


def test_who_joins_a_list_waits_for_the_list_over_the_capacity() -> None:
    """Who joins a list of 390 at 30 a week waits (390 + 1) / 30 weeks: a quarter of the 52."""
    document = waiting_list(30.0, 390.0 + 60.0, 40.0, replications=1500)
    document["station"][0]["arrivals"] = [
        {"kind": "patient", "rate": 450.0 / 1e-6},
        {"kind": "patient", "from": 1e-6, "rate": 0.0},
        {"kind": "newcomer", "from": 1e-6, "rate": 30.0},
        {"kind": "newcomer", "from": 0.02, "rate": 0.0},
    ]
    waits = seen(dk.network(document), "mean_wait_served", kind="newcomer")
    assert_agrees("wait of who joins a list of 390", waits[~np.isnan(waits)], 391.0 / 30.0)
