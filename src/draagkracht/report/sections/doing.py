"""How it is carried out: the cards in order, who does what, and the hours that go in."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from draagkracht.language.numbers import dutch_number
from draagkracht.language.sentences import sentence_case
from draagkracht.language.words import DOMAIN_WORDS, KIND_WORDS
from draagkracht.plans.parties import PARTIES
from draagkracht.plans.tasks import TASKS
from draagkracht.report.card_costs import cost_rows
from draagkracht.report.cell import Row
from draagkracht.report.material import Material
from draagkracht.report.quarter_label import MONTHS
from draagkracht.report.sections.card import teams_of

DESTINATION_WORDS: Final = {
    "team": "blijft bij het team",
    "desk": "gaat naar het loket",
    "partner": "gaat naar een partner",
    "none": "wordt niet meer gedaan",
}


@dataclass(frozen=True, slots=True)
class Division:
    """Who does what in the koers."""

    where: str
    tasks: str


@dataclass(frozen=True, slots=True)
class Doing:
    """Steps in time, what they cost in hours and euros, and the division of work."""

    compares: bool
    form: str
    form_from: str
    steps: tuple[Row, ...]
    package: tuple[Row, ...]
    division: tuple[Division, ...]
    costs: tuple[Row, ...]


def doing_section(material: Material) -> Doing:
    """The koers as work to be done."""
    return Doing(
        compares=material.compares,
        form=material.form.label.nl,
        form_from=""
        if not material.form.effects
        else month_of(material.town.start, material.plan.organisation.starts_month),
        steps=tuple(_steps(material)),
        package=tuple(_package(material)),
        division=division(material),
        costs=tuple(_costs(material)),
    )


def month_of(start: dt.date, months: int) -> str:
    """The month that lies so many months after the start: "april 2027".

    >>> month_of(dt.date(2027, 11, 1), 3)
    'februari 2028'
    """
    ahead = start.month - 1 + months
    return f"{MONTHS[ahead % 12]} {start.year + ahead // 12}"


def division(material: Material) -> tuple[Division, ...]:
    """What is central, what is local and what is another's."""
    plan = material.plan
    parts = (("Centraal", plan.central), ("In de wijk", plan.local))
    found = [
        Division(where, "; ".join(TASKS[task] for task in tasks)) for where, tasks in parts if tasks
    ]
    found += [
        Division(f"Bij een andere partij ({PARTIES[row.party]})", TASKS[row.task])
        for row in plan.others
    ]
    return tuple(found)


def _steps(material: Material) -> Iterator[Row]:
    start = material.town.start
    ordered = sorted(material.laid, key=lambda pair: pair[0].starts_month)
    for planned, card in ordered:
        strength = (
            "helemaal"
            if planned.intensity == 1
            else f"voor {dutch_number(100 * planned.intensity)} %"
        )
        when = sentence_case(month_of(start, planned.starts_month))
        yield when, card.label.nl, sentence_case(teams_of(material, planned)), strength


def _package(material: Material) -> Iterator[Row]:
    for row in material.plan.task_package:
        what = f"{sentence_case(KIND_WORDS[row.kind])}, {DOMAIN_WORDS[row.domain]}"
        yield what, DESTINATION_WORDS[row.to]


def _costs(material: Material) -> Iterator[Row]:
    form = material.form
    for what, _, _, together, payer in cost_rows(material, form.costs, teams=None, intensity=1.0):
        yield form.label.nl, what, together, payer
    for planned, card in material.laid:
        for what, _, _, together, payer in cost_rows(
            material, card.costs, teams=planned.teams, intensity=planned.intensity
        ):
            yield card.label.nl, what, together, payer
