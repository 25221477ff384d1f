"""*Benefit*: two of three better beyond their error, and nobody clearly worse."""

from dataclasses import replace

import numpy as np
import pytest

import draagkracht as dk
from choice.levelled import PLAN, in_first, levelled, subject, with_values
from draagkracht.choice.benefit_frame import judge_benefit
from draagkracht.choice.benefit_seen import see_benefit
from draagkracht.choice.frame import FrameJudged

BETTER = {"waiting_time": -0.5, "given_up": -0.5}


def judged(town: dk.Town, *outcomes: dk.Outcome) -> FrameJudged:
    about = subject(town)
    return judge_benefit(about, [see_benefit(outcome, about) for outcome in outcomes])


def at(outcome: dk.Outcome, measure: str, place: str, kind: int, change: float) -> dk.Outcome:
    """Only one place and kind of request worse or better."""
    table = outcome.values[PLAN][measure].copy()
    row = [each.name for each in outcome.places].index(place)
    table[:, row, :, kind] += change
    values = {**outcome.values[PLAN], measure: table}
    return replace(outcome, values={**outcome.values, PLAN: values})


def test_two_of_three_better_is_enough(town: dk.Town, outcome: dk.Outcome) -> None:
    found = judged(town, with_values(outcome, BETTER))
    assert (found.verdict, found.passes) == ("haalt", 16)
    assert "Beter: wachttijd en afgehaakt." in found.reason


def test_one_of_three_is_not(town: dk.Town, outcome: dk.Outcome) -> None:
    found = judged(town, with_values(outcome, {"waiting_time": -0.5}))
    assert found.verdict == "haalt niet"
    assert "Voeg nog iets toe" in found.remedy


def test_a_gain_within_the_error_does_not_count(town: dk.Town, outcome: dk.Outcome) -> None:
    swing = np.linspace(-5.0, 4.9, outcome.members)
    found = judged(town, with_values(outcome, {"waiting_time": swing, "given_up": swing}))
    assert found.verdict == "haalt niet"
    assert "Niets is aantoonbaar beter." in found.reason


@pytest.mark.parametrize(("measure", "change"), [("crisis_requests", 0.5), ("recovered", -0.5)])
def test_what_gets_worse_is_not_made_up_for(
    town: dk.Town, outcome: dk.Outcome, measure: str, change: float
) -> None:
    found = judged(town, with_values(outcome, {**BETTER, measure: change}))
    assert found.verdict == "haalt niet"
    assert "Slechter: " in found.reason


def test_a_kind_of_request_that_waits_longer_closes_the_frame(
    town: dk.Town, outcome: dk.Outcome
) -> None:
    found = judged(town, at(with_values(outcome, BETTER), "waiting_time", "town", 1, 2.0))
    assert found.verdict == "haalt niet"
    assert "wachttijd (samengestelde vragen)" in found.reason


def test_a_wijk_group_that_is_worse_off_closes_the_frame(
    town: dk.Town, outcome: dk.Outcome
) -> None:
    wijk = next(place for place in outcome.places if place.level == "wijk")
    found = judged(town, at(with_values(outcome, BETTER), "given_up", wijk.name, -1, 2.0))
    assert found.verdict == "haalt niet"
    assert f"afgehaakt ({wijk.label})" in found.reason


@pytest.mark.parametrize(("spared", "verdict"), [(5, "haalt"), (4, "haalt niet")])
def test_a_group_is_clearly_worse_off_only_in_most_toekomsten(
    town: dk.Town, outcome: dk.Outcome, spared: int, verdict: str
) -> None:
    better = with_values(outcome, BETTER)
    table = better.values[PLAN]["given_up"].copy()
    row = [each.level for each in outcome.places].index("wijk")
    # Those who are spared lie in both blocks, so that the error stays small.
    fewer = np.isin(np.arange(outcome.members), [0, 4, 8, 12, 2][:spared])
    table[:, row, :, -1] += np.where(fewer, 0.4, 2.0)[:, None]
    values = {**better.values[PLAN], "given_up": table}
    found = judged(town, replace(better, values={**better.values, PLAN: values}))
    assert found.verdict == verdict


def test_it_must_hold_in_every_scenario(town: dk.Town, real: dk.Outcome) -> None:
    good = with_values(levelled(real), BETTER)
    found = judged(town, good, levelled(real, scenario="rustig"))
    assert (found.verdict, found.scenario) == ("haalt niet", "rustig")


def test_without_an_error_nothing_can_be_told(town: dk.Town, real: dk.Outcome) -> None:
    # Seven of the eight toekomsten of one block, and none of the other, have any weight.
    outcome = with_values(levelled(real), BETTER)
    alone = replace(outcome, weights=in_first(outcome, 8, 2.0, 0.0))
    found = judged(town, alone)
    assert (found.verdict, found.passes) == ("onbekend", None)
    assert "--members" in found.remedy


def test_hours_asked_of_residents_stand_in_the_reason(town: dk.Town, outcome: dk.Outcome) -> None:
    found = judged(town, with_values(outcome, {**BETTER, "resident_hours_asked": 12.0}))
    assert found.verdict == "haalt"
    assert "Van inwoners wordt 12 uur per week meer gevraagd." in found.reason
