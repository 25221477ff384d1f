"""Amounts with their unit in Dutch words, singular and plural."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from draagkracht.language.numbers import SHOWN_DIGITS, dutch_number, dutch_range

_PERCENT: Final = 100


@dataclass(frozen=True, slots=True)
class UnitWords:
    """What follows a number: after exactly one, and after any other number."""

    one: str
    many: str

    @property
    def is_share(self) -> bool:
        """Whether the number is shown as a percentage."""
        return self.one in ("%", "procentpunt")


def _same(words: str) -> UnitWords:
    return UnitWords(words, words)


def _counted(one: str, many: str, *, per: str) -> UnitWords:
    return UnitWords(f"{one} {per}".strip(), f"{many} {per}".strip())


UNIT_WORDS: Final[Mapping[str, UnitWords]] = {
    "share": _same("%"),
    "share_change": UnitWords("procentpunt", "procentpunten"),
    "ratio": _same("keer"),
    "weight": _same("(gewicht)"),
    "sd": _same("(spreiding)"),
    "person": UnitWords("persoon", "personen"),
    "person/1000 resident": _counted("persoon", "personen", per="per 1.000 inwoners"),
    "person/1000 resident/year": _counted("persoon", "personen", per="per 1.000 inwoners per jaar"),
    "circle/1000 resident": _counted("kring", "kringen", per="per 1.000 inwoners"),
    "household": UnitWords("huishouden", "huishoudens"),
    "person/household": _counted("inwoner", "inwoners", per="per huishouden"),
    "week": UnitWords("week", "weken"),
    "month": UnitWords("maand", "maanden"),
    "1/week": _same("per week"),
    "1/year": _same("per jaar"),
    "hour": _same("uur"),
    "hour/week": _same("uur per week"),
    "hour/week/1000 resident": _same("uur per week per 1.000 inwoners"),
    "hour/year": _same("uur per jaar"),
    "hour/case": _same("uur per zaak"),
    "hour/case/week": _same("uur per zaak per week"),
    "hour/contact": _same("uur per contact"),
    "hour/week/team": _same("uur per week per team"),
    "hour/team": _same("uur per team"),
    "hour/week/fte": _same("uur per week per fte"),
    "hour/fte": _same("uur per fte"),
    "case/fte": _counted("zaak", "zaken", per="per fte"),
    "household/fte": _counted("huishouden", "huishoudens", per="per fte"),
    "1/fte/year": _same("per fte per jaar"),
    "1/1000 household/year": _same("per 1.000 huishoudens per jaar"),
    "1/100 household/year": _same("per 100 huishoudens per jaar"),
    "fte/1000 resident": _same("fte per 1.000 inwoners"),
    "fte/person": _same("fte per medewerker"),
    "fte/year": _same("fte per jaar"),
    "euro": _same("euro"),
    "euro/year": _same("euro per jaar"),
    "euro/fte": _same("euro per fte"),
    "euro/fte/year": _same("euro per fte per jaar"),
    "euro/1000 resident/year": _same("euro per 1.000 inwoners per jaar"),
    "euro/person/year": _same("euro per persoon per jaar"),
    "euro/referral": _same("euro per verwijzing"),
}


def dutch_amount(value: float, unit: str, digits: int = SHOWN_DIGITS) -> str:
    """A number with its unit; KeyError for a unit without Dutch words.

    >>> dutch_amount(0.37, "share"), dutch_amount(1, "week"), dutch_amount(4.2, "week")
    ('37 %', '1 week', '4,2 weken')
    """
    words = UNIT_WORDS[unit]
    text = dutch_number(_PERCENT * value if words.is_share else value, digits)
    return f"{text} {words.one if text == '1' else words.many}"


def dutch_amount_range(low: float, high: float, unit: str, digits: int = SHOWN_DIGITS) -> str:
    """Two bounds with their unit, once.

    >>> dutch_amount_range(0.3, 0.42, "share")
    '30 tot 42 %'
    """
    words = UNIT_WORDS[unit]
    scale = _PERCENT if words.is_share else 1
    text = dutch_range(scale * low, scale * high, digits)
    return f"{text} {words.one if text == '1' else words.many}"
