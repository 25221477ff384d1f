"""What makes the kernel neutral to a part of the model: the figures at which it does nothing."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from types import MappingProxyType
from typing import Final

import numpy as np

from draagkracht.model.kinds import TO_PARTNER, TO_TEAM
from reference.small_town import SmallTown

NEUTRAL_FIGURES: Final[Mapping[str, Mapping[str, float]]] = MappingProxyType(
    {
        "growth": {},
        "escalation": {"escalation_rate_first": 0.0, "escalation_rate_later": 0.0},
        "harm of giving up": {
            "vulnerable_after_giving_up": 0.0,
            "request_factor_after_giving_up": 1.0,
        },
        "crowding out": {"crowding_slope": 0.0},
        "overtime": {"overtime_slope": 0.0},
        "partners": {},
        "cutting corners": {"cutting_exponent": 0.0, "quality_exponent": 0.0},
        "staff": {
            "short_rate": 0.0,
            "long_rate": 0.0,
            "departure_rate": 0.0,
            "vacancy_length": 0.0,
            "onboarding": 0.0,
        },
        "strain": {"strain_hazard_ratio": 1.0, "departure_strain": 0.0},
        "prevention": {"prevention_most": 0.0, "outreach_effect": 0.0},
        "helping": {},
        "pooling": {},
    }
)
NEUTRAL_LEVERS: Final[Mapping[str, tuple[str, ...]]] = MappingProxyType(
    {
        "helping": ("helpers_recruitment", "helpers_give_back_share", "circles_number"),
        "pooling": ("organisation_pooled_share",),
    }
)


def neutral(town: SmallTown, parts: Iterable[str]) -> SmallTown:
    """The town with parts of the model made neutral: levers at 0, figures that do nothing."""
    for part in parts:
        levers = NEUTRAL_LEVERS.get(part, ())
        town = replace(
            town,
            figures={**town.figures, **NEUTRAL_FIGURES[part]},
            levers={**town.levers, **dict.fromkeys(levers, 0.0)},
            changes=tuple(change for change in town.changes if change[1] not in levers),
        )
        if part == "growth":
            kept = tuple(shock for shock in town.shocks if shock[2] != "growth")
            town = replace(town, growth=0.0, shocks=kept)
        if part == "partners":
            routes = np.where(town.routes == TO_PARTNER, TO_TEAM, town.routes)
            town = replace(town, partner_chance=(0.0, 0.0, 0.0), routes=routes)
    return town
