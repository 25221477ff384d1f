"""One command, opened by typer when it is asked for, with help and errors in Dutch.

Typer reads the options from the types of the command's function; what it would say in English we
say ourselves. Its own exceptions have no public names, so this file alone imports them, and
tests/cli holds every message.
"""

from collections.abc import Sequence
from importlib import import_module
from typing import Any, Final

import typer
from typer._click.core import Context, Parameter
from typer._click.exceptions import (
    BadOptionUsage,
    BadParameter,
    MissingParameter,
    NoSuchOption,
    UsageError,
)
from typer._click.formatting import HelpFormatter
from typer.core import TyperArgument, TyperCommand, TyperOption
from typer.main import get_command

from draagkracht.cli.commands import Command, Language
from draagkracht.cli.help_page import PROGRAM, WIDTH, Rows, everywhere, section, word
from draagkracht.cli.usage import WrongUsage
from draagkracht.documents.nearest import nearest

# What an option is called by who thinks in the words of the pages.
_ALSO_CALLED: Final = {"--koers": "--plan"}


class DutchCommand(TyperCommand):
    """A command whose help page is ours."""

    def format_help(self, ctx: Context, formatter: HelpFormatter) -> None:
        formatter.write(command_page(self, ctx))


def run_command(command: Command, arguments: Sequence[str], language: Language) -> int:
    """Run one command with what the user typed after its name; gives the exit code.

    Raises: WrongUsage when the arguments do not fit; whatever the command raises.
    """
    opened = open_command(command, language)
    name = " ".join([PROGRAM, *command.words])
    try:
        with opened.make_context(
            name, list(arguments), obj=language, max_content_width=WIDTH
        ) as ctx:
            opened.invoke(ctx)
    except typer.Exit as done:
        return done.exit_code
    except UsageError as fault:
        raise _wrong_usage(fault, place=name) from None
    return 0


def open_command(command: Command, language: Language) -> TyperCommand:
    """The typer command behind an entry of the table; imports its module."""
    module = import_module(f"draagkracht.cli.{command.module}")
    app = typer.Typer(add_completion=False, rich_markup_mode=None)
    app.command(
        name=" ".join(command.words),
        cls=DutchCommand,
        help=command.summary(language),
        context_settings={"help_option_names": ["-h", "--help"]},
    )(getattr(module, command.function))
    opened = get_command(app)
    assert isinstance(opened, TyperCommand)
    return opened


def command_page(command: TyperCommand, ctx: Context) -> str:
    """The help page of one command."""
    language: Language = ctx.obj
    given = [param for param in command.params if isinstance(param, TyperArgument)]
    options = [param for param in command.params if isinstance(param, TyperOption)]
    pieces = [_argument_name(param) for param in given]
    if options:
        pieces.append(f"[{word('options', language).upper()}]")
    lines = [f"{word('usage', language)}: {' '.join([ctx.command_path, *pieces])}"]
    lines += ["", command.help or ""]
    if given:
        rows = [(_argument_name(param), _described(param, language)) for param in given]
        lines += section(word("arguments", language), rows)
    rows = [(_option_name(param), _described(param, language)) for param in options]
    lines += section(word("options", language), [*rows, *_without_version(everywhere(language))])
    return "\n".join(lines)


def _without_version(rows: Rows) -> Rows:
    return [row for row in rows if row[0] != "--version"]


def _argument_name(param: TyperArgument) -> str:
    name = param.display_name_raw.upper()
    name = f"{name} …" if param.nargs != 1 else name
    return name if param.required else f"[{name}]"


def _option_name(param: TyperOption) -> str:
    names = ", ".join(sorted(param.opts, key=len))
    return names if param.is_flag else f"{names} {(param.metavar or 'WAARDE').upper()}"


def _described(param: TyperArgument | TyperOption, language: Language) -> str:
    default = param.default
    notes = [limits] if (limits := _choices(param) or _bounds(param)) else []
    if default not in (None, True, False, ()) and not callable(default):
        notes.append(f"{'standaard' if language == 'nl' else 'default'}: {default}")
    return (param.help or "") + (f" [{'; '.join(notes)}]" if notes else "")


def _bounds(param: TyperArgument | TyperOption) -> str:
    if param.min is not None and param.max is not None:
        return f"{param.min} tot en met {param.max}"
    if param.min is not None:
        return f"minstens {param.min}"
    return f"hoogstens {param.max}" if param.max is not None else ""


def _choices(param: TyperArgument | TyperOption) -> str:
    return ", ".join(str(choice) for choice in param.type_descriptor.choices or ())


def _expected(param: Parameter | None) -> str:
    """What a value should have been, in Dutch."""
    if not isinstance(param, TyperArgument | TyperOption):
        return ""
    if choices := _choices(param):
        return f"een van: {choices}"
    kind: Any = param.type_descriptor.annotation
    text = {int: "een geheel getal", float: "een getal"}.get(kind, "")
    bounds = _bounds(param)
    return f"{text}, {bounds}" if text and bounds else text


def _wrong_usage(fault: UsageError, place: str) -> WrongUsage:
    match fault:
        case NoSuchOption():
            params = fault.ctx.command.params if fault.ctx is not None else []
            known = [name for param in params for name in param.opts]
            asked = _ALSO_CALLED.get(fault.option_name, fault.option_name)
            if asked == "--plan" and "plans" in (param.name for param in params):
                return WrongUsage(reason="bare_plan", place=place)
            near = nearest(asked, [*known, "--help"])
            return WrongUsage(reason="option", name=fault.option_name, nearest=near, place=place)
        case BadOptionUsage():
            return WrongUsage(reason="no_value", name=fault.option_name, place=place)
        case MissingParameter(param=TyperArgument() as param):
            return WrongUsage(reason="missing", name=_argument_name(param), place=place)
        case MissingParameter(param=TyperOption() as param):
            return WrongUsage(reason="missing", name=_option_name(param), place=place)
        case BadParameter(param=TyperArgument() as param):
            return WrongUsage(
                reason="value", name=_argument_name(param), expected=_expected(param), place=place
            )
        case BadParameter(param=TyperOption() as param):
            return WrongUsage(
                reason="value", name=param.opts[0], expected=_expected(param), place=place
            )
        case _ if fault.message.startswith("Got unexpected extra argument"):
            return WrongUsage(reason="too_many", place=place)
    return WrongUsage(reason="other", place=place)
