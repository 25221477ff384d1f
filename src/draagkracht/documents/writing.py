"""The one text of a document: equal documents, equal bytes, so that a digest means something."""

import datetime as dt
from collections.abc import Iterator, Mapping

from pydantic import BaseModel

from draagkracht.documents.document import Document, Part

_SHORT = {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\t": "\\t", "\r": "\\r"}


def write_document(document: Document) -> str:
    """The canonical TOML of a document: format first, then in field order, tables last.

    What is None is left out; everything else is written, defaults too, so that the text and its
    digest do not change when a default does. Reading the text gives an equal document.
    """
    head: list[str] = []
    tables: list[str] = []
    for key, value in _fields(document):
        rows = _rows(value)
        for row in rows:
            tables += ["", f"[[{_key(key)}]]", *_lines(row)]
        if not rows:
            head += _line(key, value)
    return "\n".join([*head, *tables, ""])


def _fields(model: BaseModel) -> Iterator[tuple[str, object]]:
    """Keys as in the file and values, without what is None; `format` always first."""
    fields = type(model).model_fields
    for name in sorted(fields, key=lambda name: name != "format"):
        value = getattr(model, name)
        if value is not None:
            yield fields[name].alias or name, value


def _rows(value: object) -> tuple[BaseModel, ...]:
    """The models of a list that is written as tables; nothing for any other value."""
    if not isinstance(value, tuple):
        return ()
    return tuple(
        item
        for item in value
        if isinstance(item, BaseModel) and not (isinstance(item, Part) and item.written != "tables")
    )


def _lines(model: BaseModel) -> list[str]:
    return [line for key, value in _fields(model) for line in _line(key, value)]


def _line(key: str, value: object) -> list[str]:
    if isinstance(value, Part) and value.written == "dotted":
        return [f"{_key(key)}.{_key(name)} = {_value(inner)}" for name, inner in _fields(value)]
    return [f"{_key(key)} = {_value(value)}"]


def _value(value: object) -> str:
    match value:
        case bool():
            return "true" if value else "false"
        case int() | float():
            return repr(value)
        case str():
            return _quoted(value)
        case dt.date():
            return value.isoformat()
        case tuple():
            return f"[{', '.join(_value(item) for item in value)}]"
        case BaseModel():
            return _inline(dict(_fields(value)))
        case Mapping():
            return _inline(value)
    raise TypeError(f"no TOML for {type(value).__name__}")


def _inline(items: Mapping[str, object]) -> str:
    pairs = [f"{_key(key)} = {_value(value)}" for key, value in items.items()]
    return f"{{ {', '.join(pairs)} }}" if pairs else "{}"


def _key(key: str) -> str:
    bare = key.isascii() and key.replace("_", "").replace("-", "").isalnum()
    return key if bare else _quoted(key)


def _quoted(text: str) -> str:
    return '"' + "".join(_escaped(character) for character in text) + '"'


def _escaped(character: str) -> str:
    if character in _SHORT:
        return _SHORT[character]
    code = ord(character)
    return f"\\u{code:04X}" if code < 0x20 or code == 0x7F else character
