"""A change story: what a place changed, what a page says came of it, and what nobody knows."""

import datetime as dt
from collections import Counter
from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import Final, Literal

from pydantic import Field

from draagkracht.documents.document import Document, Part, Wording
from draagkracht.documents.error import STEP
from draagkracht.documents.errors import DoubleName, EmptyValue, Inconsistent
from draagkracht.plans.intervention import Colour

Theme = Literal[
    "front_door",
    "chain",
    "administration",
    "debts",
    "informal_help",
    "workload",
    "steering",
    "prevention",
]

# What the founding documents are about, in the order in which pages name it.
THEMES: Final[Mapping[Theme, str]] = MappingProxyType(
    {
        "front_door": "voordeur",
        "chain": "samenwerken in de keten",
        "administration": "administratie en regels",
        "debts": "armoede en schulden",
        "informal_help": "informele hulp",
        "workload": "werkdruk en team",
        "steering": "sturen op cijfers",
        "prevention": "preventie en outreach",
    }
)


class Page(Part):
    """A page that a story rests on: which source, and where in it.

    `reported_by` is the source in which it was read when that is not the source itself.
    """

    source: str = Field(min_length=1)
    at: str = Field(min_length=1)
    reported_by: str | None = None


class Story(Document):
    """A story from practice; its name is the name of its file. Nothing computes with it.

    `told` is what the pages say came of the change, `unknown` what they do not tell: no story is
    without. `colours` has the main one first. `cards` are names in the menu. `place` is left out
    where no page names it. `seen` is "reported" as soon as one page was read second-hand.
    """

    label: Wording
    colours: tuple[Colour, ...] = Field(min_length=1)
    theme: Theme
    cards: tuple[str, ...] = Field(min_length=1)
    place: str | None = Field(default=None, min_length=1)
    year: int = Field(ge=1990, le=2100)
    situation: Wording
    change: Wording
    told: Wording
    unknown: Wording
    seen: Literal["here", "reported"]
    checked: dt.date
    pages: tuple[Page, ...] = Field(alias="page", min_length=1)

    @property
    def sources(self) -> frozenset[str]:
        """Ids of all sources that the story rests on."""
        named = [name for page in self.pages for name in (page.source, page.reported_by)]
        return frozenset(name for name in named if name is not None)

    def check(self) -> None:
        """Refuse an empty text, doubled names, and a `seen` that the pages contradict."""
        for place in ("label", "situation", "change", "told", "unknown"):
            words: Wording = getattr(self, place)
            if not words.nl.strip():
                raise EmptyValue(place=f"{place}{STEP}nl")
        _refuse_doubled(self.colours, what="kleur", place="colours")
        _refuse_doubled(self.cards, what="kaart", place="cards")
        _refuse_doubled([page.source for page in self.pages], what="bron", place="page")
        second_hand = any(page.reported_by is not None for page in self.pages)
        if second_hand and self.seen == "here":
            raise Inconsistent(
                what="Een bron van dit verhaal is via een ander gelezen.",
                remedy='Schrijf: seen = "reported".',
                place="seen",
            )
        if not second_hand and self.seen == "reported":
            raise Inconsistent(
                what="Dit verhaal is via een ander gelezen, maar er staat niet bij via wie.",
                remedy="Noem bij page de bron die u wel las: reported_by.",
                place="seen",
            )


def _refuse_doubled(names: Sequence[str], *, what: str, place: str) -> None:
    twice = [name for name, count in Counter(names).items() if count > 1]
    if twice:
        raise DoubleName(what=what, name=twice[0], place=place)
