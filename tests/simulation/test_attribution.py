"""The elements of a koers alone, and the rest that is nobody's alone."""

from dataclasses import fields, replace

import numpy as np
import pytest

import draagkracht as dk
from draagkracht.documents.errors import UnknownName
from draagkracht.plans.menu import Menu
from draagkracht.plans.plan import Organisation, Plan, PlannedCard
from draagkracht.plans.task_package import Assignment
from draagkracht.simulation.attribution import (
    TOGETHER,
    WHOLE,
    Attribution,
    _of,
    attribute,
    work_back,
    work_in,
)
from draagkracht.simulation.element import elements_of
from draagkracht.simulation.warnings import warnings_of_pooling
from simulation.koersen import desk_and_procedure

SIZE = {"years": 1, "members": 8}


@pytest.fixture(scope="module")
def town() -> dk.Town:
    return dk.read_town("voorbeelddorp")


@pytest.fixture(scope="module")
def plan() -> Plan:
    """Two cards and a row of the task package."""
    package = (Assignment(kind="single", domain="care", to="desk"),)
    return desk_and_procedure().model_copy(update={"task_package": package})


@pytest.fixture(scope="module")
def found(town: dk.Town, plan: Plan) -> Attribution:
    return attribute(town, plan, **SIZE)


def single(plan: Plan, card: str) -> Plan:
    return plan.model_copy(
        update={
            "name": "een",
            "task_package": (),
            "cards": tuple(each for each in plan.cards if each.name == card),
        }
    )


def test_elements_and_samenhang_sum_to_the_whole_in_every_toekomst(found: Attribution) -> None:
    for measure in ("hours_balance", "costs", "pressure", "given_up"):
        parts = [found.by_member(part, measure) for part in found.parts if part != WHOLE]
        whole = found.by_member(WHOLE, measure)
        assert np.abs(whole).max() > 0
        np.testing.assert_allclose(sum(parts), whole, rtol=0, atol=1e-9 * np.abs(whole).max())


def test_means_of_the_parts_sum_to_the_mean_of_the_whole(found: Attribution) -> None:
    parts = sum(found.mean(part) for part in found.parts if part != WHOLE)
    assert parts == pytest.approx(found.mean(WHOLE), rel=1e-9)


def test_the_elements_are_cards_and_the_task_package(found: Attribution) -> None:
    assert found.parts == (
        "split_front_door",
        "shorter_procedure",
        "task_package",
        TOGETHER,
        WHOLE,
    )


def test_an_element_is_worth_what_it_is_worth_as_a_koers_of_its_own(
    found: Attribution, town: dk.Town, plan: Plan
) -> None:
    own = single(plan, "split_front_door")
    outcome = dk.run(town, [own], **SIZE)
    alone = outcome.by_member("hours_balance", plan="een")
    assert found.by_member("split_front_door").tolist() == alone.tolist()


def test_a_koers_of_one_element_has_no_samenhang_at_all(town: dk.Town, plan: Plan) -> None:
    found = attribute(town, single(plan, "split_front_door"), **SIZE)
    assert found.everything.plans == ("doorgaan_zoals_nu", "een")
    assert not np.any(found.by_member(TOGETHER))
    assert np.any(found.by_member(WHOLE))


def test_carrying_on_has_no_elements_and_nothing_to_share_out(town: dk.Town) -> None:
    found = attribute(town, dk.read_plan("doorgaan_zoals_nu"), **SIZE)
    assert found.parts == (TOGETHER, WHOLE)
    assert not np.any(found.by_member(WHOLE))


def test_the_outcome_is_the_one_that_a_run_gives(
    found: Attribution, town: dk.Town, plan: Plan
) -> None:
    outcome = dk.run(town, [plan], **SIZE)
    for field in fields(outcome):
        ours, theirs = getattr(found.outcome, field.name), getattr(outcome, field.name)
        if field.name == "values":
            for name, measures in theirs.items():
                for measure, values in measures.items():
                    np.testing.assert_array_equal(ours[name][measure], values)
        elif field.name in ("budgets", "work", "means"):
            for name, values in theirs.items():
                np.testing.assert_array_equal(ours[name], values)
        elif field.name == "weights":
            np.testing.assert_array_equal(ours, theirs)
        else:
            assert ours == theirs, field.name


def test_that_a_mechanism_was_left_out_is_still_told(town: dk.Town, plan: Plan) -> None:
    found = attribute(town, plan, **SIZE, without=["holding"])
    outcome = dk.run(town, [plan], **SIZE, without=["holding"])
    assert found.outcome.warnings == outcome.warnings
    assert found.outcome.warnings[0].code == "without"


def test_only_that_the_koers_itself_pools_is_told(found: Attribution, town: dk.Town) -> None:
    alone = f"{found.plan}: split_front_door"
    warned = (*found.everything.warnings, *warnings_of_pooling([found.plan, alone]))
    everything = replace(found.everything, warnings=warned)
    told = _of(everything, town, dk.read_plan("twee_sporen")).warnings
    pooled = [each for each in told if each.code == "pooled"]
    assert pooled == list(warnings_of_pooling([found.plan]))


def test_hours_back_less_hours_in_are_the_balance_in_every_toekomst(found: Attribution) -> None:
    back = work_back(found.outcome, found.plan)
    into = work_in(found.outcome, found.plan)
    assert (back >= 0).all()
    assert (into >= 0).all()
    assert not np.any((back > 0) & (into > 0))
    closed = back.sum(axis=1) - into.sum(axis=1)
    balance = found.outcome.by_member("hours_balance", plan=found.plan)
    np.testing.assert_allclose(closed, balance, rtol=1e-9, atol=1e-9 * back.sum())


def test_the_ledger_of_each_quarter_closes_too(found: Attribution) -> None:
    outcome = found.outcome
    for quarter in range(1, outcome.quarters + 1):
        saved = outcome.work[outcome.carrying_on] - outcome.work[found.plan]
        balance = outcome.by_member("hours_balance", plan=found.plan, quarter=quarter)
        np.testing.assert_allclose(saved[:, quarter - 1].sum(axis=1), balance, atol=1e-6)


def test_an_estimate_says_what_it_is_an_estimate_of(found: Attribution) -> None:
    estimate = found.estimate("split_front_door", "waiting_time")
    assert estimate is not None
    assert (estimate.measure, estimate.unit, estimate.difference) == ("waiting_time", "week", True)
    assert estimate.low <= estimate.median <= estimate.high


def test_a_part_that_is_not_there_is_refused_with_the_nearest(found: Attribution) -> None:
    with pytest.raises(UnknownName, match="shorter_procedure"):
        found.by_member("shorter_procedures")


def needing(menu: Menu) -> Menu:
    """A menu in which watchful contact cannot do without the breakthrough table."""
    card = menu.cards["watchful_contact"].model_copy(update={"needs": ("escalation_table",)})
    return Menu(cards={**menu.cards, "watchful_contact": card}, forms=menu.forms)


def test_cards_that_need_each_other_are_one_element(plan: Plan) -> None:
    cards = tuple(
        PlannedCard(name=name)
        for name in ("watchful_contact", "split_front_door", "escalation_table")
    )
    laid = plan.model_copy(update={"cards": cards})
    names = [each.name for each in elements_of(laid, needing(dk.read_menu()))]
    assert names == ["watchful_contact+escalation_table", "split_front_door", "task_package"]


def test_a_card_on_two_sets_of_teams_is_one_element(plan: Plan) -> None:
    rows = tuple(PlannedCard(name="split_front_door", teams=(team,)) for team in ("a", "b"))
    laid = plan.model_copy(update={"cards": rows, "task_package": ()})
    (only,) = elements_of(laid, dk.read_menu())
    assert only.name == "split_front_door"
    assert only.alone.cards == rows


def test_a_form_is_an_element_and_a_card_without_intensity_is_none(plan: Plan) -> None:
    laid = plan.model_copy(
        update={
            "organisation": Organisation(form="without_wijkteam", starts_month=6),
            "task_package": (),
            "cards": (PlannedCard(name="split_front_door", intensity=0.0),),
        }
    )
    (only,) = elements_of(laid, dk.read_menu())
    assert (only.name, only.sort) == ("without_wijkteam", "form")
    assert only.alone.organisation.starts_month == 6
