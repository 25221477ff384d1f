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

# What a finding does to the case for a card; a good one needs no more words.
WEIGHED_WORDS: Final[Mapping[Direction, str]] = {
    "positive": "",
    "none": "Het onderzoek is geen argument voor deze kaart.",
    "negative": "Het onderzoek is een argument tegen deze kaart.",
    "mixed": "Het onderzoek is een argument voor en tegen deze kaart.",
    "unknown": "Het onderzoek pleit niet voor en niet tegen deze kaart.",
}

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


def found_by(grade: str, direction: Direction) -> str:
    """As `evidence_direction`, beside the words of its grade; of E those say it all.

    >>> found_by("E", "unknown"), found_by("C", "unknown")
    ('', 'wat het uithaalt, is niet gemeten')
    """
    return "" if grade == "E" else evidence_direction(grade, direction)


def weighed(grade: str, direction: Direction) -> str:
    """What the evidence does to the case for a card; nothing where it speaks for it.

    >>> weighed("B", "none")
    'Het onderzoek is geen argument voor deze kaart.'
    """
    if grade == "E":
        return "Er is geen onderzoek dat voor of tegen deze kaart pleit."
    return WEIGHED_WORDS[direction]
