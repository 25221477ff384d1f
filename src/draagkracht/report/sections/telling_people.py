"""What there is to tell: the koers in its own words, and whom it touches. Nothing is invented."""

from dataclasses import dataclass

from draagkracht.report.material import Material
from draagkracht.report.sections.taking_part import agreeing


@dataclass(frozen=True, slots=True)
class TellingPeople:
    """The story of the koers, what changes for residents, who must know, and what to add."""

    story: str
    changes: tuple[str, ...]
    parties: tuple[str, ...]
    worked_example: bool


def telling_people_section(material: Material) -> TellingPeople:
    """What the koers and the cards say that others must hear."""
    return TellingPeople(
        story=material.plan.story.nl,
        changes=tuple(card.gives.nl for _, card in material.laid),
        parties=tuple(str(row[0]) for row in agreeing(material)),
        worked_example=material.outcome.worked_example,
    )
