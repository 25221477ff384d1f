"""Tasks that are central, local or another's: a closed list, so that koersen can be compared."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final, Literal

Task = Literal[
    "front_door",
    "casework",
    "case_direction",
    "decisions",
    "outreach",
    "prevention",
    "informal_networks",
    "collective_provisions",
    "contracts",
    "monitoring",
    "training",
]

TASKS: Final[Mapping[Task, str]] = MappingProxyType(
    {
        "front_door": "voordeur: vragen ontvangen en verdelen",
        "casework": "hulp aan huishoudens",
        "case_direction": "regie over hulp van meer partijen",
        "decisions": "beschikkingen",
        "outreach": "outreachend werken",
        "prevention": "preventie en vroegsignalering",
        "informal_networks": "informele netwerken en burenhulp",
        "collective_provisions": "collectieve voorzieningen",
        "contracts": "contracten met aanbieders",
        "monitoring": "cijfers en verantwoording",
        "training": "scholing en intervisie",
    }
)
