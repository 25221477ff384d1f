"""The page as a whole: what stands on it, and that it can be trusted."""

import re
from collections import Counter
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import pytest

import draagkracht as dk
from draagkracht.documents.errors import CannotWrite
from draagkracht.plans.plan import PlannedCard
from draagkracht.report.figure_words import figure_range, figure_value
from draagkracht.report.material import Material
from draagkracht.report.measure_words import MEASURE_WORDS
from draagkracht.report.sections.card import card_of
from draagkracht.report.sections.this_town import this_town_section
from draagkracht.report.writing import report_page, write_report
from report.numbers import numbers, too_exact, without_unit
from report.reading import all_of, elements, section

# Free text of others, identifiers, pictures (their axes have the unit), and what stands folded.
LEFT_OUT = {"aannames", "niet_nagegaan", "bronnen", "berekening", "plan-card", "more", "chart"}
ENGLISH = {"the", "and", "with", "share", "median", "weeks", "per household", "table", "none"}


def test_what_is_written_is_what_is_made(
    outcome: dk.Outcome, town: dk.Town, plan: dk.Plan, page: str, tmp_path: Path
) -> None:
    target = tmp_path / "advies.html"
    sentences = write_report(outcome, town, plan, path=target)
    assert target.read_text(encoding="utf-8") == page
    assert len(sentences) == 3
    assert [each.name for each in tmp_path.iterdir()] == ["advies.html"]


def test_the_same_outcome_gives_the_same_bytes(
    outcome: dk.Outcome, town: dk.Town, plan: dk.Plan, page: str
) -> None:
    assert report_page(outcome, town, plan) == page


def test_a_place_that_cannot_be_written_is_refused_and_left_alone(
    outcome: dk.Outcome, town: dk.Town, plan: dk.Plan, tmp_path: Path
) -> None:
    with pytest.raises(CannotWrite):
        write_report(outcome, town, plan, path=tmp_path / "no" / "advies.html")
    assert list(tmp_path.iterdir()) == []


def test_every_element_is_closed_and_no_id_stands_twice(page: str) -> None:
    ids = [each.attributes["id"] for each in elements(page) if "id" in each.attributes]
    assert [name for name, count in Counter(ids).items() if count > 1] == []


def test_every_link_within_the_page_leads_somewhere(page: str) -> None:
    ids = {each.attributes.get("id") for each in elements(page)}
    inner = [each.attributes["href"] or "" for each in all_of(page, "a")]
    assert [href for href in inner if href.startswith("#") and href[1:] not in ids] == []


def test_there_is_one_h1_and_no_heading_is_skipped(page: str) -> None:
    levels = [int(each.tag[1]) for each in elements(page) if re.fullmatch("h[1-6]", each.tag)]
    assert levels.count(1) == 1
    assert levels[0] == 1
    assert max(b - a for a, b in pairwise(levels)) == 1


def test_the_conclusion_follows_the_goals_and_holds_at_most_four_figures(page: str) -> None:
    sections = [each.attributes["id"] for each in all_of(page, "section")]
    assert sections[:2] == ["doelen", "conclusie"]
    conclusion = next(
        each for each in all_of(page, "div") if each.attributes.get("class") == "conclusion"
    )
    inside = [each for each in all_of(page, "p") if conclusion in each.parents]
    small = [each.attributes.get("class") == "small" for each in inside]
    assert small == [False, True, False, False]
    assert inside[1].text.startswith("Let op: teams reageren hier op drukte")
    cards = [each for each in all_of(page, "li") if each.inside(marks={"cards"})]
    assert 1 <= len(cards) <= 4
    assert all("In 8 van de 10 toekomsten" in card.text for card in cards)
    assert all(card.text.count("gemiddeld over 2 jaar") == 1 for card in cards)


def test_every_figure_has_title_reading_marks_picture_and_table(page: str) -> None:
    figures = all_of(page, "figure")
    assert len(figures) == 7
    every = elements(page)
    for figure in figures:
        inside = [each for each in every if figure in each.parents]
        assert figure.attributes["role"] == "group"
        heading = next(each for each in inside if each.tag == "h3")
        assert heading.attributes["id"] == figure.attributes["aria-labelledby"]
        caption = next(each for each in inside if each.tag == "figcaption")
        assert heading.text in caption.text
        assert "Rekenvoorbeeld" in caption.text
        assert "Nog niet getoetst aan uitkomsten" in caption.text
        assert sum(each.tag == "svg" for each in inside) == 1
        table = next(each for each in inside if each.tag == "table")
        assert any(each.tag == "details" for each in table.parents)


def test_every_table_has_a_caption_and_heads_with_a_scope(page: str) -> None:
    every = elements(page)
    tables = [each for each in every if each.tag == "table"]
    assert len(tables) > 10
    for table in tables:
        inside = [each for each in every if table in each.parents]
        assert sum(each.tag == "caption" and bool(each.text) for each in inside) == 1
        assert {each.attributes["scope"] for each in inside if each.tag == "th"} == {"col", "row"}
        assert all(each.text for each in inside if each.tag == "th")


def test_every_number_comes_with_its_unit(page: str) -> None:
    texts = {
        each.text
        for each in elements(page)
        if each.tag in {"p", "li", "h1", "h2", "h3", "h4", "td", "dd", "caption", "summary", "th"}
        and not each.inside(marks=LEFT_OUT, tags={"svg", "style", "footer"})
    }
    assert sum(len(list(numbers(text))) for text in texts) > 100
    assert without_unit(texts) == []
    assert too_exact(texts) == []


def test_every_value_of_an_assumption_comes_with_its_unit(page: str) -> None:
    cells = [
        each.text
        for each in all_of(page, "td")
        if each.inside(marks={"aannames"}) and each.attributes["data-label"] in ("Waarde", "Bereik")
    ]
    assert len(cells) > 50
    assert [text for text in cells if not re.search(r"(%|[a-z)])$", text)] == []


def test_no_sentence_speaks_of_chance(page: str) -> None:
    texts = [
        each.text
        for each in elements(page)
        if each.tag in {"p", "li", "h3", "td"} and not each.inside(marks={"bronnen", "aannames"})
    ]
    assert [text for text in texts if re.search(r"\bkans(en)?\b", text, re.IGNORECASE)] == []


def test_no_english_reaches_the_page(page: str) -> None:
    texts = [
        each.text.lower()
        for each in elements(page)
        if each.tag in {"p", "li", "h1", "h2", "h3", "h4", "td", "th", "caption", "summary", "dt"}
        and not each.inside(marks={"bronnen"}, tags={"svg", "details"})
    ]
    english = [text for text in texts if any(re.search(rf"\b{word}\b", text) for word in ENGLISH)]
    assert english == []


def test_no_section_is_empty(page: str) -> None:
    for each in all_of(page, "section"):
        assert len(each.text) > 80, each.attributes["id"]
    assert [
        each.tag for each in elements(page) if each.tag in {"p", "li", "ul", "td"} and not each.text
    ] == []


def test_waiting_never_stands_without_giving_up(page: str) -> None:
    for name in ("conclusie", "doorgaan", "koers", "teams"):
        text = section(page, name).lower()
        assert "wachttijd" in text
        assert "afhakers" in text or "afgehaakt" in text


def test_the_assumptions_are_counted_and_folded_after_ten(page: str) -> None:
    text = section(page, "aannames")
    assert re.search(r"Deze berekening gebruikt \d+ cijfers. Daarvan zijn \d+ aannames", text)
    for status in ("uit een bron", "afgeleid uit bronnen", "opgelost in de aanloop", "aanname"):
        assert status in text
    rows = [each for each in all_of(page, "tr") if each.inside(marks={"aannames"})]
    in_view = [each for each in rows if not each.inside(tags={"details"})]
    assert len(in_view) == 1 + 10
    assert len(rows) > 60


def test_the_record_is_there_in_full(outcome: dk.Outcome, page: str) -> None:
    text = section(page, "berekening")
    record = outcome.record
    for digest in (record.town, *record.plan, record.scenario, record.catalogue, record.menu):
        assert digest in text
    for version in (record.library, record.numba, record.numpy, record.python):
        assert f"versie {version}" in text
    assert "16 toekomsten" in text


def test_every_warning_of_the_run_is_told(outcome: dk.Outcome, page: str) -> None:
    assert outcome.warnings
    for warned in outcome.warnings:
        assert warned.text in section(page, "kanttekeningen").replace("\N{NO-BREAK SPACE}", " ")


def test_every_source_has_its_address(page: str) -> None:
    rows = [each for each in all_of(page, "li") if each.inside(marks={"sources"})]
    assert len(rows) > 10
    links = [each for each in all_of(page, "a") if each.inside(marks={"sources"})]
    assert len(links) == len(rows)
    assert all((each.attributes["href"] or "").startswith("http") for each in links)


def test_each_card_tells_its_hours_its_evidence_and_what_it_asks_and_gives(page: str) -> None:
    cards = all_of(page, "article")
    assert len(cards) == 2
    for card in cards:
        for words in ("Vraagt van inwoners", "Geeft aan inwoners", "Bewijs", "het onderzoek wijst"):
            assert words in card.text
        assert "uur" in card.text
        assert "Nog niet nagelezen in de wettekst." in card.text


def test_a_band_and_no_norm_stands_for_open_cases(page: str) -> None:
    cells = [
        each.text
        for each in all_of(page, "td")
        if each.attributes.get("data-label") == "Open zaken per fte"
    ]
    assert cells
    assert all(re.fullmatch(r"\S+ tot \S+ zaken per fte", text) for text in cells)
    assert "geen norm" in section(page, "teams")


def test_hours_that_a_card_asks_per_case_or_contact_stand_with_its_costs(
    material: Material,
) -> None:
    names = ("split_front_door", "watchful_contact")
    rows = [
        row
        for name in names
        for row in card_of(
            material,
            PlannedCard(name=name, starts_month=0, intensity=0.5),
            material.menu.card(name),
        ).costs
        if row[3] == "zit in de werkdruk"
    ]
    assert [row[0] for row in rows] == ["Per vraag aan het loket", "Nazorg per afgesloten zaak"]
    desk = material.catalogue.figure("access.desk_hours")
    after = material.catalogue.figure("watchful_contact.hours")
    assert rows[0][1:3] == (figure_value(desk), figure_range(desk))
    assert rows[1][1:3] == (figure_value(after, 0.5), figure_range(after, 0.5))


def test_a_town_is_shown_with_the_figures_it_gave(material: Material) -> None:
    first, *rest = material.town.teams
    team = first.model_copy(update={"fte": 14.5 - sum(each.fte for each in rest)})
    town = material.town.model_copy(update={"teams": (team, *rest)})
    shown = this_town_section(replace(material, town=town))
    assert str(shown.fte) == "14,5 fte"


def test_help_and_giving_up_say_all_that_they_count() -> None:
    helped, given_up = MEASURE_WORDS["helped_per_100_vulnerable"], MEASURE_WORDS["given_up"]
    assert "Gestarte" not in helped.label
    for place in ("van het team", "meteen", "aan het loket", "bij een partner"):
        assert place in helped.meaning
    assert "wie geen hulp krijgt omdat de gemeente die taak niet meer doet" in given_up.meaning
