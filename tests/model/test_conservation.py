"""Nothing appears and nothing is lost: exact whole numbers for people, 1e-9 for hours."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Final

import numpy as np
import pytest

from draagkracht.engine.arrays import CountArray, FloatArray
from draagkracht.model import ledger as book
from draagkracht.model import state as s
from draagkracht.model.kinds import CRISIS, MULTIPLE, SINGLE
from reference.small_town import KernelTeam, SmallTown, kernel_team

ROUTES: Final = np.array(
    [np.zeros((3, 8)), [[0, 1, 2, 3] * 2, [0, 2, 3, 0] * 2, [0, 0, 0, 2, 3, 0, 0, 0]]],
    dtype=np.int64,
)
# Nobody waits so long that the curves of waiting no longer follow.
PATIENCE: Final = {"patience_shape": 8.0}
TOWNS: Final = {
    "calm": SmallTown(groups=(900, 400), fte=8.0, open_cases=150, waiting=10, weeks=130),
    "overloaded": SmallTown(
        groups=(900, 400), fte=3.0, open_cases=80, waiting=60, weeks=130, figures=PATIENCE
    ),
    "in all directions": SmallTown(
        groups=(700, 500),
        fte=4.0,
        open_cases=100,
        waiting=40,
        weeks=130,
        routes=ROUTES,
        routes_from=60,
        levers={
            "access_diverted_share": 0.3,
            "access_missed_multiple": 0.3,
            "access_decision_share": 0.5,
            "casework_follow_up_hours": 2.0,
        },
    ),
    "with more claims than hours": SmallTown(
        groups=(900,),
        hazards=(0.002,),
        vulnerable=(0.3,),
        fte=1.0,
        open_cases=120,
        waiting=80,
        levers={"access_diverted_share": 0.6, "access_desk_hours": 8.0},
        figures={"contact_hours": 0.3, **PATIENCE},
    ),
}


@dataclass(frozen=True)
class History:
    """Levels at the begin and end of each quarter, and what was counted in it."""

    counts: CountArray  # (group, quarter, kind, column)
    exposed: CountArray  # (group, quarter, kind, age)
    levels: CountArray  # (group, quarter + 1, kind, level)
    returning: CountArray  # (quarter + 1,)
    team: KernelTeam
    town: SmallTown

    def __getitem__(self, column: int) -> CountArray:
        """One column: (group, quarter, kind)."""
        return self.counts[..., column]

    def change(self, level: int) -> CountArray:
        """Of a level over each quarter: (group, quarter, kind)."""
        return np.diff(self.levels[..., level], axis=1)


@cache
def history(name: str) -> History:
    town = TOWNS[name]
    team = kernel_team(town)
    team.live(0, 0)
    levels, returning = [standing(team)], [back_later(team)]
    quarters = town.last_week // book.QUARTER
    for quarter in range(quarters):
        team.live(quarter * book.QUARTER, (quarter + 1) * book.QUARTER)
        levels.append(standing(team))
        returning.append(back_later(team))
    return History(
        team.accounts.counts[:, :quarters],
        team.accounts.exposed[:, :quarters],
        np.stack(levels, axis=1),
        np.array(returning),
        team,
        town,
    )


def standing(team: KernelTeam) -> CountArray:
    groups = int(team.frame["ledger"]["groups"][0])
    return np.array(team.frame["ledger"]["levels"][0, :groups])


def back_later(team: KernelTeam) -> int:
    number = int(team.frame["number"][0])
    return int((team.frame["cases"][0, :number]["phase"] == s.RETURNING).sum())


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
    followed = lived.town.run_in // book.QUARTER
    by_age = lived.exposed[:, followed:].sum(axis=3)
    assert (lived.exposed[..., -1] == 0).all()  # nobody is too old for the curves
    assert (by_age == lived[book.TIME_WAITING][:, followed:]).all()
    assert by_age.sum() > 0


def test_time_open_is_the_sum_of_everyones_lead_time(lived: History) -> None:
    """Little's law again: what closed, and what is open at the end as long as it was."""
    frame, groups = lived.team.frame, len(lived.town.groups)
    end = book.parts(float(lived.counts.shape[1] * book.QUARTER))
    spent = np.zeros((groups, book.KIND_COUNT), np.int64)
    for who in range(int(frame["number"][0])):
        case = frame["cases"][0, who]
        if case["phase"] == s.OPEN:
            group = frame["households"][0, who]["group"]
            spent[group, case["kind"]] += end - book.parts(float(case["started"]))
    total = lived[book.LEAD_TIME].sum(axis=1) + spent
    assert (total == lived[book.TIME_OPEN].sum(axis=1)).all()


def test_times_are_levels_times_length_where_nothing_changes() -> None:
    quiet = SmallTown(
        hazards=(0.0, 0.0),
        figures={
            "natural_recovery": 0.0,
            "request_rate_self_reliant": 1e-12,
            "request_rate_vulnerable": 1e-12,
        },
        open_cases=0,
        waiting=0,
    )
    team = kernel_team(quiet)
    team.live(0, quiet.last_week)
    vulnerable = standing(team)[:, 0, book.VULNERABLE]
    assert vulnerable.min() > 0
    quarter = book.parts(float(book.QUARTER))
    times = team.accounts.counts[:, :, 0, book.TIME_VULNERABLE]
    assert (times == quarter * vulnerable[:, None]).all()


# Hours.


def weekly(name: str) -> Iterator[tuple[float, float, FloatArray]]:
    """Hours a week for cases (D), advice asked of the week, and what was booked in that week."""
    town = TOWNS[name]
    team = kernel_team(town)
    before = np.zeros(book.HOURS)
    for week in range(town.last_week):
        team.live(week, week + 1)
        booked = np.array(team.frame["ledger"]["hours"][0])
        if week % book.QUARTER == 0:
            before = np.zeros(book.HOURS)
        yield float(team.frame["own"]["direct"][0]), town.tick, booked - before
        before = booked


SPENT: Final = [book.H_SHARED, book.H_HELD, book.H_CONTACT, book.H_IDLE]


@pytest.mark.parametrize("name", TOWNS)
def test_hours_for_cases_are_shared_held_called_or_idle_in_every_week(name: str) -> None:
    for direct, tick, booked in weekly(name):
        spent = float(booked[SPENT].sum())
        assert spent == pytest.approx(direct * tick, rel=1e-9, abs=1e-9)


@pytest.mark.parametrize("name", TOWNS)
def test_hours_for_cases_are_what_advice_leaves_of_the_direct_hours_in_every_week(
    name: str,
) -> None:
    for direct, tick, booked in weekly(name):
        left = max(0.0, float(booked[book.H_DIRECT] - booked[book.H_ADVICE]))
        assert direct * tick == pytest.approx(left, rel=1e-9, abs=1e-9)


def test_worked_hours_are_direct_hours_and_the_four_shares_in_every_quarter(
    lived: History,
) -> None:
    hours = lived.team.accounts.hours
    indirect = [book.H_ADMINISTRATION, book.H_MEETING, book.H_OVERHEAD, book.H_PREVENTION]
    parts = hours[:, [book.H_DIRECT, *indirect]].sum(axis=1)
    assert parts == pytest.approx(hours[:, book.H_WORKED], rel=1e-9)


def test_what_does_not_fit_is_reported_and_only_then(lived: History) -> None:
    short = lived.team.accounts.hours[:, book.H_SHORT]
    claimed_too_much = lived.town is TOWNS["with more claims than hours"]
    assert (short >= 0.0).all()
    assert bool(short.sum() > 0.0) == claimed_too_much


def test_a_team_with_a_waiting_list_and_a_cap_it_can_fill_has_no_idle_hours() -> None:
    hours = history("overloaded").team.accounts.hours
    assert hours[:, book.H_IDLE].sum() < 1e-9 * hours[:, book.H_SHARED].sum()
