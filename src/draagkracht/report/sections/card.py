"""A card of the koers: what it does, costs, asks and gives, on what evidence, who must agree."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from draagkracht.evidence.catalogue import Catalogue
from draagkracht.evidence.figure import Figure
from draagkracht.language.dates import dutch_date
from draagkracht.language.words import GRADE_WORDS
from draagkracht.plans.effect import Cost, Effect
from draagkracht.plans.intervention import Colour, Intervention, Reading
from draagkracht.plans.organisation import OrganisationForm
from draagkracht.plans.parties import PARTIES
from draagkracht.plans.plan import PlannedCard
from draagkracht.report.amount import counted
from draagkracht.report.card_words import (
    COLOUR_WORDS,
    DIRECTNESS_WORDS,
    LIMIT_WORDS,
    evidence_direction,
)
from draagkracht.report.cell import Row
from draagkracht.report.figure_words import figure_range, figure_value
from draagkracht.report.material import Material
from draagkracht.report.phrases import listed

_IN_PRESSURE: Final = "zit in de werkdruk"


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
    everyone = [team.name for team in material.town.teams]
    names = everyone if planned.teams is None else list(planned.teams)
    labels = {team.name: team.label for team in material.town.teams}
    if len(names) == len(everyone):
        teams = (
            f"alle {counted(len(everyone), 'team', 'teams')}" if len(everyone) > 1 else "het team"
        )
    else:
        teams = listed([labels[name] for name in names])
    strength = "" if planned.intensity == 1 else f", voor {round(100 * planned.intensity)} %"
    return Card(
        label=card.label.nl,
        summary=card.summary.nl,
        colours=tuple(ColourMark(colour, COLOUR_WORDS[colour]) for colour in card.colours),
        begins=_begins(planned.starts_month) + strength,
        teams=teams,
        asks=card.asks.nl,
        gives=card.gives.nl,
        side_effects="" if card.side_effects is None else card.side_effects.nl,
        parties=listed([PARTIES[party] for party in card.parties]),
        grade=card.grade,
        grade_words=GRADE_WORDS[card.grade],
        direction=evidence_direction(card.grade, card.direction),
        reservations="; ".join(_reservations(card)),
        legal=card.legal.nl,
        legal_read=card.legal_read,
        checked=dutch_date(card.checked),
        costs=(
            *_costs(card.costs, material.catalogue, len(names), planned.intensity),
            *_worked(card.effects, material.catalogue, planned.intensity),
        ),
        evidence=evidence_of(card.evidence, material.catalogue),
    )


def form_card(material: Material) -> Card | None:
    """The form of organisation as a card; None for today's, which asks and changes nothing."""
    form = material.form
    if not form.effects or form.grade is None or form.direction is None:
        return None
    teams = len(material.town.teams)
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
        direction=evidence_direction(form.grade, form.direction),
        reservations="; ".join(_reservations(form)),
        legal="" if form.legal is None else form.legal.nl,
        legal_read=form.legal_read,
        checked=dutch_date(form.checked),
        costs=(
            *_costs(form.costs, material.catalogue, teams, 1.0),
            *_worked(form.effects, material.catalogue, 1.0),
        ),
        evidence=evidence_of(form.evidence, material.catalogue),
    )


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


def _reservations(card: Intervention | OrganisationForm) -> list[str]:
    found = [] if card.directness is None else [DIRECTNESS_WORDS[card.directness]]
    return found + [LIMIT_WORDS[limit] for limit in card.limits]


def _costs(
    costs: Sequence[Cost], catalogue: Catalogue, teams: int, intensity: float
) -> Iterator[Row]:
    for cost in costs:
        figure = catalogue.figure(cost.figure)
        of_teams = cost.in_hours
        times = intensity if of_teams else 1.0
        together = times * teams if of_teams else 1.0
        yield (
            f"{figure.label_nl} (eenmalig)" if cost.one_off else figure.label_nl,
            figure_value(figure, times),
            figure_range(figure, times),
            _together(figure_value(figure, together), figure_range(figure, together)),
            PARTIES[cost.party],
        )


def _worked(effects: Sequence[Effect], catalogue: Catalogue, intensity: float) -> Iterator[Row]:
    """Hours that an effect asks of every case or contact: no cost of the card, and yet work."""
    moved = {effect.lever: effect.figure for effect in effects}
    if "casework.follow_up_hours" in moved:
        figure = catalogue.figure(moved["casework.follow_up_hours"])
        yield _hours("Nazorg per afgesloten zaak", figure, intensity)
    if "access.diverted_share" in moved or "access.desk_hours" in moved:
        figure = catalogue.figure(moved.get("access.desk_hours", "access.desk_hours"))
        yield _hours("Per vraag aan het loket", figure, 1.0)


def _hours(label: str, figure: Figure, times: float) -> Row:
    value, spread = figure_value(figure, times), figure_range(figure, times)
    return (label, value, spread, _IN_PRESSURE, PARTIES["team"])


def _together(value: str, spread: str) -> str:
    """For all teams: the words "per team" no longer fit."""
    text = value if spread == "vast" else f"{value} ({spread})"
    return text.replace(" per team", "")
