"""Runs that several tests look at; each is made once."""

from types import MappingProxyType

import pytest

import draagkracht as dk
from draagkracht.evidence.catalogue import Catalogue, read_catalogue
from draagkracht.simulation.outcome import Outcome
from draagkracht.simulation.run import run
from simulation.koersen import NOTHING, ONE, koers, menu
from simulation.towns import three_teams


@pytest.fixture(scope="session")
def catalogue() -> Catalogue:
    """The packaged catalogue with two constants more."""
    packaged = read_catalogue()
    bound = packaged.figure("bounds.shock")
    constants = {
        name: bound.model_copy(update={"name": name, "central": value, "low": value, "high": value})
        for name, value in ((ONE, 1.0), (NOTHING, 0.0))
    }
    figures = MappingProxyType({**packaged.figures, **constants})
    return Catalogue(figures, packaged.sources)


@pytest.fixture(scope="session")
def three(catalogue: Catalogue) -> Outcome:
    """Three teams, 16 toekomsten, one year: koersen that do nothing, and one on one team."""
    plans = [
        koers("no_cards"),
        koers("empty_card", "nothing"),
        koers("not_in_force", "less_registration", "desk", intensity=0.0),
        koers("own_values_replaced", "replaced"),
        koers("own_values_moved", "moved"),
        koers("own_values_scaled", "scaled", "added"),
        koers("one_team", "less_registration", "desk", teams=["kade"]),
        koers("all_teams", "less_registration", "desk", "faster"),
    ]
    return run(
        three_teams(), plans, years=1, members=16, threads=1, catalogue=catalogue, menu=menu()
    )


@pytest.fixture(scope="session")
def dorp() -> Outcome:
    """Voorbeelddorp with the packaged koers, 16 toekomsten, two years."""
    town, plan = dk.read_town("voorbeelddorp"), dk.read_plan("twee_sporen", dk.read_menu())
    return run(town, [plan], years=2, members=16, threads=2)
