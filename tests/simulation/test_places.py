"""Several municipalities in one document: each told for its residents, and together the town."""

import numpy as np
import pytest

from draagkracht.documents.reading import parse_document
from draagkracht.simulation.outcome import Outcome
from draagkracht.simulation.run import CARRYING_ON, run
from draagkracht.town.town import Town
from simulation.towns import HEAD, ROWS, Writing

SECOND = '[[municipality]]\ncode = "GM9902"\nname = "Overzijde"\n'


def two_municipalities() -> Town:
    """Two of the wijken of team Kade, and the small one of team Bron, lie across the water."""
    written = Writing()
    across = {"WK990107", "WK990105", "WK990108"}
    rows = []
    for row in ROWS:
        text = written.text(row)
        if row[0] == "wijk" and row[1] in across:
            text = text.replace("GM9901", "GM9902")
        rows.append(text)
    return parse_document(HEAD + SECOND + "".join(rows), Town)


@pytest.fixture(scope="module")
def outcome() -> Outcome:
    return run(two_municipalities(), years=1, members=8)


def test_each_municipality_is_a_place_of_its_own(outcome: Outcome) -> None:
    found = {place.name: place for place in outcome.places if place.level == "municipality"}
    assert list(found) == ["GM9901", "GM9902"]
    assert found["GM9902"].households == 280 + 190 + 310
    assert sum(place.households for place in found.values()) == outcome.places[0].households


@pytest.mark.parametrize("measure", ["requests", "waiting_list"])
def test_the_municipalities_are_together_the_town(outcome: Outcome, measure: str) -> None:
    together = sum(
        outcome.by_member(measure, plan=CARRYING_ON, place=place) for place in ("GM9901", "GM9902")
    )
    assert np.asarray(together).tolist() == pytest.approx(
        outcome.by_member(measure, plan=CARRYING_ON).tolist(), rel=1e-12
    )


def test_residents_of_each_wait_and_teams_are_told_as_teams(outcome: Outcome) -> None:
    assert outcome.estimate("waiting_time", plan=CARRYING_ON, place="GM9902") is not None
    assert outcome.estimate("pressure", plan=CARRYING_ON, place="GM9902") is None
    assert outcome.estimate("pressure", plan=CARRYING_ON, place="kade") is not None


def test_a_border_through_a_town_changes_nothing_in_it(
    outcome: Outcome,
) -> None:
    from_one = run(
        parse_document(HEAD + "".join(Writing().text(row) for row in ROWS), Town),
        years=1,
        members=8,
    )
    for measure in ("requests", "pressure", "waiting_list"):
        assert outcome.by_member(measure, plan=CARRYING_ON).tolist() == (
            from_one.by_member(measure, plan=CARRYING_ON).tolist()
        )
