"""Whatever koers there may be, writing and reading it changes nothing."""

from typing import Any, get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from draagkracht.documents.reading import parse_document
from draagkracht.documents.writing import write_document
from draagkracht.model.kinds import DESTINATIONS, DOMAINS, KINDS
from draagkracht.plans.financing import NATURE_WORDS, Nature
from draagkracht.plans.intervention import Intervention
from draagkracht.plans.menu import read_menu
from draagkracht.plans.organisation import OrganisationForm
from draagkracht.plans.parties import PARTIES, Party
from draagkracht.plans.plan import Plan
from draagkracht.plans.tasks import TASKS, Task

texts = st.text(min_size=1, max_size=20).filter(lambda text: bool(text.strip()))
months = st.integers(0, 240)
NATURES = get_args(Nature)


@st.composite
def plans(draw: st.DrawFn) -> Plan:
    tasks = list(draw(st.permutations(list(TASKS))))
    first, second, third = sorted(draw(st.lists(st.integers(0, 11), min_size=3, max_size=3)))
    rows = draw(st.lists(st.tuples(st.sampled_from(KINDS), st.sampled_from(DOMAINS)), unique=True))
    cards: list[dict[str, Any]] = []
    for name in draw(st.lists(texts, max_size=3)):
        each: dict[str, Any] = {
            "name": name,
            "starts_month": draw(months),
            "intensity": draw(st.floats(0, 1)),
        }
        teams = draw(st.none() | st.lists(texts, min_size=1, max_size=3, unique=True))
        if teams is not None:
            each["teams"] = tuple(teams)
        cards.append(each)
    payers = draw(
        st.lists(
            st.tuples(st.sampled_from(list(PARTIES)), st.sampled_from(NATURES)),
            unique=True,
            max_size=2,
        )
    )
    financing: list[dict[str, Any]] = [
        {"party": party, "nature": nature, "what": {"nl": draw(texts)}}
        | ({"reserve": draw(texts)} if nature == "one_off" else {})
        for party, nature in payers
    ]
    plan = Plan.model_validate(
        {
            "format": 1,
            "name": draw(texts),
            "label": {"nl": draw(texts)},
            "story": {"nl": draw(texts)},
            "organisation": {"form": draw(texts), "starts_month": draw(months)},
            "task_package": tuple(
                {"kind": kind, "domain": domain, "to": draw(st.sampled_from(DESTINATIONS))}
                for kind, domain in rows
            ),
            "central": tuple(tasks[:first]),
            "local": tuple(tasks[first:second]),
            "others": tuple(
                {"task": task, "party": draw(st.sampled_from(list(PARTIES)))}
                for task in tasks[second:third]
            ),
            "financing": tuple(financing),
            "card": tuple(cards),
        }
    )
    plan.check()
    return plan


@given(plans())
def test_reading_what_was_written_gives_the_same_koers(plan: Plan) -> None:
    assert parse_document(write_document(plan), Plan) == plan


@given(plans())
def test_writing_what_was_read_gives_the_same_bytes(plan: Plan) -> None:
    text = write_document(plan)
    assert write_document(parse_document(text, Plan)) == text


@pytest.mark.parametrize("name", sorted(read_menu().cards))
def test_a_packaged_card_survives_the_round_trip(name: str) -> None:
    card = read_menu().card(name)
    assert parse_document(write_document(card), Intervention) == card


@pytest.mark.parametrize("name", sorted(read_menu().forms))
def test_a_packaged_form_survives_the_round_trip(name: str) -> None:
    form = read_menu().form(name)
    assert parse_document(write_document(form), OrganisationForm) == form


def test_every_party_and_task_has_a_dutch_word() -> None:
    assert set(PARTIES) == set(get_args(Party))
    assert set(TASKS) == set(get_args(Task))
    assert set(NATURE_WORDS) == set(NATURES)
