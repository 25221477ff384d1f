"""The advice as a proposal: goals first, frames, what speaks for and against, and its review."""

import datetime as dt
from dataclasses import replace
from pathlib import Path

import pytest

import draagkracht as dk
from draagkracht.evidence.figure import Figure
from draagkracht.plans.effect import Cost, CostUnit
from draagkracht.plans.intervention import Direction, Grade, Intervention
from draagkracht.plans.plan import PlannedCard
from draagkracht.report.front import front
from draagkracht.report.goal import goal_sentence
from draagkracht.report.material import Material
from draagkracht.report.measure_words import MEASURE_WORDS
from draagkracht.report.outline import Page, outline
from draagkracht.report.rendering import render, render_section
from draagkracht.report.sections.arguments import arguments_section
from draagkracht.report.sections.card import card_of
from draagkracht.report.sections.frames import frames_section
from draagkracht.report.sections.objections import objections_section
from draagkracht.report.sections.review import ALIKE, a_year_after, review_section
from draagkracht.report.sections.unchecked import NOT_SHOWN, unchecked_section
from draagkracht.simulation.mechanisms import MECHANISMS
from report.judged import FRAMES, GOALS
from report.reading import section

SIZES = Path(__file__).parents[2] / "docs/explanation/mechanism-sizes.md"
HEADLINES = 5


@pytest.fixture(scope="module")
def html(made: Page) -> str:
    return render(made)


def test_the_front_names_town_koers_day_marks_and_counts(material: Material) -> None:
    found = front(material)
    assert found.town == "Voorbeelddorp"
    assert found.day == "1 januari 2027"
    assert found.marks == ("Rekenvoorbeeld", "Nog niet getoetst aan uitkomsten")
    for word in ("uit een bron", "afgeleid", "opgelost in de aanloop", "aannames"):
        assert word in found.figures


def test_it_opens_with_the_goals_and_says_later_where_they_are_reached(html: str) -> None:
    opening = section(html, "doelen")
    assert "De wachttijd is in het jaar 2028 hoogstens 6 weken." in opening
    assert "16 doorgerekende" not in opening
    reached = section(html, "resultaat")
    assert "3 van de 16 doorgerekende toekomsten" in reached
    assert "11 van de 16 doorgerekende toekomsten" in reached
    assert "niet te zeggen" in reached


def test_without_goals_it_asks_for_them(material: Material) -> None:
    text = section(render(outline(replace(material, goals=None))), "doelen")
    assert "nog geen doelen vastgelegd" in text
    assert "In te vullen door de gemeente: waar gaan we voor?" in text


def test_a_goal_is_said_in_the_unit_of_its_measure() -> None:
    said = [goal_sentence(row, start=dt.date(2027, 1, 1)) for row in GOALS]
    assert said[1] == "Het aandeel kwetsbare huishoudens is in het jaar 2028 hoogstens 12 %."


def test_the_frames_stand_with_verdict_count_reason_and_remedy(html: str) -> None:
    text = section(html, "kaders")
    assert "Zonder extra middelen (poort)" in text
    assert "9 van de 16 doorgerekende toekomsten" in text
    assert "bezuiniging" in text
    assert "Begin een jaar later." in text
    assert "Van de 8 kaders: 1 haalt, 1 haalt niet, 5 onbekend en 1 door mensen" in text
    assert "Van de 8 kaders" in section(html, "conclusie")


def test_frames_that_were_not_tested_give_the_command(page: str) -> None:
    text = section(page, "kaders")
    assert "niet getoetst" in text
    assert "draagkracht frames GEMEENTE.toml --plan twee_sporen" in text


def test_every_verdict_has_a_shape_of_its_own(material: Material) -> None:
    view = frames_section(replace(material, frames=FRAMES))
    assert len({row.mark for row in view.frames}) == len({row.verdict for row in view.frames}) == 4


def test_a_package_over_the_ceiling_is_warned_of_in_the_headline(html: str, page: str) -> None:
    warning = "Dit pakket belooft meer dan ergens is gezien."
    assert warning in section(html, "conclusie")
    assert warning in section(html, "kanttekeningen")
    assert "Let op. Dit pakket" not in page


def test_the_colours_are_told_with_the_arguments(html: str) -> None:
    assert "Wat voegt geel toe?" in section(html, "argumenten")


def test_room_for_the_town_is_marked_and_no_plan_is_invented(page: str) -> None:
    for name in ("aanleiding", "uitvoering", "participatie", "communicatie", "evaluatie"):
        assert "In te vullen door de gemeente:" in section(page, name)


def test_it_is_looked_at_again_a_year_after_its_start(material: Material) -> None:
    assert review_section(material).day == "1 januari 2028"
    assert a_year_after(dt.date(2028, 2, 29)) == dt.date(2029, 3, 1)


def test_the_review_expects_no_difference_that_cannot_be_told(material: Material) -> None:
    outcome, plan = material.outcome, material.plan.name
    labels = {MEASURE_WORDS[name].label: name for name in MEASURE_WORDS}
    rows = review_section(material).rows
    assert rows
    for label, _, koers in rows:
        measure = labels[next(each for each in labels if each.lower() == str(label).lower())]
        difference = outcome.difference(measure, plan=plan, quarter=4)
        assert difference is not None
        assert (koers == ALIKE) == (not difference.real)


def test_the_review_looks_at_the_goals_first(judged: Material) -> None:
    rows = [row[0] for row in review_section(judged).rows]
    assert rows[:2] == ["Wachttijd", "Kwetsbare huishoudens"]
    assert len(rows) == len(set(rows))


def test_at_most_three_conditions_of_failure_stand_first(material: Material) -> None:
    view = objections_section(material)
    assert 1 <= len(view.fails_if) <= 3
    assert any("uur per jaar" in text for text in view.fails_if)


def test_what_is_not_shown_is_what_the_page_of_sizes_says() -> None:
    lines = SIZES.read_text(encoding="utf-8").splitlines()
    rows = [[cell.strip() for cell in line.split("|")[1:-1]] for line in lines if line[:3] == "| M"]
    silent = [
        row[0].split(" ", 1)[1].replace(" ", "_")
        for row in rows
        if set(row[1 : 1 + HEADLINES]) == {"–"} and " ±" not in row[-1]
    ]
    assert sorted(NOT_SHOWN) == sorted(silent)
    assert set(NOT_SHOWN) <= set(MECHANISMS)


def test_what_nobody_looked_into_is_listed(material: Material) -> None:
    view = unchecked_section(material)
    assert [row[0] for row in view.law] == ["Gescheiden voordeur", "Kortere procedure"]
    assert len(view.assumed) == 10
    assert all(row[2] for row in view.assumed)
    assert view.second_hand
    assert view.stale


def with_card(material: Material, **fields: object) -> Material:
    """The koers with one card of our choosing, in the place of its first."""
    name = material.plan.cards[0].name
    card = material.menu.card(name).model_copy(update=fields)
    menu = replace(material.menu, cards={**material.menu.cards, name: card})
    return replace(material, menu=menu)


@pytest.mark.parametrize(
    ("grade", "direction", "said"),
    [
        ("A", "none", "goed onderzocht: geen effect"),
        ("B", "none", "geen argument voor deze kaart"),
        ("C", "negative", "een argument tegen deze kaart"),
        ("C", "mixed", "een argument voor en tegen deze kaart"),
        ("E", "positive", "geen onderzoek dat voor of tegen deze kaart pleit"),
    ],
)
def test_null_and_negative_evidence_is_said_in_words(
    grade: Grade, direction: Direction, said: str, material: Material
) -> None:
    changed = with_card(material, grade=grade, direction=direction)
    view = arguments_section(changed).cards[0]
    assert said in f"{view.direction}. {view.weighed}"
    if direction == "negative":
        told = {row.label: row.text for row in objections_section(changed).not_for}
        assert "ongunstig" in told[view.label]


def test_a_card_without_effects_costs_or_sources_is_a_card(material: Material) -> None:
    bare = with_card(
        material, effects=(), costs=(), evidence=(), side_effects=None, grade="E", limits=()
    )
    page = outline(replace(bare, colours=()))
    for each in page.sections:
        assert render_section(page, each)
    shown = next(each for each in page.sections if each.name == "argumenten")
    text = render_section(page, shown)
    assert "Er staat geen bron bij." in text
    assert "In het model verandert dit niets aan de uitkomsten." in text


TOGETHER: dict[CostUnit, str] = {
    "hour/week/team": "4 uur per week",
    "hour/week/fte": "36 uur per week",
    "hour/week/1000 resident": "53 uur per week",
    "hour/team": "4 uur",
    "hour/fte": "36 uur",
    "euro/year": "2 euro per jaar",
    "euro/fte/year": "36 euro per jaar",
    "euro/1000 resident/year": "53 euro per jaar",
    "euro": "2 euro",
    "euro/fte": "36 euro",
}


@pytest.mark.parametrize(("unit", "together"), TOGETHER.items())
def test_a_cost_in_any_unit_is_told_for_all_together(
    unit: CostUnit, together: str, material: Material
) -> None:
    """Voorbeelddorp: two teams, 18 fte, 26,485 residents; a figure of two."""
    figure = two_of(unit, material.catalogue.figure("split_front_door.team_hours"))
    catalogue = replace(
        material.catalogue, figures={**material.catalogue.figures, figure.name: figure}
    )
    cost = Cost(unit=unit, figure=figure.name, party="residents")
    card = first_card(material).model_copy(update={"costs": (cost,), "effects": ()})
    planned = PlannedCard(name="split_front_door")
    (row,) = card_of(replace(material, catalogue=catalogue), planned, card).costs
    assert row[3] == together
    assert row[4] == "inwoners"


def test_euros_are_borne_by_the_teams_a_card_lies_on(material: Material) -> None:
    figure = two_of("euro/fte", material.catalogue.figure("split_front_door.team_hours"))
    catalogue = replace(
        material.catalogue, figures={**material.catalogue.figures, figure.name: figure}
    )
    team = material.town.teams[0]
    planned = PlannedCard(name="split_front_door", teams=(team.name,), intensity=0.5)
    card = first_card(material).model_copy(
        update={"costs": (Cost(unit="euro/fte", figure=figure.name, party="municipality"),)}
    )
    row = card_of(replace(material, catalogue=catalogue), planned, card).costs[0]
    assert row[3] == f"{team.fte:.0f} euro"


def first_card(material: Material) -> Intervention:
    return material.menu.card("split_front_door")


def two_of(unit: CostUnit, figure: Figure) -> Figure:
    return figure.model_copy(
        update={"name": "trial.two", "unit": unit, "central": 2.0, "low": 2.0, "high": 2.0}
    )


def test_carrying_on_alone_is_a_whole_proposal(outcome: dk.Outcome, town: dk.Town) -> None:
    plan = dk.read_plan("doorgaan_zoals_nu")
    material = Material(
        outcome, town, plan, dk.read_catalogue(), dk.read_menu(), dk.read_scenario("trend")
    )
    page = outline(material)
    html = render(page)
    assert "Er is dus niets uit te voeren." in section(html, "uitvoering")
    assert "geen argumenten voor een koers" in section(html, "argumenten")
    assert "met de koers" not in section(html, "evaluatie")
