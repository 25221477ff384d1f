"""*Less pressure* and *future-proof*: both measures in the same toekomst, and to the last year."""

from dataclasses import replace

import numpy as np
import pytest

import draagkracht as dk
from choice.levelled import BARS, PLAN, in_first, levelled, subject, with_values
from draagkracht.choice.change_hours import most_change
from draagkracht.choice.frame import FrameJudged
from draagkracht.choice.pressure_frame import judge_future, judge_pressure, see_pressure
from draagkracht.choice.subject import Subject
from plans.menus import card, menu, plan


def less_pressure(town: dk.Town, *outcomes: dk.Outcome) -> FrameJudged:
    about = subject(town)
    return judge_pressure(about, [see_pressure(outcome, about) for outcome in outcomes])


def future(about: Subject, *outcomes: dk.Outcome) -> FrameJudged:
    return judge_future(about, [see_pressure(outcome, about) for outcome in outcomes])


def test_a_koers_that_changes_nothing_is_not_less(town: dk.Town, outcome: dk.Outcome) -> None:
    assert less_pressure(town, outcome).verdict == "haalt niet"
    assert less_pressure(town, outcome).passes == 0


@pytest.mark.parametrize(("lower", "verdict"), [(12, "haalt"), (11, "haalt niet")])
def test_the_verdict_flips_exactly_at_the_bar(
    town: dk.Town, outcome: dk.Outcome, lower: int, verdict: str
) -> None:
    change = in_first(outcome, lower, -0.1, 0.1)
    found = less_pressure(town, with_values(outcome, {"pressure": change, "strain": change}))
    assert (found.verdict, found.passes) == (verdict, lower)


def test_pressure_and_strain_must_be_lower_in_the_same_toekomst(
    town: dk.Town, outcome: dk.Outcome
) -> None:
    # Each in three quarters of the toekomsten, both in half of them.
    pressure = in_first(outcome, 12, -0.1, 0.1)
    found = less_pressure(
        town, with_values(outcome, {"pressure": pressure, "strain": pressure[::-1]})
    )
    assert (found.verdict, found.passes) == ("haalt niet", 8)


def test_one_scenario_in_which_it_does_not_hold_is_enough(town: dk.Town, real: dk.Outcome) -> None:
    lower = {"pressure": -0.1, "strain": -0.1}
    good = with_values(levelled(real), lower)
    found = less_pressure(town, good, levelled(real, scenario="bezuiniging"))
    assert (found.verdict, found.scenario) == ("haalt niet", "bezuiniging")


def test_a_measure_that_does_not_exist_leaves_the_frame_unknown(
    town: dk.Town, outcome: dk.Outcome
) -> None:
    change = in_first(outcome, 1, np.nan, 0.0)
    found = less_pressure(town, with_values(outcome, {"strain": change}))
    assert (found.verdict, found.passes) == ("onbekend", None)


def only_in_year(outcome: dk.Outcome, year: int, change: float) -> dk.Outcome:
    table = outcome.values[PLAN]["pressure"].copy()
    table[:, :, 4 * (year - 1) : 4 * year] += change
    values = {**outcome.values[PLAN], "pressure": table}
    return replace(outcome, values={**outcome.values, PLAN: values})


def test_what_counts_for_the_future_is_the_last_year(town: dk.Town, outcome: dk.Outcome) -> None:
    about = subject(town)
    assert future(about, only_in_year(outcome, 2, -0.1)).verdict == "haalt"
    assert future(about, only_in_year(outcome, 1, -0.1)).verdict == "haalt niet"


def test_a_change_that_teams_cannot_take_is_not_future_proof(
    town: dk.Town, outcome: dk.Outcome
) -> None:
    lower = only_in_year(outcome, 2, -0.1)
    asked = most_change(subject(town), quarters=40).hours
    assert asked > 0
    enough, short = (
        subject(town, bars=replace(BARS, change_room=room)) for room in (asked, 0.99 * asked)
    )
    assert future(enough, lower).verdict == "haalt"
    assert future(short, lower).verdict == "haalt niet"
    assert "Laat kaarten na elkaar beginnen" in future(short, lower).remedy


def costly(unit: str, *cards: str) -> tuple[dk.Plan, dk.Menu]:
    laid = card(costs=[(unit, "team")])
    cost = laid.costs[0].model_copy(update={"figure": "split_front_door.team_hours_once"})
    one = laid.model_copy(update={"costs": (cost,)})
    return plan(*cards), menu({"one": one, "two": one.model_copy(update={"code": "X2"})})


def test_hours_of_change_are_told_for_the_team_with_the_fewest_people(town: dk.Town) -> None:
    koers, cards = costly("hour/team", "one")
    found = most_change(subject(town, plan=koers, menu=cards), quarters=40)
    smallest = min(town.teams, key=lambda team: team.fte)
    assert (found.team, found.quarter) == (smallest.label, 1)
    assert found.hours == pytest.approx(30.0 / smallest.fte)


def test_hours_for_each_fte_are_the_same_in_every_team(town: dk.Town) -> None:
    koers, cards = costly("hour/fte", "one|starts_month=6;intensity=0.5")
    found = most_change(subject(town, plan=koers, menu=cards), quarters=40)
    assert (found.hours, found.quarter) == (pytest.approx(15.0), 3)


def test_cards_that_begin_together_add_up_and_one_after_another_do_not(town: dk.Town) -> None:
    together, cards = costly("hour/fte", "one", "two")
    apart, _ = costly("hour/fte", "one", "two|starts_month=3")
    assert most_change(
        subject(town, plan=together, menu=cards), quarters=40
    ).hours == pytest.approx(60.0)
    assert most_change(subject(town, plan=apart, menu=cards), quarters=40).hours == pytest.approx(
        30.0
    )


def test_a_card_that_begins_halfway_a_quarter_falls_in_two(town: dk.Town) -> None:
    koers, cards = costly("hour/fte", "one|starts_month=1")
    found = most_change(subject(town, plan=koers, menu=cards), quarters=40)
    assert (found.hours, found.quarter) == (pytest.approx(20.0), 1)


def test_what_begins_after_the_run_is_no_change_of_it(town: dk.Town) -> None:
    assert most_change(subject(town), quarters=40).hours > 0
    assert most_change(subject(town), quarters=0).hours == 0


def test_hours_that_go_on_are_no_hours_of_change(town: dk.Town) -> None:
    koers, cards = costly("hour/week/team", "one")
    assert most_change(subject(town, plan=koers, menu=cards), quarters=40).hours == 0
