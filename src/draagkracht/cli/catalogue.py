"""The commands `catalogue check` and `catalogue show`: are the figures in order, what is one."""

import json
from collections.abc import Sequence
from typing import Annotated, Final

import typer

from draagkracht.cli.figure_page import figure_page
from draagkracht.documents.errors import Inconsistent
from draagkracht.evidence.catalogue import Catalogue, read_catalogue
from draagkracht.evidence.checking import check_catalogue
from draagkracht.evidence.figure import Figure
from draagkracht.evidence.finding import Finding
from draagkracht.language.words import STATUS_WORDS
from draagkracht.model.figures_used import USED
from draagkracht.model.levers import LEVERS
from draagkracht.plans.menu import read_menu

# The towns that are packaged as examples take their formation from this figure.
EXAMPLE_TOWNS: Final = frozenset({"team.fte_per_1000_residents"})

AsJson = Annotated[bool, typer.Option("--json", help="Uitvoer voor programma's.")]


def check(as_json: AsJson = False) -> None:
    """Print what is not in order and how many figures have each status; exit 2 on a finding."""
    menu = read_menu()
    catalogue = read_catalogue()
    used = USED | menu.figures | EXAMPLE_TOWNS
    findings = check_catalogue(catalogue, used=used, cited=menu.sources)
    if as_json:
        print(json.dumps(_check_json(catalogue, findings), ensure_ascii=False, indent=2))
    else:
        print("\n".join(_check_lines(catalogue, findings)))
    if findings:
        raise typer.Exit(2)


def show(
    name: Annotated[
        str, typer.Argument(metavar="CIJFER", help="Naam van een cijfer, zoals team.absence.")
    ],
    as_json: AsJson = False,
) -> None:
    """Print one figure with its range, status, reasons and sources."""
    catalogue = read_catalogue()
    if name in LEVERS and name not in catalogue.figures:
        raise Inconsistent(
            what="Dit is een knop.", remedy="Zie draagkracht lever list.", place=name
        )
    figure = catalogue.figure(name)
    if as_json:
        print(json.dumps(_figure_json(figure, catalogue), ensure_ascii=False, indent=2))
    else:
        print(figure_page(figure, catalogue))


def _check_lines(catalogue: Catalogue, findings: Sequence[Finding]) -> list[str]:
    lines = [f"{len(catalogue.figures)} cijfers, {len(catalogue.sources)} bronnen", ""]
    lines += [f"  {STATUS_WORDS[key]:<24}{n:>4}" for key, n in catalogue.counts().items()]
    if not findings:
        return [*lines, "", "Alles is in orde."]
    word = "bevinding" if len(findings) == 1 else "bevindingen"
    lines += ["", f"{len(findings)} {word}:"]
    return [*lines, *(f"  {finding.subject}: {finding.sentence}" for finding in findings)]


def _check_json(catalogue: Catalogue, findings: Sequence[Finding]) -> dict[str, object]:
    return {
        "record": {"catalogue": catalogue.digest},
        "figures": len(catalogue.figures),
        "sources": len(catalogue.sources),
        "counts": catalogue.counts(),
        "findings": [
            {"subject": finding.subject, "code": finding.code, "text": finding.sentence}
            for finding in findings
        ],
        "warnings": [],
    }


def _figure_json(figure: Figure, catalogue: Catalogue) -> dict[str, object]:
    names = {name for row in figure.evidence for name in (row.source, row.reported_by) if name}
    sources = [catalogue.sources[name] for name in sorted(names & catalogue.sources.keys())]
    return {
        "record": {"catalogue": catalogue.digest},
        "figure": figure.model_dump(mode="json", exclude_none=True),
        "sources": [source.model_dump(mode="json", exclude_none=True) for source in sources],
        "warnings": [],
    }
