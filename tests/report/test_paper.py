"""The advice as PDF: tagged throughout, in our own letters, and with all that the page says."""

import datetime as dt
import io
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

import pikepdf
import pytest

from draagkracht.report.manuscript import TABLES, Manuscript
from draagkracht.report.paper_content import paper_content
from draagkracht.report.typesetting import typeset
from report.numbers import numbers, too_exact, without_unit

FREE = {"aannames", "niet_nagegaan", "bronnen", "berekening"}


@pytest.fixture(scope="module")
def pdf(paper: bytes) -> Iterator[pikepdf.Pdf]:
    with pikepdf.open(io.BytesIO(paper)) as opened:
        yield opened


def tags(node: pikepdf.Object) -> Iterator[pikepdf.Dictionary]:
    """Every element of the structure, in reading order."""
    if isinstance(node, pikepdf.Array):
        for each in node:
            yield from tags(each)
    elif isinstance(node, pikepdf.Dictionary):
        if "/S" in node:
            yield node
        if "/K" in node:
            yield from tags(node.K)


def named(pdf: pikepdf.Pdf, *names: str) -> list[pikepdf.Dictionary]:
    return [each for each in tags(pdf.Root.StructTreeRoot.K) if str(each.S) in names]


def test_it_is_tagged_with_title_and_language(pdf: pikepdf.Pdf) -> None:
    assert pdf.Root.MarkInfo.Marked
    assert str(pdf.Root.Lang) == "nl-NL"
    assert pdf.Root.ViewerPreferences.DisplayDocTitle
    with pdf.open_metadata() as told:
        assert told["pdfuaid:part"] == "1"
        assert told["dc:title"] == "Advies voor Voorbeelddorp"


def test_every_picture_is_told_in_words(pdf: pikepdf.Pdf) -> None:
    figures = named(pdf, "/Figure")
    told = [str(each.Alt) for each in figures if "/Alt" in each]
    assert len(told) == len(figures)
    assert sum("toekomsten" in text for text in told) >= 5


def test_every_table_has_heads_for_all_its_columns(pdf: pikepdf.Pdf) -> None:
    tables = named(pdf, "/Table")
    assert len(tables) > 20
    for table in tables:
        rows = [each for each in tags(table.K) if str(each.S) == "/TR"]
        heads = [each for each in tags(rows[0].K) if str(each.S) == "/TH"]
        assert len(heads) >= 2
        for row in rows[1:]:
            cells = [each for each in tags(row.K) if str(each.S) in ("/TD", "/TH")]
            assert len(cells) == len(heads)


def test_no_heading_is_skipped(pdf: pikepdf.Pdf) -> None:
    levels = [int(str(each.S)[2]) for each in named(pdf, "/H1", "/H2", "/H3", "/H4")]
    assert levels[0] == 1
    assert len(levels) > 40
    assert max(later - earlier for earlier, later in pairwise(levels)) == 1


def test_all_letters_are_inside(pdf: pikepdf.Pdf) -> None:
    fonts = [each for each in pdf.objects if isinstance(each, pikepdf.Dictionary)]
    descriptors = [each for each in fonts if each.get("/Type") == "/FontDescriptor"]
    assert descriptors
    for each in descriptors:
        assert "FiraSans" in str(each.FontName)
        assert {"/FontFile2", "/FontFile3"} & set(each.keys())


def test_the_same_advice_gives_the_same_bytes(written: Manuscript, paper: bytes) -> None:
    day = dt.date(2027, 1, 1)
    assert typeset("advies.typ", paper_content(written), date=day) == paper


def texts(content: object) -> Iterator[str]:
    """Lines of the content: the runs of a paragraph, heading, item or cell together."""
    if isinstance(content, Mapping) and content.get("is") == "card":
        return  # a card tells what sources say, in their numbers
    if isinstance(content, Mapping):
        for key, value in content.items():
            if key == "runs":
                yield "".join(run["text"] for run in value)
            elif key in ("caption", "heads"):
                yield from (lines(value) if key == "heads" else [joined(value)])
            elif key == "rows":
                yield from (joined(cell) for row in value for cell in row)
            elif key != "widths":
                yield from texts(value)
    elif isinstance(content, Sequence) and not isinstance(content, str):
        for each in content:
            yield from texts(each)


def joined(runs: Sequence[Mapping[str, str]]) -> str:
    return " ".join(run["text"] for run in runs)


def lines(heads: Sequence[Sequence[Mapping[str, str]]]) -> Iterator[str]:
    yield from (joined(head) for head in heads)


def test_every_number_on_paper_has_its_unit_and_two_digits(written: Manuscript) -> None:
    content = paper_content(written)
    chapters = [each for each in content["chapters"] if each["name"] not in FREE]  # type: ignore[union-attr]
    found = {text for chapter in chapters for text in texts(chapter)}
    found = {text for text in found if "Kerncijfers" not in text}  # titles
    assert sum(len(list(numbers(text))) for text in found) > 200
    assert not without_unit(found), without_unit(found)
    assert not too_exact(found), too_exact(found)


def test_the_numbers_of_the_pictures_stand_in_the_last_annex(written: Manuscript) -> None:
    last = written.chapters[-1]
    assert (last.name, last.annex) == (TABLES, True)
    assert len(last.blocks) >= 7
