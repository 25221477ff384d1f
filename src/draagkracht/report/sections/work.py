"""Hours in and hours back: which part of the koers gives or takes them, and in which work."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

import numpy as np

from draagkracht.engine.arrays import FloatArray
from draagkracht.language.numbers import dutch_number
from draagkracht.language.sentences import listed, sentence_case
from draagkracht.model.work import LABELS_NL, LINES
from draagkracht.report.amount import Amount
from draagkracht.report.cell import Row
from draagkracht.report.charts.cascade import draw_cascade
from draagkracht.report.exhibit import Exhibit
from draagkracht.report.material import Material
from draagkracht.report.waterfall import HOURS, LABEL_TOGETHER, Step, signed_hours, steps
from draagkracht.simulation.attribution import work_back, work_in
from draagkracht.simulation.outcome import Outcome
from draagkracht.simulation.quantiles import HIGH, LOW, weighted_quantile

WEEKS_A_YEAR: Final = 52
_NONE: Final = "geen"
_LEAST: Final = 0.5  # hours a year


@dataclass(frozen=True, slots=True)
class Work:
    """The waterfall (None: not computed, or one part) and the work ledger, by line."""

    finding: str
    cascade: Exhibit | None
    alone: str
    lines: tuple[Row, ...]
    balance: tuple[Row, ...]
    unchanged: str
    contract_hours: Amount
    years: str


def work_section(material: Material) -> Work | None:
    """The hours of the koers; None when there is no koers."""
    if not material.compares:
        return None
    outcome, plan = material.outcome, material.plan.name
    found = material.attribution
    several = found is not None and len(found.elements) > 1
    shown = steps(found) if found is not None and several else ()
    hours = material.town.fte * material.catalogue.figure("team.contract_hours").central
    lines, unchanged = _lines(outcome, plan)
    return Work(
        finding=_finding(outcome, plan),
        cascade=_cascade(shown) if shown else None,
        alone="" if several or found is None else _ALONE,
        lines=lines,
        balance=tuple(_balance(outcome, plan)),
        unchanged=listed(unchanged),
        contract_hours=Amount(hours * WEEKS_A_YEAR, HOURS, HOURS),
        years=f"{material.years} jaar",
    )


_ALONE: Final = "De koers heeft één onderdeel. Wat zij doet, komt dus van dat onderdeel."


def _finding(outcome: Outcome, plan: str) -> str:
    estimate = outcome.difference("hours_balance", plan=plan)
    assert estimate is not None
    values = outcome.by_member("hours_balance", plan=plan)
    mean = float(np.average(values, weights=outcome.weights))
    if not np.any(values):
        return "De koers vraagt geen uren en geeft geen uren terug."
    size = dutch_number(abs(mean))
    if not estimate.real or estimate.median * mean <= 0:
        return (
            "Onbeslist: of de koers per saldo uren vraagt of teruggeeft, is niet te onderscheiden. "
            f"Gemiddeld over de toekomsten is het saldo {signed_hours(mean)}."
        )
    if mean > 0:
        return f"Per saldo geeft de koers gemiddeld {size} {HOURS} terug."
    return f"Per saldo vraagt de koers er gemiddeld {size} {HOURS} bij."


def _cascade(shown: tuple[Step, ...]) -> Exhibit:
    name = "uren-waterval"
    *parts, whole = shown
    most = max(parts, key=lambda step: abs(step.mean))
    title = f"Waar de uren vandaan komen en heen gaan: vooral {_named(most)} ({most.amount})"
    told = [
        f"{_named(step)} alleen {step.amount}" for step in parts if step.label != LABEL_TOGETHER
    ]
    together = parts[-1]
    reading = f"{listed(told)}; samenhang {together.amount}; samen {whole.amount}."
    picture = draw_cascade(shown, name=name, title=title, description=reading)
    return Exhibit(
        name=name,
        title=title,
        reading=reading,
        meaning="Elke balk is wat een onderdeel doet als u alleen dat onderdeel neemt, en begint "
        "waar de vorige eindigt. Samenhang is wat de onderdelen elkaar geven of kosten. De dunne "
        "lijn is het bereik: 8 van de 10 toekomsten. Hier staat het gemiddelde van de toekomsten, "
        "en niet de middelste: alleen gemiddelden tellen op.",
        picture=picture,
        caption="Uren terug (+) en uren erin (−) per onderdeel",
        heads=("Onderdeel", "Gemiddeld", "8 op de 10"),
        rows=tuple((step.label, step.amount, step.spread) for step in shown),
        note="De som klopt in elke toekomst precies. Hier kan zij door het afronden iets afwijken.",
    )


def _named(step: Step) -> str:
    return "samenhang" if step.label == LABEL_TOGETHER else f"‘{step.label}’"


def _lines(outcome: Outcome, plan: str) -> tuple[tuple[Row, ...], list[str]]:
    """Lines of the ledger that change, and the labels of those that never do."""
    into, back = work_in(outcome, plan), work_back(outcome, plan)
    rows: list[Row] = []
    unchanged = []
    for number, line in enumerate(LINES):
        if not np.any(into[:, number]) and not np.any(back[:, number]):
            unchanged.append(LABELS_NL[line])
            continue
        label = sentence_case(LABELS_NL[line])
        cells = [_mean_and_spread(each[:, number], outcome.weights) for each in (into, back)]
        rows.append((label, *(text for cell in cells for text in cell)))
    return tuple(rows), unchanged


def _balance(outcome: Outcome, plan: str) -> Iterator[Row]:
    into, back = work_in(outcome, plan).sum(axis=1), work_back(outcome, plan).sum(axis=1)
    cells = [_mean_and_spread(each, outcome.weights) for each in (into, back)]
    yield ("Samen", *(text for cell in cells for text in cell))


def _mean_and_spread(values: FloatArray, weights: FloatArray) -> tuple[str, str]:
    mean = float(np.average(values, weights=weights))
    if mean < _LEAST:
        return _NONE, _NONE
    low, high = (float(weighted_quantile(values, weights, share)) for share in (LOW, HIGH))
    ends = [dutch_number(end) if end >= _LEAST else "0" for end in (low, high)]
    text = ends[0] if ends[0] == ends[1] else f"{ends[0]} tot {ends[1]}"
    return f"{dutch_number(mean)} {HOURS}", f"{text} {HOURS}"
