"""The closed list of what a run reports: name, unit, and for whom it is told."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final, Literal

from draagkracht.model.kinds import KINDS, TASKS


@dataclass(frozen=True, slots=True)
class Measure:
    """One outcome. `better` is the direction that residents and teams would want, if any.

    `parts` are the kinds of request or tasks of prevention that it is also told for.
    """

    name: str
    unit: str
    label_nl: str
    parts: tuple[str, ...]
    by_wijk: bool
    better: Literal["lower", "higher"] | None


def _measure(
    name: str,
    unit: str,
    label_nl: str,
    better: Literal["lower", "higher"] | None,
    *,
    parts: tuple[str, ...] = (),
    by_wijk: bool = False,
) -> Measure:
    return Measure(name, unit, label_nl, parts, by_wijk, better)


_YEARLY: Final = "1/1000 household/year"

_ALL: Final = (
    _measure("requests", "1/year", "Vragen", None, parts=KINDS, by_wijk=True),
    _measure("waiting_time", "week", "Wachttijd", "lower", parts=KINDS, by_wijk=True),
    _measure(
        "waiting_time_p90", "week", "Wachttijd van 9 op de 10", "lower", parts=KINDS, by_wijk=True
    ),
    _measure("waiting_list", "household", "Wachtlijst", "lower", parts=KINDS, by_wijk=True),
    _measure("given_up", _YEARLY, "Afgehaakt", "lower", parts=KINDS, by_wijk=True),
    _measure("escalated", _YEARLY, "Verergerd bij wachten", "lower", parts=KINDS, by_wijk=True),
    _measure("crisis_requests", _YEARLY, "Crisisvragen", "lower", by_wijk=True),
    _measure("open_cases_per_fte", "case/fte", "Open zaken per fte", None),
    _measure("lead_time", "week", "Doorlooptijd", None, parts=KINDS),
    _measure("pressure", "ratio", "Werkdruk", "lower"),
    _measure("direct_share", "share", "Tijd voor inwoners", "higher"),
    _measure("administration_share", "share", "Tijd aan registratie", "lower"),
    _measure("meeting_share", "share", "Tijd aan overleg en scholing", None),
    _measure("overhead_share", "share", "Tijd aan overhead", "lower"),
    _measure("prevention_share", "share", "Tijd aan preventie", "higher"),
    _measure("tasks_undone", "share", "Preventie die blijft liggen", "lower", parts=TASKS),
    _measure("strain", "share", "Spanning in het team", "lower"),
    _measure("absence", "share", "Verzuim", "lower"),
    _measure("vacancies", "share", "Vacatures", "lower"),
    _measure("departures", "fte/year", "Vertrek", "lower"),
    _measure("vulnerable_households", "share", "Kwetsbare huishoudens", "lower", by_wijk=True),
    _measure("recovered", _YEARLY, "Weer op eigen benen", "higher", by_wijk=True),
    _measure("recurrence", "share", "Vragen binnen een jaar na afsluiten", "lower", by_wijk=True),
    _measure(
        "helped_per_100_vulnerable",
        "1/100 household/year",
        "Hulp per 100 kwetsbare huishoudens",
        "higher",
        by_wijk=True,
    ),
    _measure("referrals", _YEARLY, "Naar een partner", None, by_wijk=True),
    _measure("helpers_active", "person", "Vrijwilligers erbij", None),
    _measure("helper_hours", "hour/week", "Uren van vrijwilligers", None),
    _measure("resident_hours_asked", "hour/week", "Uren gevraagd van inwoners", "lower"),
    _measure("costs", "euro/year", "Kosten voor de gemeente", "lower"),
    _measure("hours_balance", "hour/year", "Uren terug ten opzichte van nu", "higher"),
    _measure("euro_balance", "euro/year", "Euro terug ten opzichte van nu", "higher"),
)

MEASURES: Final[Mapping[str, Measure]] = MappingProxyType({m.name: m for m in _ALL})
