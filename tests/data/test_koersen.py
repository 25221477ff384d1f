"""The six packaged koersen: whole, without extra people, and told with what they risk."""

import re

import pytest

import draagkracht as dk
from draagkracht.model.levers import LEVERS
from draagkracht.plans.menu import read_menu
from draagkracht.plans.plan import Plan
from draagkracht.plans.reading import read_plan
from draagkracht.town.packaged import packaged_documents

MENU = read_menu()
KOERSEN = {name: read_plan(name, MENU) for name in packaged_documents("koersen")}
NOW = "doorgaan_zoals_nu"
COMPARATOR = "zonder_wijkteam"
CHANGES = [pytest.param(plan, id=name) for name, plan in KOERSEN.items() if name != NOW]


def test_there_are_six_koersen() -> None:
    assert len(KOERSEN) == 6


def test_carrying_on_changes_and_asks_nothing() -> None:
    plan = KOERSEN[NOW]
    assert (plan.cards, plan.task_package, plan.financing) == ((), (), ())


@pytest.mark.parametrize("plan", CHANGES)
def test_a_koers_lays_three_to_eight_cards_in_the_order_in_which_they_start(plan: Plan) -> None:
    assert 3 <= len(plan.cards) <= 8
    starts = [card.starts_month for card in plan.cards]
    assert starts == sorted(starts)
    assert len(set(starts)) > 1


@pytest.mark.parametrize("plan", CHANGES)
@pytest.mark.parametrize("town", ["voorbeelddorp", "voorbeeldstad"])
def test_a_koers_goes_together_in_every_town(plan: Plan, town: str) -> None:
    teams = [team.name for team in dk.read_town(town).teams]
    assert dk.compose(plan, MENU, teams=teams)


@pytest.mark.parametrize("plan", CHANGES)
def test_a_koers_asks_for_no_extra_people(plan: Plan) -> None:
    documents = [MENU.card(card.name) for card in plan.cards]
    moved = {effect.lever for document in documents for effect in document.effects}
    moved |= {effect.lever for effect in MENU.form(plan.organisation.form).effects}
    assert "team.fte_factor" in LEVERS
    assert "team.fte_factor" not in moved


@pytest.mark.parametrize("plan", CHANGES)
def test_a_koers_needs_no_change_of_law(plan: Plan) -> None:
    assert not [card.name for card in plan.cards if MENU.card(card.name).law_change]


@pytest.mark.parametrize("plan", CHANGES)
def test_a_koers_says_why_in_this_order_for_whom_and_what_it_risks(plan: Plan) -> None:
    story = plan.story.nl
    for word in (r"\b[Ee]erst\b", r"\b[Ii]nwoners\b", r"\b(team|[Mm]edewerkers)\b", r"\brisico\b"):
        assert re.search(word, story), word
    assert not re.search(r"\d", story)  # a number would need its source
    sentences = re.split(r"(?<=[.?:])\s", story)
    assert max(len(sentence.split()) for sentence in sentences) <= 22


@pytest.mark.parametrize("plan", CHANGES)
def test_a_koers_says_who_pays_and_from_which_reserve(plan: Plan) -> None:
    natures = {(row.party, row.nature) for row in plan.financing}
    assert natures >= {("municipality", "structural"), ("municipality", "one_off")}
    # A reserve that we named for a town that we do not know is an assumption, and says so.
    assert all("aanname" in row.what.nl for row in plan.financing if row.reserve)


@pytest.mark.parametrize("plan", CHANGES)
def test_a_koers_divides_tasks_over_central_and_local(plan: Plan) -> None:
    assert plan.central
    assert plan.local or plan.name == COMPARATOR


def test_only_the_comparator_has_another_form_and_it_says_what_it_is() -> None:
    others = [name for name, plan in KOERSEN.items() if plan.organisation.form != "current"]
    assert others == [COMPARATOR]
    assert KOERSEN[COMPARATOR].story.nl.startswith("Dit is een vergelijking en geen voorstel")


def test_a_split_front_door_is_not_counted_a_second_time_in_the_task_package() -> None:
    for plan in KOERSEN.values():
        if "split_front_door" in [card.name for card in plan.cards]:
            assert not [row for row in plan.task_package if row.to == "desk"]
