"""TOML text into plain data, with the rules of TOML explained in Dutch when they are broken."""

import re
import tomllib
from collections.abc import Mapping
from typing import Final

from draagkracht.documents.errors import DraagkrachtError, MalformedToml

_CHECK: Final = "Controleer deze regel op haakjes, aanhalingstekens en het isgelijkteken."
_DECIMAL_COMMA: Final = re.compile(r"=\s*[-+]?\d+,\d")
_DATE: Final = re.compile(r"=\s*\d{1,4}[-/]\d{1,2}[-/]\d{1,4}")
_PLACE: Final = re.compile(r"\s*\(at (?:line (?P<line>\d+), column \d+|end of document)\)$")
_REASONS: Final[Mapping[str, tuple[str, str]]] = {
    "Cannot overwrite a value": ("Deze naam staat hier twee keer.", "Houd één van beide regels."),
    "Cannot declare": ("Deze tabel staat hier twee keer.", "Voeg de twee tabellen samen."),
    "Cannot mutate": ("Deze tabel is al afgesloten.", "Zet alles bij elkaar in één tabel."),
    "Duplicate inline table key": (
        "Deze naam staat twee keer tussen dezelfde accolades.",
        "Houd één van beide.",
    ),
    "Unterminated string": ("Een tekst wordt niet afgesloten.", "Zet er een aanhalingsteken bij."),
    "Illegal character": ("Hier staat een teken dat niet mag.", "Haal het teken weg."),
    "Found invalid character": ("Hier staat een teken dat niet mag.", "Haal het teken weg."),
    "Unescaped '\\' in a string": (
        "Een schuine streep naar achteren in een tekst heeft een eigen betekenis.",
        "Schrijf hem dubbel.",
    ),
    "Unclosed array": ("Een lijst wordt niet afgesloten.", "Zet er een vierkant haakje bij: ]"),
    "Unclosed inline table": ("Een accolade wordt niet afgesloten.", "Zet er een accolade bij: }"),
    "Expected '=' after a key": (
        "Na de naam hoort een isgelijkteken.",
        "Schrijf: naam = waarde.",
    ),
    "Invalid value": (
        "De waarde na het isgelijkteken is niet leesbaar.",
        "Zet tekst tussen aanhalingstekens.",
    ),
    "Invalid date or datetime": (
        "Deze datum is niet leesbaar.",
        "Schrijf jaar-maand-dag, zoals 2027-01-31.",
    ),
}


def parse_toml(text: str) -> dict[str, object]:
    """The data of a TOML text, lists as tuples; keys in the order of the file.

    Raises: MalformedToml, with the line where it is known.

    >>> parse_toml("fte = 14.0")
    {'fte': 14.0}
    """
    try:
        data = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise _malformed(str(error), text) from None
    except RecursionError:
        raise MalformedToml(
            line=None,
            reason="Hier staan te veel haakjes in elkaar.",
            advice="Gebruik hoogstens een lijst in een tabel.",
        ) from None
    except ValueError:
        raise MalformedToml(
            line=None,
            reason="Hier staat een getal met duizenden cijfers.",
            advice="Controleer de getallen.",
        ) from None
    return {key: _settled(value) for key, value in data.items()}


def _settled(value: object) -> object:
    """Lists as tuples, all the way down: documents are frozen."""
    if isinstance(value, dict):
        return {key: _settled(item) for key, item in value.items()}
    if isinstance(value, list):
        return tuple(_settled(item) for item in value)
    return value


def _malformed(message: str, text: str) -> DraagkrachtError:
    lines = text.rstrip("\n").split("\n")
    found = _PLACE.search(message)
    line = int(found["line"]) if found and found["line"] else len(lines)
    written = lines[line - 1] if line <= len(lines) else ""
    if _DECIMAL_COMMA.search(written):
        return MalformedToml(
            line=line,
            reason="Een getal heeft hier een decimale komma.",
            advice="Schrijf een punt, bijvoorbeeld 14.5.",
        )
    if _DATE.search(written):
        message = "Invalid date or datetime"
    if message.startswith("Illegal character '\\n'"):
        message = "Unterminated string"
    for start, (reason, advice) in _REASONS.items():
        if message.startswith(start):
            return MalformedToml(line=line, reason=reason, advice=advice)
    return MalformedToml(line=line, reason="Deze regel is geen geldige TOML.", advice=_CHECK)
