"""`draagkracht lever list`: what a koers can move, and where it stands today."""

import json
from typing import Annotated, Any

import typer

from draagkracht import __version__
from draagkracht.evidence.catalogue import Catalogue, read_catalogue
from draagkracht.language.numbers import dutch_range
from draagkracht.language.units import UNIT_WORDS, dutch_amount
from draagkracht.model.levers import LEVERS, Lever


def list_levers(
    as_json: Annotated[bool, typer.Option("--json", help="Geeft de uitkomst als JSON.")] = False,
) -> None:
    """Print each lever with its unit and its value today."""
    catalogue = read_catalogue()
    if as_json:
        print(json.dumps(_as_data(catalogue), ensure_ascii=False, indent=2))
        return
    rows = [("knop", "nu", "wat het is")]
    rows += [(name, _today(lever, catalogue), lever.label_nl) for name, lever in LEVERS.items()]
    names, values = (max(len(row[column]) for row in rows) for column in (0, 1))
    for name, value, label in rows:
        print(f"{name:<{names}}  {value:<{values}}  {label}")
    print("\nTussen haakjes: van laag tot hoog (80 % van de toekomsten).")


def _today(lever: Lever, catalogue: Catalogue) -> str:
    if lever.today is not None:
        return dutch_amount(lever.today, lever.unit)
    figure = catalogue.figure(lever.name)
    central = dutch_amount(figure.central, lever.unit)
    if figure.low == figure.high:
        return central
    scale = 100 if UNIT_WORDS[lever.unit].is_share else 1
    return f"{central} ({dutch_range(scale * figure.low, scale * figure.high)})"


def _as_data(catalogue: Catalogue) -> dict[str, Any]:
    levers: list[dict[str, Any]] = []
    for name, lever in LEVERS.items():
        row: dict[str, Any] = {"lever": name, "label": lever.label_nl, "unit": lever.unit}
        row |= {"lowest": lever.low, "highest": lever.high}
        if lever.today is not None:
            row["today"] = {"central": lever.today, "low": lever.today, "high": lever.today}
        else:
            figure = catalogue.figure(name)
            row["today"] = {"central": figure.central, "low": figure.low, "high": figure.high}
        levers.append(row)
    return {
        "record": {"catalogue": catalogue.digest, "library": __version__},
        "levers": levers,
        "warnings": [],
    }
