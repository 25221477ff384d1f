"""Filling a Word template: its fields looked at first, so that a slip is named where it stands."""

import re
import zipfile
from collections.abc import Iterator, Mapping
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, Final

from jinja2 import Environment, StrictUndefined, TemplateError
from jinja2.sandbox import ImmutableSandboxedEnvironment

from draagkracht.documents.errors import MissingFile, UnknownName, UnreadableFile
from draagkracht.documents.nearest import nearest
from draagkracht.report.errors import (
    FieldInSentence,
    MissingField,
    NoTemplate,
    TemplateFault,
)
from draagkracht.report.office_fields import PART_FIELDS, REQUIRED, WORD_FIELDS, Part

if TYPE_CHECKING:
    from docx.oxml.xmlchemy import BaseOxmlElement
    from docxtpl import DocxTemplate

PACKAGED: Final = Path(__file__).resolve().parent / "office" / "advies.docx"
_KNOWN: Final = (*WORD_FIELDS, *PART_FIELDS)
_ATTRIBUTES: Final = ("tekst", "titel")
_FIELD: Final = re.compile(r"\{\{(p|r|tc|tr)?\s+(?P<name>\w+)(?:\.(?P<of>\w+))?\s*\}\}")
_BRACES: Final = re.compile(r"\{[{%#]|[}%#]\}")
_PLACE: Final = 60  # letters of a paragraph that an error shows


def filled(template: Path, fields: Mapping[str, str | Part]) -> bytes:
    """The template with its fields filled; parts leave a marked paragraph behind.

    Raises: MissingFile, UnreadableFile, NoTemplate, UnknownName, MissingField, FieldInSentence,
    TemplateFault; each with the file and the line where it stands.
    """
    file = str(template)
    opened = _opened(template)
    lines = tuple(_lines(opened))
    _check(lines, file)
    made = BytesIO()
    try:
        opened.render(dict(fields), _environment(), autoescape=True)
        opened.save(made)
    except TemplateError:
        raise TemplateFault(file=file, place=_first(lines, "{")) from None
    return made.getvalue()


def check_template(template: Path) -> None:
    """Refuse a template that cannot be filled; see `filled` for what it raises."""
    _check(tuple(_lines(_opened(template))), str(template))


def _opened(template: Path) -> "DocxTemplate":
    from docx.opc.exceptions import PackageNotFoundError
    from docxtpl import DocxTemplate

    file = str(template)
    try:
        data = template.read_bytes()
    except FileNotFoundError:
        raise MissingFile(file=file) from None
    except IsADirectoryError:
        raise UnreadableFile(reason="directory", file=file) from None
    except PermissionError:
        raise UnreadableFile(reason="permission", file=file) from None
    except (OSError, ValueError):
        raise UnreadableFile(reason="system", file=file) from None
    try:
        opened = DocxTemplate(BytesIO(data))
        opened.init_docx()
    except (KeyError, ValueError, PackageNotFoundError, zipfile.BadZipFile, SyntaxError):
        raise NoTemplate(file=file) from None
    return opened


def _environment() -> Environment:
    """Fields and nothing else: a template from elsewhere can reach no code of ours."""
    return ImmutableSandboxedEnvironment(undefined=StrictUndefined, autoescape=True)


def _lines(opened: "DocxTemplate") -> Iterator[tuple[str, bool]]:
    """The words of every paragraph, and whether it stands in a header or footer."""
    from docx.opc.constants import RELATIONSHIP_TYPE
    from docx.oxml import parse_xml

    document = opened.get_docx()
    yield from ((text, False) for text in _texts(document.element.body))
    margins = (RELATIONSHIP_TYPE.HEADER, RELATIONSHIP_TYPE.FOOTER)
    for relation in document.part.rels.values():
        if relation.reltype in margins:
            tree = parse_xml(relation.target_part.blob)
            yield from ((text, True) for text in _texts(tree))


def _texts(tree: "BaseOxmlElement") -> Iterator[str]:
    for paragraph in tree.xpath(".//w:p"):
        yield "".join(each.text or "" for each in paragraph.xpath(".//w:t"))


def _check(lines: tuple[tuple[str, bool], ...], file: str) -> None:
    """Refuse fields that are not there, that stand where they cannot, and braces that are none."""
    found = set()
    for text, in_margin in lines:
        for field in _FIELD.finditer(text):
            name, of = field["name"], field["of"]
            place = _shown(text)
            if name not in _KNOWN:
                close = nearest(name, _KNOWN)
                raise UnknownName(
                    what="veld", name=name, nearest=close, known=_KNOWN, file=file, place=place
                )
            found.add(name)
            if of is not None and (name in WORD_FIELDS or of not in _ATTRIBUTES):
                close = nearest(of, _ATTRIBUTES)
                raise UnknownName(
                    what="veld",
                    name=f"{name}.{of}",
                    nearest=None if close is None else f"{name}.{close}",
                    known=_ATTRIBUTES,
                    file=file,
                    place=place,
                )
            if name in PART_FIELDS and of != "titel":
                if in_margin:
                    raise FieldInSentence(field=name, where="margin", file=file, place=place)
                if field[1] != "p" or text.strip() != field.group():
                    raise FieldInSentence(field=name, file=file, place=place)
        if _BRACES.search(_FIELD.sub("", text)):
            raise TemplateFault(file=file, place=_shown(text))
    for name in REQUIRED:
        if name not in found:
            raise MissingField(field=name, alone=name in PART_FIELDS, file=file)


def _first(lines: tuple[tuple[str, bool], ...], sign: str) -> str | None:
    return next((_shown(text) for text, _ in lines if sign in text), None)


def _shown(text: str) -> str:
    short = text.strip()
    return f"“{short if len(short) <= _PLACE else short[: _PLACE - 1] + '…'}”"
