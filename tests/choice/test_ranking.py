"""Each card alone, in the same toekomsten, the best first, and ties said."""

from itertools import pairwise
from types import MappingProxyType

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

import draagkracht as dk
from draagkracht.choice.card_effect import months_until_back
from draagkracht.choice.ranking import Ranking, alone
from draagkracht.plans.menu import Menu

NAMES = ("split_front_door", "watchful_contact", "no_hour_registration", "escalation_table")
SMALL = {"years": 2, "members": 16}


@pytest.fixture(scope="module")
def menu() -> Menu:
    """Four cards, and one that changes nothing and asks nothing of the team."""
    packaged = dk.read_menu()
    idle = packaged.card("split_front_door").model_copy(
        update={"code": "99", "effects": (), "costs": ()}
    )
    cards = {name: packaged.card(name) for name in NAMES} | {"idle": idle}
    return Menu(cards=MappingProxyType(cards), forms=packaged.forms)


@pytest.fixture(scope="module")
def ranking(menu: Menu) -> Ranking:
    return dk.rank_menu(dk.read_town("voorbeelddorp"), menu=menu, years=2, members=16)


def test_a_card_does_here_what_a_run_of_it_alone_does(ranking: Ranking, menu: Menu) -> None:
    town = dk.read_town("voorbeelddorp")
    for each in ranking.cards:
        outcome = dk.run(town, [alone(each.name, menu)], menu=menu, years=2, members=16)
        for measure in ("hours_balance", "pressure", "waiting_time"):
            assert each.effect(measure) == outcome.difference(measure, plan=each.name)


def test_a_card_that_changes_nothing_is_exactly_nothing(ranking: Ranking) -> None:
    (idle,) = (each for each in ranking.cards if each.name == "idle")
    assert idle.moves_nothing
    assert not idle.real
    assert idle.returns == 0
    assert idle.months_to_relief is None
    assert {(each.median, each.low, each.high) for each in idle.effects} == {(0.0, 0.0, 0.0)}


def test_the_best_stands_first_and_levels_only_go_down(ranking: Ranking) -> None:
    medians = [each.effect("hours_balance").median for each in ranking.cards]  # type: ignore[union-attr]
    assert medians == sorted(medians, reverse=True)
    levels = [each.level for each in ranking.cards]
    assert levels[0] == 1
    assert all(0 <= later - earlier <= 1 for earlier, later in pairwise(levels))


def test_hours_back_less_hours_in_is_the_balance(ranking: Ranking) -> None:
    for each in ranking.cards:
        assert each.hours_in is not None
        assert each.hours_back is not None
        assert each.hours_in.low >= 0.0
        assert each.hours_back.low >= 0.0
        # Medians do not add up; where luck is the same in all toekomsten they must.
        if each.hours_back.high == 0.0:
            assert np.median(each.balance) <= 0.0


def test_colours_choose_cards(menu: Menu) -> None:
    town = dk.read_town("voorbeelddorp")
    found = dk.rank_menu(town, menu=menu, colours=["green", "yellow"], years=1, members=8)
    assert {each.name for each in found.cards} == {"watchful_contact", "no_hour_registration"}


def test_a_card_is_laid_with_what_it_needs(menu: Menu) -> None:
    needy = menu.card("escalation_table").model_copy(update={"needs": ("watchful_contact",)})
    both = Menu(MappingProxyType({**menu.cards, "escalation_table": needy}), menu.forms)
    laid = [card.name for card in alone("escalation_table", both).cards]
    assert laid == ["escalation_table", "watchful_contact"]


def test_equal_requests_give_equal_rankings(menu: Menu) -> None:
    town = dk.read_town("voorbeelddorp")
    one, other = (dk.rank_menu(town, menu=menu, threads=n, years=1, members=16) for n in (1, 2))
    assert [each.as_json() for each in one.cards] == [each.as_json() for each in other.cards]
    assert one.record == other.record


quarters = st.lists(st.floats(-100, 100), min_size=1, max_size=12)


@given(quarters)
def test_relief_begins_when_the_sum_is_positive_for_good(by_quarter: list[float]) -> None:
    months = months_until_back(np.array([by_quarter]))[0]
    so_far = np.cumsum(by_quarter)
    if np.isinf(months):
        assert so_far[-1] <= 0
    else:
        first = round(months / 3) - 1  # the quarter at whose end it is back
        assert (so_far[first:] > 0).all()
        assert first == 0 or so_far[first - 1] <= 0
