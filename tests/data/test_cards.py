"""Cards and forms rest on figures and sources that are there, and say what speaks against them."""

from collections import Counter

import pytest

from draagkracht.documents.reading import read_tables
from draagkracht.evidence.catalogue import Catalogue, read_catalogue
from draagkracht.evidence.figure import Figure
from draagkracht.model.levers import LEVERS
from draagkracht.plans.card_figures import check_card_figures
from draagkracht.plans.effect import Effect
from draagkracht.plans.intervention import Intervention
from draagkracht.plans.menu import read_menu
from draagkracht.plans.organisation import OrganisationForm
from draagkracht.scenarios.bounds import check_bounds
from draagkracht.scenarios.reading import read_scenario
from draagkracht.town.packaged import DATA, packaged_documents

MENU = read_menu()
DOCUMENTS: dict[str, Intervention | OrganisationForm] = {**MENU.cards, **MENU.forms}
EFFECTS = [
    pytest.param(effect, id=f"{name}, {effect.lever}")
    for name, document in DOCUMENTS.items()
    for effect in document.effects
]
LOWER_IS_WORSE = "ABCDE"


@pytest.fixture(scope="module")
def catalogue() -> Catalogue:
    return read_catalogue()


def test_every_figure_of_the_menu_stands_in_the_catalogue(catalogue: Catalogue) -> None:
    assert MENU.figures - set(catalogue.figures) == set()


@pytest.mark.parametrize("file", ["organisation", *(f"cards/{name}" for name in MENU.cards)])
def test_every_figure_for_cards_and_forms_is_used(file: str) -> None:
    path = DATA / "figures" / f"{file}.toml"
    if not path.exists():  # a card that changes nothing within the horizon and asks nothing new
        assert not MENU.figures & {file.removeprefix("cards/")}
        return
    tables = read_tables(path)
    names = {f"{group}.{short}" for group, rows in tables.items() for short in rows}
    assert names - MENU.figures == set()


def test_every_figure_has_the_unit_that_its_card_needs(catalogue: Catalogue) -> None:
    check_card_figures(MENU, catalogue)


@pytest.mark.parametrize("effect", EFFECTS)
def test_an_effect_at_its_p10_and_p90_stays_within_its_lever(
    effect: Effect, catalogue: Catalogue
) -> None:
    lever = LEVERS[effect.lever]
    today = catalogue.figure(lever.name).central if lever.today is None else lever.today
    figure = catalogue.figure(effect.figure)
    for value in (figure.low, figure.central, figure.high):
        moved = {"scale": today * value, "add": today + value}.get(effect.operation, value)
        # A lever stops at its bound; only what is wholly outside it would be without effect.
        if value == figure.central:
            assert lever.low <= moved <= lever.high
        assert moved >= 0


@pytest.mark.parametrize("name", DOCUMENTS)
def test_every_source_stands_in_the_catalogue(name: str, catalogue: Catalogue) -> None:
    for row in DOCUMENTS[name].evidence:
        assert row.source in catalogue.sources
        assert row.reported_by == catalogue.sources[row.source].reported_by


@pytest.mark.parametrize("name", DOCUMENTS)
def test_what_was_read_second_hand_is_graded_c_at_most(name: str) -> None:
    document = DOCUMENTS[name]
    if any(row.reported_by for row in document.evidence):
        assert document.grade is not None
        assert LOWER_IS_WORSE.index(document.grade) >= LOWER_IS_WORSE.index("C")


@pytest.mark.parametrize("name", MENU.cards)
def test_a_card_says_what_speaks_against_it(name: str) -> None:
    card = MENU.cards[name]
    assert card.side_effects is not None
    assert card.costs or any(effect.lever == "casework.follow_up_hours" for effect in card.effects)


@pytest.mark.parametrize("name", MENU.cards)
def test_a_card_whose_evidence_has_limits_rests_on_an_assumed_figure(
    name: str, catalogue: Catalogue
) -> None:
    card = MENU.cards[name]
    figures = [catalogue.figure(effect.figure) for effect in card.effects]
    if card.limits or card.grade == "E":
        assert {figure.status for figure in figures} <= {"assumed"}


@pytest.mark.parametrize("name", MENU.cards)
def test_a_card_without_evidence_is_graded_e(name: str) -> None:
    card = MENU.cards[name]
    assert (card.grade == "E") == (not card.evidence)


@pytest.mark.parametrize("name", DOCUMENTS)
def test_no_legal_ground_is_said_to_be_read_before_it_was(name: str) -> None:
    assert not DOCUMENTS[name].legal_read


def test_every_colour_has_cards_of_its_own() -> None:
    main = Counter(card.colours[0] for card in MENU.cards.values())
    assert set(main) == {"blue", "red", "yellow", "green"}
    assert min(main.values()) >= 3


def test_no_card_can_only_do_good(catalogue: Catalogue) -> None:
    """A range of an assumed effect reaches far enough to (almost) no effect at all."""
    for card in MENU.cards.values():
        for effect in card.effects:
            if effect.operation == "scale":
                assert catalogue.figure(effect.figure).high >= 0.9


def test_the_comparator_keeps_what_the_source_printed(catalogue: Catalogue) -> None:
    figure: Figure = catalogue.figure("without_wijkteam.request_factor")
    assert figure.central == pytest.approx(126 / 138, abs=0.0005)
    assert figure.low <= 1 / 1.14 <= figure.high


def test_packaged_scenarios_stay_within_the_bounds(catalogue: Catalogue) -> None:
    assert len(packaged_documents("scenarios")) == 9
    for name in packaged_documents("scenarios"):
        check_bounds(read_scenario(name), catalogue)
        assert read_scenario(name).name == name
