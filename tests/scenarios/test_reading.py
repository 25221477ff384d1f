"""A scenario is read from a file or by its name."""

from pathlib import Path

import pytest

from draagkracht.documents.errors import DraagkrachtError, UnknownName
from draagkracht.documents.reading import parse_document
from draagkracht.documents.writing import write_document
from draagkracht.scenarios.composing import compose_scenarios
from draagkracht.scenarios.reading import read_scenario
from draagkracht.scenarios.scenario import Scenario
from scenarios.worlds import head, hold, scenario


def test_the_trend_holds_nothing() -> None:
    trend = read_scenario("trend")
    assert (trend.holds, trend.shocks, trend.figures) == ((), (), frozenset())


def test_a_misspelt_scenario_is_refused_with_the_nearest() -> None:
    with pytest.raises(UnknownName) as caught:
        read_scenario("krappe_arbeidmarkt")
    assert str(caught.value) == (
        'Er is geen scenario met de naam "krappe_arbeidmarkt". Bedoelt u "krappe_arbeidsmarkt"?'
    )


def own(folder: Path, text: str) -> Path:
    path = folder / "eigen.toml"
    path.write_text(text, encoding="utf-8")
    return path


def refusal(path: Path) -> str:
    with pytest.raises(DraagkrachtError) as caught:
        read_scenario(path)
    assert caught.value.exit_code == 2
    return str(caught.value).replace(f"{path.parent}/", "")


def test_a_file_of_ones_own_is_read(tmp_path: Path) -> None:
    path = own(tmp_path, head() + hold())
    assert read_scenario(path) == scenario(hold())
    assert type(read_scenario(path)) is Scenario


def test_a_file_may_build_on_packaged_scenarios(tmp_path: Path) -> None:
    text = head("mijn", 'includes = ["hardere_groei", "bezuiniging"]') + hold("informal.factor")
    found = read_scenario(own(tmp_path, text))
    assert found == compose_scenarios(
        scenario(hold("informal.factor"), name="mijn"),
        read_scenario("bezuiniging"),
        read_scenario("hardere_groei"),
    )
    assert parse_document(write_document(found), Scenario) == found


def test_a_composed_scenario_that_was_kept_is_read_again(tmp_path: Path) -> None:
    both = compose_scenarios(read_scenario("rustig"), read_scenario("energieprijsschok"))
    assert read_scenario(own(tmp_path, write_document(both))) == both


@pytest.mark.parametrize(
    ("text", "message"),
    [
        pytest.param(
            head("mijn", 'includes = ["hardere_groej"]'),
            "eigen.toml: includes: Er is geen meegeleverd scenario met de naam "
            '"hardere_groej". Bedoelt u "hardere_groei"?',
            id="a misspelt name",
        ),
        pytest.param(
            head("mijn", 'includes = ["eigen.toml"]'),
            "eigen.toml: includes: Er is geen meegeleverd scenario met de naam "
            '"eigen.toml". Toegestaan: bezuiniging, energieprijsschok, hardere_groei, '
            "krappe_arbeidsmarkt, minder_mantelzorg, ruimere_gegevensdeling, rustig, trend, "
            "wachtrijen_bij_partners.",
            id="a file, such as itself",
        ),
        pytest.param(
            head("mijn", 'includes = ["rustig", "rustig"]'),
            'eigen.toml: includes: De naam "rustig" komt twee keer voor (scenario). '
            "Gebruik elke naam één keer.",
            id="the same twice",
        ),
        pytest.param(
            head("mijn", 'includes = ["hardere_groei"]') + hold(quantile=0.5),
            'eigen.toml: includes: De scenario\'s "mijn" (kwantiel 0,5) en "hardere_groei" '
            '(kwantiel 0,9) zetten het cijfer "households.growth" elk ergens anders vast. '
            "Kies één van de twee, of reken ze na elkaar door.",
            id="held at two places",
        ),
        pytest.param(
            head("dure huur+energie"),
            'eigen.toml: name: De naam "dure huur+energie" kan niet: er staat een spatie of een + '
            'in. Schrijf bijvoorbeeld: name = "dure_huur_energie"',
            id="a name with a space and a plus",
        ),
        pytest.param(
            head("mijn", 'includes = "rustig"'),
            'eigen.toml: includes: Hier hoort een lijst, maar er staat "rustig". '
            "Verbeter de waarde.",
            id="no list",
        ),
        pytest.param(
            head("mijn", 'include = ["rustig"]'),
            'eigen.toml: De naam "include" is hier niet bekend. Bedoelt u "includes"?',
            id="a misspelt key",
        ),
        pytest.param(
            head("mijn") + hold("casework.holding_hours"),
            "eigen.toml: hold 1 (casework.holding_hours) › figure: Er is geen cijfer waar de "
            'wereld over gaat met de naam "casework.holding_hours". Bedoelt u '
            '"law.holding_factor"?',
            id="a lever",
        ),
    ],
)
def test_a_wrong_file_is_refused_with_file_place_and_remedy(
    tmp_path: Path, text: str, message: str
) -> None:
    assert refusal(own(tmp_path, text)) == message
