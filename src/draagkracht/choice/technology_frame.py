"""*Existing technology* and *innovative*: what cards declare of themselves, and else people."""

from draagkracht.choice.frame import FrameJudged
from draagkracht.choice.people import by_people, judges
from draagkracht.choice.subject import Subject
from draagkracht.language.numbers import dutch_share
from draagkracht.language.sentences import listed
from draagkracht.plans.intervention import Adoption, Intervention


def technology_is_open(subject: Subject) -> bool:
    """Whether people must look: existing technology is used, and nothing new."""
    needs = {card.technology for card in subject.cards}
    return "existing" in needs and "new" not in needs


def judge_technology(subject: Subject) -> FrameJudged:
    """By what each card says it needs: none passes, new fails, existing is for people to see."""
    by_need = {
        need: [card.label.nl for card in subject.cards if card.technology == need]
        for need in ("existing", "new")
    }
    if by_need["new"]:
        return FrameJudged(
            "existing_technology",
            "haalt niet",
            f"Nieuwe techniek is nodig voor: {listed(by_need['new'])}.",
            "Haal deze kaarten weg, of wacht tot de techniek er is.",
        )
    if not by_need["existing"]:
        return FrameJudged(
            "existing_technology", "haalt", "Geen van de kaarten vraagt om techniek.", ""
        )
    return by_people(
        subject,
        "existing_technology",
        reason=f"Bestaande techniek is nodig voor: {listed(by_need['existing'])}. Of de gemeente "
        "die heeft en kan gebruiken, weten mensen ter plaatse.",
        remedy=judges("existing_technology"),
    )


def innovation_is_open(subject: Subject) -> bool:
    """Whether people must look: some adoption is not known, or no card is rare."""
    return not subject.changes_nothing and not _rare_and_all_known(subject)


def judge_innovative(subject: Subject) -> FrameJudged:
    """By how many municipalities work this way already, where that is known of every card."""
    bar = subject.bars.innovative_adoption
    bound = f"De grens is {dutch_share(bar)} van de gemeenten (een aanname)."
    if subject.changes_nothing:
        return FrameJudged(
            "innovative", "haalt niet", "De koers verandert niets.", "Leg een kaart neer."
        )
    shown = listed([_told(card, card.adoption) for card in subject.cards if card.adoption])
    if _rare_and_all_known(subject):
        return FrameJudged("innovative", "haalt", f"Zo werken al: {shown}. {bound}", "")
    unknown = [card.label.nl for card in subject.cards if card.adoption is None]
    if unknown:
        reason = f"Niet bekend is hoeveel gemeenten al zo werken: {listed(unknown)}."
    elif shown:
        reason = f"Zo werken al: {shown}. {bound} Alleen de combinatie kan nog nieuw zijn."
    else:
        reason = "Er ligt geen kaart; alleen de organisatie of het takenpakket verandert."
    return by_people(subject, "innovative", reason=reason, remedy=judges("innovative"))


def share(adoption: Adoption) -> float:
    """Which part of the municipalities that were counted works this way."""
    return adoption.municipalities / adoption.of


def _rare_and_all_known(subject: Subject) -> bool:
    known = [card.adoption for card in subject.cards if card.adoption is not None]
    rare = any(share(each) < subject.bars.innovative_adoption for each in known)
    return rare and len(known) == len(subject.cards)


def _told(card: Intervention, adoption: Adoption) -> str:
    return f"{dutch_share(share(adoption))} ({card.label.nl}, {adoption.year})"
