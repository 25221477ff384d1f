"""Make the Word template of the advice: `python docs/advies_template.py`, from the root.

It writes src/draagkracht/report/office/advies.docx. Look and order are decided here; the words
come from the advice. A town that wants its own edits a copy in Word (docs/nl/advies-in-word.md).
"""

import datetime as dt
import zipfile
from io import BytesIO
from pathlib import Path

from docx import Document
from docx.document import Document as Word
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_TAB_ALIGNMENT
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Cm, Pt, RGBColor
from docx.styles.style import ParagraphStyle
from docx.text.paragraph import Paragraph
from lxml import etree

from draagkracht.report.manuscript import TABLES
from draagkracht.report.outline import ANNEXES, PROPOSAL

TARGET = Path(__file__).parent.parent / "src/draagkracht/report/office/advies.docx"
LETTER = "Calibri"
INK, QUIET, BRAND, WORSE = "1B262C", "55636B", "0B5D6B", "A8420F"
TINT, LINE = "F3F7F8", "C9D3D7"
DAY = dt.datetime(2026, 1, 1, tzinfo=dt.UTC).replace(tzinfo=None)
WIDTH = 16.6  # cm of text on a page

TABLE = f"""
<w:style {nsdecls("w")} w:type="table" w:customStyle="1" w:styleId="DraagkrachtTabel">
  <w:name w:val="Draagkracht tabel"/><w:basedOn w:val="TableNormal"/><w:uiPriority w:val="99"/>
  <w:tblPr><w:tblBorders>
    <w:bottom w:val="single" w:sz="4" w:space="0" w:color="{LINE}"/>
    <w:insideH w:val="single" w:sz="4" w:space="0" w:color="{LINE}"/>
  </w:tblBorders>
  <w:tblCellMar><w:top w:w="40" w:type="dxa"/><w:left w:w="0" w:type="dxa"/>
    <w:bottom w:w="40" w:type="dxa"/><w:right w:w="110" w:type="dxa"/></w:tblCellMar></w:tblPr>
  <w:tblStylePr w:type="firstRow"><w:rPr><w:b/><w:color w:val="{QUIET}"/></w:rPr>
    <w:tcPr><w:tcBorders><w:bottom w:val="single" w:sz="8" w:space="0" w:color="{LINE}"/>
    </w:tcBorders></w:tcPr></w:tblStylePr>
</w:style>
"""


def main() -> None:
    """Write the template."""
    document = Document()
    lay_out(document)
    style(document)
    margins(document)
    front(document)
    for entry in PROPOSAL:
        part(document, entry.name, new_page=entry == PROPOSAL[0])
    for entry in ANNEXES:
        part(document, f"bijlage_{entry.name}", new_page=entry == ANNEXES[0])
    part(document, f"bijlage_{TABLES}", new_page=False)
    known = document.core_properties
    known.title, known.author, known.comments, known.keywords = "{{ titel }}", "", "", ""
    known.created = known.modified = DAY
    known.language = "nl-NL"
    made = BytesIO()
    document.save(made)
    TARGET.write_bytes(without_picture(made.getvalue()))


def lay_out(document: Word) -> None:
    """A4 with the margins of the advice on paper."""
    page = document.sections[0]
    page.page_width, page.page_height = Cm(21), Cm(29.7)
    page.left_margin = page.right_margin = Cm(2.2)
    page.top_margin, page.bottom_margin = Cm(2.4), Cm(2.2)
    page.different_first_page_header_footer = True


def style(document: Word) -> None:
    """Styles by the names that report/office_setting.py looks for."""
    normal = document.styles["Normal"]
    letter(normal, size=10.5, colour=INK)
    normal.paragraph_format.space_after = Pt(7)
    normal.paragraph_format.line_spacing = 1.12
    defaults = document.styles.element.xpath("w:docDefaults/w:rPrDefault/w:rPr")[0]
    language = defaults.find(qn("w:lang"))
    for key in ("val", "eastAsia", "bidi"):
        language.attrib.pop(qn(f"w:{key}"), None)
    language.set(qn("w:val"), "nl-NL")
    for level, size, before, colour in ((1, 18, 22, BRAND), (2, 13, 14, INK), (3, 11.5, 10, INK)):
        heading = document.styles[f"Heading {level}"]
        letter(heading, size=size, colour=colour, bold=True)
        heading.paragraph_format.space_before = Pt(before)
        heading.paragraph_format.space_after = Pt(5)
    for name in ("Heading 1", "Heading 2", "Heading 3", "Title", "Subtitle"):
        without_twin(document, name)
    title = document.styles["Title"]
    letter(title, size=28, colour=INK, bold=True)
    for border in title.element.xpath("w:pPr/w:pBdr"):
        border.getparent().remove(border)
    subtitle = document.styles["Subtitle"]
    letter(subtitle, size=13, colour=QUIET)
    subtitle.font.italic = False
    bullets(document)
    caption = document.styles["Caption"]
    letter(caption, size=10, colour=INK, bold=True)
    caption.paragraph_format.space_before = Pt(8)
    caption.paragraph_format.space_after = Pt(3)
    for name in ("List Bullet", "List Number"):
        document.styles[name].paragraph_format.space_after = Pt(3)
    added(document, "Draagkracht inleiding", size=12.5)
    added(document, "Draagkracht klein", size=9, colour=QUIET)
    added(document, "Draagkracht getal", size=15, colour=BRAND, bold=True)
    added(document, "Draagkracht tussenkop", bold=True).paragraph_format.keep_with_next = True
    added(document, "Draagkracht cel", size=9).paragraph_format.space_after = Pt(0)
    shaded(added(document, "Draagkracht opdracht"), TINT)
    edged(added(document, "Draagkracht let op"), ("left",), WORSE, "single")
    room = added(document, "Draagkracht in te vullen", colour=QUIET)
    edged(room, ("top", "left", "bottom", "right"), QUIET, "dashed")
    contents = added(document, "toc 1")
    contents.paragraph_format.space_after = Pt(2)
    link = document.styles.add_style("Hyperlink", WD_STYLE_TYPE.CHARACTER)
    link.font.color.rgb = RGBColor.from_string(BRAND)
    link.font.underline = True
    document.styles.element.append(parse_xml(TABLE))


def without_twin(document: Word, name: str) -> None:
    """A style of paragraphs without the style of letters that goes with it, and its colours."""
    of = document.styles[name].element
    for link in of.findall(qn("w:link")):
        twins = [each for each in document.styles.element if each.get(qn("w:styleId"))]
        for twin in twins:
            if twin.get(qn("w:styleId")) == link.get(qn("w:val")):
                document.styles.element.remove(twin)
        of.remove(link)
    for numbered in of.xpath("w:pPr/w:numPr"):
        numbered.getparent().remove(numbered)


def bullets(document: Word) -> None:
    """A round sign that every letter has, and not one of the Symbol letter."""
    numbering = document.part.numbering_part.element
    for level in numbering.iter(qn("w:lvl")):
        kind = level.find(qn("w:numFmt"))
        if kind is not None and kind.get(qn("w:val")) == "bullet":
            level.find(qn("w:lvlText")).set(qn("w:val"), "\N{BULLET}")
            for letters in level.findall(qn("w:rPr")):
                level.remove(letters)


def added(
    document: Word,
    name: str,
    *,
    size: float = 10.5,
    colour: str = INK,
    bold: bool = False,
) -> ParagraphStyle:
    """A paragraph style of our own."""
    made = document.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
    made.base_style = document.styles["Normal"]
    letter(made, size=size, colour=colour, bold=bold)
    return made


def letter(of: ParagraphStyle, *, size: float, colour: str, bold: bool = False) -> None:
    """The letter of a style; without theme letters, which would take its place."""
    of.font.size, of.font.bold = Pt(size), bold
    of.font.color.rgb = RGBColor.from_string(colour)
    for name in [name for name in of.font.color._color.attrib if "theme" in name]:
        del of.font.color._color.attrib[name]
    fonts = of.element.get_or_add_rPr().get_or_add_rFonts()
    fonts.attrib.clear()
    for key in ("ascii", "hAnsi", "cs", "eastAsia"):
        fonts.set(qn(f"w:{key}"), LETTER)


def shaded(of: ParagraphStyle, colour: str) -> None:
    """A ground behind the words."""
    shade = OxmlElement("w:shd")
    shade.set(qn("w:val"), "clear")
    shade.set(qn("w:fill"), colour)
    of.element.get_or_add_pPr().append(shade)


def edged(of: ParagraphStyle, sides: tuple[str, ...], colour: str, kind: str) -> None:
    """Lines beside the words."""
    borders = OxmlElement("w:pBdr")
    for side in sides:
        line = OxmlElement(f"w:{side}")
        for key, value in (("val", kind), ("sz", "8"), ("space", "5"), ("color", colour)):
            line.set(qn(f"w:{key}"), value)
        borders.append(line)
    of.element.get_or_add_pPr().insert_element_before(borders, "w:shd", "w:spacing", "w:ind")


def margins(document: Word) -> None:
    """Title and marks above every page but the first, page numbers under all."""
    page = document.sections[0]
    above = page.header.paragraphs[0]
    small(above, document)
    above.add_run("{{ titel }}\t{{ merken }}")
    for footer in (page.footer, page.first_page_footer):
        below = footer.paragraphs[0]
        small(below, document)
        below.add_run("Draagkracht {{ versie }}\tbladzijde ")
        number(below, "PAGE")
        below.add_run(" van ")
        number(below, "NUMPAGES")


def small(paragraph: Paragraph, document: Word) -> None:
    """A line with one end to the left and one to the right."""
    paragraph.style = document.styles["Draagkracht klein"]
    paragraph.paragraph_format.tab_stops.add_tab_stop(Cm(WIDTH), WD_TAB_ALIGNMENT.RIGHT)


def number(paragraph: Paragraph, name: str) -> None:
    """A number that Word fills in."""
    field = OxmlElement("w:fldSimple")
    field.set(qn("w:instr"), name)
    run = OxmlElement("w:r")
    text = OxmlElement("w:t")
    text.text = "1"
    run.append(text)
    field.append(run)
    paragraph._p.append(field)


def front(document: Word) -> None:
    """The first page."""
    brand = document.add_paragraph("Draagkracht")
    brand.runs[0].bold = True
    brand.runs[0].font.color.rgb = RGBColor.from_string(BRAND)
    document.add_paragraph("{{ titel }}", style="Title")
    document.add_paragraph("{{ onderwerp }}", style="Subtitle")
    document.add_paragraph("{{p gegevens }}")
    document.add_paragraph("{{p stand }}")
    document.add_paragraph("Inhoud", style="Draagkracht tussenkop")
    document.add_paragraph("{{p inhoud }}")


def part(document: Word, name: str, *, new_page: bool) -> None:
    """The place of a section."""
    if new_page:
        document.add_page_break()
    document.add_paragraph(f"{{{{p {name} }}}}")


def without_picture(data: bytes) -> bytes:
    """The same without the thumbnail of python-docx's own template, every part on one day."""
    made = BytesIO()
    with zipfile.ZipFile(BytesIO(data)) as given, zipfile.ZipFile(made, "w") as written:
        for name in given.namelist():
            if "thumbnail" in name:
                continue
            content = given.read(name)
            if name == "_rels/.rels":
                tree = etree.fromstring(content)
                for relation in list(tree):
                    if "thumbnail" in relation.get("Type", ""):
                        tree.remove(relation)
                content = etree.tostring(tree, encoding="UTF-8", standalone=True)
            entry = zipfile.ZipInfo(name, date_time=(1980, 1, 1, 0, 0, 0))
            entry.compress_type = zipfile.ZIP_DEFLATED
            written.writestr(entry, content, compresslevel=9)
    return made.getvalue()


if __name__ == "__main__":
    main()
