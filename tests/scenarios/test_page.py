"""The page about scenarios says what the package has."""

import re
from pathlib import Path

import pytest

from draagkracht.scenarios.reading import ScenarioFile, packaged_scenarios, read_scenario
from draagkracht.scenarios.world import WORLD


@pytest.fixture(scope="module")
def page(checkout: Path) -> str:
    return (checkout / "docs/nl/scenarios.md").read_text(encoding="utf-8")


def test_the_page_names_every_packaged_scenario_and_no_other(page: str) -> None:
    table = page.partition("## De negen scenario's")[2].partition("\n## ")[0]
    named = re.findall(r"^\| `(\w+)` \|", table, re.MULTILINE)
    assert sorted(named) == sorted(each.name for each in packaged_scenarios())
    assert len(named) == 9


def test_the_page_says_of_every_figure_of_the_world_what_may_be_done(page: str) -> None:
    rows = re.findall(r"^\| `(\w+\.\w+)` \|.*\| (ja|nee) \| (ja|nee) \|$", page, re.MULTILINE)
    word = {True: "ja", False: "nee"}
    assert rows == [
        (name, word[figure.can_be_held], word[figure.can_be_shocked])
        for name, figure in WORLD.items()
    ]


def test_the_page_explains_every_field(page: str) -> None:
    explained = set(
        re.findall(r"^\| (?:`\[\[\w+\]\]` )?`([\w.]+)` \| .* \| .* \|$", page, re.MULTILINE)
    )
    fields = {"format", "name", "label.nl", "story.nl", "legal", "includes"}
    fields |= {"figure", "quantile", "factor", "starts_month", "lasts_months"}
    assert fields <= explained
    assert {name.partition(".")[0] for name in fields} >= set(ScenarioFile.model_fields) - {
        "components",
        "holds",
        "shocks",
    }


def test_the_scenario_on_the_page_can_be_read(page: str, tmp_path: Path) -> None:
    (text,) = re.findall(r"```toml\n(.*?)```", page, re.DOTALL)
    path = tmp_path / "SCENARIO.toml"
    path.write_text(text, encoding="utf-8")
    assert read_scenario(path).name == "dure_huur+krappe_arbeidsmarkt"
