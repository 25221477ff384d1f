"""What someone means by a colour, a theme or a card that stories are asked for."""

from collections.abc import Mapping
from typing import TypeVar

from draagkracht.documents.errors import UnknownName
from draagkracht.documents.nearest import nearest
from draagkracht.language.colours import COLOUR_WORDS
from draagkracht.plans.menu import Menu
from draagkracht.plans.story import THEMES

K = TypeVar("K", bound=str)


def asked_colour(text: str) -> str:
    """The colour of a Dutch or English word. Raises: UnknownName.

    >>> asked_colour("Groen"), asked_colour("green")
    ('green', 'green')
    """
    return _asked(text, COLOUR_WORDS, what="kleur", place="--colour")


def asked_theme(text: str) -> str:
    """The theme of a Dutch label, its first letters, or its name in a file. Raises: UnknownName.

    >>> asked_theme("armoede"), asked_theme("debts")
    ('debts', 'debts')
    """
    return _asked(text, THEMES, what="thema", place="--theme")


def asked_card(text: str, menu: Menu) -> str:
    """The name of the card of this name or code. Raises: UnknownName."""
    codes = {card.code.casefold(): name for name, card in menu.cards.items()}
    name = codes.get(text.casefold(), text)
    if name not in menu.cards:
        raise UnknownName(
            what="kaart",
            name=text,
            nearest=nearest(text, menu.cards),
            known=tuple(sorted(menu.cards)),
            place="--card",
        )
    return name


def _asked(text: str, known: Mapping[K, str], *, what: str, place: str) -> K:
    """The key whose name or label this is, or the only one whose label begins so."""
    asked = text.casefold().strip()
    exact = [key for key, label in known.items() if asked in (key.casefold(), label.casefold())]
    begun = [key for key, label in known.items() if asked and label.casefold().startswith(asked)]
    if exact:
        return exact[0]
    if len(begun) == 1:
        return begun[0]
    labels = tuple(known.values())
    raise UnknownName(
        what=what, name=text, nearest=nearest(text, labels), known=labels, place=place
    )
