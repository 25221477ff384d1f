"""Where the command `draagkracht` begins and ends.

Every outcome is an exit code and, if need be, one Dutch message on the error stream. A traceback
shows only when --debug asks for it.
"""

import contextlib
import errno
import io
import os
import sys
import threading
import traceback
from collections.abc import Sequence
from dataclasses import dataclass

import draagkracht
from draagkracht.cli.commands import Language, find_command
from draagkracht.cli.help_page import PROGRAM, overview
from draagkracht.cli.usage import WrongUsage
from draagkracht.documents.errors import CannotWrite, DraagkrachtError, Interrupted


@dataclass(frozen=True, slots=True)
class Settings:
    """What every command takes, wherever it stands on the line."""

    language: Language
    debug: bool


def main(arguments: Sequence[str] | None = None) -> int:
    """Do what the user typed; gives the exit code: 0 done, 2 input cannot be used, 1 the rest.

    >>> main(["--version"])
    draagkracht 0.1.0
    0
    """
    _never_fail_on_a_letter()
    words = list(sys.argv[1:] if arguments is None else arguments)
    debug = "--debug" in words
    try:
        settings, words = take_settings(words)
        code = _answer(words, settings)
        if sys.stdout is not None:  # None when it was closed before we began
            sys.stdout.flush()
    except BrokenPipeError:
        _drop_unwritten()
        return 1
    except (Exception, KeyboardInterrupt) as fault:
        if debug:
            traceback.print_exc()
        message, code = explained(fault)
        print(message, file=sys.stderr)
        _drop_unwritten()
        if isinstance(fault, KeyboardInterrupt) and arguments is None:
            _end_now(code)
    return code


def _drop_unwritten() -> None:
    """Text that cannot be written is dropped, or Python would try again at its end and complain."""
    if sys.stdout is None:
        return
    try:
        sys.stdout.flush()
    except (OSError, ValueError):
        with contextlib.suppress(OSError, ValueError):
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _end_now(code: int) -> None:
    """Leave without waiting for what other threads are at: compiling takes many seconds."""
    if threading.active_count() > 1:
        for stream in (sys.stdout, sys.stderr):
            with contextlib.suppress(OSError, ValueError, AttributeError):
                stream.flush()
        os._exit(code)


def _answer(words: Sequence[str], settings: Settings) -> int:
    if words[:1] == ["--version"]:
        print(PROGRAM, draagkracht.__version__)
        return 0
    named = [word for word in words if word not in ("-h", "--help")]
    if not named:
        print(overview(None, settings.language))
        return 0
    if named[0].startswith("-"):
        raise WrongUsage(reason="option", name=named[0], place=PROGRAM)
    command = find_command(named)
    if command is None:
        print(overview(named[0], settings.language))
        return 0
    from draagkracht.cli.app import run_command

    return run_command(command, _after(command.words, words), settings.language)


def _after(command: Sequence[str], words: Sequence[str]) -> list[str]:
    """What stands on the line besides the command's own words."""
    rest = list(words)
    for word in command:
        rest.remove(word)
    return rest


def take_settings(words: Sequence[str]) -> tuple[Settings, list[str]]:
    """The settings on the line, and the line without them; what follows `--` is left alone.

    >>> take_settings(["run", "town.toml", "--lang", "en"])
    (Settings(language='en', debug=False), ['run', 'town.toml'])
    """
    language: Language = "nl"
    debug = False
    rest: list[str] = []
    ahead = iter(words)
    for word in ahead:
        if word == "--":
            rest += [word, *ahead]
        elif word == "--debug":
            debug = True
        elif word == "--lang" or word.startswith("--lang="):
            value = word.partition("=")[2] if "=" in word else next(ahead, "")
            if value not in ("nl", "en"):
                raise WrongUsage(reason="value", name="--lang", expected="nl of en", place=PROGRAM)
            language = "en" if value == "en" else "nl"
        else:
            rest.append(word)
    return Settings(language=language, debug=debug), rest


def explained(fault: BaseException) -> tuple[str, int]:
    """What went wrong, in Dutch, and the exit code.

    >>> explained(Interrupted())
    ('Afgebroken; er is niets half geschreven. Geef de opdracht opnieuw om verder te gaan.', 1)
    """
    match fault:
        case KeyboardInterrupt():
            return explained(Interrupted())
        case DraagkrachtError():
            return str(fault), fault.exit_code
        case MemoryError():
            return (
                "Er is te weinig geheugen. "
                "Sluit andere programma's of kies minder toekomsten (--members)."
            ), 1
        case OSError(errno=errno.ENOSPC | errno.EDQUOT):
            return explained(CannotWrite(reason="full", file=fault.filename))
    return (
        f"Dit had niet mogen gebeuren: {type(fault).__name__}: {fault}\n"
        "Er zit een fout in het programma. Meld deze regel, de opdracht die u gaf en de versie "
        f"({draagkracht.__version__}). Geef --debug mee om te zien waar de fout zit."
    ), 1


def _never_fail_on_a_letter() -> None:
    """A terminal that cannot show a letter shows a question mark instead of breaking off."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")


if __name__ == "__main__":
    sys.exit(main())
