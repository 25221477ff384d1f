"""What is asked of residents, and who must agree; how they take part is for the town to fill in."""

from collections.abc import Iterator
from dataclasses import dataclass

from draagkracht.language.sentences import listed, sentence_case
from draagkracht.plans.parties import PARTIES
from draagkracht.report.card_costs import cost_rows
from draagkracht.report.cell import Row
from draagkracht.report.material import Material


@dataclass(frozen=True, slots=True)
class TakingPart:
    """By card what residents are asked and given; by party what it must agree to."""

    asked: tuple[Row, ...]
    hours: tuple[Row, ...]
    agree: tuple[Row, ...]


def taking_part_section(material: Material) -> TakingPart:
    """What the cards and the form say of residents and parties."""
    return TakingPart(
        asked=tuple((card.label.nl, card.asks.nl, card.gives.nl) for _, card in material.laid),
        hours=tuple(_hours(material)),
        agree=agreeing(material),
    )


def agreeing(material: Material) -> tuple[Row, ...]:
    """Each party that must agree, and to what."""
    rows: list[Row] = []
    for party, label in PARTIES.items():
        asked = [document.label.nl for document in material.documents if party in document.parties]
        if asked:
            rows.append((sentence_case(label), listed(asked)))
    return tuple(rows)


def _hours(material: Material) -> Iterator[Row]:
    for planned, card in material.laid:
        costs = [cost for cost in card.costs if cost.in_hours and cost.party == "residents"]
        for what, _, _, together, _ in cost_rows(
            material, costs, teams=planned.teams, intensity=planned.intensity
        ):
            yield card.label.nl, what, together
