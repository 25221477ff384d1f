"""What makes a town impossible to compute: names, references and bounds, each with a remedy."""

import re
from collections.abc import Collection, Sequence
from typing import Final

from draagkracht.documents.error import STEP
from draagkracht.documents.errors import (
    DoubleName,
    EmptyValue,
    Inconsistent,
    OutOfRange,
    TooMany,
    UnknownName,
    WrongForm,
)
from draagkracht.documents.nearest import nearest
from draagkracht.town.features import SCALES
from draagkracht.town.municipality import Municipality
from draagkracht.town.observed import OBSERVED_SCALES, Observed
from draagkracht.town.team import Team
from draagkracht.town.wijk import Wijk

MOST_MUNICIPALITIES: Final = 10
MOST_WIJKEN: Final = 500
MOST_TEAMS: Final = 200

# The word for the whole town in every outcome; a team of this name could not be told from it.
WHOLE_TOWN: Final = "town"

_MUNICIPALITY_CODE: Final = re.compile(r"GM\d{4}", re.ASCII)
_WIJK_CODE: Final = re.compile(r"WK\d{4}[0-9A-Z]{2}", re.ASCII)


def check_municipalities(municipalities: Sequence[Municipality]) -> None:
    """Refuse too many, blank names, wrong codes, and doubled codes or names."""
    _check_number("gemeenten", len(municipalities), MOST_MUNICIPALITIES)
    places = _places("municipality", [row.name for row in municipalities])
    for place, row in zip(places, municipalities, strict=True):
        _check_text(row.name, f"{place}{STEP}name")
        if not _MUNICIPALITY_CODE.fullmatch(row.code):
            raise WrongForm(value=row.code, example="GM0080", place=f"{place}{STEP}code")
    _check_once("gemeente", [(row.code,) for row in municipalities], places, "code")
    _check_once("gemeente", [(row.name,) for row in municipalities], places, "name")


def check_teams(teams: Sequence[Team]) -> None:
    """Refuse too many, blank or doubled names, and the name that means the whole town."""
    _check_number("teams", len(teams), MOST_TEAMS)
    places = _places("team", [row.name for row in teams])
    for place, team in zip(places, teams, strict=True):
        _check_text(team.name, f"{place}{STEP}name")
        _check_text(team.label, f"{place}{STEP}label")
        if team.name == WHOLE_TOWN:
            raise Inconsistent(
                what=f'De naam "{WHOLE_TOWN}" staat in de uitkomsten voor de hele gemeente.',
                remedy="Geef het team een andere naam.",
                place=f"{place}{STEP}name",
            )
    _check_once("team", [(row.name,) for row in teams], places, "name")
    _check_once("team", [(row.label,) for row in teams], places, "label")


def check_wijken(
    wijken: Sequence[Wijk], municipalities: Sequence[Municipality], teams: Sequence[Team]
) -> None:
    """Refuse too many, wrong or doubled codes, unknown references, impossible features."""
    _check_number("wijken", len(wijken), MOST_WIJKEN)
    codes = [row.code for row in municipalities]
    names = [row.name for row in teams]
    places = _places("wijk", [row.name for row in wijken])
    for place, wijk in zip(places, wijken, strict=True):
        _check_text(wijk.name, f"{place}{STEP}name")
        if not _WIJK_CODE.fullmatch(wijk.code):
            raise WrongForm(value=wijk.code, example="WK008001", place=f"{place}{STEP}code")
        _check_known("gemeente", wijk.municipality, codes, f"{place}{STEP}municipality")
        _check_text(wijk.team, f"{place}{STEP}team")
        _check_known("team", wijk.team, names, f"{place}{STEP}team")
        _check_features(wijk, place)
    _check_once("wijk", [(row.code,) for row in wijken], places, "code")
    _check_once("wijk", [(row.name, row.municipality) for row in wijken], places, "name")


def check_served(
    wijken: Sequence[Wijk], municipalities: Sequence[Municipality], teams: Sequence[Team]
) -> None:
    """Refuse a municipality or a team that no wijk belongs to."""
    present = {row.municipality for row in wijken}
    places = _places("municipality", [row.name for row in municipalities])
    for place, row in zip(places, municipalities, strict=True):
        if row.code not in present:
            raise Inconsistent(
                what=f'De gemeente "{row.name}" heeft geen wijk.',
                remedy="Voeg haar wijken toe of haal de gemeente weg.",
                place=place,
            )
    served = {row.team for row in wijken}
    places = _places("team", [row.name for row in teams])
    for place, team in zip(places, teams, strict=True):
        if team.name not in served:
            raise Inconsistent(
                what=f'Het team "{team.name}" heeft geen wijk.',
                remedy="Geef ten minste één wijk dit team, of haal het team weg.",
                place=place,
            )


def check_observed(observed: Sequence[Observed], teams: Sequence[Team]) -> None:
    """Refuse unknown teams, values above what a figure can be, and the same row twice."""
    names = [row.name for row in teams]
    seen: set[tuple[object, ...]] = set()
    places = _places("observed", [row.figure for row in observed])
    for place, row in zip(places, observed, strict=True):
        if row.team is not None:
            _check_known("team", row.team, names, f"{place}{STEP}team")
        high = OBSERVED_SCALES[row.figure].high
        if row.value > high:
            raise OutOfRange(value=row.value, low=0, high=high, place=f"{place}{STEP}value")
        key = (row.figure, row.team, row.date)
        if key in seen:
            whose = "de hele gemeente" if row.team is None else f'het team "{row.team}"'
            raise Inconsistent(
                what=f"Dit cijfer staat er twee keer voor {whose} op {row.date.isoformat()}.",
                remedy="Houd één van beide, of geef ze elk hun eigen datum.",
                place=place,
            )
        seen.add(key)


def _places(table: str, names: Sequence[str]) -> list[str]:
    """Places of the rows of one table, numbered as their writer counts them."""
    return [f"{table} {number} ({name})" for number, name in enumerate(names, start=1)]


def _check_features(wijk: Wijk, place: str) -> None:
    for name, value in wijk.features.items():
        scale = SCALES[name]
        if not scale.low <= value <= scale.high:
            where = f"{place}{STEP}features{STEP}{name}"
            raise OutOfRange(value=value, low=scale.low, high=scale.high, place=where)


def _check_number(what: str, count: int, bound: int) -> None:
    if count > bound:
        raise TooMany(what=what, count=count, bound=bound)


def _check_text(text: str, place: str) -> None:
    if not text.strip():
        raise EmptyValue(place=place)


def _check_known(what: str, name: str, known: Collection[str], place: str) -> None:
    if name not in known:
        close = nearest(name, known)
        raise UnknownName(what=what, name=name, nearest=close, known=tuple(known), place=place)


def _check_once(
    what: str, names: Sequence[tuple[str, ...]], places: Sequence[str], key: str
) -> None:
    """Each name once; the first part of a name is what its writer typed."""
    seen: set[tuple[str, ...]] = set()
    for name, place in zip(names, places, strict=True):
        if name in seen:
            raise DoubleName(what=what, name=name[0], place=f"{place}{STEP}{key}")
        seen.add(name)
