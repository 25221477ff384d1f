"""One toekomst alone is the same toekomst that a run computes among the others."""

import numpy as np
import pytest

import draagkracht as dk
from draagkracht.documents.errors import OutOfRange, UnknownName
from draagkracht.evidence.catalogue import read_catalogue
from draagkracht.plans.plan import Plan
from draagkracht.simulation.element import Element
from draagkracht.simulation.explaining import OneFuture, _begins, _moved_by, explain
from draagkracht.simulation.standout import standouts
from simulation.koersen import desk_and_procedure

MEMBER = 10  # in the second block
NOW, KOERS = "doorgaan_zoals_nu", "twee_sporen"


@pytest.fixture(scope="module")
def outcome() -> dk.Outcome:
    plan = desk_and_procedure()
    return dk.run(dk.read_town("voorbeelddorp"), [plan], years=2, members=16)


@pytest.fixture(scope="module")
def one() -> OneFuture:
    town, plan = dk.read_town("voorbeelddorp"), desk_and_procedure()
    return explain(town, plan, member=MEMBER, team="wolvega", years=2, members=16)


def test_a_member_alone_has_the_values_it_has_in_a_run(one: OneFuture, outcome: dk.Outcome) -> None:
    for plan in (NOW, KOERS):
        for measure, values in one.values[plan].items():
            np.testing.assert_array_equal(values, outcome.values[plan][measure][MEMBER], measure)


def test_the_record_is_that_of_the_run(one: OneFuture, outcome: dk.Outcome) -> None:
    assert one.record == outcome.record


def test_quarters_add_up_to_what_the_measures_say(one: OneFuture, outcome: dk.Outcome) -> None:
    for number, quarter in enumerate(one.quarters, start=1):

        def told(measure: str, at: int = number) -> float:
            found = outcome.by_member(measure, plan=KOERS, place="wolvega", quarter=at)
            return float(found[MEMBER])

        assert 4 * sum(quarter.requests) == pytest.approx(told("requests"))
        assert quarter.waiting == pytest.approx(told("waiting_list"))
        assert quarter.pressure == pytest.approx(told("pressure"))
        assert quarter.waiting_time == told("waiting_time")
        assert quarter.vacant / quarter.fte == pytest.approx(told("vacancies"))


def test_how_far_one_looks_changes_nothing_on_the_way(one: OneFuture) -> None:
    town, plan = dk.read_town("voorbeelddorp"), desk_and_procedure()
    shorter = explain(town, plan, member=MEMBER, team="wolvega", years=1, members=64)
    assert shorter.quarters == one.quarters[:4]


def test_without_a_koers_the_town_carries_on() -> None:
    found = explain(dk.read_town("voorbeelddorp"), member=0, team="wolvega", years=1)
    assert not found.compares
    assert found.quarters == found.carrying_on
    assert found.begins == {}


def test_what_starts_is_told_in_its_quarter(one: OneFuture) -> None:
    assert one.begins == {2: ("Gescheiden voordeur", "Kortere procedure")}


def on_teams(split: str, shorter: str) -> Plan:
    """The packaged koers, with each of its cards on one team."""
    plan = desk_and_procedure()
    teams = {"split_front_door": (split,), "shorter_procedure": (shorter,)}
    cards = tuple(card.model_copy(update={"teams": teams[card.name]}) for card in plan.cards)
    return plan.model_copy(update={"cards": cards})


def test_a_card_on_another_team_is_not_told_here() -> None:
    town, plan = dk.read_town("voorbeelddorp"), on_teams("wolvega", "noordwolde")
    for team, label in (("wolvega", "Gescheiden voordeur"), ("noordwolde", "Kortere procedure")):
        found = explain(town, plan, member=0, team=team, years=1, members=8)
        assert found.begins == {2: (label,)}


def test_figures_of_a_card_on_another_team_do_not_stand_out_here() -> None:
    plan, menu = on_teams("wolvega", "noordwolde"), dk.read_menu()
    ours, theirs = (_moved_by(plan, menu, team) for team in ("wolvega", "noordwolde"))
    assert ours
    assert theirs
    assert not ours & theirs
    assert _moved_by(desk_and_procedure(), menu, "wolvega") == ours | theirs


def test_of_cards_that_need_each_other_only_those_on_the_team_are_told() -> None:
    menu = dk.read_menu()
    split, shorter = on_teams("wolvega", "noordwolde").cards
    both = desk_and_procedure().model_copy(update={"cards": (split, shorter)})
    element = Element("a+b", "Gescheiden voordeur met Kortere procedure", "cards", both)
    assert _begins([element], "wolvega", 4, menu) == {2: ("Gescheiden voordeur",)}
    assert _begins([element], "elders", 4, menu) == {}


@pytest.mark.parametrize("member", [-1, 64])
def test_a_member_that_is_not_there_is_refused(member: int) -> None:
    with pytest.raises(OutOfRange, match="ten minste 0 en ten hoogste 63"):
        explain(dk.read_town("voorbeelddorp"), member=member, team="wolvega")


def test_a_team_that_is_not_there_is_refused_with_the_nearest() -> None:
    with pytest.raises(UnknownName, match='Bedoelt u "wolvega"'):
        explain(dk.read_town("voorbeelddorp"), member=0, team="wolvga")


def test_the_figures_that_stand_out_lie_farthest_from_their_centre() -> None:
    catalogue = read_catalogue()
    names = ("waiting.patience_median", "team.absence", "responses.overtime_slope", "money.fte")
    values = {name: catalogue.figure(name).central for name in names}
    values["team.absence"] = catalogue.figure("team.absence").spread.quantile(0.9)
    values["money.fte"] = catalogue.figure("money.fte").spread.quantile(0.03)
    found = standouts(values, names, catalogue)
    assert [each.figure.name for each in found[:2]] == ["money.fte", "team.absence"]
    assert [each.is_high for each in found[:2]] == [False, True]
    assert len(found) == 3


def test_no_constant_and_no_figure_of_a_card_that_is_not_laid_stands_out(one: OneFuture) -> None:
    for each in one.standouts:
        assert not each.figure.spread.is_constant
        assert not each.figure.name.startswith(("helpers.", "observed.", "money."))
