"""What stands out in a town: figures far from typical, or that contradict each other.

Nothing here refuses a town: a real town may be unlike any other. What is typical are figures of
the catalogue; a value is far off when it lies more than a factor `FAR` outside p10–p90.
"""

import datetime as dt
from collections.abc import Iterator
from typing import Final

from draagkracht.evidence.catalogue import Catalogue
from draagkracht.evidence.figure import Figure
from draagkracht.language.numbers import dutch_number, dutch_range, dutch_share
from draagkracht.language.units import dutch_amount_range
from draagkracht.town.consistency import WEEKS_A_YEAR, contradictions
from draagkracht.town.observed import OBSERVED_SCALES, ObservedFigure
from draagkracht.town.oddity import Oddity
from draagkracht.town.place import Place, places
from draagkracht.town.slips import slips
from draagkracht.town.town import Town

FAR: Final = 1.5

_PER_FTE: Final[tuple[tuple[ObservedFigure, str, str], ...]] = (
    ("open_cases", "observed.open_cases_per_fte", "open zaken per fte"),
    ("requests_per_year", "observed.requests_per_fte", "vragen per fte per jaar"),
    ("waiting_list", "observed.waiting_per_fte", "wachtende huishoudens per fte"),
)
_SHARES: Final[tuple[tuple[ObservedFigure, str], ...]] = (
    ("absence", "team.absence"),
    ("vacancies", "team.vacancies"),
    ("administration_share", "team.administration_share"),
    ("vulnerable_share", "households.vulnerable_share"),
)


def oddities(town: Town, catalogue: Catalogue, *, today: dt.date) -> tuple[Oddity, ...]:
    """All that stands out; slips of the pen first, then towns, teams, wijken and dates.

    `today` serves only to mark observations that are old or lie ahead.

    Raises: UnknownName when the catalogue lacks a typical figure.
    """
    unusual = [
        oddity
        for place in places(town)
        for search in (_rates, _shares, _waits)
        for oddity in search(place, catalogue)
    ]
    return (*slips(town), *unusual, *contradictions(town, today=today))


def _rates(place: Place, catalogue: Catalogue) -> Iterator[Oddity]:
    fte = place.value("fte")
    for figure, typical_name, words in _PER_FTE:
        # One team may well have no waiting list while its neighbour has a long one.
        value = None if figure == "waiting_list" and place.team else place.value(figure)
        if value is None or not fte:
            continue
        typical = catalogue.figure(typical_name)
        if _is_far(value / fte, typical):
            usual = dutch_range(typical.low, typical.high)
            yield Oddity(
                "far_from_typical",
                place.name,
                f"{place.label} heeft {dutch_number(value / fte)} {words}; gewoon is {usual}. "
                "Controleer het aantal, de fte en de datum.",
            )


def _shares(place: Place, catalogue: Catalogue) -> Iterator[Oddity]:
    for figure, typical_name in _SHARES:
        value = place.value(figure)
        typical = catalogue.figure(typical_name)
        if value is not None and _is_far(value, typical):
            usual = dutch_amount_range(typical.low, typical.high, "share")
            label = OBSERVED_SCALES[figure].label_nl.lower()
            yield Oddity(
                "far_from_typical",
                place.name,
                f"{place.label}: {label} is {dutch_share(value)}; gewoon is {usual}. "
                "Controleer het cijfer. Een aandeel van 7 % schrijft u als 0.07.",
            )


def _waits(place: Place, catalogue: Catalogue) -> Iterator[Oddity]:
    """A wait far from what typical lists and typical requests give, in weeks."""
    value = place.value("waiting_time")
    if value is None:
        return
    waiting = catalogue.figure("observed.waiting_per_fte")
    requests = catalogue.figure("observed.requests_per_fte")
    low = WEEKS_A_YEAR * waiting.low / requests.high
    high = WEEKS_A_YEAR * waiting.high / requests.low
    if not low / FAR <= value <= high * FAR:
        yield Oddity(
            "far_from_typical",
            place.name,
            f"{place.label} heeft een wachttijd van {dutch_number(value)} weken; gewoon is "
            f"{dutch_range(low, high)} weken. Controleer of het weken zijn.",
        )


def _is_far(value: float, typical: Figure) -> bool:
    return not typical.low / FAR <= value <= typical.high * FAR
