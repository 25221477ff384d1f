"""Which signs our letters can show: a tagged PDF may hold no other."""

import struct
import unicodedata
from functools import cache
from pathlib import Path
from typing import Final

_REPLACED: Final = "?"
_SEGMENTS: Final = 4  # the table of signs up to U+FFFF, which every font has
_LAST: Final = 0xFFFF


def showable(text: str, font: Path) -> str:
    """The text in which a sign that the font lacks is its bare letter, or else a question mark.

    Signs without a shape of their own (joiners, soft hyphens) stay.

    >>> from draagkracht.report.typesetting import LETTERS
    >>> showable("Zuid-Eşme 漢 naar 3 %", LETTERS)
    'Zuid-Eşme ? naar 3 %'
    """
    known = signs_of(font)
    return "".join(sign if _shown(sign, known) else _nearest(sign, known) for sign in text)


@cache
def signs_of(font: Path) -> frozenset[int]:
    """The code points that a TrueType font has a shape for.

    Its `cmap` table of format 4 (OpenType 1.9): segments of code points, each with a shift or a
    list that leads to a glyph; glyph 0 is none. Raises: ValueError without such a table.
    """
    data = font.read_bytes()
    found: set[int] = set()
    for start in _subtables(data):
        found |= _signs_of_segments(data, start)
    if not found:
        raise ValueError(f"{font.name} has no table of signs of format {_SEGMENTS}")
    return frozenset(found)


def _subtables(data: bytes) -> set[int]:
    """Where the tables of format 4 begin."""
    (tables,) = struct.unpack_from(">H", data, 4)
    heads = (struct.unpack_from(">4sLLL", data, 12 + 16 * number) for number in range(tables))
    cmap = next(offset for tag, _, offset, _ in heads if tag == b"cmap")
    (count,) = struct.unpack_from(">H", data, cmap + 2)
    places = {
        cmap + struct.unpack_from(">HHL", data, cmap + 4 + 8 * number)[2] for number in range(count)
    }
    return {place for place in places if struct.unpack_from(">H", data, place) == (_SEGMENTS,)}


def _signs_of_segments(data: bytes, start: int) -> set[int]:
    (double,) = struct.unpack_from(">H", data, start + 6)
    count = double // 2
    ends = struct.unpack_from(f">{count}H", data, start + 14)
    firsts = struct.unpack_from(f">{count}H", data, start + 16 + double)
    shifts = struct.unpack_from(f">{count}H", data, start + 16 + 2 * double)
    at = start + 16 + 3 * double
    ranges = struct.unpack_from(f">{count}H", data, at)
    found = set()
    for number, (first, end) in enumerate(zip(firsts, ends, strict=True)):
        for sign in range(first, min(end, _LAST - 1) + 1):
            glyph = sign
            if ranges[number]:
                place = at + 2 * number + ranges[number] + 2 * (sign - first)
                (glyph,) = struct.unpack_from(">H", data, place)
            if (glyph or not ranges[number]) and (glyph + shifts[number]) & _LAST:
                found.add(sign)
    return found


def _shown(sign: str, known: frozenset[int]) -> bool:
    return ord(sign) in known or sign in "\n\t" or unicodedata.category(sign) == "Cf"


def _nearest(sign: str, known: frozenset[int]) -> str:
    bare = [part for part in unicodedata.normalize("NFKD", sign) if ord(part) in known]
    return "".join(bare) or _REPLACED
