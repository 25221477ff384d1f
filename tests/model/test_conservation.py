"""Nothing appears and nothing is lost: exact whole numbers for people, 1e-9 for hours."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache
from typing import Final

import numpy as np
import pytest

from draagkracht.engine.arrays import CountArray, FloatArray
from draagkracht.model import ledger as book
from draagkracht.model import state as s
from draagkracht.model.kinds import CRISIS, MULTIPLE, SINGLE
from model.busy_town import ROUTES, busy_town, standard_hours_left
from theory.one_team import Begun, OneTeam, begun

WEEKS: Final = 13 * 16
# Nobody waits so long that the curves of waiting no longer follow.
PATIENCE: Final = {"patience_shape": 8.0}
TOWNS: Final = {
    "calm": busy_town(fte=16.0),
    "overloaded": busy_town(fte=5.0, open_cases=80, waiting=60, figures=PATIENCE),
    "in all directions": busy_town(
        (700, 500),
        5.0,
        open_cases=100,
        waiting=40,
        figures=PATIENCE,
        levers={
            "access_diverted_share": 0.3,
            "access_missed_multiple": 0.3,
            "access_decision_share": 0.5,
            "casework_follow_up_hours": 2.0,
        },
        changes=((40, "team_prevention_share", 0.1), (60, "casework_hours_factor", 1.2)),
        routes=ROUTES,
        routes_from=60,
    ),
    "with more claims than hours": busy_town(
        (900,),
        2.0,
        open_cases=120,
        waiting=80,
        levers={"access_diverted_share": 0.6, "access_desk_hours": 8.0, "circles_number": 0.0},
        figures={"contact_hours": 0.3, "helper_supply": 0.0, **PATIENCE},
    ),
    "without staff for a year": busy_town(
        fte=16.0,
        figures=PATIENCE,
        changes=((26, "team_fte_factor", 0.0), (78, "team_fte_factor", 1.0)),
    ),
}


@dataclass(frozen=True)
class History:
    """Levels at the begin and end of each quarter, and what was counted in it."""

    counts: CountArray  # (group, quarter, kind, column)
    exposed: CountArray  # (group, quarter, kind, age)
    levels: CountArray  # (group, quarter + 1, kind, level)
    returning: CountArray  # (quarter + 1,)
    left: FloatArray  # (quarter + 1, 2): standard hours left of who is open and who waits
    team: Begun
    town: OneTeam

    def __getitem__(self, column: int) -> CountArray:
        """One column: (group, quarter, kind)."""
        return self.counts[..., column]

    def change(self, level: int) -> CountArray:
        """Of a level over each quarter: (group, quarter, kind)."""
        return np.diff(self.levels[..., level], axis=1)


@cache
def history(name: str) -> History:
    town = TOWNS[name]
    team = begun(town, 1, WEEKS)
    levels, returning = [standing(team)], [back_later(team)]
    left = [standard_hours_left(team.frame)]
    for quarter in range(WEEKS // book.QUARTER):
        team.live(quarter * book.QUARTER, (quarter + 1) * book.QUARTER)
        levels.append(standing(team))
        returning.append(back_later(team))
        left.append(standard_hours_left(team.frame))
    return History(
        team.accounts.counts,
        team.accounts.exposed,
        np.stack(levels, axis=1),
        np.array(returning),
        np.array(left),
        team,
        town,
    )


def standing(team: Begun) -> CountArray:
    groups = int(team.frame["ledger"]["groups"][0])
    return np.array(team.frame["ledger"]["levels"][0, :groups])


def back_later(team: Begun) -> int:
    slots = int(team.frame["own"]["slots"][0])
    return int((team.frame["cases"][0, :slots]["phase"] == s.RETURNING).sum())


@pytest.fixture(params=TOWNS)
def lived(request: pytest.FixtureRequest) -> History:
    return history(request.param)


def test_who_waits_came_in_and_has_not_gone_out(lived: History) -> None:
    came = lived[book.ENTERED] + lived[book.ESCALATED_IN]
    went = (
        lived[book.STARTED] + lived[book.SETTLED] + lived[book.GIVEN_UP] + lived[book.ESCALATED_OUT]
    )
    assert (came == went + lived.change(book.WAITING)).all()


def test_in_these_towns_people_settle_give_up_and_grow_worse() -> None:
    for column in (book.SETTLED, book.GIVEN_UP, book.ESCALATED_IN, book.RECOVERED_ALONE):
        assert sum(history(name)[column].sum() for name in TOWNS) > 20


def test_who_has_an_open_case_started_and_has_not_closed(lived: History) -> None:
    assert (lived[book.STARTED] == lived[book.CLOSED] + lived.change(book.OPEN)).all()


def test_who_is_vulnerable_became_so_and_has_not_recovered(lived: History) -> None:
    recovered = lived[book.RECOVERED_ALONE][..., 0] + lived[book.RECOVERED].sum(axis=2)
    change = lived.change(book.VULNERABLE)[..., 0]
    assert (lived[book.BECAME_VULNERABLE][..., 0] - recovered == change).all()
    assert recovered.sum() > 0


def test_every_request_goes_one_way(lived: History) -> None:
    sent_away = (
        lived[book.TURNED_AWAY]
        + lived[book.TO_PARTNER]
        + lived[book.ANSWERED_AT_ONCE]
        + lived[book.TO_DESK]
    )
    back = lived[book.MISSED].sum(axis=(0, 2)) - np.diff(lived.returning)
    assert (back >= 0).all()
    asked = (lived[book.REQUESTED] - sent_away).sum(axis=(0, 2))
    assert (lived[book.ENTERED].sum(axis=(0, 2)) == asked + back).all()


def test_escalation_moves_one_kind_up(lived: History) -> None:
    out, into = lived[book.ESCALATED_OUT], lived[book.ESCALATED_IN]
    assert (into[..., MULTIPLE] == out[..., SINGLE]).all()
    assert (into[..., CRISIS] == out[..., MULTIPLE]).all()
    assert (out[..., CRISIS] == 0).all()
    assert (into[..., SINGLE] == 0).all()


def test_a_crisis_never_waits(lived: History) -> None:
    assert (lived[book.TIME_WAITING][..., CRISIS] == 0).all()
    assert (lived.levels[..., CRISIS, book.WAITING] == 0).all()
    entered = lived[book.ENTERED][..., CRISIS]
    assert (lived[book.STARTED_AT_ONCE][..., CRISIS] == entered).all()


def test_time_waited_is_the_sum_of_everyones_waiting_by_age(lived: History) -> None:
    """Little's law to the last part of a tick: the list against the spells it is made of."""
    followed = lived.town.today // book.QUARTER
    by_age = lived.exposed[:, followed:].sum(axis=3)
    assert (lived.exposed[..., -1] == 0).all()  # nobody is too old for the curves
    assert (by_age == lived[book.TIME_WAITING][:, followed:]).all()
    assert by_age.sum() > 0


def test_time_open_is_the_sum_of_everyones_lead_time(lived: History) -> None:
    """Little's law again: what closed, and what is open at the end as long as it was."""
    frame, groups = lived.team.frame, len(lived.town.groups)
    end = book.parts(float(lived.counts.shape[1] * book.QUARTER))
    spent = np.zeros((groups, book.KIND_COUNT), np.int64)
    for slot in range(int(frame["own"]["slots"][0])):
        case = frame["cases"][0, slot]
        if case["phase"] in {s.OPEN, s.HELD}:
            group = case["group"]
            spent[group, case["kind"]] += end - book.parts(float(case["started"]))
    total = lived[book.LEAD_TIME].sum(axis=1) + spent
    assert (total == lived[book.TIME_OPEN].sum(axis=1)).all()


def test_who_is_held_went_to_a_partner_and_has_not_come_back(lived: History) -> None:
    """Held is part of open: counted in the team as the cases that wait for a partner."""
    frame = lived.team.frame
    cases = frame["cases"][0, : int(frame["own"]["slots"][0])]
    own = frame["own"][0]
    for kind, name in enumerate(("single", "multiple", "crisis")):
        mine = cases["kind"] == kind
        held = int((mine & (cases["phase"] == s.HELD)).sum())
        worked_on = int((mine & (cases["phase"] == s.OPEN)).sum())
        assert held == own[f"held_{name}"]
        assert held + worked_on == own[f"open_{name}"]


def test_in_these_towns_every_kind_goes_to_partners_too() -> None:
    referred = sum(history(name)[book.REFERRED].sum(axis=(0, 1)) for name in TOWNS)
    assert (np.asarray(referred) > 20).all()


def test_times_are_levels_times_length_where_nothing_changes() -> None:
    rates = ("natural_recovery", "request_rate_self_reliant", "request_rate_vulnerable")
    quiet = busy_town(open_cases=0, waiting=0, figures=dict.fromkeys(rates, 0.0))
    team = begun(replace(quiet, hazard=0.0), 1, WEEKS)
    team.live(0, WEEKS)
    vulnerable = standing(team)[:, 0, book.VULNERABLE]
    assert vulnerable.min() > 0
    quarter = book.parts(float(book.QUARTER))
    times = team.accounts.counts[:, :, 0, book.TIME_VULNERABLE]
    assert (times == quarter * vulnerable[:, None]).all()


# Hours.


def weekly(name: str) -> Iterator[tuple[float, FloatArray]]:
    """Hours a week for cases (D), and what was booked in that week."""
    town = TOWNS[name]
    team = begun(town, 1, WEEKS)
    before = np.zeros(book.HOURS)
    for week in range(WEEKS):
        team.live(week, week + 1)
        booked = np.array(team.frame["ledger"]["hours"][0])
        if week % book.QUARTER == 0:
            before = np.zeros(book.HOURS)
        yield float(team.frame["own"]["direct"][0]), booked - before
        before = booked


SPENT: Final = [book.H_SHARED, book.H_HELD, book.H_CONTACT, book.H_IDLE]
ELSEWHERE: Final = [
    book.H_ADMINISTRATION,
    book.H_MEETING,
    book.H_OVERHEAD,
    book.H_PREVENTION,
    book.H_CARDS,
    book.H_ONBOARDING,
    book.H_COORDINATION,
    book.H_ADVICE,
]


@pytest.mark.parametrize("name", TOWNS)
def test_hours_for_cases_are_shared_held_called_or_idle_in_every_week(name: str) -> None:
    for direct, booked in weekly(name):
        assert float(booked[SPENT].sum()) == pytest.approx(direct, rel=1e-9, abs=1e-9)


@pytest.mark.parametrize("name", TOWNS)
def test_every_hour_worked_went_somewhere_in_every_week(name: str) -> None:
    """Worked + overtime - time off = what is done elsewhere + what is done for cases."""
    for _, booked in weekly(name):
        there = float(booked[book.H_WORKED] + booked[book.H_OVERTIME] - booked[book.H_TIME_OFF])
        used = float(booked[ELSEWHERE].sum() + booked[SPENT].sum())
        assert used == pytest.approx(there, rel=1e-9, abs=1e-9)


@pytest.mark.parametrize("name", TOWNS)
def test_hours_made_for_a_standard_hour_are_the_effort(name: str) -> None:
    town = TOWNS[name]
    team = begun(town, 1, WEEKS)
    before = np.zeros(book.HOURS)
    for week in range(WEEKS):
        team.live(week, week + 1)
        booked = np.array(team.frame["ledger"]["hours"][0])
        if week % book.QUARTER == 0:
            before = np.zeros(book.HOURS)
        effort = float(team.frame["own"]["effort"][0])
        shared, done = (float(booked[c] - before[c]) for c in (book.H_SHARED, book.H_DONE))
        assert shared == pytest.approx(effort * done, rel=1e-9, abs=1e-9)
        before = booked


def test_standard_hours_that_came_in_are_done_dropped_taken_over_or_still_there(
    lived: History,
) -> None:
    """The ledger of work: nothing of it is lost where a case waits, grows worse or is held."""
    hours = lived.team.accounts.hours[0]
    gone = hours[:, [book.H_DONE, book.H_DROPPED, book.H_TAKEN_OVER]].sum(axis=1)
    change = np.diff(lived.left.sum(axis=1))
    scale = float(lived.left.sum(axis=1).max())
    assert hours[:, book.H_ADMITTED] == pytest.approx(gone + change, rel=1e-9, abs=1e-9 * scale)
    assert (hours[:, book.H_TAKEN_OVER] > 0.0).all()
    waits = float(lived.team.frame["own"]["waiting_work"][0])
    assert lived.left[-1, 1] == pytest.approx(waits, rel=1e-9, abs=1e-9)


def test_prevention_planned_is_given_or_made_way(lived: History) -> None:
    hours = lived.team.accounts.hours[0]
    planned = lived.town.levers["team_prevention_share"] * hours[:, book.H_WORKED]
    both = hours[:, book.H_PREVENTION] + hours[:, book.H_CROWDED_OUT]
    before = (lived.town.today + 26) // book.QUARTER
    assert both[:before] == pytest.approx(planned[:before], rel=1e-9)


def test_overtime_given_back_is_taken_or_stands_open(lived: History) -> None:
    hours = lived.team.accounts.hours[0].sum(axis=0)
    stands = float(lived.team.frame["own"]["time_off"][0])
    given_back = lived.town.figures["overtime_given_back"] * hours[book.H_OVERTIME]
    assert given_back == pytest.approx(hours[book.H_TIME_OFF] + stands, rel=1e-9, abs=1e-9)


def test_what_does_not_fit_is_reported_and_only_then() -> None:
    shorts = {name: history(name).team.accounts.hours[0, :, book.H_SHORT] for name in TOWNS}
    assert (shorts["calm"] == 0.0).all()
    assert (shorts["with more claims than hours"] > 0.0).any()
    assert all((short >= 0.0).all() for short in shorts.values())


def test_a_team_with_a_waiting_list_and_a_cap_it_can_fill_has_no_idle_hours() -> None:
    hours = history("overloaded").team.accounts.hours[0]
    assert hours[:, book.H_IDLE].sum() < 1e-9 * hours[:, book.H_SHARED].sum()
