"""`draagkracht scenario list`: the worlds that come with the package, and what differs in each."""

import json
from textwrap import wrap
from typing import Annotated, Any, Final

import typer

from draagkracht import __version__
from draagkracht.evidence.catalogue import Catalogue, read_catalogue
from draagkracht.scenarios.changes import changes, held_value
from draagkracht.scenarios.reading import packaged_scenarios
from draagkracht.scenarios.scenario import Hold, Scenario
from draagkracht.scenarios.shock import Shock
from draagkracht.scenarios.world import WORLD

_WIDTH: Final = 80
_READING: Final = (
    "Zet er meer dan één bij elkaar met --scenario A --scenario B. Wat een scenario vastzet of "
    "verschuift, is een aanname. Vandaag is in elk scenario hetzelfde."
)


def list_scenarios(
    as_json: Annotated[bool, typer.Option("--json", help="Geeft de uitkomst als JSON.")] = False,
) -> None:
    """Print each packaged scenario with its label and what it holds or shocks, in words."""
    catalogue = read_catalogue()
    scenarios = packaged_scenarios()
    if as_json:
        document = {
            "record": {"catalogue": catalogue.digest, "library": __version__},
            "scenarios": [_as_data(scenario, catalogue) for scenario in scenarios],
            "warnings": [],
        }
        print(json.dumps(document, ensure_ascii=False, indent=2))
        return
    for scenario in scenarios:
        print(f"{scenario.name} · {scenario.label.nl}")
        for line in changes(scenario, catalogue):
            print("\n".join(wrap(line, _WIDTH, initial_indent="  ", subsequent_indent="    ")))
        print()
    print("\n".join(wrap(_READING, _WIDTH)))


def _as_data(scenario: Scenario, catalogue: Catalogue) -> dict[str, Any]:
    return {
        "scenario": scenario.name,
        "label": scenario.label.nl,
        "story": scenario.story.nl,
        "legal": scenario.legal,
        "holds": [_hold(hold, catalogue) for hold in scenario.holds],
        "shocks": [_shock(shock) for shock in scenario.shocks],
    }


def _hold(hold: Hold, catalogue: Catalogue) -> dict[str, Any]:
    return {
        "figure": hold.figure,
        "label": WORLD[hold.figure].label_nl,
        "quantile": hold.quantile,
        "value": held_value(hold, catalogue),
        "unit": catalogue.figure(hold.figure).unit,
    }


def _shock(shock: Shock) -> dict[str, Any]:
    """A shock that lasts to the end has no `lasts_months`."""
    row: dict[str, Any] = {"figure": shock.figure, "label": WORLD[shock.figure].label_nl}
    row |= {"factor": shock.factor, "starts_month": shock.starts_month}
    return row if shock.lasts_months is None else row | {"lasts_months": shock.lasts_months}
