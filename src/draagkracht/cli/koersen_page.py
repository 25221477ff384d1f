"""The page of `draagkracht koersen`: a table for each measure, then the colours."""

from collections import Counter
from collections.abc import Iterator, Sequence
from textwrap import fill
from typing import TYPE_CHECKING, Final

from draagkracht.choice.colours import COLOURS, ColourBalance
from draagkracht.cli.cell import ALIKE, SAME, difference_cell, level_cell
from draagkracht.cli.outcome_table import OutcomeTable
from draagkracht.cli.sheet import WIDTH, print_sheet
from draagkracht.language.colours import colour_mark
from draagkracht.language.numbers import dutch_number
from draagkracht.model.measures import MEASURES
from draagkracht.report.measure_words import MEASURE_WORDS
from draagkracht.scenarios.scenario import Scenario
from draagkracht.simulation.warning import Warned

if TYPE_CHECKING:
    from draagkracht.choice.koers_table import KoersTable

_FIRST: Final = 24  # letters for the name of a koers
_BETWEEN: Final = 3
_BEST: Final = "*"
_Column = tuple[str, ...]  # a scenario, and its cell for each koers
_UNITS: Final = {"pressure": "1 = precies genoeg uren"}
_WANTED: Final = {
    "lower": "lager is beter",
    "higher": "hoger is beter",
    None: "geen richting is beter",
}

READING: Final = (
    "De eerste rij is doorgaan zoals nu: de middelste toekomst, met daaronder het bereik van 8 op "
    "de 10 toekomsten. Elke andere rij is het verschil met doorgaan in datzelfde scenario, "
    "toekomst voor toekomst, over alle jaren samen.",
    f"{ALIKE} Niet te onderscheiden van doorgaan: het verschil is niet groter dan de rekenfout. "
    "Die wordt kleiner met meer toekomsten (--members).",
    f"{_BEST} Beter dan elke andere koers, met verschillen die alle groter zijn dan de rekenfout. "
    "Dat gaat over het rekenen en niet over het bewijs: het kan rusten op één aanname. "
    "Een koers met een andere organisatievorm doet hieraan niet mee: zo’n vorm verschilt vooral "
    "door onze aannames.",
    "Kleuren: een kaart telt 1 voor haar hoofdkleur en 0,5 voor elke andere kleur.",
)


def koersen_page(
    head: str,
    table: "KoersTable",
    balances: Sequence[ColourBalance],
    *,
    measures: Sequence[str],
    missed: bool,
    warnings: Sequence[Warned],
    record: str,
) -> None:
    """Print the tables of `measures` and the colours; with `missed` what is missing would add."""
    tables = [page for measure in measures for page in measure_tables(table, measure)]
    print_sheet(
        head,
        [*tables, colour_table(balances)],
        warnings=warnings,
        reading=(*_colour_lines(balances, missed=missed), *READING),
        record=record,
    )


def measure_tables(table: "KoersTable", measure: str) -> Iterator[OutcomeTable]:
    """One measure: as few tables under each other as fit, the finding above the first."""
    words = MEASURE_WORDS[measure]
    columns = [
        (each.label.nl, *(_cell(table, plan.name, each, measure) for plan in table.koersen))
        for each in table.scenarios
    ]
    title = f"{words.label}, {_unit(measure)} ({_WANTED[MEASURES[measure].better]})."
    for number, block in enumerate(_blocks(columns)):
        first = f"{title} {_finding(table, measure)}".strip()
        yield OutcomeTable(
            first if number == 0 else f"{words.label}, vervolg",
            ("", *(fill(column[0], _width(column) - _BETWEEN) for column in block)),
            tuple(
                (fill(plan.label.nl, _FIRST), *(column[row] for column in block))
                for row, plan in enumerate(table.koersen, start=1)
            ),
            first=_FIRST,
            leading=0,
        )


def colour_table(balances: Sequence[ColourBalance]) -> OutcomeTable:
    """How the cards of each koers are spread over the colours."""
    rows = (
        (balance.label, *(dutch_number(balance.counts[colour]) for colour in COLOURS))
        for balance in balances
        if balance.cards
    )
    heads = ("", *(colour_mark(colour) for colour in COLOURS))
    return OutcomeTable("De kleuren van elke koers, in kaarten", heads, tuple(rows), leading=0)


def _unit(measure: str) -> str:
    """What stands in the cells: shares as a percentage, all else as it is measured."""
    return _UNITS.get(measure, MEASURE_WORDS[measure].axis)


def _blocks(columns: Sequence[_Column]) -> list[Sequence[_Column]]:
    """Evenly divided over as few tables as fit, so that none is one lonely column."""
    for size in range(len(columns), 0, -1):
        count = -(-len(columns) // size)
        even = -(-len(columns) // count)
        blocks = [columns[at : at + even] for at in range(0, len(columns), even)]
        if all(sum(map(_width, block)) <= WIDTH - _FIRST for block in blocks):
            return blocks
    return [columns[at : at + 1] for at in range(len(columns))]


def _width(column: _Column) -> int:
    """A head may be broken between words, a line of a cell may not."""
    head, *cells = column
    parts = [*head.split(), *(line for cell in cells for line in cell.splitlines())]
    return _BETWEEN + max(len(part) for part in parts)


def _cell(table: "KoersTable", koers: str, scenario: Scenario, measure: str) -> str:
    told = table.cell(koers, scenario.name).of(measure)
    if koers == table.carrying_on:
        shown = level_cell(told.level)
    else:
        shown = difference_cell(told.difference, not_real=ALIKE).replace(SAME, "0")
    median, _, spread = shown.partition("\n")
    best = _BEST if table.best(measure, scenario.name) == koers else ""
    below = "" if spread in ("", median) else f"\n{spread.replace(' tot ', '…')}"
    return f"{median}{best}{below}"


def _finding(table: "KoersTable", measure: str) -> str:
    """Which koers is the best, where that is beyond the rekenfout."""
    if MEASURES[measure].better is None:
        return ""
    worlds = len(table.scenarios)
    labels = {plan.name: plan.label.nl for plan in table.koersen}
    best = [table.best(measure, scenario.name) for scenario in table.scenarios]
    won = Counter(name for name in best if name is not None)
    if not won and not _differs(table, measure):
        return "Geen enkele koers is hier te onderscheiden van doorgaan zoals nu."
    if not won:
        return "Geen enkele koers wint aantoonbaar."
    told = [f"‘{labels[name]}’ in {count}" for name, count in won.most_common()]
    rest = worlds - sum(won.values())
    sentence = f"Aantoonbaar de beste van de {worlds} scenario’s: {', '.join(told)}."
    return f"{sentence} In {rest} wint geen koers aantoonbaar." if rest else sentence


def _differs(table: "KoersTable", measure: str) -> bool:
    found = (cell.of(measure).difference for cell in table.cells)
    return any(difference is not None and difference.real for difference in found)


def _colour_lines(balances: Sequence[ColourBalance], *, missed: bool) -> Iterator[str]:
    for balance in balances:
        if balance.question:
            yield f"{balance.label}: {balance.question}"
        if missed:
            for each in balance.missed:
                yield f"{balance.label}: {each.sentence}"
    yield ""
