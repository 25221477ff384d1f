"""A card as it is printed: front and back, in words only."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from draagkracht.evidence.catalogue import Catalogue
from draagkracht.language.colours import COLOUR_WORDS
from draagkracht.language.sentences import listed, sentence_case
from draagkracht.language.words import GRADE_WORDS
from draagkracht.plans.effect import Cost
from draagkracht.plans.intervention import Intervention
from draagkracht.plans.menu import Menu
from draagkracht.plans.parties import PARTIES
from draagkracht.report.card_words import LIMIT_WORDS, evidence_direction
from draagkracht.report.cards.here import here
from draagkracht.report.figure_words import figure_range, figure_value
from draagkracht.report.typesetting import Content

if TYPE_CHECKING:
    from draagkracht.choice.card_effect import CardEffect

LEGAL_UNREAD: Final = "Nog niet nagelezen in de officiële tekst."
LAW_CHANGE: Final = "Voor deze kaart moet eerst de wet anders."
NO_EVIDENCE: Final = "Geen onderzoek gevonden. Wat deze kaart doet, is een aanname."
NO_SOURCE: Final = "Geen. Alle cijfers van deze kaart zijn een aanname."
OF_WORKING_GROUP: Final = "Voorbeeld uit de werkgroep De kracht van kwetsbaarheid."


def card_face(effect: "CardEffect", menu: Menu, catalogue: Catalogue, *, members: int) -> Content:
    """All words of one card; what it does not have is an empty text or list.

    `members` is the number of toekomsten in which its effect was computed.
    """
    card = effect.card
    return {
        "name": effect.name,
        "code": card.code,
        "label": card.label.nl,
        "summary": card.summary.nl,
        "colours": [{"name": name, "word": COLOUR_WORDS[name]} for name in card.colours],
        "here": here(effect, members=members),
        "evidence": evidence(card),
        "asks": card.asks.nl,
        "gives": card.gives.nl,
        "against": "" if card.side_effects is None else card.side_effects.nl,
        "parties": sentence_case(listed([PARTIES[party] for party in card.parties])) + ".",
        "costs": [sentence_case(line) for line in _costs(card, catalogue)],
        "costs_assumed": all(
            catalogue.figure(cost.figure).status == "assumed" for cost in card.costs
        ),
        "together": " ".join(_together(card, menu)),
        "legal": " ".join(_legal(card)),
        "sources": "; ".join(_sources(card, catalogue)) or NO_SOURCE,
        "origin": OF_WORKING_GROUP if card.example_of_working_group else "",
    }


def evidence(card: Intervention) -> str:
    """What is known, in words; no effect and a bad effect are said as plainly as a good one."""
    if card.grade == "E":
        return NO_EVIDENCE
    kind = f"{card.grade}: {GRADE_WORDS[card.grade]}."
    found = f"{sentence_case(evidence_direction(card.grade, card.direction))}."
    limits = listed([LIMIT_WORDS[limit] for limit in card.limits])
    return f"{found} {kind}" + (f" Let op: {limits}." if limits else "")


def _costs(card: Intervention, catalogue: Catalogue) -> Iterator[str]:
    """One line for each cost: who bears it, and from how much to how much."""
    for cost in card.costs:
        figure = catalogue.figure(cost.figure)
        constant = figure.low == figure.high
        amount = figure_value(figure) if constant else figure_range(figure)
        yield f"{PARTIES[cost.party]}: {amount}{_when(cost)}"


def _when(cost: Cost) -> str:
    return ", eenmalig" if cost.one_off else ""


def _together(card: Intervention, menu: Menu) -> Iterator[str]:
    for words, names in (("Hoort bij", card.needs), ("Gaat niet samen met", card.excludes)):
        if names:
            others = [f"{menu.card(name).code} {menu.card(name).label.nl}" for name in names]
            yield f"{words} {listed(others)}."


def _legal(card: Intervention) -> Iterator[str]:
    if card.law_change:
        yield LAW_CHANGE
    yield card.legal.nl
    if not card.legal_read:
        yield LEGAL_UNREAD


def _sources(card: Intervention, catalogue: Catalogue) -> Iterator[str]:
    """Who published it and when, each once; what was read second-hand by where it was read."""
    told: set[str] = set()
    for row in card.evidence:
        source = catalogue.sources.get(row.reported_by or row.source)
        if source is None:
            continue
        # Of a copy the title says more than the site; behind a bracket or comma stands what a
        # library needs, and a card has no room for.
        name = source.title if "(copy" in source.publisher else source.publisher.partition(",")[0]
        text = f"{name.partition(' (')[0]} ({source.year})"
        if text not in told:
            told.add(text)
            yield text
