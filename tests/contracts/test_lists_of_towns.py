"""Closed lists that stand in two layers, since the lower may not read the higher, say the same."""

from typing import get_args

from draagkracht.choice.bars import FRAME_FIGURES
from draagkracht.evidence.catalogue import read_catalogue
from draagkracht.language.units import UNIT_WORDS
from draagkracht.model.measures import MEASURES
from draagkracht.plans.parties import PARTIES
from draagkracht.simulation.run import MOST_YEARS as LONGEST_RUN
from draagkracht.town.goal import GOAL_MEASURES, GOAL_SCALES, MOST_YEARS
from draagkracht.town.purse import Payer

# Set off against carrying on, so that carrying on itself never has any.
BALANCES = {"hours_balance", "euro_balance"}


def test_a_goal_is_of_a_measure_that_has_a_wanted_direction() -> None:
    wanted = {name for name, measure in MEASURES.items() if measure.better is not None}
    assert set(GOAL_MEASURES) == wanted - BALANCES
    assert set(GOAL_SCALES) == set(GOAL_MEASURES)


def test_unit_and_direction_of_a_goal_are_those_of_its_measure() -> None:
    for name, scale in GOAL_SCALES.items():
        assert (scale.unit, scale.better) == (MEASURES[name].unit, MEASURES[name].better), name
        assert scale.unit in UNIT_WORDS
        assert scale.high == 1.0 or scale.unit != "share"


def test_who_may_pay_is_who_may_bear_a_cost() -> None:
    assert get_args(Payer) == tuple(PARTIES)


def test_a_goal_may_lie_as_far_away_as_a_run_can_go() -> None:
    assert MOST_YEARS == LONGEST_RUN


def test_the_figures_of_the_frames_stand_in_the_catalogue_as_assumed() -> None:
    catalogue = read_catalogue()
    assert {catalogue.figure(name).status for name in FRAME_FIGURES} == {"assumed"}
