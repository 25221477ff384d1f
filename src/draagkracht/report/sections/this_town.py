"""The town: how large it is, and which of the five figures are its own."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from draagkracht.language.numbers import SHOWN_DIGITS
from draagkracht.language.sentences import listed
from draagkracht.report.amount import AS_GIVEN, Amount, counted
from draagkracht.report.cell import Row
from draagkracht.report.conclusion import TREND
from draagkracht.report.material import Material
from draagkracht.scenarios.changes import changes
from draagkracht.town.observed import ObservedFigure
from draagkracht.town.summary import FigureOfTown, TownSummary, Whose, summarise

WHOSE_WORDS: Final[Mapping[Whose, str]] = {
    "own": "eigen cijfer",
    "typical": "typisch cijfer",
    "missing": "niet opgegeven",
}
_UNITS: Final[Mapping[ObservedFigure, tuple[str, str]]] = {
    "residents": ("inwoner", "inwoners"),
    "fte": ("fte", "fte"),
    "requests_per_year": ("vraag per jaar", "vragen per jaar"),
    "open_cases": ("zaak", "zaken"),
    "waiting_list": ("huishouden", "huishoudens"),
}


@dataclass(frozen=True, slots=True)
class ThisTown:
    """The town at a glance, and its wijken."""

    name: str
    counts: str
    fte: Amount
    of_municipalities: str
    own_words: str
    five: tuple[Row, ...]
    wijken: tuple[Row, ...]
    scenario: str
    scenario_story: str
    scenario_changes: tuple[str, ...]


def this_town_section(material: Material) -> ThisTown:
    """The town of the outcome."""
    scenario = material.scenario
    summary = summarise(material.town)
    counts = (
        counted(summary.wijken, "wijk", "wijken"),
        counted(summary.households, "huishouden", "huishoudens"),
        counted(summary.teams, "team", "teams"),
    )
    name = material.outcome.scenario.replace("_", " ")
    return ThisTown(
        name=summary.name,
        counts=listed([str(count) for count in counts]),
        fte=Amount(summary.fte, "fte", "fte", AS_GIVEN),
        of_municipalities=_of(summary),
        own_words=_own(summary.five),
        five=tuple(_five(row) for row in summary.five),
        wijken=tuple(_wijken(material)),
        scenario=name if scenario is None else scenario.label.nl,
        scenario_story="" if scenario is None else scenario.story.nl,
        scenario_changes=()
        if scenario is None or scenario.name == TREND
        else changes(scenario, material.catalogue),
    )


def _of(summary: TownSummary) -> str:
    if summary.municipalities == (summary.name,):
        return ""
    return f"De wijken zijn die van {listed(summary.municipalities)}."


def _own(five: Sequence[FigureOfTown]) -> str:
    own = sum(row.whose == "own" for row in five)
    if own == len(five):
        return f"Alle {len(five)} cijfers waarmee het begint, zijn van de gemeente zelf."
    return (
        f"Van de {len(five)} cijfers waarmee het begint, {'is' if own == 1 else 'zijn'} er {own} "
        "van de gemeente zelf. Hoe meer eigen cijfers, hoe zekerder de uitkomst."
    )


def _five(row: FigureOfTown) -> Row:
    one, many = _UNITS[row.figure]
    digits = AS_GIVEN if row.whose == "own" else SHOWN_DIGITS
    value = "onbekend" if row.value is None else Amount(row.value, one, many, digits)
    return (row.label_nl, value, WHOSE_WORDS[row.whose])


def _wijken(material: Material) -> Iterator[Row]:
    labels = {team.name: team.label for team in material.town.teams}
    sources = material.catalogue.sources
    for wijk in material.town.wijken:
        yield (
            wijk.name,
            labels[wijk.team],
            counted(wijk.households, "huishouden", "huishoudens"),
            counted(wijk.residents, "inwoner", "inwoners"),
            sources[wijk.source].title if wijk.source in sources else wijk.source,
        )
