"""What speaks for the koers: the outcome, and card by card what research found, whichever way."""

from collections.abc import Iterator
from dataclasses import dataclass

from draagkracht.language.words import GRADE_WORDS
from draagkracht.plans.intervention import Direction, Intervention
from draagkracht.plans.organisation import OrganisationForm
from draagkracht.report.amount import Amount, counted
from draagkracht.report.card_words import found_by, weighed
from draagkracht.report.comparison import all_compared
from draagkracht.report.material import Material
from draagkracht.report.sections.card import ColourMark, colour_marks, reservations
from draagkracht.report.sections.intended import better


@dataclass(frozen=True, slots=True)
class Argument:
    """One card or form: why it is in the koers, and what that rests on."""

    label: str
    colours: tuple[ColourMark, ...]
    summary: str
    gives: str
    grade: str
    grade_words: str
    direction: str
    reservations: str
    weighed: str
    readings: Amount | None
    moves_nothing: bool


@dataclass(frozen=True, slots=True)
class Arguments:
    """What the calculation shows, and every card; `colours` are sentences on their balance."""

    compares: bool
    story: str
    better: tuple[str, ...]
    horizon: str
    cards: tuple[Argument, ...]
    colours: tuple[str, ...]


def arguments_section(material: Material) -> Arguments:
    """The arguments of the koers; null and negative findings stand beside the others."""
    rows = all_compared(material.outcome, plan=material.plan.name) if material.compares else ()
    return Arguments(
        compares=material.compares,
        story=material.plan.story.nl,
        better=better(rows),
        horizon=f"{material.years} jaar",
        cards=tuple(_arguments(material)),
        colours=material.colours,
    )


def _arguments(material: Material) -> Iterator[Argument]:
    form = material.form
    if form.grade is not None and form.direction is not None:
        yield _argument(form, form.grade, form.direction, summary=form.story.nl, gives="")
    for _, card in material.laid:
        yield _argument(
            card, card.grade, card.direction, summary=card.summary.nl, gives=card.gives.nl
        )


def _argument(
    card: Intervention | OrganisationForm,
    grade: str,
    direction: Direction,
    *,
    summary: str,
    gives: str,
) -> Argument:
    count = len(card.evidence)
    return Argument(
        label=card.label.nl,
        colours=colour_marks(card.colours) if isinstance(card, Intervention) else (),
        summary=summary,
        gives=gives,
        grade=grade,
        grade_words=GRADE_WORDS[grade],
        direction=found_by(grade, direction),
        reservations="; ".join(reservations(card)),
        weighed=weighed(grade, direction),
        readings=counted(count, "bron", "bronnen") if count else None,
        moves_nothing=not card.effects,
    )
