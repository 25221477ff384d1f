"""`draagkracht mechanism list`: the parts of the model that a run can leave out."""

import json
from typing import Annotated, Any

import typer

from draagkracht import __version__
from draagkracht.simulation.mechanisms import MECHANISMS


def list_mechanisms(
    as_json: Annotated[bool, typer.Option("--json", help="Geeft de uitkomst als JSON.")] = False,
) -> None:
    """Print each mechanism with its place in the model and what it is."""
    if as_json:
        print(json.dumps(_as_data(), ensure_ascii=False, indent=2))
        return
    rows = [("mechanisme", "code", "wat het is")]
    rows += [(each.name, each.code, each.label_nl) for each in MECHANISMS.values()]
    names, codes = (max(len(row[column]) for row in rows) for column in (0, 1))
    for name, code, label in rows:
        print(f"{name:<{names}}  {code:<{codes}}  {label}")
    print("\nZet er een uit met draagkracht run GEMEENTE --without MECHANISME.")


def _as_data() -> dict[str, Any]:
    return {
        "record": {"library": __version__},
        "mechanisms": [
            {"mechanism": each.name, "code": each.code, "label": each.label_nl}
            for each in MECHANISMS.values()
        ],
        "warnings": [],
    }
