"""`draagkracht network`: any network of stations with queues, from a file of one's own."""

from collections.abc import Iterator
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Final

import typer

import draagkracht as dk
from draagkracht.cli.cell import NOTHING
from draagkracht.cli.options import JsonOption, ThreadsOption, cores
from draagkracht.cli.outcome_table import OutcomeTable
from draagkracht.cli.output import check_output
from draagkracht.cli.progress import progress
from draagkracht.cli.sheet import print_sheet
from draagkracht.language.numbers import dutch_number
from draagkracht.simulation.warning import Warned

if TYPE_CHECKING:
    from draagkracht.network.outcome import Mean, NetworkOutcome, StationResult

_PREPARING: Final = "klaarzetten (alleen de eerste keer duurt dat tot een halve minuut)"
_DIGITS: Final = 4
_MARGIN_DIGITS: Final = 2
_SHORT: Final = 12
_ROUNDING: Final = 1e-9  # below it a half width is nothing but the rounding of sums
_READING: Final = (
    "± is de helft van het 95%-interval van het gemiddelde over de herhalingen.",
    "Een wachttijd hoort bij de periode waarin zij eindigt. Bij allen telt ook wie afhaakte.",
    f"{NOTHING} Niet te zeggen: het kwam niet voor.",
)


class Rng(StrEnum):
    """Generators of draws."""

    squares = "squares"
    philox = "philox"


def network(
    file: Annotated[
        str,
        typer.Argument(metavar="NETWERK", help="Netwerkbestand (TOML); zie docs/nl/netwerk.md."),
    ],
    as_json: JsonOption = False,
    trace: Annotated[
        Path | None,
        typer.Option(metavar="BESTAND", help="Schrijft elke gebeurtenis als CSV; kost tijd."),
    ] = None,
    rng: Annotated[
        Rng, typer.Option(metavar="NAAM", help="Trekt de toevalsgetallen.")
    ] = Rng.squares,
    threads: ThreadsOption = None,
) -> None:
    """Print the statistics of every station, in every window and for every kind."""
    document = dk.read_network(file)
    if trace is not None:
        check_output(trace, inputs=[file])
    with progress("Rekenen", preparing=_PREPARING, quiet=as_json) as advance:
        outcome = dk.network(
            document,
            trace=trace,
            generator=rng.value,
            threads=cores() if threads is None else threads,
            progress=advance,
        )
    if as_json:
        print(outcome.to_json(), end="")
        return
    print_sheet(
        _heading(outcome),
        _tables(outcome),
        warnings=[Warned(warning.code, warning.text) for warning in outcome.warnings],
        reading=_READING,
        record=_record_line(outcome),
    )
    if trace is not None:
        print(f"Geschreven: {trace}")


def _heading(outcome: "NetworkOutcome") -> str:
    count = len(outcome.names)
    times = outcome.record.replications
    return (
        f"Netwerk van {count} {'station' if count == 1 else 'stations'}, tijd in "
        f"{outcome.time_unit}, {times} {'herhaling' if times == 1 else 'herhalingen'}"
    )


def _tables(outcome: "NetworkOutcome") -> Iterator[OutcomeTable]:
    """A table for every station in every window: what is measured down, kinds across."""
    rows: dict[tuple[str, tuple[float, float]], list[StationResult]] = {}
    for row in outcome.stations:
        rows.setdefault((row.name, row.window), []).append(row)
    for (name, window), found in rows.items():
        shown = found[:1] if len(found) == 2 else found  # one kind is all kinds
        heads = ("", *("allen" if row.kind is None else row.kind for row in shown))
        low, high = (dutch_number(bound, _DIGITS) for bound in window)
        yield OutcomeTable(
            f"{name}, van {low} tot {high}",
            heads,
            tuple(
                (label, *(_cell(getattr(row, key), percent=percent) for row in shown))
                for key, label, percent in _labels(outcome.time_unit)
            ),
        )


def _labels(unit: str) -> tuple[tuple[str, str, bool], ...]:
    return (
        ("arrivals", "Gekomen", False),
        ("served", "Begonnen", False),
        ("gave_up", "Afgehaakt", False),
        ("mean_queue", "Wachtenden, gemiddeld", False),
        ("mean_in_system", "Wachtend of in behandeling", False),
        ("mean_wait_served", f"Wachttijd wie begon ({unit})", False),
        ("mean_wait_all", f"Wachttijd allen ({unit})", False),
        ("p90_wait_served", f"9 van de 10 begonnen binnen ({unit})", False),
        ("utilisation", "Bezetting (%)", True),
    )


def _cell(value: "Mean", *, percent: bool) -> str:
    if value.mean is None:
        return NOTHING
    scale = 100.0 if percent else 1.0
    text = dutch_number(scale * value.mean, _DIGITS)
    if value.half_width_95 is None:
        return text
    if value.half_width_95 <= _ROUNDING * abs(value.mean):
        return f"{text} ± 0"
    return f"{text} ± {dutch_number(scale * value.half_width_95, _MARGIN_DIGITS)}"


def _record_line(outcome: "NetworkOutcome") -> str:
    """What anyone needs to get these same numbers again; digests shortened."""
    record = outcome.record
    return (
        f"{record.replications} herhalingen · seed {record.seed} · {record.generator} · "
        f"draagkracht {record.library} · netwerk {record.network[:_SHORT]}"
    )
