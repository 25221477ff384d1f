"""Frames that no run decides: technology, novelty and the law."""

import datetime as dt
from dataclasses import replace

import pytest

import draagkracht as dk
from choice.levelled import BARS, subject
from choice.sayings import judgement, row
from draagkracht.choice.judgement import Judgement
from draagkracht.choice.law_frame import judge_law
from draagkracht.choice.subject import Subject
from draagkracht.choice.technology_frame import judge_innovative, judge_technology
from draagkracht.plans.intervention import Adoption, Intervention
from plans.menus import card, form, menu, plan

NAMED = 'plan = "breed_team"\n'
JURIST = row("compliant", role="jurist", reason="Past binnen de Wmo.")


def laid(
    town: dk.Town, *cards: Intervention, said: Judgement | None = None, intensity: str = "1.0"
) -> Subject:
    named = {f"card_{number}": each for number, each in enumerate(cards)}
    koers = plan(*(f"{name}|intensity={intensity}" for name in named))
    return subject(town, plan=koers, menu=menu(named), judgement=said)


def such(**fields: object) -> Intervention:
    return card().model_copy(update=fields)


def adopted(municipalities: int) -> Intervention:
    row = Adoption(municipalities=municipalities, of=100, year=2024, source="x")
    return such(adoption=row)


@pytest.mark.parametrize(
    ("needs", "verdict"),
    [
        (["none", "none"], "haalt"),
        (["none", "existing"], "door mensen te beoordelen"),
        (["existing", "new"], "haalt niet"),
        ([], "haalt"),
    ],
)
def test_technology_is_judged_by_what_cards_declare(
    town: dk.Town, needs: list[str], verdict: str
) -> None:
    found = judge_technology(laid(town, *(such(technology=need) for need in needs)))
    assert found.verdict == verdict
    assert found.passes is None


def test_a_card_of_intensity_nought_declares_nothing(town: dk.Town) -> None:
    assert judge_technology(laid(town, such(technology="new"), intensity="0.0")).verdict == "haalt"


def test_people_decide_on_technology_that_exists(town: dk.Town) -> None:
    said = judgement(row("existing_technology", "haalt niet", role="information_adviser"))
    found = judge_technology(laid(town, such(technology="existing"), said=said))
    assert found.verdict == "haalt niet"
    assert "Oordeel van de informatieadviseur, 2 november 2026: haalt niet." in found.reason


@pytest.mark.parametrize(
    ("counts", "verdict"),
    [
        ([15, 80], "haalt"),
        ([16, 80], "door mensen te beoordelen"),
        ([15, None], "door mensen te beoordelen"),
    ],
)
def test_novelty_follows_from_adoption_where_that_is_known_of_every_card(
    town: dk.Town, counts: list[int | None], verdict: str
) -> None:
    cards = [card() if count is None else adopted(count) for count in counts]
    assert judge_innovative(laid(town, *cards)).verdict == verdict


def test_the_bar_of_novelty_is_a_figure(town: dk.Town) -> None:
    about = laid(town, adopted(16))
    lower = replace(about, bars=replace(BARS, innovative_adoption=0.17))
    assert judge_innovative(lower).verdict == "haalt"


def test_a_koers_that_changes_nothing_is_not_new(town: dk.Town) -> None:
    assert judge_innovative(laid(town)).verdict != "haalt"
    carrying_on = subject(town, plan=dk.read_plan("doorgaan_zoals_nu"))
    assert judge_innovative(carrying_on).verdict == "haalt niet"


def test_people_who_differ_leave_it_open_and_are_both_told(town: dk.Town) -> None:
    said = judgement(row(), row(verdict="haalt niet", role="researcher"))
    found = judge_innovative(laid(town, card(), said=said))
    assert found.verdict == "door mensen te beoordelen"
    assert "de werkgroep" in found.reason
    assert "de onderzoeker" in found.reason


def read(**fields: object) -> Intervention:
    return such(legal_read=True, checked=dt.date(2026, 11, 1), **fields)


def test_the_law_stays_untested_until_every_ground_is_read_and_a_jurist_signed(
    town: dk.Town,
) -> None:
    signed = judgement(JURIST, head=NAMED)
    nothing = judge_law(laid(town, card()))
    assert (nothing.verdict, nothing.reason[:13]) == ("onbekend", "Niet getoetst")
    assert judge_law(laid(town, read())).verdict == "onbekend"
    assert judge_law(laid(town, read(), card(), said=signed)).verdict == "onbekend"
    ready = laid(town, read(), said=signed)
    unread_form = replace(ready, menu=menu({"card_0": read()}))
    assert judge_law(unread_form).verdict == "onbekend"  # the form of this menu names a ground
    assert judge_law(with_plain_form(ready)).verdict == "haalt"


def with_plain_form(about: Subject) -> Subject:
    """Today's organisation, as it is packaged: it names no ground."""
    plain = form().model_copy(update={"legal": None})
    return replace(about, menu=menu(about.menu.cards, {"current": plain}))


def test_a_jurist_can_say_no(town: dk.Town) -> None:
    said = judgement(
        row("compliant", "haalt niet", role="jurist", reason="Het mag niet zo."), head=NAMED
    )
    found = judge_law(with_plain_form(laid(town, read(), said=said)))
    assert found.verdict == "haalt niet"
    assert "Het mag niet zo." in found.reason


def test_no_signature_makes_up_for_a_law_that_must_change(town: dk.Town) -> None:
    about = with_plain_form(laid(town, read(law_change=True), said=judgement(JURIST, head=NAMED)))
    assert judge_law(about).verdict == "haalt niet"


def test_a_koers_of_today_still_asks_a_jurist(town: dk.Town) -> None:
    carrying_on = subject(town, plan=dk.read_plan("doorgaan_zoals_nu"))
    found = judge_law(carrying_on)
    assert found.verdict == "onbekend"
    assert "Er is geen oordeel van een jurist." in found.reason
