"""Blocks as paragraphs, tables and pictures of a Word document, in the styles it has."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from io import BytesIO
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from draagkracht.report.block import (
    Block,
    Blocks,
    Data,
    Group,
    Heading,
    Items,
    Paragraph,
    Picture,
    Run,
    Runs,
    Table,
    Terms,
    words_of,
)
from draagkracht.report.column_widths import column_shares
from draagkracht.report.office_words import bookmarked, hyperlink
from draagkracht.report.page_tree import readable
from draagkracht.report.pixels import as_png

if TYPE_CHECKING:
    from docx.document import Document
    from docx.oxml.xmlchemy import BaseOxmlElement
    from docx.shared import Twips
    from docx.table import Table as WordTable
    from docx.text.paragraph import Paragraph as WordParagraph

# By block the styles to look for, first choice first; a template that has none sets it plain.
_STYLES: Final[Mapping[str, tuple[str, ...]]] = MappingProxyType(
    {
        "plain": (),
        "lead": ("Draagkracht inleiding", "Subtitle"),
        "small": ("Draagkracht klein",),
        "big": ("Draagkracht getal", "Strong"),
        "summary": ("Draagkracht tussenkop",),
        "command": ("Draagkracht opdracht",),
        "warned": ("Draagkracht let op", "Intense Quote"),
        "room": ("Draagkracht in te vullen", "Quote"),
        "item": ("List Bullet", "List Paragraph"),
        "numbered": ("List Number", "List Paragraph"),
        "continued": ("List Continue", "List Paragraph"),
        "caption": ("Caption",),
        "cell": ("Draagkracht cel",),
        "contents": ("toc 1",),
        "table": ("Draagkracht tabel", "Table Grid"),
    }
)
_STRONG: Final = ("strong", "mark", "grade", "verdict")
_ON_A_LINE: Final = ("quiet", "verdict")  # in a cell
_MARKS: Final = (["mark", "mark"], ["colour", "colour"])
_BETWEEN: Final = " · "
_PICTURE: Final = 12.0  # cm across
_HIGHEST: Final = 17.0  # cm: with its title it must fit on a page
_TABLE: Final = 9400  # twentieths of a point: about the width of the text


class Setter:
    """Sets blocks at the end of a document, to be moved where they belong."""

    def __init__(self, document: "Document", *, places: Collection[str] = ()) -> None:
        """`places` are the sections that the document has, and that a link can lead to."""
        self.places = places
        self._document = document
        # By name its id: python-docx looks a name up anew for every paragraph.
        self._known = {
            style.name.casefold(): style.style_id for style in document.styles if style.name
        }

    @property
    def linked(self) -> str | None:
        """The style of links, where the document has one."""
        return self._known.get("hyperlink")

    def blocks(self, blocks: Blocks, *, name: str) -> Iterator["BaseOxmlElement"]:
        """The elements of these blocks; the first heading of level 1 can be linked to by name."""
        for block in blocks:
            for element in self._block(block):
                if isinstance(block, Heading) and block.level == 1:
                    bookmarked(element, name)
                yield element

    def paragraph(self, kind: str) -> "WordParagraph":
        """An empty paragraph in the style of that kind."""
        return self._styled(self._style(kind))

    def _styled(self, style: str | None, text: str = "") -> "WordParagraph":
        paragraph = self._document.add_paragraph(text)
        paragraph._p.style = style
        return paragraph

    def _style(self, kind: str) -> str | None:
        wanted = (name.casefold() for name in _STYLES[kind])
        return next((self._known[name] for name in wanted if name in self._known), None)

    def _block(self, block: Block) -> Iterator["BaseOxmlElement"]:
        match block:
            case Heading(level, runs):
                yield self._heading(level, words_of(runs))
            case Paragraph(runs, kind):
                room = any(run.kind == "room" for run in runs)
                yield self._paragraph(runs, "room" if room else kind)
            case Items(items, numbered):
                for item in items:
                    yield from self._item(item, "numbered" if numbered else "item")
            case Terms(rows):
                for term, what in rows:
                    yield self._paragraph(
                        (Run(words_of(term), "strong"), Run("  "), *what), "plain"
                    )
            case Table():
                yield from self._table(block)
            case Picture():
                yield self._picture(block)
            case Group(kind, blocks):
                yield from self._group(blocks, together=kind == "exhibit")
            case Data(blocks):
                yield from self._group(blocks, together=False)

    def _group(self, blocks: Blocks, *, together: bool) -> Iterator["BaseOxmlElement"]:
        elements = [element for block in blocks for element in self._block(block)]
        for element in elements[:-1] if together else ():
            element.get_or_add_pPr().get_or_add_keepNext()
        yield from elements

    def _heading(self, level: int, text: str) -> "BaseOxmlElement":
        return self._styled(self._known.get(f"heading {level}"), readable(text))._p

    def _paragraph(self, runs: Runs, kind: str) -> "BaseOxmlElement":
        paragraph = self.paragraph(kind)
        self._write(paragraph, runs)
        return paragraph._p

    def _item(self, item: Blocks, kind: str) -> Iterator["BaseOxmlElement"]:
        first, *rest = item
        assert isinstance(first, Paragraph)
        yield self._paragraph(first.runs, kind)
        for block in rest:
            assert isinstance(block, Paragraph)
            yield self._paragraph(block.runs, "continued")

    def _write(self, paragraph: "WordParagraph", runs: Runs, *, in_cell: bool = False) -> None:
        for place, run in enumerate(runs):
            if in_cell and place and run.kind in _ON_A_LINE:
                paragraph.add_run().add_break()
            if run.kind == "link" and (run.to[:1] != "#" or run.to[1:] in self.places):
                hyperlink(paragraph, run, linked=self.linked)
                continue
            text = _BETWEEN if _between_marks(runs, place) else readable(run.text)
            written = paragraph.add_run(text)
            written.bold = True if run.kind in _STRONG else None
            written.italic = True if run.kind == "em" else None

    def _table(self, table: Table) -> Iterator["BaseOxmlElement"]:
        from docx.shared import Twips

        caption = self.paragraph("caption")
        caption.paragraph_format.keep_with_next = True
        self._write(caption, table.caption)
        yield caption._p
        made = self._document.add_table(rows=0, cols=len(table.heads))
        made._tbl.tblStyle_val = self._style("table")
        as_wide_as_the_page(made._tbl, words_of(table.caption))
        widths = [Twips(_TABLE * share // 1000) for share in column_shares(table)]
        for column, width in zip(made._tbl.tblGrid.gridCol_lst, widths, strict=True):
            column.w = width
        self._row(made, table.heads, widths, head=True)
        for row in table.rows:
            self._row(made, row, widths, head=False)
        yield made._tbl
        yield self.paragraph("small")._p

    def _row(
        self, table: "WordTable", row: Sequence[Runs], widths: Sequence["Twips"], *, head: bool
    ) -> None:
        """A row added cell by cell: python-docx's own way looks at all cells for every row."""
        from docx.text.paragraph import Paragraph as WordParagraph

        added = table._tbl.add_tr()
        if head:
            repeated(added)
        else:
            unbroken(added)
        style = self._style("cell")
        for place, (runs, width) in enumerate(zip(row, widths, strict=True)):
            cell = added.add_tc()
            cell.width = width
            paragraph = WordParagraph(cell.p_lst[0], table)
            paragraph._p.style = style
            bold = head or not place
            strong = tuple(Run(run.text, "strong") for run in runs) if bold else runs
            self._write(paragraph, strong, in_cell=True)

    def _picture(self, picture: Picture) -> "BaseOxmlElement":
        from docx.shared import Cm, Emu

        paragraph = self.paragraph("plain")
        pixels = BytesIO(as_png(picture.svg))
        shape = paragraph.add_run().add_picture(pixels, width=Cm(_PICTURE))
        over = shape.height / Cm(_HIGHEST)
        if over > 1:
            shape.width, shape.height = Emu(int(shape.width / over)), Cm(_HIGHEST)
        told = shape._inline.docPr
        told.set("name", readable(picture.title))
        told.set("descr", readable(f"{picture.title}. {picture.description}"))
        return paragraph._p


def _between_marks(runs: Runs, place: int) -> bool:
    """Whether this is the space between marks, which are boxes elsewhere and words here."""
    beside = runs[max(place - 1, 0) : place + 2]
    return runs[place].text == " " and [run.kind for run in beside[::2]] in _MARKS


def as_wide_as_the_page(table: "BaseOxmlElement", said: str) -> None:
    """Columns as wide as their words ask, the whole as wide as the text; and what it is about."""
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    properties = table.tblPr
    width = properties.find(qn("w:tblW"))
    width.set(qn("w:type"), "pct")
    width.set(qn("w:w"), "5000")
    caption = OxmlElement("w:tblCaption")
    caption.set(qn("w:val"), readable(said))
    properties.append(caption)


def repeated(row: "BaseOxmlElement") -> None:
    """A row of heads, read out with every cell and repeated on every page."""
    from docx.oxml import OxmlElement

    unbroken(row)
    row.get_or_add_trPr().append(OxmlElement("w:tblHeader"))


def unbroken(row: "BaseOxmlElement") -> None:
    """A row that stays on one page."""
    from docx.oxml import OxmlElement

    row.get_or_add_trPr().append(OxmlElement("w:cantSplit"))
