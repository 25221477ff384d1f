"""Dutch words for what a card says of itself: colour, direction, nearness and limits."""

from collections.abc import Mapping
from typing import Final

from draagkracht.plans.intervention import Colour, Direction, Directness, Limit

COLOUR_WORDS: Final[Mapping[Colour, str]] = {
    "blue": "blauw: ordenen en verbeteren",
    "red": "rood: samenhang en sneller besluiten",
    "yellow": "geel: werken vanuit de bedoeling",
    "green": "groen: werken in de keten met de inwoner",
}

DIRECTION_WORDS: Final[Mapping[Direction, str]] = {
    "positive": "het onderzoek wijst op een gunstig effect",
    "none": "het onderzoek vindt geen effect",
    "negative": "het onderzoek wijst op een ongunstig effect",
    "mixed": "het onderzoek wijst twee kanten op",
    "unknown": "wat het uithaalt, is niet gemeten",
}
NOTHING_FOUND: Final = "geen onderzoek naar het effect gevonden"
WELL_STUDIED_NOTHING: Final = "goed onderzocht: geen effect"

DIRECTNESS_WORDS: Final[Mapping[Directness, str]] = {
    "this_work": "onderzocht in ditzelfde werk",
    "near": "onderzocht in werk dat erop lijkt",
    "far": "onderzocht in ander werk",
}

LIMIT_WORDS: Final[Mapping[Limit, str]] = {
    "selection": "zonder loting",
    "vendor": "onderzocht door wie het verkoopt",
    "small": "weinig gevallen",
    "old": "ouder onderzoek",
}


def evidence_direction(grade: str, direction: Direction) -> str:
    """What the evidence says, in words; a null result that is well studied says so.

    >>> evidence_direction("A", "none"), evidence_direction("E", "positive")
    ('goed onderzocht: geen effect', 'geen onderzoek naar het effect gevonden')
    """
    if grade == "E":
        return NOTHING_FOUND
    if grade == "A" and direction == "none":
        return WELL_STUDIED_NOTHING
    return DIRECTION_WORDS[direction]
