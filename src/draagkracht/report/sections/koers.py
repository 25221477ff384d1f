"""The koers against carrying on: what differs, for whom, what it costs, asks and gives."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from draagkracht.language.sentences import listed, sentence_case
from draagkracht.language.words import KIND_WORDS
from draagkracht.model.kinds import KINDS
from draagkracht.report.amount import Amount
from draagkracht.report.cell import Cell, Row
from draagkracht.report.charts.spans import spans
from draagkracht.report.comparison import (
    HEADLINE,
    Comparison,
    Verdict,
    all_compared,
    compared,
)
from draagkracht.report.exhibit import Exhibit, comparison_exhibit, difference_exhibit
from draagkracht.report.material import Material
from draagkracht.report.phrases import change, error
from draagkracht.report.sections.card import Card, card_of, form_card

_WAITING: Final = HEADLINE[:2]


@dataclass(frozen=True, slots=True)
class Koers:
    """Everything about the koers; `compares` is false when it is carrying on itself."""

    compares: bool
    label: str
    story: str
    finding: str
    worse: tuple[str, ...]
    better: tuple[str, ...]
    overview: Exhibit | None
    horizon: str
    rows: tuple[Row, ...]
    indistinct: str
    same: str
    courses: tuple[Exhibit, ...]
    kinds: tuple[Row, ...]
    cards: tuple[Card, ...]
    contract_hours: Amount


def koers_section(material: Material) -> Koers:
    """The koers of this advice."""
    outcome, plan = material.outcome, material.plan
    rows = all_compared(outcome, plan=plan.name)
    told = tuple(row for row in rows if row.verdict != "same")
    overview = comparison_exhibit(spans(told))
    start = material.town.start
    courses = [
        difference_exhibit(outcome, measure, plan=plan.name, start=start) for measure in _WAITING
    ]
    form = form_card(material)
    cards = tuple(card_of(material, planned, card) for planned, card in material.laid)
    hours = material.town.fte * material.catalogue.figure("team.contract_hours").central
    return Koers(
        compares=material.compares,
        label=plan.label.nl,
        story=plan.story.nl,
        finding=_finding(told),
        worse=_changes(told, "worse"),
        better=_changes(told, "better"),
        overview=overview,
        horizon=f"{material.years} jaar",
        rows=tuple(_row(row) for row in told),
        indistinct=_labels(rows, "indistinct"),
        same=_labels(rows, "same"),
        courses=tuple(shown for shown in courses if shown is not None) if told else (),
        kinds=_kinds(material) if told else (),
        cards=cards if form is None else (form, *cards),
        contract_hours=Amount(hours, "uur per week", "uur per week"),
    )


def _finding(told: Sequence[Comparison]) -> str:
    if not told:
        return "De koers verandert in geen enkele toekomst iets aan de uitkomsten."
    if not any(row.real for row in told):
        return (
            "Geen enkele uitkomst is te onderscheiden van doorgaan zoals nu: elk verschil is "
            "kleiner dan de rekenfout."
        )
    return ""


def _row(row: Comparison) -> Row:
    better: Cell = "niet van toepassing" if row.better is None else row.better
    return (row.words.label, row.base, row, error(row.difference), better)


def _labels(rows: Sequence[Comparison], verdict: Verdict) -> str:
    return listed([row.words.label.lower() for row in rows if row.verdict == verdict])


def _changes(rows: Sequence[Comparison], verdict: Verdict) -> tuple[str, ...]:
    return tuple(
        f"{sentence_case(row.words.subject)} wordt {change(row.difference)}, in {row.along}."
        for row in rows
        if row.verdict == verdict
    )


def _kinds(material: Material) -> tuple[Row, ...]:
    """Kinds of request that wait at all."""
    found = []
    for kind in KINDS:
        waiting, given_up = (
            compared(material.outcome, measure, plan=material.plan.name, kind=kind)
            for measure in _WAITING
        )
        if waiting is not None and given_up is not None and waiting.base.high > 0:
            row = (KIND_WORDS[kind], waiting.base, waiting, given_up.base, given_up)
            found.append(row)
    return tuple(found)
