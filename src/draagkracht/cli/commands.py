"""The commands there are, and where the function of each one lives.

This table is all that `--help` reads: no command is imported before it is asked for.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final, Literal

from draagkracht.documents.errors import UnknownName
from draagkracht.documents.nearest import nearest

Language = Literal["nl", "en"]


@dataclass(frozen=True, slots=True)
class Command:
    """One thing a user can ask for; `function` stands in `draagkracht.cli.<module>`."""

    words: tuple[str, ...]
    module: str
    function: str
    nl: str
    en: str

    def summary(self, language: Language) -> str:
        """What the command does, in one line."""
        return self.nl if language == "nl" else self.en


COMMANDS: Final = (
    Command(
        ("town", "check"),
        "town",
        "check",
        nl="Controleert een gemeentebestand en toont wat erin opvalt.",
        en="Checks a town document and shows what stands out.",
    ),
    Command(
        ("run",),
        "run",
        "run",
        nl="Rekent een gemeente door, nu tot over acht jaar.",
        en="Simulates a town, from now to eight years ahead.",
    ),
    Command(
        ("compare",),
        "compare",
        "compare",
        nl="Vergelijkt koersen met doorgaan zoals nu.",
        en="Compares koersen with carrying on as now.",
    ),
    Command(
        ("koersen",),
        "koersen",
        "koersen",
        nl="Zet koersen naast elkaar in alle scenario's.",
        en="Sets koersen side by side in all scenarios.",
    ),
    Command(
        ("menu",),
        "menu",
        "menu",
        nl="Rekent elke kaart van het menu in deze gemeente door.",
        en="Simulates each card of the menu in this town.",
    ),
    Command(
        ("explain",),
        "explain",
        "explain",
        nl="Vertelt één toekomst van één team, kwartaal voor kwartaal.",
        en="Tells one toekomst of one team, quarter by quarter.",
    ),
    Command(
        ("frames",),
        "frames",
        "frames",
        nl="Toetst een koers aan de acht kaders, in elk scenario.",
        en="Holds a koers against the eight frames, in each scenario.",
    ),
    Command(
        ("report",),
        "report",
        "report",
        nl="Schrijft het advies: als webpagina, als PDF of in Word.",
        en="Writes the advice: as a page, as PDF or in Word.",
    ),
    Command(
        ("network",),
        "network",
        "network",
        nl="Rekent een eigen netwerk van stations met wachtrijen door.",
        en="Simulates any network of stations with queues.",
    ),
    Command(
        ("catalogue", "check"),
        "catalogue",
        "check",
        nl="Controleert alle cijfers en bronnen.",
        en="Checks all figures and sources.",
    ),
    Command(
        ("catalogue", "show"),
        "catalogue",
        "show",
        nl="Toont één cijfer met bereik, status en bron.",
        en="Shows one figure with its range, status and source.",
    ),
    Command(
        ("catalogue", "stale"),
        "catalogue",
        "stale",
        nl="Toont de cijfers die ouder zijn dan vijf jaar.",
        en="Lists the figures that are older than five years.",
    ),
    Command(
        ("lever", "list"),
        "lever",
        "list_levers",
        nl="Toont de knoppen waaraan een koers kan draaien.",
        en="Lists the levers that a koers can move.",
    ),
    Command(
        ("mechanism", "list"),
        "mechanism",
        "list_mechanisms",
        nl="Toont de delen van het model die uit kunnen.",
        en="Lists the parts of the model that can be switched off.",
    ),
    Command(
        ("scenario", "list"),
        "scenario",
        "list_scenarios",
        nl="Toont de scenario's en wat er in elk anders is.",
        en="Lists the scenarios and what differs in each.",
    ),
    Command(
        ("story", "list"),
        "story",
        "list_stories",
        nl="Toont de veranderverhalen, per kleur, thema of kaart.",
        en="Lists the change stories, by colour, theme or card.",
    ),
    Command(
        ("story", "show"),
        "story",
        "show_story",
        nl="Toont één veranderverhaal met zijn bronnen.",
        en="Shows one change story with its sources.",
    ),
)


def commands_under(first: str | None) -> tuple[Command, ...]:
    """The commands whose first word is `first`; all of them when there is none yet.

    >>> [" ".join(command.words) for command in commands_under("catalogue")]
    ['catalogue check', 'catalogue show', 'catalogue stale']
    """
    return tuple(command for command in COMMANDS if first in (None, command.words[0]))


def find_command(words: Sequence[str]) -> Command | None:
    """The command that `words` begin with, or None when they stop before one is named.

    Raises: UnknownName with the nearest word, at the first word that leads nowhere.

    >>> find_command(["run", "TOWN.toml"]).function
    'run'
    >>> find_command(["catalogue"]) is None
    True
    """
    candidates: Sequence[Command] = COMMANDS
    for position, word in enumerate(words):
        known = sorted({command.words[position] for command in candidates})
        if word not in known:
            raise UnknownName(
                what="opdracht",
                name=word,
                nearest=nearest(word, known),
                known=tuple(known),
                place=" ".join(["draagkracht", *words[:position]]),
            )
        candidates = [command for command in candidates if command.words[position] == word]
        if len(candidates) == 1 and len(candidates[0].words) == position + 1:
            return candidates[0]
    return None
