"""Cards that cannot lie on the table together are refused, and both are named."""

import pytest

from draagkracht.documents.errors import DoubleName, DraagkrachtError, UnknownName
from draagkracht.plans.menu import Menu
from draagkracht.plans.package import check_package
from draagkracht.plans.plan import Plan
from plans.menus import card, form, menu, plan

DELAY = "access.decision_delay"


def refusal(koers: Plan, cards: Menu, *, teams: list[str] | None = None) -> str:
    with pytest.raises(DraagkrachtError) as caught:
        check_package(koers, cards, teams=teams)
    assert caught.value.exit_code == 2
    return str(caught.value)


def test_an_unknown_card_is_refused_with_the_nearest() -> None:
    assert refusal(plan("kart"), menu({"kaart": card()})) == (
        'card 1 (kart) › name: Er is geen kaart met de naam "kart". Bedoelt u "kaart"?'
    )


def test_an_unknown_card_is_refused_even_when_it_does_nothing() -> None:
    with pytest.raises(UnknownName):
        check_package(plan("kart|intensity=0.0"), menu({"kaart": card()}))


def test_an_unknown_form_is_refused_with_the_nearest() -> None:
    assert refusal(plan(organisation='form = "curent", starts_month = 0'), menu({})) == (
        'organisation › form: Er is geen organisatievorm met de naam "curent". Bedoelt u "current"?'
    )


def test_an_unknown_team_is_refused_once_the_town_is_known() -> None:
    koers = plan('a|teams=["nord"]')
    check_package(koers, menu({"a": card()}))
    assert refusal(koers, menu({"a": card()}), teams=["noord", "zuid"]) == (
        'card 1 (a) › teams: Er is geen team met de naam "nord". Bedoelt u "noord"?'
    )


def test_two_cards_that_replace_one_lever_are_refused_by_name() -> None:
    cards = menu({"a": card((DELAY, "replace")), "b": card((DELAY, "replace"))})
    assert refusal(plan("a", "b"), cards) == (
        'card 2 (b): "a" en "b" zetten allebei de knop "access.decision_delay". '
        "Kies één van beide, of geef elk hun eigen teams."
    )


@pytest.mark.parametrize("operation", ["move_towards", "scale", "add"])
def test_only_replacing_twice_is_a_conflict(operation: str) -> None:
    check_package(
        plan("a", "b"), menu({"a": card((DELAY, "replace")), "b": card((DELAY, operation))})
    )


def test_cards_that_replace_one_lever_may_lie_on_different_teams() -> None:
    cards = menu({"a": card((DELAY, "replace")), "b": card((DELAY, "replace"))})
    check_package(plan('a|teams=["noord"]', 'b|teams=["zuid"]'), cards)
    assert "allebei" in refusal(plan('a|teams=["noord"]', "b"), cards)


def test_a_card_with_intensity_0_is_in_no_ones_way() -> None:
    cards = menu({"a": card((DELAY, "replace")), "b": card((DELAY, "replace"))})
    check_package(plan("a|intensity=0.0", "b"), cards)


def test_a_card_and_a_form_that_replace_one_lever_are_refused() -> None:
    cards = menu({"a": card((DELAY, "replace"))}, {"nieuw": form((DELAY, "replace"))})
    message = refusal(plan("a", organisation='form = "nieuw", starts_month = 0'), cards)
    assert '"nieuw" en "a" zetten allebei de knop "access.decision_delay".' in message


def test_one_card_may_lie_twice_only_on_different_teams() -> None:
    cards = menu({"a": card((DELAY, "replace"))})
    staged = plan('a|teams=["noord"]', 'a|teams=["zuid"];starts_month=6')
    check_package(staged, cards, teams=["noord", "zuid"])
    with pytest.raises(DoubleName) as caught:
        check_package(plan("a", 'a|teams=["zuid"]'), cards)
    assert str(caught.value) == (
        'card 2 (a): De naam "a" komt twee keer voor (kaart). Gebruik elke naam één keer.'
    )


def test_a_card_that_needs_another_is_refused_without_it() -> None:
    cards = menu({"a": card(needs=["b"]), "b": card()})
    check_package(plan("a", "b"), cards)
    assert refusal(plan("a"), cards) == (
        'card 1 (a): De kaart "a" kan niet zonder de kaart "b". '
        'Leg ook "b" neer voor dezelfde teams, of haal deze kaart weg.'
    )


@pytest.mark.parametrize(
    "other", ['b|teams=["zuid"]', "b|intensity=0.0"], ids=["other teams", "intensity 0"]
)
def test_a_need_is_not_met_by_a_card_that_does_nothing_there(other: str) -> None:
    cards = menu({"a": card(needs=["b"]), "b": card()})
    assert "kan niet zonder" in refusal(plan('a|teams=["noord", "zuid"]', other), cards)


@pytest.mark.parametrize("order", [("a", "b"), ("b", "a")])
def test_cards_that_exclude_each_other_are_refused_in_either_order(order: tuple[str, str]) -> None:
    cards = menu({"a": card(excludes=["b"]), "b": card()})
    assert 'De kaarten "a" en "b" gaan niet samen.' in refusal(plan(*order), cards)
    check_package(plan(*(f'{name}|teams=["{name}"]' for name in order)), cards)


def test_a_need_may_be_met_team_by_team() -> None:
    cards = menu({"a": card(needs=["b"]), "b": card()})
    staged = plan("a", 'b|teams=["noord"]', 'b|teams=["zuid"];starts_month=6')
    check_package(staged, cards, teams=["noord", "zuid"])
    assert "kan niet zonder" in refusal(staged, cards, teams=["noord", "oost", "zuid"])


def test_before_the_town_is_known_only_what_is_wrong_everywhere_is_refused() -> None:
    cards = menu({"a": card(needs=["b"]), "b": card()})
    koers = plan("a", 'b|teams=["noord"]')
    check_package(koers, cards)
    check_package(koers, cards, teams=["noord"])
    assert "kan niet zonder" in refusal(koers, cards, teams=["noord", "zuid"])
