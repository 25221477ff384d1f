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
from draagkracht.model.state import CASE, HOUSEHOLD, TEAM, WORLD
from theory.one_team import History, OneTeam, lived
from theory.usual_team import usual_team

WEEKS = 13 * 20

# Powers of time and of hours. A field that is not here has no dimension to go by: give it one.
Dimension = tuple[int, int]
NUMBER: Dimension = (0, 0)
TIME: Dimension = (1, 0)
RATE: Dimension = (-1, 0)
HOURS: Dimension = (0, 1)
HOURS_A_WEEK: Dimension = (-1, 1)

FIGURE_DIMENSIONS: Mapping[str, Dimension] = {
    "natural_recovery": RATE,
    "request_rate_self_reliant": RATE,
    "request_rate_vulnerable": RATE,
    "multiple_share_self_reliant": NUMBER,
    "crisis_share_self_reliant": NUMBER,
    "multiple_share_vulnerable": NUMBER,
    "crisis_share_vulnerable": NUMBER,
    "answered_at_once_multiple": NUMBER,
    "advice_hours": HOURS,
    "missed_return_delay": TIME,
    "missed_hours_factor": NUMBER,
    "settle_rate_first": RATE,
    "settle_rate_later": RATE,
    "settle_change": TIME,
    "patience_median": TIME,
    "patience_shape": NUMBER,
    "escalation_rate_first": RATE,
    "escalation_rate_later": RATE,
    "escalation_change": TIME,
    "vulnerable_after_giving_up": NUMBER,
    "request_factor_after_giving_up": NUMBER,
    "contact_hours": HOURS_A_WEEK,
    "target_wait": TIME,
    "catch_up": TIME,
    "hours_single": HOURS,
    "hours_multiple": HOURS,
    "hours_crisis": HOURS,
    "hours_log_sd": NUMBER,
    "cap_weight_single": NUMBER,
    "cap_weight_multiple": NUMBER,
    "cap_weight_crisis": NUMBER,
    "share_weight_multiple": NUMBER,
    "share_weight_crisis": NUMBER,
    "intensity_cap": HOURS_A_WEEK,
    "target_intensity": HOURS_A_WEEK,
    "recovery_single": NUMBER,
    "recovery_multiple": NUMBER,
    "recovery_crisis": NUMBER,
    "aftermath": TIME,
    "load_memory": TIME,
    "follow_up_memory": TIME,
    "contract_hours": HOURS_A_WEEK,
    "leave_share": NUMBER,
    "absence": NUMBER,
    "vacancies": NUMBER,
    "request_bound": NUMBER,
    "exponential_hours": NUMBER,
}
LEVER_DIMENSIONS: Mapping[str, Dimension] = {
    "access_request_factor": NUMBER,
    "access_diverted_share": NUMBER,
    "access_missed_multiple": NUMBER,
    "access_desk_hours": HOURS,
    "access_answered_at_once_single": NUMBER,
    "access_decision_share": NUMBER,
    "access_decision_delay": TIME,
    "waiting_starts_for_single": NUMBER,
    "casework_caseload_cap": NUMBER,
    "casework_holding_hours": HOURS_A_WEEK,
    "casework_hours_factor": NUMBER,
    "casework_request_factor_after_closing": NUMBER,
    "casework_follow_up_hours": HOURS,
    "team_administration_share": NUMBER,
    "team_meeting_share": NUMBER,
    "team_overhead_share": NUMBER,
    "team_prevention_share": NUMBER,
    "team_card_hours": HOURS_A_WEEK,
    "team_fte_factor": NUMBER,
}
TEAM_DIMENSIONS: Mapping[str, Dimension] = {
    "now": TIME,
    "virtual": HOURS,
    "speed": HOURS_A_WEEK,
    "direct": HOURS_A_WEEK,
    "normal": HOURS_A_WEEK,
    "available": NUMBER,
    "pressure": NUMBER,
    "cap": NUMBER,
    "credit": NUMBER,
    "arriving": HOURS_A_WEEK,
    "admitted": HOURS,
    "waiting_work": HOURS,
    "advice": HOURS,
    "follow_up": HOURS,
    "fte": NUMBER,
    "growth": NUMBER,
    "growth_bound": NUMBER,
    "open_single": NUMBER,
    "open_multiple": NUMBER,
    "open_crisis": NUMBER,
    "waiting": NUMBER,
}
HOUSEHOLD_DIMENSIONS: Mapping[str, Dimension] = {
    "entity": NUMBER,
    "hazard": RATE,
    "next": TIME,
    "factor": NUMBER,
    "factor_until": TIME,
    "closed_until": TIME,
    "candidates": NUMBER,
    "requests": NUMBER,
    "link": NUMBER,
    "group": NUMBER,
    "vulnerable": NUMBER,
}
CASE_DIMENSIONS: Mapping[str, Dimension] = {
    "asked": TIME,
    "entered": TIME,
    "factor": NUMBER,
    "work": HOURS,
    "decided": TIME,
    "leave": TIME,
    "escalate": TIME,
    "started": TIME,
    "kind": NUMBER,
    "phase": NUMBER,
    "settles": NUMBER,
    "episode": NUMBER,
}
WORLD_DIMENSIONS: Mapping[str, Dimension] = {"growth": NUMBER, "vacancy": NUMBER}
BEGINNING_DIMENSIONS: Mapping[str, Dimension] = {
    "vulnerable": NUMBER,
    "helped_vulnerable": NUMBER,
    "helped_self_reliant": NUMBER,
    "after_closing": NUMBER,
    "open_multiple": NUMBER,
    "open_crisis": NUMBER,
    "waiting_multiple": NUMBER,
    "single_vulnerable": NUMBER,
    "wait": TIME,
    "fte": NUMBER,
    "open_cases": NUMBER,
    "waiting": NUMBER,
}
# Columns of the ledger's hours that are fte, pressure or ticks.
NO_HOURS = {book.H_AVAILABLE, book.H_PRESSURE, book.H_TICKS, book.H_FTE}
BY_UNIT: Mapping[str, Dimension] = {
    "share": NUMBER,
    "ratio": NUMBER,
    "weight": NUMBER,
    "sd": NUMBER,
    "case/fte": NUMBER,
    "week": TIME,
    "1/week": RATE,
    "1/year": RATE,
    "hour": HOURS,
    "hour/case": HOURS,
    "hour/contact": HOURS,
    "hour/week": HOURS_A_WEEK,
    "hour/case/week": HOURS_A_WEEK,
}


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
            hazard=team.hazard * self.of(RATE),
            wait=team.wait * self.of(TIME),
            tick=team.tick * self.of(TIME),
        )


@pytest.mark.parametrize(
    ("names", "dimensions"),
    [
        pytest.param(FIGURES.names, FIGURE_DIMENSIONS, id="figures"),
        pytest.param(LEVER.names, LEVER_DIMENSIONS, id="levers"),
        pytest.param(TEAM.names, TEAM_DIMENSIONS, id="team"),
        pytest.param(HOUSEHOLD.names, HOUSEHOLD_DIMENSIONS, id="household"),
        pytest.param(CASE.names, CASE_DIMENSIONS, id="case"),
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


@pytest.fixture(scope="module")
def usual() -> History:
    return lived(usual_team(), 0, WEEKS)


def test_the_team_that_is_scaled_uses_every_mechanism(usual: History) -> None:
    for column in range(book.COUNTERS):
        routed_elsewhere = column in {book.TO_PARTNER, book.TURNED_AWAY}
        assert (usual.total(column) > 0.0) != routed_elsewhere, column
    hours = usual.accounts.hours.sum(axis=0)
    never = {book.H_IDLE, book.H_SHORT, book.H_OVERHEAD}
    assert {column for column in range(book.HOURS) if hours[column] == 0.0} <= never
    assert usual.accounts.exposed.sum() > 0
    assert set(usual_team().figures) == {*KERNEL_FIGURES, "request_bound"}


@pytest.mark.parametrize(
    ("times", "hours"),
    [(2.0, 1.0), (4.0, 1.0), (0.5, 1.0), (1.0, 2.0), (1.0, 4.0), (1.0, 0.5), (4.0, 0.5)],
)
def test_in_other_units_the_path_is_the_same_to_the_last_bit(
    usual: History, times: float, hours: float
) -> None:
    scale = Scale(times, hours)
    other = lived(scale.team(usual_team()), 0, WEEKS)
    assert (other.accounts.counts == usual.accounts.counts).all()
    assert (other.accounts.exposed == usual.accounts.exposed).all()
    assert (other.accounts.started == usual.accounts.started).all()
    columns = np.array([1.0 if c in NO_HOURS else hours for c in range(book.HOURS)])
    assert (other.accounts.hours == usual.accounts.hours * columns).all()
    assert_scaled(other.frame["own"], usual.frame["own"], scale, TEAM_DIMENSIONS)
    for part, dimensions in (("households", HOUSEHOLD_DIMENSIONS), ("cases", CASE_DIMENSIONS)):
        assert_scaled(other.frame[part], usual.frame[part], scale, dimensions)


def assert_scaled(
    other: Records, usual: Records, scale: Scale, dimensions: Mapping[str, Dimension]
) -> None:
    for name, dimension in dimensions.items():
        factor = scale.of(dimension)
        expected = usual[name] if factor == 1.0 else usual[name] * factor
        assert (other[name] == expected).all(), name


@pytest.mark.parametrize("parts", [2, 8])
def test_a_shorter_tick_moves_no_event_where_nothing_changes_at_a_tick(parts: int) -> None:
    """Between ticks everything happens at its exact time, so it is the same time with more."""
    quiet = {"access_diverted_share": 0.0, "casework_follow_up_hours": 0.0}
    at_once = {"answered_at_once_multiple": 0.0}
    team = usual_team()
    team = replace(
        team,
        figures={**team.figures, **at_once},
        levers={**team.levers, **quiet, "access_answered_at_once_single": 0.0},
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
