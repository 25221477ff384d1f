"""People who help: a stock with a known end, and hours of coordination whatever they do (M9)."""

from dataclasses import replace

import numpy as np
import pytest

from draagkracht.model import ledger as book
from theory.agreement import assert_agrees
from theory.one_team import OneTeam, begun, lived
from theory.usual_team import usual_team

RESIDENTS = 50.0  # thousands
RECRUITED = 1.0  # persons a thousand residents a year
DROP_OUT = 0.35  # 1/year
WEEKS = 13 * 240


def helping(**figures: float) -> OneTeam:
    return OneTeam(
        households=64,
        figures={"helper_drop_out": DROP_OUT / 52, "helper_supply": 1e6, **figures},
        levers={"helpers_recruitment": RECRUITED},
        residents=RESIDENTS,
    )


def test_helpers_come_to_recruitment_over_drop_out() -> None:
    """And on the way there they are r / d (1 - (1 - d / 52)^t) after t weeks."""
    start = begun(helping(), 0, WEEKS)
    end = RECRUITED * RESIDENTS / DROP_OUT
    done, found = 0, 0.0
    for weeks in (1, 26, 520, WEEKS):
        start.live(done, weeks)
        done = weeks
        found = float(start.frame["own"]["helpers"][0])
        assert found == pytest.approx(end * (1.0 - (1.0 - DROP_OUT / 52) ** weeks), rel=1e-9)
    assert found == pytest.approx(end, rel=1e-8)


def test_no_more_help_than_there_are_people_for_it() -> None:
    start = begun(helping(helper_supply=2.0), 0, WEEKS)
    start.live(0, WEEKS)
    assert float(start.frame["own"]["helpers"][0]) == 2.0 * RESIDENTS
    hours = start.accounts.hours[0, -1]
    assert hours[book.H_HELPERS] == 2.0 * RESIDENTS * book.QUARTER


def test_helpers_of_whom_none_has_an_effect_cost_exactly_their_coordination() -> None:
    """The same future as with a card that asks those hours, to the last bit."""
    quarters, coordinator = 20, 0.19
    weeks = 13 * quarters
    base = usual_team()
    off = dict.fromkeys(
        ("helpers_recruitment", "helpers_give_back_share", "helpers_effect", "circles_number"), 0.0
    )
    figures = {**base.figures, "onboarding_hours": 0.0}
    without = {**base.levers, **off}
    recruited = {"helpers_recruitment": 2.0, "helpers_coordinator_hours": coordinator}
    team = replace(base, figures=figures, levers={**without, **recruited}, today=0)
    stock, changes = 0.0, []
    for week in range(weeks):
        changes.append(
            (week, "team_card_hours", base.levers["team_card_hours"] + stock * coordinator)
        )
        drop = figures["helper_drop_out"]
        stock = min(
            figures["helper_supply"] * base.residents,
            stock + 2.0 * base.residents / 52.0 + 0.0 - drop * stock,
        )
    card = replace(base, figures=figures, levers=without, today=0, changes=tuple(changes))
    helped, asked, nothing = (
        lived(each, 0, weeks) for each in (team, card, replace(card, changes=()))
    )
    for part in ("counts", "exposed", "started"):
        same = np.array_equal(getattr(helped.accounts, part), getattr(asked.accounts, part))
        assert same, part
    assert not np.array_equal(helped.accounts.counts, nothing.accounts.counts)
    own = {book.H_COORDINATION, book.H_CARDS, book.H_HELPERS, book.H_HELPER_HOURS, book.H_RESIDENT}
    rest = [column for column in range(book.HOURS) if column not in own]
    assert helped.hours[:, rest].tolist() == asked.hours[:, rest].tolist()
    coordination = helped.hours[:, book.H_COORDINATION]
    more = asked.hours[:, book.H_CARDS] - helped.hours[:, book.H_CARDS]
    assert coordination.tolist() == pytest.approx(more.tolist(), rel=1e-9)
    free = replace(team, levers={**team.levers, "helpers_coordinator_hours": 0.0})
    assert np.array_equal(lived(free, 0, weeks).accounts.counts, nothing.accounts.counts)


def test_who_recovered_and_gives_back_is_a_share_of_who_recovered() -> None:
    base = usual_team()
    levers = {**base.levers, "helpers_recruitment": 0.0, "helpers_give_back_share": 0.25}
    team = replace(
        base,
        figures={**base.figures, "helper_drop_out": 0.0, "helper_supply": 1e6},
        levers=levers,
    )
    history = lived(team, 0, 13 * 12)
    own = history.frame["own"][0]
    recovered = history.total(book.RECOVERED)
    assert recovered > 100.0
    assert float(own["helpers"]) + 0.25 * float(own["giving_back"]) == 0.25 * recovered


def test_an_effect_eases_new_cases_by_the_work_that_helpers_can_do() -> None:
    """1 - e min(rho, helpers h s / arriving): hours over the standard a case would have had."""
    base = helping(helper_supply=2.0, helper_hours=2.0, helper_suitable=0.5)
    arriving, effect = 500.0, 0.8
    for replaceable in (0.05, 0.9):
        team = replace(
            base,
            households=64,
            figures={**base.figures, "helper_replaceable": replaceable, "load_memory": 1e12},
            levers={**base.levers, "helpers_effect": effect},
        )
        start = begun(team, 0, 13 * 60)
        start.frame["own"]["arriving"] = arriving
        start.live(1, 13 * 60)
        helped = min(replaceable, 2.0 * RESIDENTS * 2.0 * 0.5 / arriving)
        found = float(start.frame["own"]["eased"][0])
        assert found == pytest.approx(1.0 - effect * helped, rel=1e-6)


CIRCLES = {"circle_members": 10.0, "circle_coach_hours": 3.0, "circle_member_hours": 2.0}


@pytest.mark.parametrize(("number", "effect", "bound"), [(20.0, 0.4, 1.5), (20.0, 0.9, 1.5)])
def test_members_of_a_circle_recover_faster_by_its_effect_within_the_bound(
    number: float, effect: float, bound: float
) -> None:
    """More members than vulnerable households: two states with b (1 + e), none comes in."""
    recovery, weeks, households = 0.01, 13 * 8, 8192
    team = OneTeam(
        households=households,
        figures={"natural_recovery": recovery, "recovery_bound": bound, **CIRCLES},
        levers={"circles_number": number, "circles_effect": effect},
        vulnerable=1.0,
        residents=RESIDENTS,
    )
    assert number * RESIDENTS * CIRCLES["circle_members"] > households
    theory = 1.0 - np.exp(-recovery * min(bound, 1.0 + effect) * weeks)
    alone = [lived(team, luck, weeks).total(book.RECOVERED_ALONE) for luck in range(30)]
    assert_agrees("share that recovers in circles", np.array(alone) / households, float(theory))


def test_circles_without_effect_cost_their_coach_and_the_hours_of_members() -> None:
    number = 0.1
    team = OneTeam(
        households=4096,
        figures={
            "natural_recovery": 0.01,
            "recovery_bound": 1.5,
            "contract_hours": 100.0,
            **CIRCLES,
        },
        vulnerable=0.5,
        residents=RESIDENTS,
    )
    circles = replace(team, levers={"circles_number": number})
    without, found = (lived(each, 0, 52) for each in (team, circles))
    assert np.array_equal(without.accounts.counts, found.accounts.counts)
    coach = number * RESIDENTS * CIRCLES["circle_coach_hours"] * book.QUARTER
    lost = without.hours[:, book.H_DIRECT] - found.hours[:, book.H_DIRECT]
    assert lost.tolist() == pytest.approx([coach] * 4, rel=1e-9)
    assert found.hours[:, book.H_COORDINATION].tolist() == pytest.approx([coach] * 4, rel=1e-12)
    asked = number * RESIDENTS * CIRCLES["circle_members"] * 2.0 * book.QUARTER
    assert found.hours[:, book.H_RESIDENT].tolist() == pytest.approx([asked] * 4, rel=1e-12)


def test_what_people_do_for_themselves_moves_recovery_by_the_factor_of_the_world() -> None:
    recovery, weeks = 0.01, 13 * 8
    team = OneTeam(
        households=8192,
        figures={"natural_recovery": recovery, "recovery_bound": 1.5},
        world={"informal": 0.8},
        vulnerable=1.0,
    )
    theory = 1.0 - np.exp(-recovery * 0.8 * weeks)
    alone = [lived(team, luck, weeks).total(book.RECOVERED_ALONE) for luck in range(30)]
    assert_agrees("share that recovers alone", np.array(alone) / 8192, float(theory))
