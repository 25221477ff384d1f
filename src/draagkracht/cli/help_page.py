"""The pages that `--help` prints, in plain text, for people and for pipes."""

from collections.abc import Sequence
from textwrap import wrap
from typing import Final

from draagkracht.cli.commands import Command, Language, commands_under

WIDTH: Final = 80
LEFT: Final = 24
PROGRAM: Final = "draagkracht"

Rows = Sequence[tuple[str, str]]

_WORDS: Final[dict[str, dict[Language, str]]] = {
    "about": {
        "nl": (
            "Rekent door wat een koers betekent voor wachttijd, werkdruk en inwoners. "
            "Met bronnen, bereik en zonder gegevens over personen."
        ),
        "en": (
            "Works out what a koers means for waiting, workload and residents. "
            "With sources and ranges, without data about persons."
        ),
    },
    "usage": {"nl": "Gebruik", "en": "Usage"},
    "command": {"nl": "OPDRACHT", "en": "COMMAND"},
    "commands": {"nl": "Opdrachten", "en": "Commands"},
    "arguments": {"nl": "Gegevens", "en": "Arguments"},
    "options": {"nl": "Opties", "en": "Options"},
    "example": {"nl": "Begin hier", "en": "Start here"},
    "help": {"nl": "Toont deze uitleg.", "en": "Shows this page."},
    "version": {"nl": "Toont de versie.", "en": "Shows the version."},
    "lang": {
        "nl": "Taal van alleen deze uitleg: nl of en [standaard: nl]",
        "en": "Language of the help texts only: nl or en [default: nl]",
    },
    "debug": {
        "nl": "Toont bij een fout in het programma waar die zit.",
        "en": "Shows where a fault in the program lies.",
    },
}


def word(name: str, language: Language) -> str:
    """A fixed word of the help pages."""
    return _WORDS[name][language]


def overview(first: str | None, language: Language) -> str:
    """The page for the whole program, or for the commands that begin with one word.

    >>> print(overview("lever", "nl").splitlines()[0])
    Gebruik: draagkracht lever OPDRACHT [OPTIES]
    """
    commands = commands_under(first)
    name = PROGRAM if first is None else f"{PROGRAM} {first}"
    options = word("options", language)
    parts = [f"{word('usage', language)}: {name} {word('command', language)} [{options.upper()}]"]
    if first is None:
        parts += ["", *wrap(word("about", language), WIDTH)]
    parts += section(word("commands", language), [_row(command, language) for command in commands])
    parts += section(options, everywhere(language))
    if first is None:
        example = f"  {PROGRAM} report voorbeeldstad --plan twee_sporen -o advies.html"
        parts += ["", f"{word('example', language)}:", example]
    return "\n".join(parts)


def _row(command: Command, language: Language) -> tuple[str, str]:
    return " ".join(command.words), command.summary(language)


def everywhere(language: Language) -> Rows:
    """The options that every command takes."""
    return (
        ("--lang TAAL" if language == "nl" else "--lang LANGUAGE", word("lang", language)),
        ("--debug", word("debug", language)),
        ("--version", word("version", language)),
        ("-h, --help", word("help", language)),
    )


def section(title: str, rows: Rows) -> list[str]:
    """A titled list in two columns; a long left side gets a line of its own.

    >>> section("Opties", [("--seed GETAL", "Begin van de trekkingen.")])
    ['', 'Opties:', '  --seed GETAL          Begin van de trekkingen.']
    """
    lines = ["", f"{title}:"]
    for left, right in rows:
        text = wrap(right, WIDTH - LEFT) or [""]
        if len(left) + 4 > LEFT:
            lines.append(f"  {left}")
        else:
            lines.append(f"{'  ' + left:{LEFT}}{text.pop(0)}".rstrip())
        lines += [" " * LEFT + line for line in text]
    return lines
