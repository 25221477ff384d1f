"""Observations that contradict each other, the wijken, or the calendar."""

import datetime as dt
from collections.abc import Iterator
from typing import Final

from draagkracht.language.numbers import dutch_number
from draagkracht.town.checking import WHOLE_TOWN
from draagkracht.town.observed import OBSERVED_SCALES, ObservedFigure
from draagkracht.town.oddity import Oddity
from draagkracht.town.place import Place, places
from draagkracht.town.town import Town

WEEKS_A_YEAR: Final = 52
TOLERANCE: Final = 0.05
OLD_AFTER_YEARS: Final = 2

# A list, a wait and a flow are measured in different weeks and of different kinds of requests.
LOOSE: Final = 3.0
MOST_OUT_PER_IN: Final = 1.5

# In small or new wijken CBS's rounding, and the day of counting, tell in the size of households.
SIZE_TOLERANCE: Final = 0.15
FEWEST_HOUSEHOLDS: Final = 500

# A share of the staff of a small team says something about persons.
ABOUT_STAFF: Final[tuple[ObservedFigure, ...]] = ("absence", "vacancies")
FEWEST_STAFF: Final = 10

_DIGITS: Final = 3


def contradictions(town: Town, *, today: dt.date) -> Iterator[Oddity]:
    """What cannot all be true at once, or is true of another time."""
    for place in places(town):
        yield from _formation(place)
        yield from _list_and_wait(place)
        yield from _in_and_out(place)
    yield from _residents(town)
    yield from _sums(town)
    yield from _small_teams(town)
    yield from _wijken(town)
    yield from _dates(town, today)


def _formation(place: Place) -> Iterator[Oddity]:
    observed = place.value("fte")
    teams = [team.fte for team in place.town.teams if place.team in (None, team.name)]
    if observed is not None and _differ(observed, sum(teams)):
        yield Oddity(
            "contradiction",
            place.name,
            f"{place.label}: bij de teams staat {_shown(sum(teams))} fte en bij de waarnemingen "
            f"{_shown(observed)} fte. Maak ze gelijk.",
        )


def _list_and_wait(place: Place) -> Iterator[Oddity]:
    waiting, wait = place.value("waiting_list"), place.value("waiting_time")
    requests = place.value("requests_per_year")
    if not waiting or not wait or not requests:
        return
    implied = WEEKS_A_YEAR * waiting / requests
    if not 1 / LOOSE <= implied / wait <= LOOSE:
        yield Oddity(
            "contradiction",
            place.name,
            f"{place.label}: met {_shown(waiting)} wachtenden en {_shown(requests)} vragen per "
            f"jaar wacht iemand ongeveer {dutch_number(implied)} weken, en niet "
            f"{dutch_number(wait)}. Controleer welke vragen op de lijst staan.",
        )


def _in_and_out(place: Place) -> Iterator[Oddity]:
    requests, closed = place.value("requests_per_year"), place.value("closed_per_year")
    gone = (closed or 0) + (place.value("given_up_per_year") or 0)
    if requests and closed and not 1 / LOOSE <= gone / requests <= MOST_OUT_PER_IN:
        yield Oddity(
            "contradiction",
            place.name,
            f"{place.label}: er komen {_shown(requests)} vragen per jaar binnen en "
            f"{_shown(gone)} gaan eruit. Controleer of beide over dezelfde vragen gaan.",
        )


def _residents(town: Town) -> Iterator[Oddity]:
    row = town.observation("residents", team=None)
    if row is not None and _differ(row.value, town.residents):
        yield Oddity(
            "contradiction",
            WHOLE_TOWN,
            f"De wijken hebben samen {_shown(town.residents)} inwoners en de gemeente zegt "
            f"{_shown(row.value)}. Controleer of alle wijken erin staan.",
        )


def _sums(town: Town) -> Iterator[Oddity]:
    for figure, scale in OBSERVED_SCALES.items():
        whole = town.observation(figure, team=None)
        rows = [town.observation(figure, team=team.name) for team in town.teams]
        values = [row.value for row in rows if row is not None]
        if whole is None or not values:
            continue
        complete = len(values) == len(town.teams)
        total = sum(values)
        if scale.adds_up:
            wrong = _differ(total, whole.value) if complete else total > whole.value
        else:
            wrong = complete and not min(values) <= whole.value <= max(values)
        if wrong:
            teams = (
                f"samen {_shown(total)}"
                if scale.adds_up
                else f"van {_shown(min(values))} tot {_shown(max(values))}"
            )
            yield Oddity(
                "does_not_add_up",
                WHOLE_TOWN,
                f"{scale.label_nl}: de teams geven {teams}, de hele gemeente "
                f"{_shown(whole.value)}. Controleer de datum en de afbakening.",
            )


def _small_teams(town: Town) -> Iterator[Oddity]:
    for team in town.teams:
        for figure in ABOUT_STAFF:
            if team.fte < FEWEST_STAFF and town.observation(figure, team=team.name) is not None:
                yield Oddity(
                    "small_team",
                    team.name,
                    f"{OBSERVED_SCALES[figure].label_nl} van een team met minder dan "
                    f"{FEWEST_STAFF} medewerkers zegt iets over personen. Haal dit cijfer weg en "
                    "geef het voor de hele gemeente.",
                )


def _wijken(town: Town) -> Iterator[Oddity]:
    for wijk in town.wijken:
        if wijk.code[2:6] != wijk.municipality[2:6]:
            yield Oddity(
                "wrong_municipality",
                wijk.name,
                f"De code {wijk.code} hoort niet bij gemeente {wijk.municipality}. "
                "Controleer de code of de gemeente.",
            )
        size = wijk.features.get("household_size")
        mean = wijk.residents / wijk.households
        large = wijk.households >= FEWEST_HOUSEHOLDS
        if mean < 1 or (large and size is not None and abs(size / mean - 1) > SIZE_TOLERANCE):
            given = "" if size is None else f", en er staat {dutch_number(size)}"
            yield Oddity(
                "contradiction",
                wijk.name,
                f"{wijk.name} heeft {_shown(wijk.residents)} inwoners in "
                f"{_shown(wijk.households)} huishoudens: {dutch_number(mean)} per "
                f"huishouden{given}. Controleer deze getallen.",
            )


def _dates(town: Town, today: dt.date) -> Iterator[Oddity]:
    oldest = _years_before(today, OLD_AFTER_YEARS)
    for row in town.observed:
        if row.kind == "typical":
            continue
        label = OBSERVED_SCALES[row.figure].label_nl
        place = WHOLE_TOWN if row.team is None else row.team
        if row.date > today:
            yield Oddity(
                "in_the_future",
                place,
                f"{label}: de datum {row.date.isoformat()} moet nog komen. Controleer het jaar.",
            )
        elif row.date < oldest:
            yield Oddity(
                "old",
                place,
                f"{label}: dit cijfer is van {row.date.isoformat()}, meer dan twee jaar geleden. "
                "Zoek een nieuwer cijfer.",
            )


def _years_before(day: dt.date, years: int) -> dt.date:
    """The same day some years ago; the last of February for a leap day."""
    last = 28 if (day.month, day.day) == (2, 29) else day.day
    return day.replace(year=day.year - years, day=last)


def _differ(one: float, other: float) -> bool:
    return abs(one - other) > TOLERANCE * max(abs(one), abs(other))


def _shown(value: float) -> str:
    return dutch_number(value, _DIGITS)
