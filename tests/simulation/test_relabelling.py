"""A town has one future, however its document is ordered and whatever its teams are called."""

import numpy as np
import pytest

from draagkracht.evidence.catalogue import Catalogue
from draagkracht.simulation.outcome import Outcome
from draagkracht.simulation.run import run
from simulation.comparing import same_values
from simulation.koersen import koers, menu
from simulation.towns import ROWS, Writing, three_teams

NAMES = {"bron": "zuid", "kade": "aan_de_kade", "meer": "bron"}


def future(catalogue: Catalogue, writing: Writing, card_on: str) -> Outcome:
    plan = koers("card_on_one", "less_registration", "desk", teams=[writing.called(card_on)])
    town = three_teams(writing)
    return run(town, [plan], years=1, members=8, catalogue=catalogue, menu=menu())


@pytest.fixture(scope="module")
def as_written(catalogue: Catalogue) -> Outcome:
    return future(catalogue, Writing(), "kade")


def places(outcome: Outcome) -> list[str]:
    return [place.name for place in outcome.places]


@pytest.mark.parametrize("shuffle", range(6))
def test_rows_in_any_order_give_the_identical_future(
    catalogue: Catalogue, as_written: Outcome, shuffle: int
) -> None:
    rows = [ROWS[place] for place in np.random.default_rng(shuffle).permutation(len(ROWS))]
    assert set(rows) == set(ROWS)
    found = future(catalogue, Writing(rows), "kade")
    assert places(found) == places(as_written)
    assert same_values(found, as_written)


def test_teams_under_other_names_have_the_identical_future(
    catalogue: Catalogue, as_written: Outcome
) -> None:
    found = future(catalogue, Writing(names=NAMES), "kade")
    assert places(found) == [NAMES.get(name, name) for name in places(as_written)]
    assert same_values(found, as_written)


def test_other_names_and_another_order_together_give_the_identical_future(
    catalogue: Catalogue, as_written: Outcome
) -> None:
    found = future(catalogue, Writing(ROWS[::-1], NAMES), "kade")
    assert same_values(found, as_written)


def test_a_card_on_another_team_does_give_another_future(
    catalogue: Catalogue, as_written: Outcome
) -> None:
    assert not same_values(future(catalogue, Writing(), "meer"), as_written)
