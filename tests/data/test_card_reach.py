"""Every card runs alone in both towns, and moves only what its effects can reach.

In a team everything hangs together: an hour more or less is felt in waiting, in strain and in whom
partners see. So a card that touches a team may move almost any measure, and the sharp questions
are the others: what of a card that touches no team, who asks residents for hours, who brings
helpers, and does anything move before the card begins.
"""

from collections.abc import Iterator

import numpy as np
import pytest

import draagkracht as dk
from draagkracht.model.measures import MEASURES
from draagkracht.plans.effects import compose
from draagkracht.plans.intervention import Intervention
from draagkracht.plans.plan import Plan
from draagkracht.simulation.session import Session

MENU = dk.read_menu()
NAMES = sorted(MENU.cards, key=lambda name: MENU.card(name).code)
YEARS = 2
STARTS = 12  # months: nothing may move before

# Measures that only these levers reach; all others follow from the work of the teams.
ONLY_BY = {
    "helpers_active": ("helpers.recruitment", "helpers.give_back_share"),
    "helper_hours": ("helpers.recruitment", "helpers.give_back_share"),
    "resident_hours_asked": (
        "helpers.recruitment",
        "helpers.give_back_share",
        "circles.number",
        "residents.card_hours",
    ),
}
MONEY = {"costs", "euro_balance"}


def laid(name: str) -> Plan:
    cards = tuple({"name": each, "starts_month": STARTS} for each in (name, *MENU.card(name).needs))
    label = MENU.card(name).label
    return Plan(format=1, name=name, label=label, story=label, card=cards)  # type: ignore[arg-type]


def levers(name: str) -> set[str]:
    return {effect.lever for effect in compose(laid(name), MENU, teams=["t"])}


def reached(name: str, card: Intervention) -> set[str]:
    """The measures that a card can move at all."""
    moved = levers(name)
    of_a_team = moved - {"residents.card_hours"}
    found = {measure for measure, by in ONLY_BY.items() if moved & set(by)}
    if of_a_team:
        found |= set(MEASURES) - set(ONLY_BY)
    pays = any(cost.party == "municipality" and not cost.in_hours for cost in card.costs)
    return found | (MONEY if pays or of_a_team else set())


@pytest.fixture(scope="module", params=["voorbeelddorp", "voorbeeldstad"])
def session(request: pytest.FixtureRequest) -> Iterator[Session]:
    town = dk.read_town(request.param)
    with dk.open_session(town, years=YEARS, members=8) as found:
        yield found


@pytest.mark.parametrize("name", NAMES)
def test_a_card_runs_alone_and_moves_only_what_it_can_reach(session: Session, name: str) -> None:
    outcome = session.sketch(laid(name))
    base = outcome.values[outcome.carrying_on]
    moved = {
        measure
        for measure in MEASURES
        if outcome.values[name][measure].tobytes() != base[measure].tobytes()
    }
    assert moved <= reached(name, MENU.card(name))
    begins = STARTS // 3
    for measure in MEASURES:
        before = outcome.values[name][measure][:, :, :begins]
        now = base[measure][:, :, :begins]
        if measure not in ("hours_balance", "euro_balance"):
            np.testing.assert_array_equal(before, now)
        else:
            assert np.nansum(np.abs(before)) == 0.0


@pytest.mark.parametrize("name", NAMES)
def test_a_card_that_touches_a_team_is_seen_there(session: Session, name: str) -> None:
    """An effect that nobody could ever see would be a slip of the pen."""
    outcome = session.sketch(laid(name))
    team = levers(name) - {"residents.card_hours"}
    balance = outcome.by_member("hours_balance", plan=name)
    assert bool(team) == bool(balance.any())


def test_every_measure_is_in_reach_of_some_card() -> None:
    found = set().union(*(reached(name, MENU.card(name)) for name in NAMES))
    assert found == set(MEASURES)
