"""What we assume, widest first: the figures that rest on judgement and not on a source."""

from dataclasses import dataclass
from typing import Final

from draagkracht.evidence.figure import Figure
from draagkracht.language.words import STATUS_WORDS
from draagkracht.report.amount import Amount, counted
from draagkracht.report.cell import Row
from draagkracht.report.figure_words import figure_range, figure_value
from draagkracht.report.material import Material

SHOWN: Final = 10


@dataclass(frozen=True, slots=True)
class StatusCount:
    """How many figures of this calculation have one status."""

    words: str
    count: Amount


@dataclass(frozen=True, slots=True)
class Assumptions:
    """The widest assumptions in full view, the rest folded."""

    total: Amount
    assumed: Amount
    are: str
    counts: tuple[StatusCount, ...]
    widest: tuple[Row, ...]
    others: tuple[Row, ...]
    others_count: Amount


def assumptions_section(material: Material) -> Assumptions:
    """The assumptions among the figures that this outcome rests on."""
    figures = material.figures
    used = {figure.name for figure in figures}
    assumed = [row for row in material.catalogue.assumed_widest_first() if row.name in used]
    rows = tuple(_row(figure) for figure in assumed)
    counts = tuple(
        StatusCount(words, counted(number, "cijfer", "cijfers"))
        for status, words in STATUS_WORDS.items()
        if (number := sum(figure.status == status for figure in figures))
    )
    return Assumptions(
        total=counted(len(figures), "cijfer", "cijfers"),
        assumed=counted(len(assumed), "aanname", "aannames"),
        are="is" if len(assumed) == 1 else "zijn",
        counts=counts,
        widest=rows[:SHOWN],
        others=rows[SHOWN:],
        others_count=counted(len(rows[SHOWN:]), "aanname", "aannames"),
    )


def _row(figure: Figure) -> Row:
    return (
        figure.label_nl,
        figure_value(figure),
        figure_range(figure),
        "" if figure.because is None else figure.because.nl,
        "" if figure.ask is None else figure.ask.nl,
    )
