"""What is set for paper is tagged, in our own letters, and says a unit with every number."""

import datetime as dt
import hashlib
import io

import pikepdf
import pytest

from draagkracht.report.rendering import BareNumber
from draagkracht.report.typesetting import PAPER, typeset

DAY = dt.date(2027, 1, 1)
CONTENT = {"title": "Een proef", "text": "Van 3 naar 4 weken – zo’n 30 % langer."}


def test_the_same_content_gives_the_same_bytes() -> None:
    assert typeset("trial.typ", CONTENT, date=DAY) == typeset("trial.typ", CONTENT, date=DAY)


def test_a_page_is_tagged_and_says_its_language_and_title() -> None:
    with pikepdf.open(io.BytesIO(typeset("trial.typ", CONTENT, date=DAY))) as pdf:
        assert pdf.Root.MarkInfo.Marked
        assert str(pdf.Root.Lang) == "nl-NL"
        assert pdf.Root.ViewerPreferences.DisplayDocTitle
        with pdf.open_metadata() as told:
            assert told["pdfuaid:part"] == "1"
            assert told["dc:title"] == "Een proef"


def test_mark_up_in_a_text_is_text() -> None:
    wild = {"title": "Een proef", "text": "#panic() = *geen* $opmaak$ @verwijzing"}
    assert typeset("trial.typ", wild, date=DAY)[:5] == b"%PDF-"


def test_a_number_without_its_unit_is_refused() -> None:
    with pytest.raises(BareNumber, match=r"^rows\.1: float"):
        typeset("trial.typ", {**CONTENT, "rows": ["3 weken", 3.0]}, date=DAY)  # type: ignore[dict-item]


def test_letters_are_the_ones_that_were_taken_from_the_package() -> None:
    folder = PAPER / "fonts"
    listed = (folder / "sha256sums.txt").read_text(encoding="utf-8").split()
    found = dict(zip(listed[1::2], listed[0::2], strict=True))
    assert found == {
        path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in folder.glob("*.ttf")
    }
