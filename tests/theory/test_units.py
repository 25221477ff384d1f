"""Units: a model that knows no week and no hour lives the same life in any others.

All times times k and rates over k, or all hours times k, with k a power of two: every number of
the kernel is then the same to the last bit but for its exponent, and so is the path.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace

import numpy as np
import pytest

from draagkracht.engine.arrays import Records
from draagkracht.evidence.catalogue import read_catalogue
from draagkracht.model import ledger as book
from draagkracht.model.beginning import Beginning
from draagkracht.model.figures_used import FIGURES, KERNEL_EXTRA, KERNEL_FIGURES
from draagkracht.model.levers import LEVER, LEVERS
from draagkracht.model.state import CASE, FRAME, HOUSEHOLD, POSITION, TEAM, WIJK, WORLD
from theory.dimensions import (
    BEGINNING_DIMENSIONS,
    BY_UNIT,
    CASE_DIMENSIONS,
    FIGURE_DIMENSIONS,
    FRAME_DIMENSIONS,
    FRAME_RECORDS,
    HOURS_DIMENSIONS,
    HOUSEHOLD_DIMENSIONS,
    LEVER_DIMENSIONS,
    POSITION_DIMENSIONS,
    RATE,
    TEAM_DIMENSIONS,
    TIME,
    WIJK_DIMENSIONS,
    WORLD_DIMENSIONS,
    Dimension,
)
from theory.one_team import History, OneTeam, lived
from theory.quiet import NO_PREVENTION, NO_RESPONSES, NO_STAFF
from theory.side_by_side import lived_together
from theory.usual_team import usual_team

WEEKS = 13 * 20


@dataclass(frozen=True)
class Scale:
    """How many of the new units go into an old one."""

    times: float
    hours: float

    def of(self, dimension: Dimension) -> float:
        """Factor on a quantity of this dimension."""
        return float(self.times ** dimension[0] * self.hours ** dimension[1])

    def record(
        self, values: Mapping[str, float], dimensions: Mapping[str, Dimension]
    ) -> dict[str, float]:
        """Every field in the new units; a field without a dimension is an error."""
        return {name: value * self.of(dimensions[name]) for name, value in values.items()}

    def team(self, team: OneTeam) -> OneTeam:
        """The same team, told in the new units."""
        return replace(
            team,
            figures=self.record(team.figures, FIGURE_DIMENSIONS),
            levers=self.record(team.levers, LEVER_DIMENSIONS),
            changes=tuple(
                (week, name, value * self.of(LEVER_DIMENSIONS[name]))
                for week, name, value in team.changes
            ),
            hazard=team.hazard * self.of(RATE),
            wait=team.wait * self.of(TIME),
            partner_wait=[wait * self.of(TIME) for wait in team.partner_wait],
            tick=team.tick * self.of(TIME),
        )


@pytest.mark.parametrize(
    ("names", "dimensions"),
    [
        pytest.param(FIGURES.names, FIGURE_DIMENSIONS, id="figures"),
        pytest.param(LEVER.names, LEVER_DIMENSIONS, id="levers"),
        pytest.param(TEAM.names, TEAM_DIMENSIONS, id="team"),
        pytest.param(WIJK.names, WIJK_DIMENSIONS, id="wijk"),
        pytest.param(HOUSEHOLD.names, HOUSEHOLD_DIMENSIONS, id="household"),
        pytest.param(CASE.names, CASE_DIMENSIONS, id="case"),
        pytest.param(POSITION.names, POSITION_DIMENSIONS, id="position"),
        pytest.param(FRAME.names, {**FRAME_DIMENSIONS, **FRAME_RECORDS}, id="frame"),
        pytest.param(WORLD.names, WORLD_DIMENSIONS, id="world"),
        pytest.param(Beginning._fields, BEGINNING_DIMENSIONS, id="beginning"),
    ],
)
def test_every_field_of_the_kernel_has_a_dimension(
    names: tuple[str, ...], dimensions: Mapping[str, Dimension]
) -> None:
    assert set(names) == set(dimensions)


def test_the_dimension_of_a_figure_is_that_of_its_unit_in_the_catalogue() -> None:
    figures = read_catalogue().figures
    other = {
        name: (figures[name].unit, FIGURE_DIMENSIONS[field])
        for field, name in KERNEL_FIGURES.items()
        if BY_UNIT[figures[name].unit] != FIGURE_DIMENSIONS[field]
    }
    assert other == {}
    assert set(FIGURE_DIMENSIONS) - set(KERNEL_FIGURES) == set(KERNEL_EXTRA)


def test_the_dimension_of_a_lever_is_that_of_its_unit_and_of_its_figure() -> None:
    figures = read_catalogue().figures
    for name, lever in LEVERS.items():
        dimension = LEVER_DIMENSIONS[name.replace(".", "_")]
        assert BY_UNIT[lever.unit] == dimension, name
        if lever.today is None:
            assert BY_UNIT[figures[name].unit] == dimension, name


def test_every_column_of_the_hours_has_a_dimension() -> None:
    columns = {value for name, value in vars(book).items() if name.startswith("H_")}
    assert columns == set(HOURS_DIMENSIONS) == set(range(book.HOURS))


def moving_team() -> OneTeam:
    """The usual team after a run-in, with more prevention and other work from today on.

    Helpers are those who give back; who is recruited has a test of its own.
    """
    team = usual_team()
    changes = ((13, "team_prevention_share", 0.08), (26, "casework_holding_hours", 0.2))
    return replace(team, levers={**team.levers, "helpers_recruitment": 0.0}, changes=changes)


@pytest.fixture(scope="module")
def usual() -> History:
    return lived(moving_team(), 0, WEEKS)


def test_the_team_that_is_scaled_uses_every_mechanism(usual: History) -> None:
    for column in range(book.COUNTERS):
        routed_elsewhere = column in {book.TO_PARTNER, book.TURNED_AWAY}
        assert (usual.total(column) > 0.0) != routed_elsewhere, column
    hours = usual.hours.sum(axis=0)
    never = {book.H_IDLE, book.H_SHORT, book.H_UNFIT, book.H_POOLED}
    assert {column for column in range(book.HOURS) if hours[column] == 0.0} <= never
    assert usual.accounts.exposed.sum() > 0
    own = usual.frame["own"][0]
    idle = {name for name in TEAM.names or () if own[name] in {0.0, 1.0}}
    nearness = {"near", "stretch", "closings_later"}  # where closings stand, of no consequence
    assert idle <= {"pooled", "strain", "growth", *nearness}
    assert set(usual_team().figures) == {*KERNEL_FIGURES, *KERNEL_EXTRA}
    # A figure at 0 hides what unit it is read in.
    at_rest = {name for name, value in usual_team().figures.items() if value == 0.0}
    assert at_rest == {"exponential_hours"}
    below = {"organisation_pooled_share", "helpers_recruitment"}
    assert {name for name, value in moving_team().levers.items() if value == 0.0} == below


SCALES = [(2.0, 1.0), (4.0, 1.0), (0.5, 1.0), (1.0, 2.0), (1.0, 4.0), (1.0, 0.5), (4.0, 0.5)]


@pytest.mark.parametrize(("times", "hours"), SCALES)
def test_in_other_units_the_path_is_the_same_to_the_last_bit(
    usual: History, times: float, hours: float
) -> None:
    scale = Scale(times, hours)
    assert_same(lived(scale.team(moving_team()), 0, WEEKS), usual, scale)


def test_teams_that_lend_hours_live_the_same_life_in_other_units_too() -> None:
    share = {"organisation_pooled_share": 0.5}
    teams = [
        replace(team, levers={**team.levers, **share}, first_entity=number << 20)
        for number, team in enumerate((moving_team(), replace(moving_team(), fte=16.0)))
    ]
    usual = lived_together(teams, 0, 13 * 12)
    assert float(np.abs(usual[0].hours[:, book.H_POOLED]).min()) > 0.0
    for times, hours in SCALES:
        scale = Scale(times, hours)
        other = lived_together([scale.team(team) for team in teams], 0, 13 * 12)
        for found, expected in zip(other, usual, strict=True):
            assert_same(found, expected, scale)


@pytest.mark.parametrize("times", [0.5, 2.0, 4.0])
def test_helpers_are_recruited_as_fast_in_other_units_of_time(times: float) -> None:
    """Persons a year are a rate like any other: a tick of half a week brings half as many."""
    team = OneTeam(
        households=64,
        figures={"helper_supply": 1e6, "helper_drop_out": 0.25 / 52},
        levers={"helpers_recruitment": 2.0},
        residents=26.0,
    )
    usual, other = (lived(each, 0, 52) for each in (team, Scale(times, 1.0).team(team)))
    found = [history.hours[:, book.H_HELPERS].tolist() for history in (usual, other)]
    assert found[0] == found[1]


def assert_same(other: History, usual: History, scale: Scale) -> None:
    """The same counts and curves; hours and the whole state the same but for their unit."""
    for part in ("counts", "exposed", "spared", "started"):
        same = np.array_equal(getattr(other.accounts, part), getattr(usual.accounts, part))
        assert same, part
    for column in range(book.HOURS):
        factor = scale.of(HOURS_DIMENSIONS[column])
        same = np.array_equal(other.hours[:, column], usual.hours[:, column] * factor)
        assert same, column
    assert_scaled(other.frame["own"], usual.frame["own"], scale, TEAM_DIMENSIONS)
    assert_scaled(other.frame, usual.frame, scale, FRAME_DIMENSIONS)
    number = int(usual.frame["number"][0])
    people = int(usual.frame["own"]["positions"][0])
    for part, size, dimensions in (
        ("households", number, HOUSEHOLD_DIMENSIONS),
        ("cases", int(usual.frame["own"]["slots"][0]), CASE_DIMENSIONS),
        ("wijken", int(usual.frame["ledger"]["groups"][0]), WIJK_DIMENSIONS),
        ("positions", people, POSITION_DIMENSIONS),
    ):
        alive = (other.frame[part][:, :size], usual.frame[part][:, :size])
        assert_scaled(*alive, scale, dimensions)


def assert_scaled(
    other: Records, usual: Records, scale: Scale, dimensions: Mapping[str, Dimension]
) -> None:
    for name, dimension in dimensions.items():
        factor = scale.of(dimension)
        expected = usual[name] if factor == 1.0 else usual[name] * factor
        same = np.array_equal(other[name], expected)
        assert same, name


@pytest.mark.parametrize("parts", [2, 8])
def test_a_shorter_tick_moves_no_event_where_nothing_changes_at_a_tick(parts: int) -> None:
    """Between ticks everything happens at its exact time, so it is the same time with more."""
    at_ticks = (
        "access_diverted_share",
        "access_answered_at_once_single",
        "casework_follow_up_hours",
        "helpers_recruitment",
        "helpers_give_back_share",
        "circles_number",
    )
    still = {"answered_at_once_multiple": 0.0, "partner_pressure": 0.0}
    team = usual_team()
    team = replace(
        team,
        figures={**team.figures, **NO_RESPONSES, **NO_PREVENTION, **NO_STAFF, **still},
        levers={**team.levers, **dict.fromkeys(at_ticks, 0.0)},
        today=0,
    )
    whole = lived(team, 0, 13 * 16)
    fine = lived(replace(team, tick=1.0 / parts), 0, 13 * 16 * parts)
    timed = (book.LEAD_TIME, book.TIME_WAITING, book.TIME_OPEN, book.TIME_VULNERABLE)
    for column in range(book.COUNTERS):
        for kind in range(book.KIND_COUNT):
            found, expected = fine.total(column, kind), whole.total(column, kind)
            if column in timed:
                assert found / parts == pytest.approx(expected, rel=1e-9), column
            else:
                assert found == expected, column
    assert whole.total(book.CLOSED) > 1000.0
