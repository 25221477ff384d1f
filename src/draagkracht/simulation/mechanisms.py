"""The mechanisms of the model, each with the figures at which it does nothing.

Switching one off answers the question that a rank correlation cannot: what does this part do to
the outcome? The run-in is solved anew without it, so both futures begin from the same today.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

from draagkracht.documents.errors import UnknownName
from draagkracht.documents.nearest import nearest
from draagkracht.model.kinds import KINDS


@dataclass(frozen=True, slots=True)
class Mechanism:
    """A part of the model that can be switched off; `code` is its place in the model's page."""

    name: str
    code: str
    label_nl: str
    neutral: Mapping[str, float]


def _mechanism(name: str, code: str, label_nl: str, neutral: Mapping[str, float]) -> Mechanism:
    return Mechanism(name, code, label_nl, MappingProxyType(dict(neutral)))


_ALL: Final = (
    _mechanism("growth", "M1", "groei van kwetsbaarheid", {"households.growth": 0.0}),
    _mechanism(
        "recurrence",
        "M2",
        "meer vragen na afsluiten",
        {"casework.request_factor_after_closing": 1.0},
    ),
    _mechanism(
        "answers_at_once",
        "M3",
        "direct antwoord bij de voordeur",
        {"access.answered_at_once_single": 0.0, "access.answered_at_once_multiple": 0.0},
    ),
    _mechanism("formal_decision", "M3", "beschikking vooraf", {"access.decision_delay": 0.0}),
    _mechanism(
        "settling",
        "M4",
        "zelf oplossen tijdens het wachten",
        {"waiting.settle_rate_first": 0.0, "waiting.settle_rate_later": 0.0},
    ),
    _mechanism(
        "escalation",
        "M4",
        "verergeren tijdens het wachten",
        {"waiting.escalation_rate_first": 0.0, "waiting.escalation_rate_later": 0.0},
    ),
    _mechanism(
        "harm_of_giving_up",
        "M4",
        "schade van afhaken",
        {"waiting.vulnerable_after_giving_up": 0.0, "waiting.request_factor_after_giving_up": 1.0},
    ),
    _mechanism(
        "starts_for_single", "M4", "starts voor enkelvoudig", {"waiting.starts_for_single": 0.0}
    ),
    _mechanism(
        "contact_while_waiting", "M4", "contact met wachtenden", {"waiting.contact_hours": 0.0}
    ),
    _mechanism("holding", "M5", "uren om zaken open te houden", {"casework.holding_hours": 0.0}),
    _mechanism(
        "partners",
        "M6",
        "wachten op partners",
        {f"partners.chance_{kind}": 0.0 for kind in KINDS},
    ),
    _mechanism(
        "cutting_corners", "M7", "minder uren per zaak", {"responses.cutting_exponent": 0.0}
    ),
    _mechanism("overtime", "M7", "overwerk", {"responses.overtime_slope": 0.0}),
    _mechanism("crowding_out", "M7", "preventie die wijkt", {"responses.crowding_slope": 0.0}),
    _mechanism("quality", "M7", "herstel naar kwaliteit", {"casework.quality_exponent": 0.0}),
    _mechanism("prevention", "M8", "wat preventie voorkomt", {"prevention.max_effect": 0.0}),
    _mechanism("outreach", "M8", "vragen door outreach", {"prevention.outreach_effect": 0.0}),
    _mechanism(
        "helpers",
        "M9",
        "vrijwilligers en kringen",
        {
            "helpers.effect": 0.0,
            "helpers.coordinator_hours": 0.0,
            "circles.effect": 0.0,
            "circles.coach_hours": 0.0,
        },
    ),
    _mechanism(
        "strain_on_absence", "M10", "verzuim door spanning", {"staff.strain_hazard_ratio": 1.0}
    ),
    _mechanism("absence", "M10", "verzuim", {"team.absence": 0.0, "staff.short_spells": 0.0}),
    _mechanism(
        "strain_on_leaving", "M11", "vertrek door spanning", {"staff.departure_strain": 0.0}
    ),
    _mechanism(
        "leaving", "M11", "vertrek en vacatures", {"team.vacancies": 0.0, "staff.departure": 0.0}
    ),
    _mechanism(
        "money", "M12", "prijzen", {"money.fte": 0.0, "money.helper": 0.0, "money.referral": 0.0}
    ),
    _mechanism("pooling_loss", "M13", "verlies bij delen", {"organisation.pooling_loss": 0.0}),
)

MECHANISMS: Final[Mapping[str, Mechanism]] = MappingProxyType({m.name: m for m in _ALL})


def neutral_figures(without: Sequence[str]) -> dict[str, float]:
    """Figures at the values at which these mechanisms do nothing. Raises: UnknownName.

    >>> neutral_figures(["holding"])
    {'casework.holding_hours': 0.0}
    """
    found: dict[str, float] = {}
    for name in without:
        if name not in MECHANISMS:
            raise UnknownName(
                what="mechanisme",
                name=name,
                nearest=nearest(name, MECHANISMS),
                known=tuple(MECHANISMS),
            )
        found.update(MECHANISMS[name].neutral)
    return found
