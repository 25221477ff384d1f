"""The commands `catalogue check`, `show` and `stale`: are the figures in order, what is one."""

import datetime as dt
import json
from collections.abc import Sequence
from typing import Annotated, Final

import typer

from draagkracht.choice.bars import FRAME_FIGURES
from draagkracht.choice.ceiling import CEILING
from draagkracht.cli.figure_page import figure_page
from draagkracht.cli.inputs import read_cards
from draagkracht.cli.options import CardsOption
from draagkracht.cli.stale_page import stale_page
from draagkracht.cli.usage import WrongUsage
from draagkracht.documents.errors import Inconsistent
from draagkracht.evidence.age import is_stale, last_year, setting_sources, stale_figures
from draagkracht.evidence.catalogue import Catalogue, read_catalogue
from draagkracht.evidence.checking import check_catalogue
from draagkracht.evidence.figure import Figure
from draagkracht.evidence.finding import Finding
from draagkracht.evidence.reference import read_references
from draagkracht.language.words import STATUS_WORDS
from draagkracht.model.figures_used import USED
from draagkracht.model.levers import LEVERS
from draagkracht.plans.stories import read_stories, sources_of

# The towns that are packaged as examples take their formation from this figure.
EXAMPLE_TOWNS: Final = frozenset({"team.fte_per_1000_residents"})
# Read by no kernel and no card, but by what judges a koers.
JUDGING: Final = FRAME_FIGURES | {CEILING}

AsJson = Annotated[bool, typer.Option("--json", help="Uitvoer voor programma's.")]
Today = Annotated[
    str | None,
    typer.Option(
        "--today",
        metavar="DATUM",
        help="De dag waarop u kijkt, zoals 2026-11-21. Standaard: vandaag.",
    ),
]


def check(cards: CardsOption = None, as_json: AsJson = False) -> None:
    """Print what is not in order and how many figures have each status; exit 2 on a finding."""
    menu, catalogue = read_cards(cards)
    used = USED | menu.figures | EXAMPLE_TOWNS | JUDGING
    cited = menu.sources | sources_of(read_stories())
    findings = check_catalogue(catalogue, used=used, cited=cited, references=read_references())
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
    today: Today = None,
    as_json: AsJson = False,
) -> None:
    """Print one figure with its range, status, age, reasons and sources."""
    day = _day(today, "show")
    catalogue = read_catalogue()
    if name in LEVERS and name not in catalogue.figures:
        raise Inconsistent(
            what="Dit is een knop.", remedy="Zie draagkracht lever list.", place=name
        )
    figure = catalogue.figure(name)
    if as_json:
        data = _figure_json(figure, catalogue, today=day)
        print(json.dumps(data, ensure_ascii=False, indent=2))
    else:
        print(figure_page(figure, catalogue, today=day))


def stale(today: Today = None, as_json: AsJson = False) -> None:
    """Print the figures whose evidence is more than five years old, oldest first."""
    day = _day(today, "stale")
    catalogue = read_catalogue()
    figures = stale_figures(catalogue, today=day)
    if as_json:
        data = _stale_json(figures, catalogue, today=day)
        print(json.dumps(data, ensure_ascii=False, indent=2))
    else:
        print(stale_page(figures, catalogue, today=day))


def _day(text: str | None, command: str) -> dt.date:
    """The day the user looks from. Raises: WrongUsage."""
    if text is None:
        return dt.date.today()
    try:
        return dt.date.fromisoformat(text)
    except ValueError:
        raise WrongUsage(
            reason="value",
            name="--today",
            expected="een datum, zoals 2026-11-21",
            place=f"draagkracht catalogue {command}",
        ) from None


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


def _figure_json(figure: Figure, catalogue: Catalogue, *, today: dt.date) -> dict[str, object]:
    names = {name for row in figure.evidence for name in (row.source, row.reported_by) if name}
    sources = [catalogue.sources[name] for name in sorted(names & catalogue.sources.keys())]
    return {
        "record": {"catalogue": catalogue.digest},
        "figure": figure.model_dump(mode="json", exclude_none=True),
        "today": today.isoformat(),
        "last_year": last_year(figure, catalogue),
        "stale": is_stale(figure, catalogue, today=today),
        "sources": [source.model_dump(mode="json", exclude_none=True) for source in sources],
        "warnings": [],
    }


def _stale_json(
    figures: Sequence[Figure], catalogue: Catalogue, *, today: dt.date
) -> dict[str, object]:
    return {
        "record": {"catalogue": catalogue.digest},
        "today": today.isoformat(),
        "figures": [
            {
                "name": figure.name,
                "label": figure.label_nl,
                "last_year": last_year(figure, catalogue),
                "applies": figure.applies and figure.applies.model_dump(mode="json"),
                "sources": [source.id for source in setting_sources(figure, catalogue)],
            }
            for figure in figures
        ],
        "warnings": [],
    }
