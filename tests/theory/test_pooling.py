"""Teams that put all their hours together are one team in law (M13).

Two teams with processor sharing in common have the mean sojourn of one with twice the hours,
W / 2D / (1 - load) (Kleinrock 1967, doi 10.1145/321386.321388); apart it is twice as long. Hours
are lent a week ahead, so someone who comes may wait up to a tick for them.
"""

from dataclasses import replace

import numpy as np
import pytest

from draagkracht.engine.arrays import FloatArray
from draagkracht.model import ledger as book
from theory.agreement import STANDARD_ERRORS
from theory.one_team import OneTeam, request_rate
from theory.side_by_side import Together, begun_together, lived_together
from theory.usual_team import usual_team

HOUSEHOLDS = 4096
HOURS = 10.0  # of each team, a week
LOAD = 0.5
WORK = 400.0  # 20 weeks of both teams
REQUESTS = LOAD * 2.0 * HOURS / WORK  # of both together
SOJOURN = WORK / (2.0 * HOURS) / (1.0 - LOAD)
WEEKS = 13 * 240
SINCE = 20
FUTURES = 250


def sharing(share: float, asking: float) -> OneTeam:
    return OneTeam(
        households=HOUSEHOLDS,
        figures={
            "request_rate_self_reliant": request_rate(asking, HOUSEHOLDS, asking * SOJOURN),
            "contract_hours": HOURS,
            "hours_single": WORK,
            "exponential_hours": 1.0,
            "target_intensity": 1e-3,
        },
        levers={"organisation_pooled_share": share},
    )


def sojourns(share: float, uneven: float) -> FloatArray:
    """Mean sojourn over both teams by future; `uneven` is the first's share of the requests."""
    parts = (uneven * REQUESTS, (1.0 - uneven) * REQUESTS)
    teams = [
        replace(sharing(share, asking), first_entity=place << 20)
        for place, asking in enumerate(parts)
    ]
    found = []
    for luck in range(FUTURES):
        both = lived_together(teams, luck, WEEKS)
        open_time = sum(history.total(book.TIME_OPEN, since=SINCE) for history in both)
        found.append(open_time / sum(h.total(book.STARTED, since=SINCE) for h in both))
    return np.array(found)


def test_two_teams_that_share_everything_are_one_of_twice_the_hours() -> None:
    """Also when four in five requests come to one of them."""
    found = sojourns(1.0, 0.8)
    mean, error = found.mean(), found.std(ddof=1) / np.sqrt(FUTURES)
    print(f"sojourn of two that share: {mean:.2f} (error {error:.2f}) against {SOJOURN:.2f}")
    assert error < 0.03 * SOJOURN
    assert SOJOURN - STANDARD_ERRORS * error < mean < SOJOURN + 1.0 + STANDARD_ERRORS * error


def test_apart_the_same_two_teams_take_twice_as_long() -> None:
    found = sojourns(0.0, 0.5)
    error = found.std(ddof=1) / np.sqrt(FUTURES)
    print(f"sojourn of two apart: {found.mean():.2f} (error {error:.2f}) against {2 * SOJOURN:.2f}")
    assert abs(found.mean() - 2.0 * SOJOURN) < STANDARD_ERRORS * error


def busy_teams(share: float, loss: float) -> Together:
    levers = {"organisation_pooled_share": share, "organisation_pooling_loss": loss}
    base = usual_team()
    teams = [
        replace(base, fte=fte, levers={**base.levers, **levers}, first_entity=place << 20)
        for place, fte in enumerate((20.0, 14.0, 27.0))
    ]
    return begun_together(teams, 0, 13 * 8)[0]


def net_of(put: FloatArray, claims: FloatArray, loss: float) -> FloatArray:
    """What each team borrows or lends: together minus the loss on what is lent."""
    net = put.sum() * claims / claims.sum() - put
    borrowed = np.where(net > 0.0, (1.0 - loss) * net, net)
    lent = -net[net < 0.0].sum()
    assert borrowed.sum() == pytest.approx(-loss * lent, rel=1e-9, abs=1e-9 * put.sum())
    return np.asarray(borrowed)


@pytest.mark.parametrize("loss", [0.0, 0.1, 1.0])
@pytest.mark.parametrize("share", [0.2, 1.0])
def test_hours_are_conserved_but_for_the_loss_on_what_is_lent(share: float, loss: float) -> None:
    """What is put in is arranged from the hours of last week, or from those that are there."""
    together = busy_teams(share, loss)
    for week in range(1, 13 * 8):
        own = together.frames["own"]
        claims, before = own["claims"].copy(), own["own_hours"].copy()
        together.live(week, week + 1)
        pooled = together.frames["own"]["pooled"]
        found = [
            pooled == pytest.approx(net_of(share * hours, claims, loss), rel=1e-9, abs=1e-9)
            for hours in (before, together.frames["own"]["own_hours"])
        ]
        assert any(found)
    booked = together.accounts.hours[:, :, book.H_POOLED].sum(axis=0)
    assert (booked <= 1e-6 * together.accounts.hours[:, :, book.H_DIRECT].sum(axis=0)).all()


def test_hours_go_from_who_is_asked_less_to_who_is_asked_more() -> None:
    together = busy_teams(1.0, 0.0)
    together.live(1, 13 * 8)
    own = together.frames["own"]
    alone = own["claims"] / own["own_hours"]
    order = np.argsort(alone)
    assert own["pooled"][order[0]] < 0.0 < own["pooled"][order[-1]]
    assert np.ptp(own["pressure"]) < 0.3 * np.ptp(alone)


def test_teams_that_do_not_lend_live_as_if_alone() -> None:
    """Side by side or by itself: the same future to the last bit."""
    together = busy_teams(0.0, 0.1)
    together.live(1, 13 * 8)
    alone, histories = begun_together([replace(usual_team(), fte=20.0)], 0, 13 * 8)
    alone.live(1, 13 * 8)
    assert np.array_equal(together.accounts.counts[:1], histories[0].accounts.counts)
    assert np.array_equal(together.accounts.hours[:1], alone.accounts.hours)


ELSEWHERE = [
    book.H_ADMINISTRATION,
    book.H_MEETING,
    book.H_OVERHEAD,
    book.H_PREVENTION,
    book.H_CARDS,
    book.H_ONBOARDING,
    book.H_COORDINATION,
    book.H_ADVICE,
]
SPENT = [book.H_SHARED, book.H_HELD, book.H_CONTACT, book.H_IDLE]


@pytest.mark.parametrize("fte", [(20.0, 14.0, 27.0), (1.2, 2.0, 1.6)])
def test_every_hour_worked_or_borrowed_went_somewhere(fte: tuple[float, ...]) -> None:
    """Worked + borrowed - lent + overtime - time off is what was done, and all teams together
    never do more than was worked: also where who lends falls ill in the week."""
    levers = {"organisation_pooled_share": 1.0, "organisation_pooling_loss": 0.0}
    base = usual_team()
    teams = [
        replace(
            base,
            fte=size,
            households=round(600 * size),
            open_cases=round(20 * size),
            waiting=round(5 * size),
            residents=1.3 * size,
            figures={**base.figures, "short_rate": 0.05},
            levers={**base.levers, **levers, "team_card_hours": 0.0, "circles_number": 0.0},
            first_entity=place << 20,
        )
        for place, size in enumerate(fte)
    ]
    weeks = 13 * 12
    together, _ = begun_together(teams, 2, weeks, first=13)
    together.live(13, weeks)
    hours = together.accounts.hours[:, 1:]
    there = hours[..., book.H_WORKED] + hours[..., book.H_POOLED]
    there = there + hours[..., book.H_OVERTIME] - hours[..., book.H_TIME_OFF]
    used = hours[..., [*ELSEWHERE, *SPENT]].sum(axis=-1)
    assert used == pytest.approx(there, rel=1e-9)
    lent = hours[..., book.H_POOLED].sum(axis=0)
    assert lent == pytest.approx(np.zeros(lent.shape), abs=1e-6)


def test_a_team_that_lends_lends_no_hours_it_does_not_have() -> None:
    """It lent all it had, and half of its people are gone this week: that is half to lend."""
    lender = replace(sharing(1.0, 0.0), changes=((30, "team_fte_factor", 0.5),))
    borrower = replace(sharing(1.0, 0.0), open_cases=50, first_entity=1 << 20)
    together, _ = begun_together((lender, borrower), 0, 52)
    together.live(1, 52)
    hours = together.accounts.hours[:, 1:]
    assert hours[0, :, book.H_POOLED].max() < 0.0
    done = hours[..., SPENT].sum(axis=(0, 2))
    assert done.tolist() == pytest.approx(hours[..., book.H_WORKED].sum(axis=0).tolist(), rel=1e-9)
