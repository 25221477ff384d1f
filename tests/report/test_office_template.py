"""A template of the town's own: it may leave out, order and dress; a slip is named in Dutch."""

import datetime as dt
import io
from pathlib import Path

import pytest
from docx import Document

from draagkracht.documents.errors import DraagkrachtError
from draagkracht.report.manuscript import Manuscript
from draagkracht.report.office_document import office_document
from draagkracht.report.office_fields import PART_FIELDS, REQUIRED, WORD_FIELDS
from draagkracht.report.office_template import PACKAGED, check_template

DAY = dt.date(2027, 1, 1)
NEEDED = [f"{{{{p {name} }}}}" if name in PART_FIELDS else f"{{{{ {name} }}}}" for name in REQUIRED]
FIELDS_PAGE = Path(__file__).parents[2] / "docs/nl/advies-in-word.md"


def template(folder: Path, *lines: str, header: str = "") -> Path:
    document = Document()
    for line in lines:
        document.add_paragraph(line)
    document.sections[0].header.paragraphs[0].text = header
    path = folder / "eigen.docx"
    document.save(str(path))
    return path


def test_a_town_may_leave_out_and_order_as_it_likes(written: Manuscript, tmp_path: Path) -> None:
    own = template(
        tmp_path,
        "Collegevoorstel van {{ gemeente }}",
        *reversed(NEEDED),
        "Onze eigen kop: {{ kaders.titel }}",
        "{{p kaders.tekst }}",
        header="{{ merken }}",
    )
    document = Document(io.BytesIO(office_document(written, date=DAY, template=own)))
    shown = [each.text for each in document.paragraphs]
    assert shown[0] == "Collegevoorstel van Voorbeelddorp"
    assert "Onze eigen kop: Kaders" in shown
    headings = [each.text for each in document.paragraphs if each.style.name == "Heading 1"]
    assert headings == [
        "Bijlage: Wat wij niet hebben kunnen nagaan",
        "Kanttekeningen",
        "Samenvatting",
    ]


def test_a_template_without_our_styles_still_works(written: Manuscript, tmp_path: Path) -> None:
    data = office_document(written, date=DAY, template=template(tmp_path, *NEEDED))
    document = Document(io.BytesIO(data))
    assert "Rekenvoorbeeld" in " ".join(each.text for each in document.paragraphs)
    assert document.tables[0].style.name == "Table Grid"


@pytest.mark.parametrize(
    ("lines", "said"),
    [
        (["{{ gemente }}", *NEEDED], 'Bedoelt u "gemeente"?'),
        (["{{p doelenn }}", *NEEDED], 'Bedoelt u "doelen"?'),
        (["{{p doelen.tekts }}", *NEEDED], 'Bedoelt u "doelen.tekst"?'),
        (["{{ gemeente.naam }}", *NEEDED], "gemeente.naam"),
        (["Dit zijn {{p doelen }} van ons.", *NEEDED], "past niet in een zin"),
        (["{{ doelen }}", *NEEDED], "past niet in een zin"),
        (["{{ gemeente", *NEEDED], "accolades die geen veld zijn"),
        (["{{ 7 * 7 }}", *NEEDED], "accolades die geen veld zijn"),
        (["{% if gemeente %}", *NEEDED], "accolades die geen veld zijn"),
        (NEEDED[1:], 'ontbreekt het veld "merken"'),
        (NEEDED[:-1], 'ontbreekt het veld "bijlage_niet_nagegaan"'),
    ],
)
def test_a_slip_is_named_with_file_place_and_remedy(
    lines: list[str], said: str, tmp_path: Path
) -> None:
    own = template(tmp_path, *lines)
    with pytest.raises(DraagkrachtError) as refused:
        check_template(own)
    assert said in str(refused.value)
    assert str(own) in str(refused.value)
    assert refused.value.place is not None or "ontbreekt" in str(refused.value)


def test_a_part_does_not_fit_in_a_header(tmp_path: Path) -> None:
    with pytest.raises(DraagkrachtError, match="niet in een kop- of voettekst"):
        check_template(template(tmp_path, *NEEDED, header="{{p doelen }}"))


@pytest.mark.parametrize(
    ("content", "said"),
    [(b"geen zip", "geen Word-document"), (b"", "geen Word-document")],
)
def test_what_is_no_word_document_is_refused(content: bytes, said: str, tmp_path: Path) -> None:
    path = tmp_path / "eigen.docx"
    path.write_bytes(content)
    with pytest.raises(DraagkrachtError, match=said):
        check_template(path)


def test_a_template_that_is_not_there_is_refused(tmp_path: Path) -> None:
    with pytest.raises(DraagkrachtError, match="bestaat niet"):
        check_template(tmp_path / "weg.docx")
    with pytest.raises(DraagkrachtError, match="map"):
        check_template(tmp_path)


def test_the_packaged_template_is_whole_and_small() -> None:
    check_template(PACKAGED)
    assert PACKAGED.stat().st_size < 50_000


def test_the_guide_names_every_field() -> None:
    guide = FIELDS_PAGE.read_text(encoding="utf-8")
    for name in (*WORD_FIELDS, *PART_FIELDS):
        assert f"`{{{{ {name} }}}}`" in guide or f"`{{{{p {name} }}}}`" in guide
