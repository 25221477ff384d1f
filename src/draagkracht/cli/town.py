"""`draagkracht town check`: what a town document holds, and what stands out in it."""

import datetime as dt
import json
from collections.abc import Iterator, Sequence
from textwrap import wrap
from typing import Annotated, Any, Final

import typer

from draagkracht import __version__
from draagkracht.choice.goal_words import goal_words
from draagkracht.documents.digest import digest
from draagkracht.evidence.catalogue import read_catalogue
from draagkracht.language.numbers import dutch_number
from draagkracht.plans.parties import PARTIES
from draagkracht.town.observed import OBSERVED_SCALES
from draagkracht.town.oddity import Oddity
from draagkracht.town.plausibility import oddities
from draagkracht.town.reading import read_town
from draagkracht.town.summary import FigureOfTown, TownSummary, summarise
from draagkracht.town.town import Town

WIDTH: Final = 80
_EXACT: Final = 9
_WHOSE: Final = {
    "own": "eigen cijfer",
    "typical": "typisch cijfer, niet van deze gemeente",
    "missing": "nog niet opgegeven",
}


def check(
    town: Annotated[
        str,
        typer.Argument(
            metavar="GEMEENTE", help="Gemeentebestand (TOML), of: voorbeeldstad, voorbeelddorp."
        ),
    ],
    as_json: Annotated[bool, typer.Option("--json", help="Geeft de uitkomst als JSON.")] = False,
) -> None:
    """Print what a town document holds and what stands out; nothing that stands out is an error."""
    document = read_town(town)
    catalogue = read_catalogue()
    today = dt.date.today()
    found = oddities(document, catalogue, today=today)
    summary = summarise(document)
    if as_json:
        record = {
            "town": digest(document),
            "catalogue": catalogue.digest,
            "library": __version__,
        }
        print(json.dumps(_as_data(summary, found, record), ensure_ascii=False, indent=2))
    else:
        print("\n".join(_as_text(summary, found, document)))


def _as_text(summary: TownSummary, found: Sequence[Oddity], town: Town) -> Iterator[str]:
    yield f"{_headed(summary)}, vanaf {summary.start.isoformat()}"
    yield " · ".join(
        (
            _counted(summary.wijken, "wijk", "wijken"),
            _counted(summary.households, "huishouden", "huishoudens"),
            _counted(summary.residents, "inwoner", "inwoners"),
            _counted(summary.teams, "team", "teams"),
            f"{_exact(summary.fte)} fte",
        )
    )
    yield ""
    yield "De vijf cijfers:"
    for row in summary.five:
        yield f"  {row.label_nl:<24}{_value(row):>9}  {_WHOSE[row.whose]}"
    if summary.worked_example:
        yield from _wrapped(
            "Dit is een rekenvoorbeeld. Het zegt pas iets over deze gemeente als alle vijf "
            'eigen cijfers zijn: [[observed]] met kind = "own".'
        )
    yield ""
    yield from _goals_and_money(town)
    if summary.missing:
        labels = [
            f"{OBSERVED_SCALES[figure].label_nl.lower()} ({figure})" for figure in summary.missing
        ]
        yield from _wrapped(f"Niet bekend, en welkom: {'; '.join(labels)}.")
    yield ""
    if not found:
        yield "Er valt niets op."
        return
    yield f"Wat opvalt ({len(found)}):"
    for oddity in found:
        yield from _wrapped(oddity.text, first="- ", rest="  ")


def _goals_and_money(town: Town) -> Iterator[str]:
    """What the town goes for, and the money it says it has."""
    if town.goals:
        yield "Waar gaan we voor?"
        for goal in town.goals:
            yield from _wrapped(f"- {goal_words(goal)}", first="  ", rest="    ")
    else:
        yield from _wrapped("Waar gaan we voor? Nog geen doelen: zet ze erbij met [[goal]].")
    for budget in town.budgets:
        euros = f"{_exact(budget.euro_per_year)} euro per jaar"
        yield f"Budget van nu ({PARTIES[budget.party]}): {euros}"
    for reserve in town.reserves:
        whose = f"{reserve.name} ({PARTIES[reserve.party]})"
        yield from _wrapped(f"Apart gezet, {whose}: {_exact(reserve.euro)} euro, eenmalig")
    yield ""


def _as_data(
    summary: TownSummary, found: Sequence[Oddity], record: dict[str, str]
) -> dict[str, Any]:
    five = [
        {"figure": row.figure, "unit": row.unit, "whose": row.whose}
        | ({} if row.value is None else {"value": row.value})
        for row in summary.five
    ]
    return {
        "record": record,
        "town": {
            "name": summary.name,
            "start": summary.start.isoformat(),
            "municipalities": list(summary.municipalities),
            "wijken": summary.wijken,
            "households": summary.households,
            "residents": summary.residents,
            "teams": summary.teams,
            "fte": summary.fte,
            "worked_example": summary.worked_example,
        },
        "five": five,
        "missing": list(summary.missing),
        "findings": [{"code": row.code, "place": row.place, "text": row.text} for row in found],
        "warnings": [],
    }


def _headed(summary: TownSummary) -> str:
    """The name, and its municipalities unless that says the same again."""
    names = summary.municipalities
    if len(names) == 1 and summary.name in (names[0], f"Gemeente {names[0]}"):
        return summary.name
    return f"{summary.name} ({', '.join(names)})"


def _counted(count: int, one: str, more: str) -> str:
    return f"{_exact(count)} {one if count == 1 else more}"


def _value(row: FigureOfTown) -> str:
    return "—" if row.value is None else _exact(row.value)


def _exact(value: float) -> str:
    """What a document says is shown as it says it, not rounded as an outcome is."""
    return dutch_number(value, _EXACT)


def _wrapped(text: str, *, first: str = "", rest: str = "") -> list[str]:
    return wrap(text, WIDTH, initial_indent=first, subsequent_indent=rest)
