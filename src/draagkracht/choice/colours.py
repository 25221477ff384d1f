"""The balance of a koers over the four colours, and what the colours it misses would add.

A card counts 1 for its main colour and a half for each other colour it has. A koers is questioned
when all its cards have the same main colour, whatever else they touch.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final, get_args

from draagkracht.language.colours import COLOUR_MEANINGS, COLOUR_WORDS
from draagkracht.language.numbers import dutch_number
from draagkracht.language.sentences import listed
from draagkracht.plans.intervention import Colour, Intervention
from draagkracht.plans.menu import Menu
from draagkracht.plans.plan import Plan

COLOURS: Final[tuple[Colour, ...]] = get_args(Colour)
_MAIN: Final = 1.0
_OTHER: Final = 0.5
_NAMED: Final = 3  # cards that a sentence names


@dataclass(frozen=True, slots=True)
class ColourMissed:
    """A colour that no card of the koers has, and the cards that would bring it."""

    colour: Colour
    cards: tuple[str, ...]  # names
    sentence: str


@dataclass(frozen=True)
class ColourBalance:
    """How many of the cards each colour has, what is missing, and a question where there is one."""

    koers: str
    label: str
    cards: int
    counts: Mapping[Colour, float]
    missed: tuple[ColourMissed, ...]
    sentence: str
    question: str  # empty where the koers has more than one colour, or no cards

    def as_json(self) -> dict[str, object]:
        """Plain names and values."""
        fields: dict[str, object] = {
            "koers": self.koers,
            "counts": dict(self.counts),
            "missed": [{"colour": each.colour, "cards": list(each.cards)} for each in self.missed],
            "cards": self.cards,
            "sentence": self.sentence,
        }
        return {**fields, "question": self.question} if self.question else fields


def colour_balance(plan: Plan, menu: Menu) -> ColourBalance:
    """The colours of the cards that a koers lays, and what others would add.

    A card with intensity 0 does not lie on the table; one that lies twice, for different teams,
    counts once. A koers is questioned when all its cards have one main colour.

    Raises: UnknownName for a card that is not in the menu.

    >>> from draagkracht.plans.menu import read_menu
    >>> from draagkracht.plans.reading import read_plan
    >>> menu = read_menu()
    >>> colour_balance(read_plan("doorgaan_zoals_nu", menu), menu).sentence
    'In deze koers liggen geen kaarten.'
    """
    names = list(dict.fromkeys(card.name for card in plan.cards if card.intensity > 0))
    laid = [menu.card(name) for name in names]
    counts = {colour: sum(_weight(card, colour) for card in laid) for colour in COLOURS}
    missed = tuple(_missed(colour, names, menu) for colour in COLOURS if not counts[colour])
    return ColourBalance(
        koers=plan.name,
        label=plan.label.nl,
        cards=len(laid),
        counts=MappingProxyType(counts),
        missed=missed if laid else (),
        sentence=_sentence(counts, len(laid)),
        question=_question(laid),
    )


def _weight(card: Intervention, colour: Colour) -> float:
    if colour == card.colours[0]:
        return _MAIN
    return _OTHER if colour in card.colours else 0.0


def _missed(colour: Colour, laid: Sequence[str], menu: Menu) -> ColourMissed:
    """Cards of a colour, the main ones first, then by grade of evidence and name."""
    found = [
        (card.colours[0] != colour, card.grade, name)
        for name, card in menu.cards.items()
        if colour in card.colours and name not in laid
    ]
    names = tuple(name for _, _, name in sorted(found))
    word, meaning = COLOUR_WORDS[colour].capitalize(), COLOUR_MEANINGS[colour]
    if not names:
        return ColourMissed(colour, (), f"{word} ontbreekt ({meaning}). Het menu heeft er geen.")
    labels = [f"‘{menu.card(name).label.nl}’" for name in names[:_NAMED]]
    return ColourMissed(
        colour, names, f"{word} ontbreekt ({meaning}). Dat geven bijvoorbeeld: {listed(labels)}."
    )


def _sentence(counts: Mapping[Colour, float], cards: int) -> str:
    if not cards:
        return "In deze koers liggen geen kaarten."
    there = [
        f"{COLOUR_WORDS[colour]} {dutch_number(count)}" for colour, count in counts.items() if count
    ]
    absent = [COLOUR_WORDS[colour] for colour, count in counts.items() if not count]
    noun = "kaart" if cards == 1 else "kaarten"
    verb = "ontbreekt" if len(absent) == 1 else "ontbreken"
    rest = f"; {listed(absent)} {verb}" if absent else ""
    return f"{cards} {noun}: {listed(there)}{rest}."


def _question(laid: Sequence[Intervention]) -> str:
    main = {card.colours[0] for card in laid}
    if len(main) != 1:
        return ""
    (colour,) = main
    return (
        f"Alle kaarten van deze koers zijn vooral {COLOUR_WORDS[colour]} "
        f"({COLOUR_MEANINGS[colour]}). Wie kijkt er naar de andere kanten van het probleem?"
    )
