"""A small real outcome that tests change where they want."""

import pytest

import draagkracht as dk
from choice.levelled import levelled


@pytest.fixture(scope="session")
def town() -> dk.Town:
    return dk.read_town("voorbeelddorp")


@pytest.fixture(scope="session")
def real(town: dk.Town) -> dk.Outcome:
    """Voorbeelddorp under "twee sporen" for two years in sixteen toekomsten."""
    return dk.run(town, [dk.read_plan("twee_sporen")], years=2, members=16)


@pytest.fixture
def outcome(real: dk.Outcome) -> dk.Outcome:
    return levelled(real)
