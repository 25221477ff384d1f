"""What it costs per budget year: by paying party, structural and one-off apart."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from draagkracht.language.numbers import dutch_number
from draagkracht.language.sentences import listed, sentence_case
from draagkracht.plans.parties import PARTIES
from draagkracht.report.cell import Row
from draagkracht.report.material import Material
from draagkracht.report.quarter_label import MONTHS
from draagkracht.simulation.budget import NATURES
from draagkracht.simulation.budget_line import BudgetLine

NATURE_WORDS: Final = {"structural": "structureel", "one_off": "eenmalig"}
_EURO: Final = "euro"
_MINUS: Final = "\N{MINUS SIGN}"
_LEAST: Final = 0.5  # euro


@dataclass(frozen=True, slots=True)
class PartyBudget:
    """What one party pays, structurally or once, year by year."""

    caption: str
    heads: tuple[str, ...]
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class Budget:
    """One table for each party and nature that is not zero; the others are named."""

    compares: bool
    tables: tuple[PartyBudget, ...]
    nothing: str
    no_one_off: bool
    financing: tuple[Row, ...]


def budget_section(material: Material) -> Budget:
    """The budget of the koers beside carrying on, or of carrying on alone."""
    outcome, plan = material.outcome, material.plan.name
    now = outcome.budget(outcome.carrying_on)
    with_plan = outcome.budget(plan)
    change = outcome.budget(plan, difference=True)
    tables = []
    for party in PARTIES:
        for nature in NATURES:
            found = [row for row in with_plan if (row.party, row.nature) == (party, nature)]
            if found:
                key = (party, nature)
                rows = tuple(_rows(material, key, now, with_plan, change))
                tables.append(PartyBudget(_caption(party, nature), _heads(material), rows))
    payers = {row.party for row in with_plan}
    return Budget(
        financing=tuple(
            (
                sentence_case(PARTIES[row.party]),
                NATURE_WORDS[row.nature],
                row.what.nl,
                "geen" if row.reserve is None else row.reserve,
            )
            for row in material.plan.financing
        ),
        compares=material.compares,
        tables=tuple(tables),
        nothing=listed([label for party, label in PARTIES.items() if party not in payers]),
        no_one_off=not any(row.nature == "one_off" for row in with_plan),
    )


def _caption(party: str, nature: str) -> str:
    labels = {str(name): label for name, label in PARTIES.items()}
    return f"{sentence_case(labels[party])}, {NATURE_WORDS[nature]}"


def _heads(material: Material) -> tuple[str, ...]:
    if not material.compares:
        return ("Begrotingsjaar", "Doorgaan zoals nu", "Bereik")
    return (
        "Begrotingsjaar",
        "Doorgaan zoals nu",
        "Verschil met de koers",
        "Bereik van het verschil",
    )


def _rows(
    material: Material,
    key: tuple[str, str],
    now: tuple[BudgetLine, ...],
    with_plan: tuple[BudgetLine, ...],
    change: tuple[BudgetLine, ...],
) -> Iterator[Row]:
    def of(lines: tuple[BudgetLine, ...], year: int) -> BudgetLine | None:
        found = [row for row in lines if (row.party, row.nature) == key and row.year == year]
        return found[0] if found else None

    for year in range(1, material.years + 1):
        base, ours, differs = of(now, year), of(with_plan, year), of(change, year)
        label = _year(material.town.start, year)
        assert ours is not None
        if not material.compares:
            yield label, _euro(ours.median), _range(ours.low, ours.high, signed=False)
            continue
        assert differs is not None
        yield (
            label,
            _euro(base.median if base else 0.0),
            _signed(differs.median) + f" {_EURO}",
            _range(differs.low, differs.high, signed=True),
        )


def _year(start: dt.date, year: int) -> str:
    """A calendar year where the run begins in January, else its first and last month."""
    first = start.year + year - 1
    if start.month == 1:
        return f"Jaar {first}"
    begin, end = MONTHS[start.month - 1], MONTHS[start.month - 2]
    return f"{begin} {first} t/m {end} {first + 1}"


def _euro(amount: float) -> str:
    return f"{_number(amount)} {_EURO}"


def _number(amount: float) -> str:
    return dutch_number(amount) if abs(amount) >= _LEAST else "0"


def _signed(amount: float) -> str:
    text = _number(abs(amount))
    return text if text == "0" else f"{'+' if amount > 0 else _MINUS}{text}"


def _range(low: float, high: float, *, signed: bool) -> str:
    ends = [_signed(end) if signed else _number(end) for end in (low, high)]
    return f"{ends[0] if ends[0] == ends[1] else ' tot '.join(ends)} {_EURO}"
