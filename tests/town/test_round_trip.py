"""Whatever town there may be, writing and reading it changes nothing."""

import datetime as dt
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from draagkracht.documents.digest import digest
from draagkracht.documents.reading import parse_document
from draagkracht.documents.writing import write_document
from draagkracht.town.features import FEATURES, SCALES
from draagkracht.town.observed import OBSERVED_FIGURES, OBSERVED_SCALES
from draagkracht.town.reading import read_town
from draagkracht.town.town import Town

names = st.text(min_size=1, max_size=12).filter(lambda text: bool(text.strip()))
dates = st.dates(dt.date(1990, 1, 1), dt.date(2060, 1, 1))


@st.composite
def features(draw: st.DrawFn) -> dict[str, float]:
    chosen = draw(st.lists(st.sampled_from(FEATURES), unique=True))
    return {name: draw(st.floats(SCALES[name].low, SCALES[name].high)) for name in chosen}


@st.composite
def observations(draw: st.DrawFn, teams: list[str]) -> dict[str, Any]:
    figure = draw(st.sampled_from(OBSERVED_FIGURES))
    row: dict[str, Any] = {
        "figure": figure,
        "value": draw(st.floats(0, OBSERVED_SCALES[figure].high)),
        "date": draw(dates),
        "kind": draw(st.sampled_from(["own", "typical"])),
    }
    optional = {
        "team": st.sampled_from(teams),
        "system": names,
        "error": st.floats(0.001, 2),
    }
    for key, strategy in optional.items():
        if draw(st.booleans()):
            row[key] = draw(strategy)
    return row


@st.composite
def towns(draw: st.DrawFn) -> Town:
    teams = draw(
        st.lists(names.filter(lambda name: name != "town"), min_size=1, max_size=3, unique=True)
    )
    labels = draw(st.lists(names, min_size=len(teams), max_size=len(teams), unique=True))
    count = draw(st.integers(len(teams), len(teams) + 3))
    wijk_names = draw(st.lists(names, min_size=count, max_size=count, unique=True))
    rows = draw(
        st.lists(
            observations(teams),
            max_size=4,
            unique_by=lambda row: (row["figure"], row.get("team"), row["date"]),
        )
    )
    data: dict[str, Any] = {
        "format": 1,
        "name": draw(names),
        "start": draw(dates),
        "municipality": ({"code": "GM0080", "name": draw(names)},),
        "wijk": tuple(
            {
                "code": f"WK0080{number:02}",
                "name": name,
                "municipality": "GM0080",
                "team": teams[number % len(teams)],
                "households": draw(st.integers(1, 200_000)),
                "residents": draw(st.integers(1, 1_000_000)),
                "features": draw(features()),
                "source": draw(names),
            }
            for number, name in enumerate(wijk_names)
        ),
        "team": tuple(
            {"name": name, "label": label, "fte": draw(st.floats(0.1, 1000))}
            for name, label in zip(teams, labels, strict=True)
        ),
        "observed": tuple(rows),
    }
    town = Town.model_validate(data)
    town.check()
    return town


@given(towns())
def test_reading_what_was_written_gives_the_same_town(town: Town) -> None:
    assert parse_document(write_document(town), Town) == town


@given(towns())
def test_writing_what_was_read_gives_the_same_bytes(town: Town) -> None:
    text = write_document(town)
    assert write_document(parse_document(text, Town)) == text


@given(towns(), st.floats(0.1, 1000))
def test_another_formation_is_another_digest(town: Town, fte: float) -> None:
    first = town.teams[0].model_copy(update={"fte": fte})
    other = town.model_copy(update={"teams": (first, *town.teams[1:])})
    assert (digest(other) == digest(town)) == (other == town)


def test_a_packaged_town_survives_the_round_trip() -> None:
    town = read_town("voorbeeldstad")
    assert parse_document(write_document(town), Town) == town
