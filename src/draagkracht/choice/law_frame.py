"""*Compliant*: a gate. Not tested until each ground was read and a jurist signed."""

from typing import Final

from draagkracht.choice.frame import FrameJudged, FrameName
from draagkracht.choice.people import by_people, judges
from draagkracht.choice.subject import Subject
from draagkracht.language.sentences import listed

_FRAME: Final[FrameName] = "compliant"


def judge_law(subject: Subject) -> FrameJudged:
    """Unknown until every ground was read at its official text and a jurist judged.

    A form of organisation that names no ground changes nothing, and has none to read. A card that
    asks another law cannot be signed away.
    """
    unread = [card.label.nl for card in subject.cards if not card.legal_read]
    if subject.form.legal is not None and not subject.form.legal_read:
        unread.append(subject.form.label.nl)
    lawless = [card.label.nl for card in subject.cards if card.law_change]
    signed = subject.judgement is not None and bool(subject.judgement.on(_FRAME))
    extra = f" Een andere wet is nodig voor: {listed(lawless)}." if lawless else ""
    if unread or not signed:
        reason = [f"Niet getoetst.{extra}"]
        if unread:
            reason.append(f"De grond is nog niet bij de officiële tekst gelezen: {listed(unread)}.")
        if signed:
            reason.append("De jurist heeft geoordeeld, maar daarvoor is het nog te vroeg.")
        else:
            reason.append("Er is geen oordeel van een jurist.")
        remedy = ["Lees elke grond bij de officiële tekst."] if unread else []
        remedy += [] if signed else [judges(_FRAME)]
        return FrameJudged(_FRAME, "onbekend", " ".join(reason), " ".join(remedy))
    if lawless:
        return FrameJudged(
            _FRAME, "haalt niet", extra.strip(), f"Haal deze kaarten weg: {listed(lawless)}."
        )
    return by_people(
        subject,
        _FRAME,
        reason="Elke grond is bij de officiële tekst gelezen.",
        remedy="Pas de koers aan op wat de jurist zegt.",
    )
