"""The advice in Word: real headings and tables, pictures in words, and always the same bytes."""

import datetime as dt
import io
import zipfile
from itertools import pairwise

import pytest
from docx import Document
from docx.document import Document as Word
from docx.oxml.ns import qn

from draagkracht.report.block import Run, Table
from draagkracht.report.column_widths import column_shares
from draagkracht.report.manuscript import Manuscript
from draagkracht.report.office_document import office_document
from draagkracht.report.outline import ENTRIES
from report.numbers import numbers, too_exact, without_unit

LANGUAGE = "nl-NL"
FREE = ("Wat wij niet hebben kunnen nagaan", "Aannames", "Bronnen", "De berekening", "De koers")


@pytest.fixture(scope="module")
def word(office: bytes) -> Word:
    return Document(io.BytesIO(office))


def test_sections_are_real_headings_in_the_agreed_order(word: Word) -> None:
    first = [each.text for each in word.paragraphs if each.style.name == "Heading 1"]
    titles = [entry.title for entry in ENTRIES if entry.name != "uren"]
    shown = [text.removeprefix("Bijlage: ") for text in first if "Uren erin" not in text]
    assert shown == [*titles, "De tabellen bij de grafieken"]


def test_no_heading_is_skipped(word: Word) -> None:
    names = [each.style.name for each in word.paragraphs]
    levels = [int(name.split()[1]) for name in names if name.startswith("Heading ")]
    assert levels[0] == 1
    assert max(later - earlier for earlier, later in pairwise(levels)) == 1


def test_every_table_repeats_its_heads_and_says_what_it_is(word: Word) -> None:
    assert len(word.tables) > 20
    for table in word.tables:
        assert table._tbl.xpath("w:tr[1]/w:trPr/w:tblHeader")
        assert len(table._tbl.xpath("w:tr/w:trPr/w:tblHeader")) == 1
        assert table._tbl.xpath("w:tblPr/w:tblCaption/@w:val")[0]
        assert all(cell.text for cell in table.rows[0].cells)


def test_every_picture_is_told_in_words(word: Word) -> None:
    told = word.element.body.xpath(".//wp:docPr/@descr")
    assert len(told) == len(word.inline_shapes) >= 5
    assert sum("toekomsten" in text for text in told) >= 5
    ids = word.element.body.xpath(".//wp:docPr/@id")
    assert len(set(ids)) == len(ids)


def test_no_picture_is_higher_than_a_page_holds(word: Word) -> None:
    assert max(shape.height.cm for shape in word.inline_shapes) <= 18.01


def test_it_says_its_title_and_language(word: Word) -> None:
    known = word.core_properties
    assert known.title == "Advies voor Voorbeelddorp"
    assert known.language == LANGUAGE
    assert known.created == dt.datetime(2027, 1, 1, tzinfo=dt.UTC)
    path = "w:docDefaults/w:rPrDefault/w:rPr/w:lang/@w:val"
    assert word.styles.element.xpath(path) == [LANGUAGE]


def test_pages_are_numbered_and_marked(word: Word) -> None:
    page = word.sections[0]
    fields = page.footer._element.xpath(".//w:fldSimple/@w:instr")
    assert fields == ["PAGE", "NUMPAGES"]
    assert "Rekenvoorbeeld" in page.header.paragraphs[0].text


def test_the_contents_lead_to_every_section(word: Word) -> None:
    body = word.element.body
    places = set(body.xpath(".//w:bookmarkStart/@w:name"))
    anchors = set(body.xpath(".//w:hyperlink/@w:anchor"))
    assert anchors <= places
    listed = [each.text for each in word.paragraphs if each.style.name.lower() == "toc 1"]
    assert listed == [each.text for each in word.paragraphs if each.style.name == "Heading 1"]


def test_the_same_advice_gives_the_same_bytes(written: Manuscript, office: bytes) -> None:
    assert office_document(written, date=dt.date(2027, 1, 1)) == office
    with zipfile.ZipFile(io.BytesIO(office)) as package:
        assert {entry.date_time for entry in package.infolist()} == {(1980, 1, 1, 0, 0, 0)}


def test_no_field_is_left_open(word: Word) -> None:
    shown = [*(each.text for each in word.paragraphs), *(t.text for t in cells(word))]
    assert [text for text in shown if "{{" in text or "{%" in text] == []
    assert word.element.body.xpath('.//w:pStyle[starts-with(@w:val, "draagkracht-")]') == []


def cells(word: Word) -> list[object]:
    return [cell for table in word.tables for row in table.rows for cell in row.cells]


def test_every_number_in_word_has_its_unit_and_two_digits(word: Word) -> None:
    found = set()
    chapter = ""
    for element in word.element.body:
        text = " ".join(
            "".join(each.text or "" for each in line.xpath(".//w:t"))
            for line in element.iter(qn("w:p"))
        )
        style = element.xpath("string(w:pPr/w:pStyle/@w:val)")
        chapter = text.removeprefix("Bijlage: ") if style == "Heading1" else chapter
        free = chapter in (*FREE, "Deze gemeente", "De tabellen bij de grafieken", "")
        if element.tag == qn("w:p") and not free:
            found.add(text)
    assert sum(len(list(numbers(text))) for text in found) > 40
    assert not without_unit(found), without_unit(found)
    assert not too_exact(found), too_exact(found)


def test_a_long_text_gets_a_wider_column() -> None:
    def run(text: str) -> tuple[Run, ...]:
        return (Run(text),)

    table = Table(run("x"), (run("Kort"), run("Lang")), ((run("a"), run("woord " * 40)),))
    narrow, wide = column_shares(table)
    assert wide > narrow > 150
    assert 990 < narrow + wide <= 1001
