"""Links, their places, and the contents: what python-docx has no words for."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

from draagkracht.report.block import Run
from draagkracht.report.page_tree import readable

if TYPE_CHECKING:
    from docx.oxml.xmlchemy import BaseOxmlElement
    from docx.text.paragraph import Paragraph as WordParagraph

_CONTENTS: Final = r'TOC \o "1-1" \h \n \z'


def anchor_of(name: str) -> str:
    """The bookmark of a section."""
    return f"dk_{name.replace('.', '_')}"


def bookmarked(paragraph: "BaseOxmlElement", name: str) -> None:
    """Make a paragraph a place that links lead to."""
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    begin, end = OxmlElement("w:bookmarkStart"), OxmlElement("w:bookmarkEnd")
    number = str(1 + len(paragraph.xpath("//w:bookmarkStart")))
    begin.set(qn("w:id"), number)
    begin.set(qn("w:name"), anchor_of(name))
    end.set(qn("w:id"), number)
    paragraph.insert(1 if paragraph.pPr is not None else 0, begin)
    paragraph.append(end)


def hyperlink(paragraph: "WordParagraph", run: Run, *, linked: str | None) -> None:
    """Words that lead to a section (`#name`) or to an address; `linked`: the id of their style."""
    from docx.opc.constants import RELATIONSHIP_TYPE
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    link = OxmlElement("w:hyperlink")
    if run.to.startswith("#"):
        link.set(qn("w:anchor"), anchor_of(run.to[1:]))
    else:
        kind = RELATIONSHIP_TYPE.HYPERLINK
        link.set(qn("r:id"), paragraph.part.relate_to(run.to, kind, is_external=True))
    written = paragraph.add_run(readable(run.text))
    written._r.style = linked
    written.underline = True
    link.append(written._r)
    paragraph._p.append(link)


def contents(
    paragraphs: Sequence["WordParagraph"],
    titles: Sequence[tuple[str, str]],
    *,
    linked: str | None,
) -> None:
    """A table of contents: a field that Word can renew, filled with links to the sections."""
    first, last = paragraphs[0], paragraphs[-1]
    for paragraph, (name, title) in zip(paragraphs, titles, strict=True):
        if paragraph is first:
            _field_mark(paragraph, "begin")
            _instruction(paragraph)
            _field_mark(paragraph, "separate")
        hyperlink(paragraph, Run(title, "link", f"#{name}"), linked=linked)
        if paragraph is last:
            _field_mark(paragraph, "end")


def _field_mark(paragraph: "WordParagraph", kind: str) -> None:
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    mark = OxmlElement("w:fldChar")
    mark.set(qn("w:fldCharType"), kind)
    paragraph.add_run()._r.append(mark)


def _instruction(paragraph: "WordParagraph") -> None:
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    text = OxmlElement("w:instrText")
    text.set(qn("xml:space"), "preserve")
    text.text = _CONTENTS
    paragraph.add_run()._r.append(text)
