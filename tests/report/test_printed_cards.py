"""Cards on paper: every word fits, the PDF is tagged, no colour stands alone."""

import datetime as dt
import io
import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pikepdf
import pytest

from draagkracht.documents.document import Wording
from draagkracht.documents.errors import Inconsistent
from draagkracht.evidence.catalogue import Catalogue, read_catalogue
from draagkracht.language.colours import COLOUR_MEANINGS, COLOUR_SHAPES, COLOUR_WORDS
from draagkracht.plans.intervention import Intervention
from draagkracht.plans.menu import Menu, read_menu
from draagkracht.report.cards.face import LEGAL_UNREAD, NO_EVIDENCE, NO_SOURCE, card_face, evidence
from draagkracht.report.cards.here import NO_RETURN, NOT_REAL, NOTHING_SEEN, UNKNOWN, here
from draagkracht.report.cards.printing import cards_pdf, print_cards
from draagkracht.report.typesetting import PAPER
from report.ranked_cards import CardEffect, Ranking, card_effect, ranking
from report.test_style import TEXT, contrast

DAY = dt.date(2027, 1, 1)
HOW_TO, MEETING = 1, 2  # sheets before and after the cards
FACE = (PAPER / "cards_face.typ").read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def menu() -> Menu:
    return read_menu()


@pytest.fixture(scope="module")
def catalogue() -> Catalogue:
    return read_catalogue()


@pytest.fixture(scope="module")
def printed(menu: Menu, catalogue: Catalogue) -> bytes:
    return cards_pdf(ranking(menu), menu, date=DAY, catalogue=catalogue)  # type: ignore[arg-type]


def one_card(menu: Menu, name: str = "shorter_procedure", **changes: object) -> CardEffect:
    return card_effect(name, menu.card(name).model_copy(update=changes))


def printed_card(effect: CardEffect, menu: Menu) -> bytes:
    return cards_pdf(Ranking(cards=(effect,)), menu, date=DAY)  # type: ignore[arg-type]


def sheets(data: bytes) -> int:
    with pikepdf.open(io.BytesIO(data)) as pdf:
        return len(pdf.pages)


def faced(effect: CardEffect, menu: Menu, catalogue: Catalogue) -> Any:
    return card_face(effect, menu, catalogue, members=64)  # type: ignore[arg-type]


def said(effect: CardEffect) -> dict[str, tuple[str, str]]:
    """What a card says it does here, by label."""
    rows: Any = here(effect, members=64)  # type: ignore[arg-type]
    return {row["label"]: (row["value"], row["note"]) for row in rows}


def test_every_card_fits_its_half_of_a_sheet(menu: Menu, printed: bytes) -> None:
    assert sheets(printed) == HOW_TO + (len(menu.cards) + 1) // 2 + MEETING


@pytest.mark.parametrize(("count", "of_cards"), [(1, 1), (2, 1), (3, 2)])
def test_two_cards_share_a_sheet(menu: Menu, count: int, of_cards: int) -> None:
    some = replace(ranking(menu), cards=ranking(menu).cards[:count])
    assert sheets(cards_pdf(some, menu, date=DAY)) == HOW_TO + of_cards + MEETING  # type: ignore[arg-type]


def test_a_long_dutch_word_is_broken_and_fits(menu: Menu) -> None:
    words = "Arbeidsongeschiktheidsverzekeringsmaatschappijen en kindercarnavalsoptochtplannen"
    assert sheets(printed_card(one_card(menu, label=Wording(nl=words)), menu)) == 4


def test_a_card_with_more_text_than_fits_is_refused_by_name(menu: Menu) -> None:
    long = one_card(menu, side_effects=Wording(nl="Dit is een lange zin over de kaart. " * 90))
    with pytest.raises(Inconsistent) as refused:
        printed_card(long, menu)
    assert str(refused.value) == (
        "shorter_procedure: Deze kaart heeft meer tekst dan er op een kaart van A6 past. "
        "Maak summary, asks, gives, side_effects of legal korter."
    )


def test_the_same_ranking_gives_the_same_bytes(menu: Menu) -> None:
    effect = one_card(menu)
    assert printed_card(effect, menu) == printed_card(effect, menu)


def test_mark_up_in_a_card_is_text(menu: Menu) -> None:
    wild = Wording(nl="#panic() = *geen* $opmaak$ @verwijzing")
    assert printed_card(one_card(menu, label=wild, summary=wild), menu)[:5] == b"%PDF-"


def test_the_file_is_written_whole(menu: Menu, tmp_path: Path) -> None:
    effect = one_card(menu)
    path = tmp_path / "kaarten.pdf"
    print_cards(Ranking(cards=(effect,)), menu, path=path, date=DAY)  # type: ignore[arg-type]
    assert path.read_bytes() == printed_card(effect, menu)


def tags(node: Any) -> Iterator[str]:
    """The kinds of all elements in the tree of a tagged PDF."""
    if isinstance(node, pikepdf.Array):
        for child in node:
            yield from tags(child)
    elif isinstance(node, pikepdf.Dictionary):
        if "/S" in node:
            yield str(node["/S"])
        if "/K" in node:
            yield from tags(node["/K"])


def test_the_pdf_is_tagged_and_every_card_has_its_heading(menu: Menu, printed: bytes) -> None:
    with pikepdf.open(io.BytesIO(printed)) as pdf:
        assert pdf.Root.MarkInfo.Marked
        assert str(pdf.Root.Lang) == "nl-NL"
        with pdf.open_metadata() as told:
            assert told["pdfuaid:part"] == "1"
            assert told["dc:title"] == "Kaarten en draaiboek voor Voorbeelddorp"
        kinds = list(tags(pdf.Root.StructTreeRoot))
    assert kinds.count("/H1") == 3  # how to, the meeting, what was agreed
    assert kinds.count("/H2") == len(menu.cards) + 5
    assert kinds.count("/Table") == 2
    assert "/Figure" not in kinds  # a shape repeats its word: nothing to describe


@pytest.mark.parametrize("name", sorted(read_menu().cards))
def test_every_card_says_its_colours_in_words_and_shapes(
    name: str, menu: Menu, catalogue: Catalogue
) -> None:
    face = faced(one_card(menu, name), menu, catalogue)
    assert [each["word"] for each in face["colours"]] == [
        COLOUR_WORDS[colour] for colour in menu.card(name).colours
    ]
    for each in face["colours"]:
        assert f'if name == "{each["name"]}" {{' in FACE


def test_every_colour_has_a_word_a_shape_and_a_meaning_of_its_own() -> None:
    for words in (COLOUR_WORDS, COLOUR_SHAPES, COLOUR_MEANINGS):
        assert list(words) == ["blue", "red", "yellow", "green"]
        assert len(set(words.values())) == 4


def test_the_words_in_a_bar_stand_out_from_it() -> None:
    bars = re.findall(r'(\w+): \(bar: rgb\("(#\w{6})"\), on: rgb\("(#\w{6})"\)\)', FACE)
    assert [name for name, _, _ in bars] == list(COLOUR_WORDS)
    assert min(contrast(bar, words) for _, bar, words in bars) >= TEXT


def test_hours_stand_with_their_unit_and_spread(menu: Menu) -> None:
    rows = said(one_card(menu))
    assert rows["Uren erin"] == (
        "410 uur per jaar",
        "in 8 van de 10 toekomsten 220 tot 740 uur per jaar",
    )
    assert rows["Uren terug"][0] == "1.200 uur per jaar"
    assert rows["Per saldo"] == (
        "+740 uur per jaar",
        "in 8 van de 10 toekomsten −310 tot +2.100 uur per jaar",
    )
    assert rows["Alle uren terug na"] == (
        "9 maanden",
        "lukt in 41 van de 64 doorgerekende toekomsten",
    )
    assert rows["Wachttijd"] == ("0,63 weken korter", "")


def test_a_difference_within_the_error_says_so(menu: Menu) -> None:
    unsure = card_effect("x", menu.card("shorter_procedure"), real=False)
    assert said(unsure)["Per saldo"][1].endswith(f". {NOT_REAL}")


def test_a_card_that_asks_more_than_it_gives_has_a_minus(menu: Menu) -> None:
    asking = card_effect("x", menu.card("shorter_procedure"), balance=(-200.0, -500.0, 100.0))
    assert said(asking)["Per saldo"][0] == "−200 uur per jaar"


def test_a_part_of_an_hour_in_a_whole_town_is_no_hour(menu: Menu) -> None:
    little = card_effect("x", menu.card("shorter_procedure"), balance=(0.016, -0.3, 21.4))
    assert said(little)["Per saldo"] == (
        "0 uur per jaar",
        "in 8 van de 10 toekomsten 0 tot +21 uur per jaar",
    )


def test_a_card_that_moves_nothing_here_says_so_and_promises_nothing(menu: Menu) -> None:
    still = card_effect("x", menu.card("shorter_procedure"), moves_nothing=True)
    rows = said(replace(still, effects=()))
    assert rows == {"Uren erin en terug": (NOTHING_SEEN, "")}


def test_what_is_not_there_is_said_in_words(menu: Menu) -> None:
    late = replace(one_card(menu), hours_in=None, months_to_relief=None, effects=(), returns=12)
    assert said(late)["Uren erin"] == (UNKNOWN, "")
    assert said(late)["Alle uren terug na"] == (
        NO_RETURN,
        "lukt in 12 van de 64 doorgerekende toekomsten",
    )


@pytest.mark.parametrize(
    ("grade", "direction", "begins"),
    [
        ("A", "none", "Goed onderzocht: geen effect. A: "),
        ("B", "negative", "Het onderzoek wijst op een ongunstig effect. B: "),
        ("C", "none", "Het onderzoek vindt geen effect. C: "),
        ("D", "mixed", "Het onderzoek wijst twee kanten op. D: "),
    ],
)
def test_null_and_negative_evidence_is_said_plainly(
    menu: Menu, grade: str, direction: str, begins: str
) -> None:
    card = menu.card("shorter_procedure")
    assert evidence(changed(card, grade=grade, direction=direction)).startswith(begins)


def test_without_research_no_direction_is_told(menu: Menu, catalogue: Catalogue) -> None:
    face = faced(one_card(menu, "escalation_table"), menu, catalogue)
    assert (face["evidence"], face["sources"]) == (NO_EVIDENCE, NO_SOURCE)


def changed(card: Intervention, **changes: object) -> Intervention:
    return card.model_copy(update=changes)


def test_the_back_says_costs_parties_sources_and_that_the_law_is_unread(
    menu: Menu, catalogue: Catalogue
) -> None:
    face = faced(one_card(menu), menu, catalogue)
    assert face["costs"] == [
        "Wijkteam: 4 tot 16 uur per team, eenmalig",
        "Gemeente: 6 tot 24 uur per team, eenmalig",
    ]
    assert face["costs_assumed"] is True
    assert face["parties"] == "Gemeente en wijkteam."
    assert face["sources"] == "Omroep Gelderland (2020)"
    assert face["legal"].endswith(LEGAL_UNREAD)


def test_a_source_that_was_read_second_hand_is_named_by_where_it_was_read(
    menu: Menu, catalogue: Catalogue
) -> None:
    face = faced(one_card(menu, "split_front_door"), menu, catalogue)
    assert face["sources"] == "Nautus (2019); Gemeente Almere (2020)"


def test_of_a_copy_the_title_is_named_and_not_the_site(menu: Menu, catalogue: Catalogue) -> None:
    (row,) = menu.card("shorter_procedure").evidence
    copied = row.model_copy(update={"source": "scp-voorzieningen-in-3d-2018"})
    kept = catalogue.sources["oliva-sterman-cutting-corners-2001"]
    assert "(copy" in kept.publisher
    other = row.model_copy(update={"source": kept.id})
    face = faced(one_card(menu, evidence=(copied, other)), menu, catalogue)
    assert face["sources"] == (
        "Sociaal en Cultureel Planbureau (2018); Cutting corners and working overtime (2001)"
    )


def test_cards_that_do_not_go_together_are_named_with_their_code(
    menu: Menu, catalogue: Catalogue
) -> None:
    apart = one_card(menu, excludes=("split_front_door",), needs=("escalation_table",))
    face = faced(apart, menu, catalogue)
    assert face["together"] == (
        "Hoort bij 13 Doorbraaktafel met mandaat. Gaat niet samen met 01 Gescheiden voordeur."
    )


@pytest.mark.parametrize(
    ("worked_example", "marks"),
    [
        (True, "Rekenvoorbeeld · nog niet getoetst aan uitkomsten"),
        (False, "Nog niet getoetst aan uitkomsten"),
    ],
)
def test_every_card_and_sheet_carries_its_marks(
    menu: Menu, monkeypatch: pytest.MonkeyPatch, worked_example: bool, marks: str
) -> None:
    given: dict[str, Any] = {}
    monkeypatch.setattr(
        "draagkracht.report.cards.printing.typeset",
        lambda _template, content, **_: given.update(content) or b"",
    )
    effect = Ranking(cards=(one_card(menu),), worked_example=worked_example)
    cards_pdf(effect, menu, date=DAY)  # type: ignore[arg-type]
    assert given["marks"] == marks
    assert FACE.count("content.marks") == 2  # front and back
    assert "content.marks" in (PAPER / "cards_meeting.typ").read_text(encoding="utf-8")
