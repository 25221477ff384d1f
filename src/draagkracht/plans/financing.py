"""Who pays for a koers, and out of what: structural from a budget, once from a reserve by name."""

from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import Final, Literal

from pydantic import Field

from draagkracht.documents.document import Part, Wording
from draagkracht.documents.error import STEP
from draagkracht.documents.errors import DoubleName, EmptyValue, Inconsistent, MissingKey
from draagkracht.plans.parties import Party

Nature = Literal["structural", "one_off"]

NATURE_WORDS: Final[Mapping[Nature, str]] = MappingProxyType(
    {"structural": "elk jaar", "one_off": "eenmalig"}
)


class Financing(Part):
    """What one party pays, every year or once. Money that is spent once needs a reserve by name.

    Money that comes back every year cannot come out of a reserve: one day that is empty.
    """

    party: Party
    nature: Nature
    what: Wording
    reserve: str | None = Field(default=None, min_length=1)


def check_financing(financing: Sequence[Financing]) -> None:
    """Refuse a row twice, a one-off without a reserve, and a reserve that must last for ever.

    Raises: DoubleName, MissingKey, EmptyValue, Inconsistent; each with its place.
    """
    seen: set[tuple[str, str]] = set()
    for number, row in enumerate(financing, start=1):
        place = f"financing {number}"
        if (row.party, row.nature) in seen:
            raise DoubleName(what="financiering", name=f"{row.party}, {row.nature}", place=place)
        seen.add((row.party, row.nature))
        if not row.what.nl.strip():
            raise EmptyValue(place=f"{place}{STEP}what.nl")
        if row.reserve is not None and not row.reserve.strip():
            raise EmptyValue(place=f"{place}{STEP}reserve")
        if row.nature == "one_off" and row.reserve is None:
            raise MissingKey(key="reserve", place=place)
        if row.nature == "structural" and row.reserve is not None:
            raise Inconsistent(
                what="Wat elk jaar terugkomt, kan niet uit een reserve: die raakt leeg.",
                remedy='Haal "reserve" weg, of maak de kosten eenmalig ("one_off").',
                place=f"{place}{STEP}reserve",
            )
