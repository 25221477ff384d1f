"""What every command says about its arguments."""

import pytest
from typer.core import TyperArgument, TyperOption

from draagkracht.cli.app import open_command
from draagkracht.cli.commands import COMMANDS, Command

ENGLISH = {"the", "file", "show", "print", "output", "number", "default", "town", "plan"}


@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: " ".join(command.words))
def test_every_argument_and_option_is_explained_in_dutch(command: Command) -> None:
    for param in open_command(command, "nl").params:
        assert isinstance(param, TyperArgument | TyperOption)
        text = param.help or ""
        assert text.endswith("."), f"{param.name}: {text!r}"
        assert not ENGLISH & set(text.lower().replace(".", " ").split()), f"{param.name}: {text}"


@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: " ".join(command.words))
def test_every_value_has_a_dutch_name(command: Command) -> None:
    for param in open_command(command, "nl").params:
        assert isinstance(param, TyperArgument | TyperOption)
        if isinstance(param, TyperArgument) or not param.is_flag:
            assert param.metavar, f"{param.name} has no metavar"
