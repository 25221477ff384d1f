"""Several scenarios are one world, in whatever order they are named."""

from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from draagkracht.documents.errors import DoubleName, DraagkrachtError, EmptyValue
from draagkracht.documents.reading import parse_document
from draagkracht.documents.writing import write_document
from draagkracht.scenarios.composing import compose_scenarios
from draagkracht.scenarios.errors import HeldApart
from draagkracht.scenarios.reading import packaged_scenarios, read_scenario
from draagkracht.scenarios.scenario import Scenario
from scenarios.worlds import head, hold, scenario, shock

GROWTH = scenario(hold(), name="groei")
CUT = scenario(shock("formation.factor", 0.95, lasts=None), name="minder_geld")
PRICES = scenario(shock(factor=1.4), name="prijzen")
RENT = scenario(shock(factor=1.2, start=18), hold(), name="huur")
LAW = scenario(hold("law.holding_factor", 0.5), name="wet", legal=True)
ALL = (GROWTH, CUT, PRICES, RENT, LAW)
EMPTY = (read_scenario("trend"), scenario(name="niets"))


def test_one_scenario_is_itself() -> None:
    assert compose_scenarios(PRICES) is PRICES


def test_all_that_is_held_and_shocked_comes_together() -> None:
    both = compose_scenarios(GROWTH, CUT)
    assert (both.holds, both.shocks) == (GROWTH.holds, CUT.shocks)
    assert (both.name, both.label.nl) == ("groei+minder_geld", "Wereld groei + Wereld minder_geld")
    assert both.story.nl == "Dit is groei. Dit is minder_geld."


def test_what_two_hold_at_the_same_quantile_is_held_once() -> None:
    assert compose_scenarios(GROWTH, RENT).holds == GROWTH.holds


def test_shocks_of_one_figure_that_overlap_are_both_kept() -> None:
    both = compose_scenarios(RENT, PRICES)
    assert both.shocks == (*PRICES.shocks, *RENT.shocks)
    both.check()


def test_the_law_must_change_as_soon_as_one_part_asks_for_it() -> None:
    assert compose_scenarios(GROWTH, LAW).legal
    assert not compose_scenarios(GROWTH, CUT).legal


def test_composing_is_commutative() -> None:
    texts = {write_document(compose_scenarios(*order)) for order in permutations((*ALL, EMPTY[0]))}
    assert len(texts) == 1


@given(st.permutations((*ALL, *EMPTY)), st.integers(1, 6), st.integers(1, 6))
def test_composing_is_associative(order: list[Scenario], first: int, second: int) -> None:
    low, high = sorted((first, second))
    groups = [group for group in (order[:low], order[low:high], order[high:]) if group]
    stepwise = compose_scenarios(*(compose_scenarios(*group) for group in groups))
    assert stepwise == compose_scenarios(*ALL)


def test_a_composed_scenario_is_a_document_like_any() -> None:
    whole = compose_scenarios(*ALL)
    whole.check()
    text = write_document(whole)
    assert parse_document(text, Scenario) == whole
    assert write_document(parse_document(text, Scenario)) == text


def test_the_trend_drops_out_beside_another_world() -> None:
    trend = read_scenario("trend")
    assert compose_scenarios(trend, CUT) == CUT == compose_scenarios(CUT, trend)
    assert compose_scenarios(GROWTH, trend, CUT) == compose_scenarios(GROWTH, CUT)


def test_the_trend_stays_when_nothing_else_happens() -> None:
    trend, quiet = read_scenario("trend"), scenario(name="niets")
    for alone in ((trend,), (trend, trend), (trend, quiet), (quiet, trend)):
        assert compose_scenarios(*alone) == trend
    assert compose_scenarios(quiet, quiet) == quiet


def test_every_packaged_scenario_goes_with_every_other_unless_they_contradict() -> None:
    refused = set()
    for one in packaged_scenarios():
        for other in packaged_scenarios():
            try:
                compose_scenarios(one, other).check()
            except HeldApart:
                refused.add(frozenset((one.name, other.name)))
            except DoubleName:
                assert one.name == other.name
    assert refused == {
        frozenset(("rustig", "hardere_groei")),
        frozenset(("rustig", "krappe_arbeidsmarkt")),
    }


def test_one_figure_held_at_two_quantiles_is_refused_and_both_are_named() -> None:
    calm = scenario(hold(quantile=0.1), name="rustig")
    with pytest.raises(HeldApart) as caught:
        compose_scenarios(GROWTH, calm)
    assert str(caught.value) == (
        'De scenario\'s "groei" (kwantiel 0,9) en "rustig" (kwantiel 0,1) zetten het cijfer '
        '"households.growth" elk ergens anders vast. '
        "Kies één van de twee, of reken ze na elkaar door."
    )


def test_a_scenario_that_is_there_twice_is_refused_also_inside_another() -> None:
    both = compose_scenarios(GROWTH, PRICES)
    for twice in ((PRICES, PRICES), (both, PRICES), (PRICES, both)):
        with pytest.raises(DoubleName) as caught:
            compose_scenarios(*twice)
        assert str(caught.value) == (
            'De naam "prijzen" komt twee keer voor (scenario). Gebruik elke naam één keer.'
        )


def test_no_scenario_at_all_is_refused() -> None:
    with pytest.raises(EmptyValue):
        compose_scenarios()


@given(st.lists(st.sampled_from(EMPTY), min_size=2, max_size=5), st.integers(1, 4))
def test_composing_what_changes_nothing_is_associative(order: list[Scenario], cut: int) -> None:
    groups = [group for group in (order[:cut], order[cut:]) if group]
    stepwise = compose_scenarios(*(compose_scenarios(*group) for group in groups))
    assert stepwise == compose_scenarios(*order) == compose_scenarios(*reversed(order))


COMPONENT = '\n[[component]]\nname = "{0}"\nlabel.nl = "Wereld {0}"\nstory.nl = "Dit is {0}."\n'


@pytest.mark.parametrize(
    ("names", "message"),
    [
        (("a",), "component: Een samengesteld scenario heet naar zijn delen"),
        (("b", "a"), "component: Een samengesteld scenario heet naar zijn delen"),
        (("a", "b"), "component: Een samengesteld scenario heet naar zijn delen"),
        (("a", "a"), 'component 2: De naam "a" komt twee keer voor'),
        (("a", "b+c"), 'component 2 › name: De naam "b+c" kan niet'),
    ],
)
def test_parts_that_do_not_make_the_whole_are_refused(names: tuple[str, ...], message: str) -> None:
    text = head() + "".join(COMPONENT.format(name) for name in names)
    with pytest.raises(DraagkrachtError) as caught:
        parse_document(text, Scenario)
    assert str(caught.value).startswith(message)
