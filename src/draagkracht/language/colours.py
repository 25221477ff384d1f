"""The four colours of the menu in Dutch: each a word and a shape, so that it is never colour alone.

They come from the founding documents: blue orders and improves the support, red brings cohesion
and faster decisions, yellow works from the intention, green in the chain with the vulnerable
person and the network around that person.
"""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

# In the order in which pages name them.
COLOUR_WORDS: Final[Mapping[str, str]] = MappingProxyType(
    {"blue": "blauw", "red": "rood", "yellow": "geel", "green": "groen"}
)
# Printed in black and white, or read by who sees no colour, the shape still tells.
COLOUR_SHAPES: Final[Mapping[str, str]] = MappingProxyType(
    {"blue": "■", "red": "▲", "yellow": "●", "green": "◆"}
)
COLOUR_MEANINGS: Final[Mapping[str, str]] = MappingProxyType(
    {
        "blue": "hulp ordenen en verbeteren",
        "red": "samenhang en sneller besluiten",
        "yellow": "werken vanuit de bedoeling",
        "green": "werken in de keten, met de kwetsbare inwoner",
    }
)


def colour_mark(colour: str) -> str:
    """Shape and word together.

    >>> colour_mark("red")
    '▲ rood'
    """
    return f"{COLOUR_SHAPES[colour]} {COLOUR_WORDS[colour]}"
