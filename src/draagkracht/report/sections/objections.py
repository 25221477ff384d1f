"""What speaks against the koers: when it fails, what gets worse, side effects, warnings."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

import numpy as np

from draagkracht.language.sentences import listed, sentence_case
from draagkracht.plans.parties import PARTIES
from draagkracht.report.amount import Amount
from draagkracht.report.comparison import all_compared, compared
from draagkracht.report.material import Material
from draagkracht.report.phrases import change
from draagkracht.report.waterfall import HOURS
from draagkracht.simulation.attribution import work_in

_MOST: Final = 3  # conditions of failure: more than three nobody remembers
_LEAST: Final = 0.5  # hours a year


@dataclass(frozen=True, slots=True)
class Objection:
    """Something said of one card."""

    label: str
    text: str


@dataclass(frozen=True, slots=True)
class Objections:
    """At most three conditions of failure first; then what gets worse, and the cautions."""

    compares: bool
    fails_if: tuple[str, ...]
    short_of: str
    worse: tuple[str, ...]
    horizon: str
    not_for: tuple[Objection, ...]
    side_effects: tuple[Objection, ...]
    ceiling: str
    warnings: tuple[str, ...]


def objections_section(material: Material) -> Objections:
    """The objections to the koers."""
    rows = all_compared(material.outcome, plan=material.plan.name) if material.compares else ()
    return Objections(
        compares=material.compares,
        fails_if=tuple(_fails_if(material))[:_MOST] if material.compares else (),
        short_of=_short_of(material) if material.compares else "",
        worse=tuple(
            f"{sentence_case(row.words.subject)} wordt {change(row.difference)}, in {row.along}."
            for row in rows
            if row.verdict == "worse"
        ),
        horizon=f"{material.years} jaar",
        not_for=tuple(_not_for(material)),
        side_effects=tuple(
            Objection(card.label.nl, card.side_effects.nl)
            for _, card in material.laid
            if card.side_effects is not None
        ),
        ceiling="" if material.ceiling is None else material.ceiling.text,
        warnings=tuple(warned.text for warned in material.outcome.warnings),
    )


def _fails_if(material: Material) -> Iterator[str]:
    """Conditions of failure, those that nobody can mend first."""
    change_first = [card.label.nl for _, card in material.laid if card.law_change]
    if change_first:
        yield f"de wet niet verandert. Dat moet eerst, voor {_named(change_first)}."
    hours = Amount(_hours_asked(material), HOURS, HOURS)
    if hours.value >= _LEAST:
        yield (
            f"de uren die het vraagt er niet zijn. Het vraagt gemiddeld {hours} aan ander werk "
            "dan nu."
        )
    unproven = [card.label.nl for _, card in material.laid if card.grade in ("D", "E")]
    if unproven:
        verb = "doet" if len(unproven) == 1 else "doen"
        yield (
            f"{_named(unproven)} hier niet {verb} wat wij aannemen. Daar is geen onderzoek met een "
            "vergelijking naar."
        )
    parties = _others_who_must_agree(material)
    if parties:
        yield f"een van de anderen die moeten instemmen, nee zegt: {listed(parties)}."
    mixed = [card.label.nl for _, card in material.laid if card.direction == "mixed"]
    if mixed:
        yield (
            f"{_named(mixed)} hier anders uitpakt dan wij aannemen. Het onderzoek wijst twee "
            "kanten op."
        )


def _others_who_must_agree(material: Material) -> list[str]:
    wanted = {party for document in material.documents for party in document.parties}
    return [label for party, label in PARTIES.items() if party in wanted - {"municipality"}]


def _hours_asked(material: Material) -> float:
    """Work that is asked more, the mean over toekomsten, in hours a year."""
    outcome = material.outcome
    into = work_in(outcome, material.plan.name).sum(axis=1)
    return float(np.average(into, weights=outcome.weights))


def _short_of(material: Material) -> str:
    """In how many toekomsten residents do not wait shorter than if nothing were done."""
    row = compared(material.outcome, "waiting_time", plan=material.plan.name)
    if row is None or row.better is None or row.verdict == "same":
        return ""
    others = material.outcome.members - round(row.better.value)
    if not others:
        return ""
    rest = Amount(others, row.better.one, row.better.many, row.better.digits)
    return f"In {rest} wordt de wachttijd met de koers niet korter dan zonder."


def _not_for(material: Material) -> Iterator[Objection]:
    """Cards of which research found nothing good."""
    words = {
        "none": "Het onderzoek vindt geen effect.",
        "negative": "Het onderzoek wijst op een ongunstig effect.",
        "mixed": "Het onderzoek wijst twee kanten op.",
        "unknown": "Wat deze kaart uithaalt, is niet gemeten.",
    }
    for _, card in material.laid:
        if card.direction in words and card.grade != "E":
            yield Objection(card.label.nl, words[card.direction])


def _named(labels: list[str]) -> str:
    return listed([f"‘{label}’" for label in labels])
