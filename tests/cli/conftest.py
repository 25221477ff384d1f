"""An outcome that many tests look at: small, with a koers, and computed once."""

import pytest

import draagkracht as dk


@pytest.fixture(scope="session")
def outcome() -> dk.Outcome:
    """Voorbeelddorp under "twee sporen" for two years in sixteen toekomsten."""
    plan = dk.read_plan("twee_sporen")
    return dk.run(dk.read_town("voorbeelddorp"), [plan], years=2, members=16)
