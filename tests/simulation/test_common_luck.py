"""The same luck in every koers: what a koers does not touch is the same to the last bit."""

import numpy as np
import pytest

from draagkracht.evidence.catalogue import Catalogue
from draagkracht.model.measures import MEASURES
from draagkracht.simulation.lowering import CARRYING_ON
from draagkracht.simulation.outcome import Outcome
from draagkracht.simulation.run import run
from simulation.comparing import differences, never_differs
from simulation.koersen import menu
from simulation.towns import three_teams

PLANS_OF_NOTHING = ["no_cards", "empty_card", "not_in_force"]
OWN_VALUES = ["own_values_replaced", "own_values_moved", "own_values_scaled"]


@pytest.mark.parametrize("plan", PLANS_OF_NOTHING)
def test_a_koers_without_effects_differs_by_exactly_0_everywhere(three: Outcome, plan: str) -> None:
    assert never_differs(three, plan)


@pytest.mark.parametrize("plan", OWN_VALUES)
def test_levers_set_to_their_own_value_differ_by_exactly_0_everywhere(
    three: Outcome, plan: str
) -> None:
    assert never_differs(three, plan)


def test_a_koers_with_effects_does_differ(three: Outcome, dorp: Outcome) -> None:
    assert not never_differs(three, "all_teams")
    assert not never_differs(three, "one_team")
    assert not never_differs(dorp, "twee_sporen")


def test_the_estimates_of_a_koers_without_effects_are_exactly_0(three: Outcome) -> None:
    found = list(three.estimates("no_cards", difference=True))
    assert len(found) > 500
    assert {(each.median, each.low, each.high, each.error) for each in found} == {
        (0.0, 0.0, 0.0, 0.0)
    }


def test_a_card_on_one_team_leaves_the_places_of_every_other_team_bit_identical(
    three: Outcome,
) -> None:
    teams = {place.name: place for place in three.places if place.level == "team"}
    base, moved = three.values[three.carrying_on], three.values["one_team"]
    kade = teams["kade"]
    for number, place in enumerate(three.places):
        inside = kade.first_group <= place.first_group and place.last_group <= kade.last_group
        if place.level == "town" or inside:
            continue
        for name in MEASURES:
            assert moved[name][:, number].tobytes() == base[name][:, number].tobytes(), place.name
    touched = [place.name for place in three.places].index("kade")
    change = differences(three, "one_team")
    assert np.nanmax(np.abs(change["pressure"][:, touched])) > 0.01
    assert np.nanmax(np.abs(change["pressure"][:, 0])) > 0.01


def test_today_and_carrying_on_are_the_same_whatever_koersen_stand_beside_them(
    three: Outcome, catalogue: Catalogue
) -> None:
    alone = run(three_teams(), years=1, members=16, threads=1, catalogue=catalogue, menu=menu())
    assert alone.plans == (CARRYING_ON,)
    assert alone.fits == three.fits
    assert alone.weights.tobytes() == three.weights.tobytes()
    for name in MEASURES:
        values = alone.values[CARRYING_ON][name]
        assert values.tobytes() == three.values[CARRYING_ON][name].tobytes(), name
