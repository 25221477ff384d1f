"""The advice in Word: a template filled, its parts set, and always the same bytes."""

import datetime as dt
import zipfile
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, Final

from draagkracht.report.block import Heading, words_of
from draagkracht.report.manuscript import Manuscript
from draagkracht.report.office_fields import MARK, Part, parts_of, words_of_front
from draagkracht.report.office_setting import Setter
from draagkracht.report.office_template import PACKAGED, filled
from draagkracht.report.office_words import contents
from draagkracht.report.page_tree import readable

if TYPE_CHECKING:
    from docx.document import Document
    from docx.oxml.xmlchemy import BaseOxmlElement

LANGUAGE: Final = "nl-NL"
_EPOCH: Final = (1980, 1, 1, 0, 0, 0)  # the first day a zip can say
_BARE: Final = ("stand", "gegevens", "inhoud")  # parts without a heading of their own


def office_document(
    manuscript: Manuscript, *, date: dt.date, template: Path | None = None
) -> bytes:
    """The advice as a Word document; `template` None: the packaged one.

    `date` is the day the document says it was made. Raises: what `office_template.filled` raises.
    """
    from docx import Document

    parts = parts_of(manuscript)
    words = {name: readable(text) for name, text in words_of_front(manuscript.front).items()}
    data = filled(PACKAGED if template is None else template, {**words, **parts})
    document = Document(BytesIO(data))
    _set_parts(document, parts)
    _language(document)
    _properties(document, manuscript, date)
    made = BytesIO()
    document.save(made)
    return _same_bytes(made.getvalue())


def _set_parts(document: "Document", parts: dict[str, Part]) -> None:
    """Put every part where its marked paragraph stands."""
    marked = _marked(document)
    present = [name.partition(".")[0] for _, name in marked]
    whole = [parts[name].anchor for _, name in marked if name in parts and parts[name].blocks]
    setter = Setter(document, places=whole)
    for place, name in marked:
        part = parts[name.partition(".")[0]]
        shown = part.tekst if name.endswith(".tekst") and part.name not in _BARE else part
        if part.name == "inhoud":
            elements = _contents(setter, parts, present)
        else:
            elements = list(setter.blocks(shown.blocks, name=part.anchor))
        for element in elements:
            place.addprevious(element)
        place.getparent().remove(place)


def _marked(document: "Document") -> list[tuple["BaseOxmlElement", str]]:
    styles = document.element.body.xpath(f'.//w:pStyle[starts-with(@w:val, "{MARK}")]')
    return [(style.getparent().getparent(), style.val.removeprefix(MARK)) for style in styles]


def _contents(
    setter: Setter, parts: dict[str, Part], present: list[str]
) -> list["BaseOxmlElement"]:
    titles = []
    for name in (name for name in present if parts[name].anchor in setter.places):
        heading = parts[name].blocks[:1]
        if name not in _BARE and heading and isinstance(heading[0], Heading):
            titles.append((parts[name].anchor, words_of(heading[0].runs)))
    paragraphs = [setter.paragraph("contents") for _ in titles]
    if paragraphs:
        contents(paragraphs, titles, linked=setter.linked)
    return [paragraph._p for paragraph in paragraphs]


def _language(document: "Document") -> None:
    """Dutch for whatever has no language of its own."""
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    for properties in document.styles.element.xpath("w:docDefaults/w:rPrDefault/w:rPr"):
        found = properties.find(qn("w:lang"))
        if found is None:
            found = OxmlElement("w:lang")
            properties.append(found)
        found.set(qn("w:val"), LANGUAGE)


def _properties(document: "Document", manuscript: Manuscript, date: dt.date) -> None:
    made = dt.datetime(date.year, date.month, date.day, tzinfo=dt.UTC).replace(tzinfo=None)
    known = document.core_properties
    known.title = readable(manuscript.front.title)[:255]
    known.subject = readable(manuscript.front.subject)[:255]
    known.language = LANGUAGE
    known.author = f"Draagkracht {manuscript.front.version}"
    known.last_modified_by = known.author
    known.created = known.modified = made
    known.last_printed = made
    known.revision = 1


def _same_bytes(data: bytes) -> bytes:
    """The package again, with the same day on every part of it."""
    made = BytesIO()
    with (
        zipfile.ZipFile(BytesIO(data)) as given,
        zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as written,
    ):
        for name in given.namelist():
            entry = zipfile.ZipInfo(name, date_time=_EPOCH)
            entry.compress_type = zipfile.ZIP_DEFLATED
            written.writestr(entry, given.read(name))
    return made.getvalue()
