"""What the koers is to bring about: goals reached, and what residents get of it."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from draagkracht.language.sentences import listed, sentence_case
from draagkracht.report.amount import out_of
from draagkracht.report.cell import Row
from draagkracht.report.comparison import Comparison, all_compared
from draagkracht.report.goal import goal_sentence
from draagkracht.report.material import Material
from draagkracht.report.phrases import change

_UNTOLD: Final = "niet te zeggen"  # beyond the run, or too few requests


@dataclass(frozen=True, slots=True)
class Given:
    """What residents get of one card."""

    label: str
    gives: str


@dataclass(frozen=True, slots=True)
class Intended:
    """Goals with the toekomsten in which they are reached; what gets better; what residents get."""

    compares: bool
    heads: tuple[str, ...]
    goals: tuple[Row, ...]
    better: tuple[str, ...]
    indistinct: str
    gives: tuple[Given, ...]
    horizon: str


def intended_section(material: Material) -> Intended:
    """The result that is aimed at, as far as it was computed."""
    heads = ("Doel", "Doorgaan zoals nu haalt het in")
    rows = all_compared(material.outcome, plan=material.plan.name) if material.compares else ()
    return Intended(
        compares=material.compares,
        heads=(*heads, "Met de koers gehaald in") if material.compares else heads,
        goals=tuple(_goals(material)),
        better=better(rows),
        indistinct=listed([row.words.label.lower() for row in rows if row.verdict == "indistinct"]),
        gives=tuple(Given(card.label.nl, card.gives.nl) for _, card in material.laid),
        horizon=f"{material.years} jaar",
    )


def better(rows: tuple[Comparison, ...]) -> tuple[str, ...]:
    """What gets better beyond its rekenfout, and in how many toekomsten it moves that way."""
    return tuple(
        f"{sentence_case(row.words.subject)} wordt {change(row.difference)}, in {row.along}."
        for row in rows
        if row.verdict == "better"
    )


def _goals(material: Material) -> Iterator[Row]:
    for row in material.goals or ():
        counts = (row.carrying_on, row.koers) if material.compares else (row.carrying_on,)
        cells = (_UNTOLD if count is None else out_of(count, row.of) for count in counts)
        yield (goal_sentence(row, start=material.town.start), *cells)
