"""What a calculation prints: head, tables and notes, drawn by rich, in plain text for a pipe."""

import textwrap
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Final

from draagkracht.cli.cell import ALIKE, NOTHING
from draagkracht.cli.outcome_table import OutcomeTable
from draagkracht.simulation.warning import Warned

if TYPE_CHECKING:
    from rich.console import Console

WIDTH: Final = 96
_LEAST: Final = 60

READING: Final = (
    "Boven: de middelste toekomst. Onder: het bereik van 8 op de 10 toekomsten. Dat bereik is wat "
    "wij niet weten.",
    "Een wachttijd telt ook wie nog wacht of afhaakte. Lees haar samen met wie er afhaken.",
    "Elk moment is een kwartaal: het eerste, of het laatste van dat jaar.",
    f"{NOTHING} Niet te zeggen: te weinig vragen of te weinig toekomsten.",
)
READING_DIFFERENCE: Final = (
    "Een verschil is de koers min doorgaan zoals nu, toekomst voor toekomst; daarvan ziet u het "
    "middelste. Dat is iets anders dan het verschil van twee middelsten. Bij % zijn het "
    "procentpunten.",
    f"Niet te onderscheiden ({ALIKE}): het verschil is niet groter dan de rekenfout. Die wordt "
    "kleiner met meer toekomsten (--members).",
)


def print_sheet(
    head: str,
    tables: Iterable[OutcomeTable],
    *,
    warnings: Sequence[Warned],
    reading: Sequence[str],
    record: str,
) -> None:
    """Print an answer: what it is about, what to beware of, the tables, how to read them."""
    from rich.console import Console  # late: nothing of it may load for --help

    console = Console(markup=False, highlight=False, emoji=False)
    console.width = max(_LEAST, min(console.width, WIDTH)) if console.is_terminal else WIDTH
    console.print(printable(head), style="bold")
    for warning in warnings:
        _paragraph(console, f"- {warning.text}", hang="  ")
    for table in tables:
        console.print()
        _draw(console, table)
    console.print()
    for line in reading:
        _paragraph(console, line)
    console.print()
    _paragraph(console, record)


def _draw(console: "Console", table: OutcomeTable) -> None:
    from rich.box import SIMPLE_HEAD  # late, as above
    from rich.table import Table

    for line in textwrap.wrap(printable(table.title), console.width):
        console.print(line, style="bold")  # its own line: wider than its table
    drawn = Table(box=SIMPLE_HEAD, show_edge=False, pad_edge=False, leading=table.leading)
    for number, name in enumerate(table.heads):
        if number:
            drawn.add_column(printable(name), justify="right", vertical="top")
        else:
            drawn.add_column(printable(name), vertical="top", min_width=table.first)
    for row in table.rows:
        drawn.add_row(*map(printable, row))
    console.print(drawn)


def _paragraph(console: "Console", text: str, hang: str = "") -> None:
    for line in textwrap.wrap(printable(text), console.width, subsequent_indent=hang) or [""]:
        console.print(line)


def printable(text: str) -> str:
    """A name in a document must not steer the terminal."""
    return "".join(letter if letter.isprintable() or letter == "\n" else "?" for letter in text)
