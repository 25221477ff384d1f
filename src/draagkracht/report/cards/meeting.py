"""The draaiboek: a meeting of two hours with the cards, told to the one who chairs it."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from draagkracht.report.amount import counted
from draagkracht.report.typesetting import Content

LENGTH: Final = 120  # minutes


@dataclass(frozen=True, slots=True)
class Step:
    """A part of the meeting: its minutes, what the chair does, and what is written down."""

    title: str
    minutes: int
    doing: tuple[str, ...]
    kept: str


STEPS: Final = (
    Step(
        "Welkom en doelen",
        10,
        (
            "Zeg waarvoor u bij elkaar bent, en wat er met de uitkomst gebeurt.",
            "Lees de doelen voor: ten hoogste vijf. Elk doel heeft een richting, en een grens "
            "waar bewoners niet onder mogen komen.",
            "Vraag: mist er iemand een doel? Pas daarna komt er een uitkomst op het scherm.",
        ),
        "De doelen.",
    ),
    Step(
        "Eerst voorspellen",
        15,
        (
            "Laat de kaarten nog dicht.",
            "Ieder schrijft op een briefje: hoelang wacht een bewoner over acht jaar als wij "
            "doorgaan zoals nu? En welke drie maatregelen geven hier de meeste uren terug?",
            "Hang de briefjes naast elkaar. Toon daarna doorgaan zoals nu.",
            "Vraag: wie is het meest verrast, en waarom?",
        ),
        "De vraag en de voorspellingen.",
    ),
    Step(
        "Kaarten op tafel",
        30,
        (
            "Verdeel de kaarten per kleur. Twee of drie mensen lezen samen een stapel.",
            "Elk groepje kiest ten hoogste drie kaarten. Het leest van elke kaart beide kanten "
            "voor.",
            "Leg de gekozen kaarten op volgorde: wat begint eerst? Kijk welke kleur ontbreekt.",
            "Tel de uren op de kaarten niet op. Elke kaart is alleen doorgerekend. Samen geven "
            "kaarten vaak minder terug.",
        ),
        "Welke kaarten, en waarom.",
    ),
    Step(
        "Doorrekenen en kijken",
        20,
        (
            "Ieder schrijft eerst op wat deze kaarten samen met de wachttijd doen.",
            "Reken de kaarten samen door. Lees de uitkomst met haar bereik voor.",
            "Vraag: wanneer redt dit plan het niet?",
            "Haal één kaart weg en reken opnieuw. Maakt zij verschil?",
            "Geen scherm? Bespreek wat u verwacht, en reken na afloop.",
        ),
        "De uitkomst, naast de voorspelling.",
    ),
    Step(
        "Wat spreekt ertegen?",
        20,
        (
            "Lees van elke gekozen kaart voor wat ertegen spreekt.",
            "Vraag eerst de bewoners: wat vraagt dit van u, en is dat eerlijk?",
            "Vraag dan het team: waar komen de uren vandaan?",
            "Is iemand het niet eens? Schrijf op waarom. Stem er niet overheen.",
        ),
        "Bezwaren, en van wie.",
    ),
    Step(
        "Afspreken: wat en wie",
        20,
        (
            "Kies per kaart: doen, nu niet, of eerst uitzoeken.",
            "Bij doen: wie doet wat, wanneer begint het, wie moet nog ja zeggen?",
            "Bij uitzoeken: welk cijfer, wie zoekt het op, wanneer is het er?",
            "Spreek af wanneer u terugkijkt, en waaraan u ziet of het werkt.",
        ),
        "De afspraken, op het blad hierna.",
    ),
    Step(
        "Afsluiten",
        5,
        (
            "Lees de afspraken voor. Klopt het?",
            "Zeg wie het verslag maakt en wanneer het komt.",
        ),
        "De volgende datum.",
    ),
)

BEFORE: Final = (
    "Nodig iedereen uit die het eens moet zijn: gemeente, team, moederorganisatie, partners, en "
    "bewoners met ervaring.",
    "Spreek af wie schrijft en wie het scherm bedient. Die oefent vooraf: een koers maken van een "
    "paar kaarten en haar doorrekenen met draagkracht compare.",
    "Schrijf de doelen op voordat iemand een uitkomst ziet.",
    "Leg klaar: de kaarten (dicht), briefjes, stiften, dit draaiboek en het afsprakenblad.",
)

# What the sheet at the end asks of each card, and for how many cards it has room.
AGREED: Final = (
    "Kaart",
    "Doen, niet of uitzoeken",
    "Wie doet wat",
    "Begint",
    "Wie moet nog ja zeggen",
)
ROOM: Final = 8


def meeting(steps: Sequence[Step] = STEPS) -> Content:
    """The draaiboek as words for paper: each step with when it begins and how long it takes."""
    rows: list[Content] = []
    begun = 0
    for step in steps:
        rows.append(
            {
                "from": _clock(begun),
                "to": _clock(begun + step.minutes),
                "minutes": str(counted(step.minutes, "minuut", "minuten")),
                "title": step.title,
                "doing": list(step.doing),
                "kept": step.kept,
            }
        )
        begun += step.minutes
    return {
        "length": str(counted(begun, "minuut", "minuten")),
        "before": list(BEFORE),
        "steps": rows,
        "agreed": list(AGREED),
        "lines": [""] * ROOM,
    }


def _clock(minutes: int) -> str:
    """Hours and minutes since the beginning.

    >>> _clock(75)
    '1.15'
    """
    return f"{minutes // 60}.{minutes % 60:02}"
