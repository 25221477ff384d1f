"""The worlds that come with the package."""

import pytest

from draagkracht.documents.reading import parse_document
from draagkracht.documents.writing import write_document
from draagkracht.evidence.catalogue import read_catalogue
from draagkracht.model.levers import LEVER_NAMES
from draagkracht.scenarios.changes import changes
from draagkracht.scenarios.reading import packaged_scenarios
from draagkracht.scenarios.scenario import Scenario
from draagkracht.scenarios.world import LEGAL_NL, WORLD

HELD = {
    "trend": {},
    "bezuiniging": {},
    "energieprijsschok": {},
    "hardere_groei": {"households.growth": 0.9},
    "krappe_arbeidsmarkt": {"labour.vacancy_factor": 0.9, "labour.departure_factor": 0.9},
    "minder_mantelzorg": {"informal.factor": 0.1},
    "ruimere_gegevensdeling": {"law.holding_factor": 0.5},
    "rustig": {"households.growth": 0.1, "labour.vacancy_factor": 0.1},
    "wachtrijen_bij_partners": {"partners.wait_factor": 0.9},
}
SHOCKED = {
    "bezuiniging": ("formation.factor", 0.95, 12, None),
    "energieprijsschok": ("households.becoming_vulnerable", 1.4, 12, 12),
}
PACKAGED = packaged_scenarios()


def named(scenario: Scenario) -> str:
    return scenario.name


def test_the_trend_comes_first_and_the_others_by_name() -> None:
    assert [each.name for each in PACKAGED] == list(HELD)


@pytest.mark.parametrize("world", PACKAGED, ids=named)
def test_each_holds_and_shocks_what_its_page_says(world: Scenario) -> None:
    assert {hold.figure: hold.quantile for hold in world.holds} == HELD[world.name]
    rows = tuple(
        (shock.figure, shock.factor, shock.starts_month, shock.lasts_months)
        for shock in world.shocks
    )
    assert rows == ((SHOCKED[world.name],) if world.name in SHOCKED else ())


@pytest.mark.parametrize("world", PACKAGED, ids=named)
def test_each_names_only_figures_of_the_world_and_never_a_lever(world: Scenario) -> None:
    assert world.figures <= set(WORLD)
    assert not world.figures & set(LEVER_NAMES)


@pytest.mark.parametrize("world", PACKAGED, ids=named)
def test_each_is_written_and_read_without_a_change(world: Scenario) -> None:
    text = write_document(world)
    assert parse_document(text, Scenario) == world
    assert write_document(parse_document(text, Scenario)) == text


@pytest.mark.parametrize("world", PACKAGED, ids=named)
def test_each_says_in_its_story_that_its_sizes_are_assumed(world: Scenario) -> None:
    assert "aanname" in world.story.nl
    assert max(len(sentence.split()) for sentence in world.story.nl.split(". ")) <= 28


def test_only_wider_sharing_of_data_needs_another_law_and_its_story_says_so() -> None:
    (legal,) = [each for each in PACKAGED if each.legal]
    assert legal.name == "ruimere_gegevensdeling"
    assert "moet de wet anders" in legal.story.nl
    assert changes(legal, read_catalogue())[-1] == LEGAL_NL


def test_what_a_scenario_changes_is_said_in_words() -> None:
    lines = {each.name: changes(each, read_catalogue()) for each in PACKAGED}
    assert lines["trend"] == ("Niets staat vast: elke toekomst trekt haar eigen waarden.",)
    assert lines["bezuiniging"] == (
        "Formatie ten opzichte van nu: maal 0,95 vanaf maand 12, tot het einde.",
    )
    assert lines["energieprijsschok"] == (
        "Kans om kwetsbaar te worden: maal 1,4 vanaf maand 12, 12 maanden lang.",
    )
    assert lines["hardere_groei"] == (
        "Groei van de kans om kwetsbaar te worden: in elke toekomst 0,05 per jaar, "
        "hoger dan in 90 % van de toekomsten in de trend.",
    )
    assert lines["minder_mantelzorg"][0].endswith(
        "lager dan in 90 % van de toekomsten in de trend."
    )
    assert lines["ruimere_gegevensdeling"][0].endswith("het midden van het bereik.")
