"""From whole numbers to measures, by hand."""

import numpy as np
import pytest

from draagkracht.engine.arrays import FloatArray
from draagkracht.model import ledger as book
from draagkracht.model.kinds import TASKS
from draagkracht.model.ledger import Accounts
from draagkracht.model.measures import MEASURES
from draagkracht.simulation.fold import TeamFold
from draagkracht.simulation.measuring import (
    TownPlaces,
    balanced,
    measures,
    resident_rows,
    staff_measures,
    town_desk,
)
from draagkracht.simulation.places import Place
from draagkracht.simulation.tables import measure_shapes
from draagkracht.simulation.team_lived import TeamPlaces, empty_desk, tallied
from draagkracht.simulation.team_lived import told as told_of_teams

PLACES = (
    Place("town", "de gemeente", "town", 3000, 6000, 0, 3, 0, 2),
    Place("oost", "Oost", "team", 2000, 4000, 0, 2, 0, 1),
    Place("west", "West", "team", 1000, 2000, 2, 3, 1, 2),
    Place("WK000001", "Wijk 1", "wijk", 1200, 0, 0, 1, 0, 0),
)
QUARTERS = 2
SINGLE, MULTIPLE, CRISIS = range(3)
TICK = 2**32
TEAMS = (
    TeamPlaces(np.array([1, 0]), np.array([0, 0]), ("GM1",), np.array([2000.0, 1200.0])),
    TeamPlaces(np.array([0]), np.array([0]), ("GM1",), np.array([1000.0])),
)
TOWN = TownPlaces(
    places=PLACES,
    of_teams=(np.array([1, 3]), np.array([2])),
    sums=np.array([0]),
    sums_of_blocks=(np.array([0]), np.array([0])),
    staffed=slice(0, 3),
    staff=PLACES[:3],
    households=np.array([3000.0]),
)


def blank() -> Accounts:
    curve = (3, QUARTERS, book.KIND_COUNT, book.WEEKLY_BINS)
    return Accounts(
        counts=np.zeros((3, QUARTERS, book.KIND_COUNT, book.COUNTERS), np.int64),
        exposed=np.zeros(curve, np.int64),
        spared=np.zeros(curve, np.int64),
        started=np.zeros(curve, np.int64),
        hours=np.zeros((2, QUARTERS, book.HOURS)),
    )


VALUES = {
    "prevention.norm": 2.5,
    **{f"prevention.task_{task}": 0.25 for task in TASKS},
    **dict(zip([f"prevention.given_{task}" for task in TASKS], (0.1, 0.2, 0.3, 0.4), strict=True)),
}


def measure(accounts: Accounts, costs: FloatArray) -> dict[str, FloatArray]:
    """Every measure of a town whose first team has two groups, and whose second has one."""
    nothing = TeamFold(0.0, 0.0, 0.0, 0.0, 1.0)
    found = [
        tallied(
            Accounts(*(each[groups] for each in accounts[:4]), accounts.hours[place : place + 1]),
            0,
            TEAMS[place],
            empty_desk(2, QUARTERS),
        )
        for place, groups in enumerate((slice(0, 2), slice(2, 3)))
    ]
    teams = told_of_teams(found, TEAMS, [nothing, nothing])
    table = resident_rows(teams, TOWN, town_desk(TOWN, QUARTERS))
    into = {name: np.zeros(shape) for name, shape in measure_shapes(TOWN, QUARTERS).items()}
    measures(table, staff_measures(accounts.hours, costs, TOWN, VALUES), TOWN, into)
    return into


def told(accounts: Accounts, name: str) -> FloatArray:
    return measure(accounts, np.zeros((2, QUARTERS)))[name]


def test_every_measure_has_the_shape_of_its_places_quarters_and_kinds() -> None:
    found = measure(blank(), np.zeros((2, QUARTERS)))
    assert list(found) == list(MEASURES)
    for name, table in found.items():
        parts = len(MEASURES[name].parts) + 1
        assert table.shape == (len(PLACES), QUARTERS + 1, parts), name


def test_requests_are_a_year_and_waiting_lists_a_mean() -> None:
    accounts = blank()
    accounts.counts[0, 0, SINGLE, book.REQUESTED] = 10
    accounts.counts[2, 1, CRISIS, book.REQUESTED] = 4
    accounts.counts[1, 0, MULTIPLE, book.TIME_WAITING] = 26 * TICK
    requests, waiting = told(accounts, "requests"), told(accounts, "waiting_list")
    assert requests[0].tolist() == [[40, 0, 0, 40], [0, 0, 16, 16], [20, 0, 8, 28]]
    assert requests[1, :, -1].tolist() == [40, 0, 20]
    assert requests[3, 0].tolist() == [40, 0, 0, 40]
    assert waiting[1, :, MULTIPLE].tolist() == [2.0, 0.0, 1.0]


def test_rates_are_for_a_thousand_households_a_year() -> None:
    accounts = blank()
    accounts.counts[2, 0, SINGLE, book.GIVEN_UP] = 3
    accounts.counts[2, 0, SINGLE, book.ESCALATED_OUT] = 2
    accounts.counts[2, 0, MULTIPLE, book.RECOVERED] = 1
    accounts.counts[2, 0, 0, book.RECOVERED_ALONE] = 4
    accounts.counts[2, 0, CRISIS, book.REQUESTED] = 2
    accounts.counts[2, 0, CRISIS, book.ESCALATED_IN] = 1
    for name, number in (("given_up", 3), ("escalated", 2), ("recovered", 5)):
        found = told(accounts, name)[..., -1]
        assert found[2].tolist() == pytest.approx([4 * number, 0, 2 * number])
        assert found[0].tolist() == pytest.approx([4 * number / 3, 0, 2 * number / 3])
    assert told(accounts, "crisis_requests")[2, 0, 0] == pytest.approx(12.0)


def test_vulnerable_help_recurrence_and_lead_time() -> None:
    accounts = blank()
    accounts.counts[2, 0, 0, book.TIME_VULNERABLE] = 200 * 13 * TICK
    accounts.counts[2, 0, SINGLE, book.STARTED] = 5
    accounts.counts[2, 0, MULTIPLE, book.ANSWERED_AT_ONCE] = 3
    accounts.counts[2, 0, SINGLE, book.TO_DESK] = 4
    accounts.counts[2, 0, SINGLE, book.MISSED] = 1
    accounts.counts[2, 0, SINGLE, book.REQUESTED] = 8
    accounts.counts[2, 0, SINGLE, book.RECURRED] = 2
    accounts.counts[2, 0, SINGLE, book.CLOSED] = 4
    accounts.counts[2, 0, SINGLE, book.LEAD_TIME] = 30 * TICK
    assert told(accounts, "vulnerable_households")[2, 0, 0] == pytest.approx(0.2)
    assert told(accounts, "helped_per_100_vulnerable")[2, 0, 0] == pytest.approx(22.0)
    assert told(accounts, "recurrence")[2, 0, 0] == pytest.approx(0.25)
    assert told(accounts, "lead_time")[2, 0, SINGLE] == pytest.approx(7.5)


def test_shares_of_contract_hours_and_pressure_weigh_teams_by_their_formation() -> None:
    accounts = blank()
    accounts.hours[0, 0, book.H_CONTRACT] = 300.0
    accounts.hours[1, 0, book.H_CONTRACT] = 100.0
    columns = (book.H_SHARED, book.H_HELD, book.H_CONTACT, book.H_ADVICE)
    accounts.hours[0, 0, list(columns)] = [60.0, 20.0, 5.0, 15.0]
    accounts.hours[1, 0, book.H_ADMINISTRATION] = 40.0
    accounts.hours[:, 0, book.H_FTE] = [130.0, 26.0]
    accounts.hours[:, 0, book.H_PRESSURE] = [130.0, 52.0]
    accounts.counts[1, 0, SINGLE, book.TIME_OPEN] = 260 * TICK
    assert told(accounts, "direct_share")[:3, 0, 0].tolist() == pytest.approx([0.25, 1 / 3, 0])
    assert told(accounts, "administration_share")[:3, 0, 0].tolist() == pytest.approx(
        [0.1, 0.0, 0.4]
    )
    assert told(accounts, "pressure")[:3, 0, 0].tolist() == pytest.approx([7 / 6, 1.0, 2.0])
    assert told(accounts, "open_cases_per_fte")[1, 0, 0] == pytest.approx(2.0)


def test_staff_is_counted_over_those_it_is_about() -> None:
    accounts = blank()
    accounts.hours[:, 0, book.H_FTE] = [130.0, 26.0]
    accounts.hours[:, 0, book.H_VACANT] = [13.0, 0.0]
    accounts.hours[:, 0, book.H_ABSENT] = [11.7, 2.6]
    accounts.hours[:, 0, book.H_LEFT] = [0.5, 0.25]
    accounts.hours[:, 0, book.H_STRAIN] = [65.0, 0.0]
    assert told(accounts, "vacancies")[:3, 0, 0].tolist() == pytest.approx([13 / 156, 0.1, 0.0])
    assert told(accounts, "absence")[:3, 0, 0].tolist() == pytest.approx([14.3 / 143, 0.1, 0.1])
    assert told(accounts, "departures")[:3, 0, 0].tolist() == pytest.approx([3.0, 2.0, 1.0])
    assert told(accounts, "departures")[0, -1, 0] == pytest.approx(1.5)
    assert told(accounts, "strain")[:3, 0, 0].tolist() == pytest.approx([65 / 156, 0.5, 0.0])


def test_a_task_that_gets_more_than_its_norm_does_not_make_up_for_another() -> None:
    accounts = blank()
    # The norm of Oost: 2.5 hours a week for each of 4 thousand, 130 hours in a quarter.
    accounts.hours[0, 0, book.H_PREVENTION] = 100.0
    undone = told(accounts, "tasks_undone")[1, 0]
    assert undone[:4].tolist() == pytest.approx([1 - 10 / 32.5, 1 - 20 / 32.5, 1 - 30 / 32.5, 0.0])
    assert undone[4] == pytest.approx(1 - (10 + 20 + 30 + 32.5) / 130)
    assert told(accounts, "tasks_undone")[1, 1].tolist() == [1.0] * 5


def test_costs_are_a_year_and_the_balances_are_set_off_against_carrying_on() -> None:
    costs = np.array([[100.0, 300.0], [50.0, 50.0]])
    found = measure(blank(), costs)
    assert found["costs"][:3, :, 0].tolist() == [[600, 1400, 1000], [400, 1200, 800], [200] * 3]
    dearer = measure(blank(), costs * 1.5)
    against = balanced(dearer, found)
    assert against["euro_balance"][0, :, 0].tolist() == [-300, -700, -500]
    assert balanced(found, found)["hours_balance"][:3].tolist() == [[[0.0]] * 3] * 3


def test_help_of_residents_is_counted_in_persons_and_hours_a_week() -> None:
    accounts = blank()
    accounts.hours[:, 0, book.H_HELPERS] = [26.0, 13.0]
    accounts.hours[:, 0, book.H_HELPER_HOURS] = [52.0, 26.0]
    accounts.hours[:, 0, book.H_RESIDENT] = [65.0, 26.0]
    assert told(accounts, "helpers_active")[:3, 0, 0].tolist() == [3.0, 2.0, 1.0]
    assert told(accounts, "helper_hours")[0, :, 0].tolist() == [6.0, 0.0, 3.0]
    assert told(accounts, "resident_hours_asked")[0, :, 0].tolist() == [7.0, 0.0, 3.5]


def test_what_has_nothing_to_be_divided_by_is_missing_and_not_0() -> None:
    accounts = blank()
    for name in ("lead_time", "recurrence", "pressure", "waiting_time", "direct_share"):
        assert np.isnan(told(accounts, name)).all(), name
    assert not np.isnan(told(accounts, "requests")).any()


def test_measures_of_teams_are_not_told_of_wijken() -> None:
    accounts = blank()
    accounts.hours[..., book.H_CONTRACT] = 100.0
    accounts.hours[..., book.H_FTE] = 13.0
    for name, described in MEASURES.items():
        table = told(accounts, name)
        if not described.by_wijk:
            assert np.isnan(table[3]).all(), name
    assert not np.isnan(told(accounts, "pressure")[:3]).any()
