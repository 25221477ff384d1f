"""A scenario is the world outside: it holds or shocks what no one decides on."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from draagkracht.documents.errors import DraagkrachtError
from draagkracht.documents.reading import parse_document
from draagkracht.documents.writing import write_document
from draagkracht.model.levers import LEVER_NAMES
from draagkracht.scenarios.errors import UnusableName
from draagkracht.scenarios.scenario import Scenario
from draagkracht.scenarios.world import HOLDABLE, SHOCKABLE, WORLD
from scenarios.worlds import hold, scenario, shock


def refusal(*rows: str) -> str:
    with pytest.raises(DraagkrachtError) as caught:
        scenario(*rows)
    assert caught.value.exit_code == 2
    return str(caught.value)


@pytest.mark.parametrize("lever", LEVER_NAMES)
def test_a_lever_can_be_neither_held_nor_shocked(lever: str) -> None:
    assert "Er is geen cijfer waar de wereld over gaat" in refusal(hold(lever))
    assert "Er is geen cijfer waar de wereld over gaat" in refusal(shock(lever))


@pytest.mark.parametrize(
    ("rows", "message"),
    [
        pytest.param(
            [hold("labour.vacancy_facto")],
            "hold 1 (labour.vacancy_facto) › figure: Er is geen cijfer waar de wereld over gaat "
            'met de naam "labour.vacancy_facto". Bedoelt u "labour.vacancy_factor"?',
            id="a misspelt figure",
        ),
        pytest.param(
            [hold("households.becoming_vulnerable")],
            "hold 1 (households.becoming_vulnerable) › figure: Het cijfer "
            '"households.becoming_vulnerable" kan een scenario niet op deze manier zetten. '
            "Hier kan: households.growth, labour.vacancy_factor, labour.departure_factor, "
            "partners.wait_factor, informal.factor, law.holding_factor.",
            id="a solved figure held",
        ),
        pytest.param(
            [hold(), hold()],
            'hold 2 (households.growth) › figure: De naam "households.growth" komt twee keer voor '
            "(cijfer). Gebruik elke naam één keer.",
            id="one figure held twice",
        ),
        pytest.param(
            [hold(quantile=1.0)],
            "hold 1 (households.growth) › quantile: 1 kan hier niet. "
            "Geef een getal van ten hoogste 0.99.",
            id="a quantile of one",
        ),
        pytest.param(
            [shock(factor=0.0)],
            "shock 1 (households.becoming_vulnerable) › factor: 0 kan hier niet. "
            "Geef een getal groter dan 0.",
            id="a factor of zero",
        ),
        pytest.param(
            [shock(), shock(start=23)],
            "shock 2 (households.becoming_vulnerable): Twee schokken van hetzelfde cijfer vallen "
            "over elkaar. Maak er één schok van, of zet ze na elkaar.",
            id="two shocks at once",
        ),
        pytest.param(
            [shock(lasts=None), shock(start=100)],
            "shock 2 (households.becoming_vulnerable): Twee schokken van hetzelfde cijfer vallen "
            "over elkaar. Maak er één schok van, of zet ze na elkaar.",
            id="a shock under one that stays",
        ),
        pytest.param(
            [hold("law.holding_factor", 0.5)],
            'legal: Voor het cijfer "law.holding_factor" moet de wet anders. '
            "Zet erbij: legal = true.",
            id="another law that is not said",
        ),
        pytest.param(
            [shock("law.holding_factor")],
            'shock 1 (law.holding_factor) › figure: Het cijfer "law.holding_factor" kan een '
            "scenario niet op deze manier zetten. Hier kan: households.becoming_vulnerable, "
            "labour.vacancy_factor, labour.departure_factor, partners.wait_factor, "
            "informal.factor, formation.factor.",
            id="a law shocked",
        ),
    ],
)
def test_a_wrong_scenario_is_refused_with_place_and_remedy(rows: list[str], message: str) -> None:
    assert refusal(*rows) == message


def test_a_law_that_nothing_needs_is_refused() -> None:
    with pytest.raises(DraagkrachtError) as caught:
        scenario(hold(), legal=True)
    assert str(caught.value) == (
        "legal: Hier staat legal = true, maar voor geen van de cijfers moet de wet anders. "
        "Haal de regel weg."
    )


def test_a_scenario_for_which_the_law_must_change_says_so() -> None:
    assert scenario(hold("law.holding_factor", 0.5), legal=True).legal
    assert not scenario(hold()).legal


def test_shocks_may_follow_each_other() -> None:
    first, second = scenario(shock(), shock(start=24)).shocks
    assert first.ends_week == second.starts_week == 104.0


def test_shocks_of_two_figures_may_come_together() -> None:
    assert len(scenario(shock(), shock("labour.vacancy_factor")).shocks) == 2


@pytest.mark.parametrize("name", ["dure huur", "huur+groei", "dure\u00a0huur", " huur", "+"])
def test_a_name_with_a_space_or_a_plus_is_refused(name: str) -> None:
    with pytest.raises(UnusableName) as caught:
        scenario(hold(), name=name)
    assert caught.value.place == "name"
    usable = caught.value.remedy.partition('"')[2].removesuffix('"')
    assert scenario(hold(), name=usable).name == usable


@st.composite
def scenarios(draw: st.DrawFn) -> Scenario:
    texts = st.text(min_size=1, max_size=20).filter(lambda text: bool(text.strip()))
    names = texts.filter(lambda text: text.split() == [text] and "+" not in text)
    held: list[Any] = draw(st.lists(st.sampled_from(HOLDABLE), unique=True))
    shocked: list[Any] = draw(st.lists(st.sampled_from(SHOCKABLE), unique=True))
    found = Scenario.model_validate(
        {
            "format": 1,
            "name": draw(names),
            "label": {"nl": draw(texts)},
            "story": {"nl": draw(texts)},
            "legal": any(WORLD[name].needs_law for name in held),
            "hold": tuple(
                {"figure": name, "quantile": draw(st.floats(0.01, 0.99))} for name in held
            ),
            "shock": tuple(
                {
                    "figure": name,
                    "factor": draw(st.floats(0.01, 10)),
                    "starts_month": draw(st.integers(0, 240)),
                    "lasts_months": draw(st.none() | st.integers(1, 240)),
                }
                for name in shocked
            ),
        }
    )
    found.check()
    return found


@given(scenarios())
def test_writing_and_reading_changes_nothing(world: Scenario) -> None:
    text = write_document(world)
    assert parse_document(text, Scenario) == world
    assert write_document(parse_document(text, Scenario)) == text
