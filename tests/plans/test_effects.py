"""A package is a set: the same cards give the same effects, in whatever order they lie."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from draagkracht.documents.errors import DraagkrachtError
from draagkracht.model.levers import LEVER_NAMES
from draagkracht.plans.effect import OPERATIONS
from draagkracht.plans.effects import TeamEffect, compose, weeks
from draagkracht.plans.menu import read_menu
from draagkracht.plans.plan import Plan
from draagkracht.plans.reading import read_plan
from plans.menus import card, form, menu, plan

TEAMS = ("noord", "oost", "zuid")
DELAY = "access.decision_delay"


@st.composite
def packages(draw: st.DrawFn) -> tuple[Any, Plan]:
    """A menu of cards with any effects and costs, and a koers that lays some of them."""
    rows = st.tuples(st.sampled_from(LEVER_NAMES[:6]), st.sampled_from(OPERATIONS))
    costs = st.tuples(
        st.sampled_from(["hour/week/team", "hour/team", "euro", "euro/year"]),
        st.sampled_from(["team", "municipality"]),
    )
    cards = {
        name: card(
            *draw(st.lists(rows, max_size=3, unique=True)),
            costs=draw(st.lists(costs, max_size=2, unique=True)),
        )
        for name in "abcd"
    }
    laid = []
    for name in draw(st.lists(st.sampled_from("abcd"), unique=True)):
        month = draw(st.integers(0, 24))
        intensity = draw(st.sampled_from([0.0, 0.25, 1.0]))
        teams = draw(st.none() | st.lists(st.sampled_from(TEAMS), min_size=1, unique=True))
        where = "" if teams is None else f"teams={list(teams)!r}".replace("'", '"')
        laid.append(f"{name}|starts_month={month};intensity={intensity};{where}")
    return menu(cards), plan(*laid)


def outcome(koers: Plan, cards: Any, teams: tuple[str, ...] = TEAMS) -> tuple[TeamEffect, ...]:
    """The effects; nothing for a package that is refused."""
    try:
        return compose(koers, cards, teams=teams)
    except DraagkrachtError:
        return ()


@given(packages(), st.randoms(use_true_random=False))
def test_cards_in_any_order_give_the_same_effects(package: tuple[Any, Plan], random: Any) -> None:
    cards, koers = package
    shuffled = list(koers.cards)
    random.shuffle(shuffled)
    other = koers.model_copy(update={"cards": tuple(shuffled)})
    assert outcome(other, cards) == outcome(koers, cards)


@given(packages(), st.randoms(use_true_random=False))
def test_a_package_is_refused_or_accepted_in_any_order(
    package: tuple[Any, Plan], random: Any
) -> None:
    cards, koers = package
    shuffled = list(koers.cards)
    random.shuffle(shuffled)
    verdicts = []
    for order in (koers.cards, tuple(shuffled)):
        try:
            compose(koers.model_copy(update={"cards": order}), cards, teams=TEAMS)
            verdicts.append(None)
        except DraagkrachtError as error:
            verdicts.append(type(error))
    assert verdicts[0] == verdicts[1]


@given(packages())
def test_a_card_with_intensity_0_does_nothing_and_costs_nothing(package: tuple[Any, Plan]) -> None:
    cards, koers = package
    working = tuple(each for each in koers.cards if each.intensity > 0)
    without = koers.model_copy(update={"cards": working})
    assert outcome(koers, cards) == outcome(without, cards)
    assert all(effect.intensity > 0 for effect in outcome(koers, cards))


@given(packages())
def test_effects_come_by_operation_and_then_by_name(package: tuple[Any, Plan]) -> None:
    cards, koers = package
    found = [
        (OPERATIONS.index(effect.operation), effect.source) for effect in outcome(koers, cards)
    ]
    assert found == sorted(found)


@given(packages())
def test_a_card_works_only_on_its_own_teams(package: tuple[Any, Plan]) -> None:
    cards, koers = package
    for effect in outcome(koers, cards):
        (laid,) = [each for each in koers.cards if each.name == effect.source]
        assert effect.team in (laid.teams or TEAMS)


@given(packages(), st.permutations(TEAMS))
def test_the_order_of_teams_changes_nothing_for_any_team(
    package: tuple[Any, Plan], order: list[str]
) -> None:
    cards, koers = package
    found = outcome(koers, cards)
    other = outcome(koers, cards, tuple(order))
    for team in TEAMS:
        assert [each for each in found if each.team == team] == [
            each for each in other if each.team == team
        ]


def test_months_become_weeks_of_a_year_of_fifty_two() -> None:
    assert (weeks(0), weeks(3), weeks(12)) == (0, 13, 52)


def test_an_effect_starts_with_its_card_and_its_ramp() -> None:
    cards = menu({"a": card((DELAY, "scale"))})
    (effect,) = compose(plan("a|starts_month=3;intensity=0.5"), cards, teams=["noord"])
    assert effect == TeamEffect(
        team="noord",
        lever=DELAY,
        operation="scale",
        figure="f.access.decision_delay",
        intensity=0.5,
        starts_week=13.0,
        takes_weeks=13.0,
        source="a",
        ends_week=None,
    )


def test_hours_a_week_of_the_team_last_as_long_as_the_card() -> None:
    cards = menu({"a": card(costs=[("hour/week/team", "team")])})
    (effect,) = compose(plan("a|starts_month=6;intensity=0.5"), cards, teams=["noord"])
    assert (effect.lever, effect.operation, effect.figure) == (
        "team.card_hours",
        "add",
        "cost.x",
    )
    assert (effect.intensity, effect.starts_week, effect.ends_week) == (0.5, 26.0, None)


def test_hours_asked_once_are_worked_in_thirteen_weeks() -> None:
    cards = menu({"a": card(costs=[("hour/team", "team")])})
    (effect,) = compose(plan("a|starts_month=6"), cards, teams=["noord"])
    assert effect.ends_week is not None
    assert (effect.starts_week, effect.ends_week) == (26.0, 39.0)
    assert effect.intensity * (effect.ends_week - effect.starts_week) == pytest.approx(1.0)


@pytest.mark.parametrize(
    "cost",
    [
        ("hour/week/team", "municipality"),
        ("hour/team", "provider"),
        ("euro", "team"),
        ("euro/year", "municipality"),
    ],
)
def test_what_another_pays_takes_no_hours_of_the_team(cost: tuple[str, str]) -> None:
    assert compose(plan("a"), menu({"a": card(costs=[cost])}), teams=["noord"]) == ()


def test_a_form_works_on_all_teams_from_its_month() -> None:
    cards = menu({}, {"nieuw": form((DELAY, "replace"))})
    found = compose(
        plan(organisation='form = "nieuw", starts_month = 12'), cards, teams=["noord", "zuid"]
    )
    assert [(each.team, each.source, each.starts_week) for each in found] == [
        ("noord", "nieuw", 52.0),
        ("zuid", "nieuw", 52.0),
    ]


def test_a_dip_ends() -> None:
    found = compose(
        plan(organisation='form = "without_wijkteam", starts_month = 12'),
        read_menu(),
        teams=["noord"],
    )
    (dip,) = [each for each in found if each.lever == "team.capacity_factor"]
    assert (dip.starts_week, dip.ends_week) == (52.0, 91.0)


def test_carrying_on_has_no_effects_at_all() -> None:
    cards = read_menu()
    assert compose(read_plan("doorgaan_zoals_nu", cards), cards, teams=TEAMS) == ()


def test_an_unknown_team_of_a_card_is_refused() -> None:
    with pytest.raises(DraagkrachtError, match=r"card 1 \(a\) › teams"):
        compose(plan('a|teams=["west"]'), menu({"a": card()}), teams=TEAMS)
