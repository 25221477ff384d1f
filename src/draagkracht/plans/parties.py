"""Who may have to agree, pay or act: a closed list."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final, Literal

Party = Literal[
    "municipality",
    "team",
    "provider",
    "partner",
    "housing_corporation",
    "health_insurer",
    "works_council",
    "residents",
]

PARTIES: Final[Mapping[Party, str]] = MappingProxyType(
    {
        "municipality": "gemeente",
        "team": "wijkteam",
        "provider": "moederorganisatie van het team",
        "partner": "gespecialiseerde partner",
        "housing_corporation": "woningcorporatie",
        "health_insurer": "zorgverzekeraar",
        "works_council": "ondernemingsraad",
        "residents": "inwoners",
    }
)
