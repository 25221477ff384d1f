"""The closed list of what parties can move: a card acts on a lever or it does not act at all."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

import numpy as np


@dataclass(frozen=True, slots=True)
class Lever:
    """One quantity that a koers may set, per team and week.

    `today` is a number where the lever stands for a change against now; where it is None the
    value of today is the figure that carries the lever's own name.
    """

    name: str
    unit: str
    label_nl: str
    low: float
    high: float
    today: float | None = None


def _lever(
    name: str, unit: str, label_nl: str, bounds: tuple[float, float], today: float | None = None
) -> Lever:
    return Lever(name, unit, label_nl, bounds[0], bounds[1], today)


# Order is the order of the kernel's columns; a new lever goes to the end of its group.
_ALL: Final = (
    _lever("access.request_factor", "ratio", "Vragen ten opzichte van nu", (0.5, 1.4), 1.0),
    _lever("access.diverted_share", "share", "Enkelvoudige vragen naar een loket", (0, 1), 0.0),
    _lever("access.missed_multiple", "share", "Samengestelde vragen die het loket mist", (0, 1)),
    _lever("access.desk_hours", "hour", "Uren per vraag aan het loket", (0, 20)),
    _lever("access.answered_at_once_single", "share", "Enkelvoudige vragen direct klaar", (0, 1)),
    _lever("access.decision_share", "share", "Vragen met een beschikking vooraf", (0, 1)),
    _lever("access.decision_delay", "week", "Wachttijd op een beschikking", (0, 52)),
    _lever("waiting.starts_for_single", "share", "Starts voor enkelvoudige vragen", (0, 1)),
    _lever("casework.caseload_cap", "case/fte", "Hoogste gewogen caseload per fte", (1, 200)),
    _lever("casework.holding_hours", "hour/case/week", "Uren om een zaak open te houden", (0, 5)),
    _lever("casework.hours_factor", "ratio", "Uren per nieuwe zaak, nu = 1", (0.2, 5), 1.0),
    _lever(
        "casework.request_factor_after_closing", "ratio", "Vragen in het jaar na afsluiten", (1, 3)
    ),
    _lever("casework.follow_up_hours", "hour/case", "Nazorg per afgesloten zaak", (0, 40), 0.0),
    _lever("casework.recovery_factor", "ratio", "Herstel door hulp, nu = 1", (0.2, 3), 1.0),
    _lever("partners.referral_factor", "ratio", "Zaken met een partner, nu = 1", (0, 3), 1.0),
    _lever("partners.time_factor", "ratio", "Wachttijd bij partners, nu = 1", (0, 5), 1.0),
    _lever("prevention.protected", "share", "Preventie die niet mag wijken", (0, 1), 0.0),
    _lever("team.administration_share", "share", "Werktijd aan registratie", (0, 0.9)),
    _lever("team.meeting_share", "share", "Werktijd aan overleg en scholing", (0, 0.9)),
    _lever("team.overhead_share", "share", "Werktijd aan overhead", (0, 0.9)),
    _lever("team.prevention_share", "share", "Werktijd aan preventie", (0, 0.9)),
    _lever("team.card_hours", "hour/week", "Uren die kaarten van een team vragen", (0, 1e5), 0.0),
    _lever("team.fte_factor", "ratio", "Formatie ten opzichte van nu", (0, 5), 1.0),
    _lever("team.capacity_factor", "ratio", "Uren die een fte oplevert, nu = 1", (0, 1.5), 1.0),
    _lever("organisation.pooled_share", "share", "Uren die teams met elkaar delen", (0, 1), 0.0),
    _lever("organisation.pooling_loss", "share", "Verlies bij het delen van uren", (0, 1)),
    _lever("staff.absence_factor", "ratio", "Kans op ziekmelding, nu = 1", (0, 5), 1.0),
    _lever("staff.departure_factor", "ratio", "Kans op vertrek, nu = 1", (0, 5), 1.0),
    _lever("staff.vacancy_factor", "ratio", "Tijd om een plek te vullen, nu = 1", (0, 5), 1.0),
    _lever("staff.strain_factor", "ratio", "Spanning bij dezelfde druk, nu = 1", (0, 3), 1.0),
    _lever(
        "helpers.recruitment",
        "person/1000 resident/year",
        "Nieuwe vrijwilligers naast het team",
        (0, 50),
        0.0,
    ),
    _lever("helpers.give_back_share", "share", "Wie hersteld is en gaat helpen", (0, 1), 0.0),
    _lever("helpers.effect", "ratio", "Teamuren per uur van een vrijwilliger", (0, 2)),
    _lever("helpers.coordinator_hours", "hour/week", "Begeleiding per vrijwilliger", (0, 5)),
    _lever("circles.number", "circle/1000 resident", "Kringen van inwoners", (0, 20), 0.0),
    _lever("circles.effect", "ratio", "Extra herstel van wie in een kring zit", (0, 2)),
    _lever(
        "residents.card_hours", "hour/week", "Uren die kaarten van inwoners vragen", (0, 1e6), 0.0
    ),
)

LEVERS: Final[Mapping[str, Lever]] = MappingProxyType({lever.name: lever for lever in _ALL})
LEVER_NAMES: Final[tuple[str, ...]] = tuple(LEVERS)


# One record a week: the kernel reads `lever.casework_caseload_cap`.
LEVER: Final = np.dtype([(name.replace(".", "_"), "f8") for name in LEVER_NAMES])
