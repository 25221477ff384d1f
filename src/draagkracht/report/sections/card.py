"""A card of the koers: what it does, costs, asks and gives, on what evidence, who must agree."""

from collections.abc import Sequence
from dataclasses import dataclass

from draagkracht.evidence.catalogue import Catalogue
from draagkracht.language.dates import dutch_date
from draagkracht.language.numbers import dutch_number
from draagkracht.language.sentences import listed
from draagkracht.language.words import GRADE_WORDS
from draagkracht.plans.intervention import Colour, Intervention, Reading
from draagkracht.plans.organisation import OrganisationForm
from draagkracht.plans.parties import PARTIES
from draagkracht.plans.plan import PlannedCard
from draagkracht.report.amount import counted
from draagkracht.report.card_costs import cost_rows, worked_rows
from draagkracht.report.card_words import (
    COLOUR_WORDS,
    DIRECTNESS_WORDS,
    LIMIT_WORDS,
    found_by,
)
from draagkracht.report.cell import Row
from draagkracht.report.material import Material


@dataclass(frozen=True, slots=True)
class EvidenceRow:
    """What a source says, as we read it."""

    title: str
    address: str
    at: str
    reads: str
    reported_by: str


@dataclass(frozen=True, slots=True)
class ColourMark:
    """A colour with its words, so that it is never colour alone."""

    name: Colour
    words: str


@dataclass(frozen=True, slots=True)
class Card:
    """A card, or the form of organisation, as a page shows it; empty texts are left out."""

    label: str
    summary: str
    colours: tuple[ColourMark, ...]
    begins: str
    teams: str
    asks: str
    gives: str
    side_effects: str
    parties: str
    grade: str
    grade_words: str
    direction: str
    reservations: str
    legal: str
    legal_read: bool
    checked: str
    costs: tuple[Row, ...]
    evidence: tuple[EvidenceRow, ...]


def card_of(material: Material, planned: PlannedCard, card: Intervention) -> Card:
    """A card as it lies in this koers."""
    strength = "" if planned.intensity == 1 else f", voor {dutch_number(100 * planned.intensity)} %"
    return Card(
        label=card.label.nl,
        summary=card.summary.nl,
        colours=colour_marks(card.colours),
        begins=_begins(planned.starts_month) + strength,
        teams=teams_of(material, planned),
        asks=card.asks.nl,
        gives=card.gives.nl,
        side_effects="" if card.side_effects is None else card.side_effects.nl,
        parties=listed([PARTIES[party] for party in card.parties]),
        grade=card.grade,
        grade_words=GRADE_WORDS[card.grade],
        direction=found_by(card.grade, card.direction),
        reservations="; ".join(reservations(card)),
        legal=card.legal.nl,
        legal_read=card.legal_read,
        checked=dutch_date(card.checked),
        costs=(
            *cost_rows(material, card.costs, teams=planned.teams, intensity=planned.intensity),
            *worked_rows(material, card.effects, intensity=planned.intensity),
        ),
        evidence=evidence_of(card.evidence, material.catalogue),
    )


def form_card(material: Material) -> Card | None:
    """The form of organisation as a card; None for today's, which asks and changes nothing."""
    form = material.form
    if not form.effects or form.grade is None or form.direction is None:
        return None
    return Card(
        label=form.label.nl,
        summary=form.story.nl,
        colours=(),
        begins=_begins(material.plan.organisation.starts_month),
        teams="de hele gemeente",
        asks="",
        gives="",
        side_effects="",
        parties=listed([PARTIES[party] for party in form.parties]),
        grade=form.grade,
        grade_words=GRADE_WORDS[form.grade],
        direction=found_by(form.grade, form.direction),
        reservations="; ".join(reservations(form)),
        legal="" if form.legal is None else form.legal.nl,
        legal_read=form.legal_read,
        checked=dutch_date(form.checked),
        costs=(
            *cost_rows(material, form.costs, teams=None, intensity=1.0),
            *worked_rows(material, form.effects, intensity=1.0),
        ),
        evidence=evidence_of(form.evidence, material.catalogue),
    )


def teams_of(material: Material, planned: PlannedCard) -> str:
    """The teams a card lies on, in words."""
    labels = {team.name: team.label for team in material.town.teams}
    names = list(labels) if planned.teams is None else list(planned.teams)
    if len(names) < len(labels):
        return listed([labels[name] for name in names])
    return f"alle {counted(len(labels), 'team', 'teams')}" if len(labels) > 1 else "het team"


def colour_marks(colours: Sequence[Colour]) -> tuple[ColourMark, ...]:
    """Colours with their words."""
    return tuple(ColourMark(colour, COLOUR_WORDS[colour]) for colour in colours)


def evidence_of(readings: Sequence[Reading], catalogue: Catalogue) -> tuple[EvidenceRow, ...]:
    """What sources say, with their titles and addresses."""
    known = catalogue.sources
    return tuple(
        EvidenceRow(
            title=known[row.source].title,
            address=known[row.source].address,
            at=row.at,
            reads=row.reads,
            reported_by="" if row.reported_by is None else known[row.reported_by].title,
        )
        for row in readings
        if row.source in known and (row.reported_by is None or row.reported_by in known)
    )


def _begins(month: int) -> str:
    return "meteen" if month == 0 else f"na {counted(month, 'maand', 'maanden')}"


def reservations(card: Intervention | OrganisationForm) -> list[str]:
    """Why what was found may not hold here."""
    found = [] if card.directness is None else [DIRECTNESS_WORDS[card.directness]]
    return found + [LIMIT_WORDS[limit] for limit in card.limits]
