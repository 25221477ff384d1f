"""Turns of phrase that several errors share."""

from collections.abc import Sequence
from typing import Final

NAMES_SHOWN: Final = 12


def one_of(names: Sequence[str]) -> str:
    """Known names as a short Dutch list: an error of forty names helps nobody.

    >>> one_of(["fte", "label", "name"])
    'Toegestaan: fte, label, name.'
    """
    shown = ", ".join(names[:NAMES_SHOWN])
    rest = len(names) - NAMES_SHOWN
    return f"Toegestaan: {shown} en nog {rest} andere." if rest > 0 else f"Toegestaan: {shown}."


def meant(nearest: str | None, known: Sequence[str]) -> str:
    """The nearest name as a question, else the names there are.

    >>> meant("fte", ["fte", "label"])
    'Bedoelt u "fte"?'
    """
    if nearest is not None:
        return f'Bedoelt u "{nearest}"?'
    return one_of(known) if known else "Haal deze naam weg."


def plain(number: float) -> str:
    """A number as it stands in the file, so that the reader finds it there again.

    >>> plain(14.0), plain(-0.5)
    ('14', '-0.5')
    """
    return str(int(number)) if number == int(number) and abs(number) < 1e15 else repr(number)
