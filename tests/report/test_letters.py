"""Names of any letters reach the page, Word and paper as text."""

import datetime as dt
import io
import unicodedata
from dataclasses import replace

import pytest
from docx import Document
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from draagkracht.report.letters import showable, signs_of
from draagkracht.report.manuscript import manuscript
from draagkracht.report.office_document import office_document
from draagkracht.report.outline import Page
from draagkracht.report.page_tree import page_tree, readable
from draagkracht.report.paper_content import paper_content
from draagkracht.report.rendering import render
from draagkracht.report.typesetting import LETTERS, typeset
from report.reading import all_of

HOSTILE = "<script>&amp; {{ gemeente }} {% if %} #panic() *x* _y_ $z$ @q \\u00e9 ]]> \"' `"
NAMES = st.one_of(
    st.sampled_from(
        [HOSTILE, "’s-Gravenhage", "Súdwest-Fryslân", "漢字 😀", "a\N{NO-BREAK SPACE}b"]
    ),
    st.text(alphabet=st.characters(exclude_categories=("Cs",)), min_size=1, max_size=30),
)
DAY = dt.date(2027, 1, 1)


class Shelf:
    """Holds an advice, and shows hypothesis no more of it than its name."""

    def __init__(self, page: Page) -> None:
        self.page = page


@pytest.fixture
def shelf(made: Page) -> Shelf:
    return Shelf(made)


def named(page: Page, name: str) -> Page:
    """A short advice with this name in headings, running text, and a table."""
    sections = [
        each for each in page.sections if each.name in ("doelen", "communicatie", "uitvoering")
    ]
    views = []
    for section in sections:
        view = section.view
        if section.name == "communicatie":
            view = replace(view, story=name, parties=(name,))  # type: ignore[type-var]
        if section.name == "uitvoering":
            view = replace(view, steps=((name, name, name, name),))  # type: ignore[type-var]
        views.append(replace(section, view=view))
    return replace(page, front=replace(page.front, town=name, koers=name), sections=tuple(views))


@settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(name=NAMES)
def test_a_name_of_any_letters_is_text_everywhere(shelf: Shelf, name: str) -> None:
    page = named(shelf.page, name)
    html = render(page)
    tree, _ = page_tree("".join(html.partition("<main")[1:]).partition("</main>")[0] + "</main>")
    assert all_of(html, "script") == []
    assert next(tree.all_of("h1")).tag == "h1"
    words = manuscript(page)
    assert typeset("advies.typ", paper_content(words), date=DAY)[:5] == b"%PDF-"
    document = Document(io.BytesIO(office_document(words, date=DAY)))
    cells = [cell.text for table in document.tables for cell in table.rows[-1].cells]
    wanted = " ".join(readable(name).split(" ")).strip(" ")
    if wanted.isprintable() and wanted == " ".join(wanted.split()):
        assert wanted.replace(" %", "\N{NO-BREAK SPACE}%") in cells


def test_markup_in_a_name_stands_in_word_as_it_was_written(made: Page) -> None:
    words = manuscript(named(made, HOSTILE))
    document = Document(io.BytesIO(office_document(words, date=DAY)))
    titles = [each.text for each in document.paragraphs if each.style.name == "Title"]
    assert titles == [f"Advies voor {HOSTILE}"]


def test_our_letters_have_the_signs_that_pages_use() -> None:
    known = signs_of(LETTERS)
    assert {ord(sign) for sign in "aZ09 é’‘“”–−…€%·•"} <= known
    assert ord("漢") not in known
    assert showable("漢é…", LETTERS) == "?é…"


def test_a_letter_we_lack_becomes_its_bare_letter() -> None:
    lacking = next(
        chr(code)
        for code in range(0x1E00, 0x1F00)
        if code not in signs_of(LETTERS) and unicodedata.normalize("NFKD", chr(code))[0].isascii()
    )
    assert showable(lacking, LETTERS)[0].isascii()
