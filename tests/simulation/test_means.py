"""What a koers takes of its teams is kept by toekomst and quarter."""

import numpy as np
import pytest

import draagkracht as dk
from draagkracht.evidence.catalogue import Catalogue
from draagkracht.simulation.means import FTE, HOURS_SHORT
from draagkracht.simulation.outcome import Outcome
from draagkracht.simulation.run import run
from simulation.koersen import card, koers, menu
from simulation.towns import FTE as TEAMS
from simulation.towns import three_teams


def test_without_a_change_of_formation_it_is_todays(three: Outcome) -> None:
    for plan in three.plans:
        fte = three.means[plan][..., FTE]
        assert fte.shape == (three.members, three.quarters)
        assert fte == pytest.approx(sum(TEAMS.values()))


def test_where_cards_ask_no_hours_none_are_short(three: Outcome) -> None:
    assert not three.means["no_cards"][..., HOURS_SHORT].any()


def test_a_card_that_asks_more_than_a_team_has_leaves_hours_short(catalogue: Catalogue) -> None:
    packed = menu()
    huge = card(*[("team.card_hours", "add", "team.contract_hours")])
    cards = {**packed.cards, "huge": huge}
    laid = [koers("huge", "huge", teams=["kade"], intensity=1.0)]
    usual = catalogue.figure("team.contract_hours")
    hours = usual.model_copy(
        update={"name": "x", "unit": "hour/week/team", "central": 1e4, "low": 1e4, "high": 1e4}
    )
    figures = {**catalogue.figures, "x": hours}
    effect = huge.effects[0].model_copy(update={"figure": "x"})
    cards["huge"] = huge.model_copy(update={"effects": (effect,)})
    found = run(
        three_teams(),
        laid,
        years=1,
        members=8,
        threads=1,
        catalogue=Catalogue(figures, catalogue.sources),
        menu=dk.Menu(cards=cards, forms=packed.forms),
    )
    assert (found.means["huge"][..., HOURS_SHORT] > 0).all()
    assert not found.means[found.carrying_on][..., HOURS_SHORT].any()


def test_a_session_keeps_the_same_as_a_run(three: Outcome, catalogue: Catalogue) -> None:
    plan = koers("all_teams", "less_registration", "desk", "faster")
    with dk.open_session(
        three_teams(), years=1, members=16, threads=1, catalogue=catalogue, menu=menu()
    ) as session:
        found = session.run(plan)
    assert np.array_equal(found.means["all_teams"], three.means["all_teams"])


def test_an_attribution_keeps_the_means_of_its_koers(dorp: Outcome) -> None:
    town, plan = dk.read_town("voorbeelddorp"), dk.read_plan("twee_sporen")
    found = dk.attribute(town, plan, years=2, members=16).outcome
    for name in dorp.plans:
        assert np.array_equal(found.means[name], dorp.means[name])
