import pytest

from draagkracht.cli.commands import COMMANDS, commands_under, find_command
from draagkracht.documents.errors import UnknownName


def test_every_command_is_found_by_its_own_words() -> None:
    assert [find_command([*command.words, "more"]) for command in COMMANDS] == list(COMMANDS)


def test_words_that_stop_before_a_command_find_none() -> None:
    assert find_command([]) is None
    assert find_command(["catalogue"]) is None


def test_a_misspelt_command_is_refused_with_the_nearest_one() -> None:
    with pytest.raises(UnknownName) as refused:
        find_command(["raport", "x.toml"])
    assert str(refused.value) == (
        'draagkracht: Er is geen opdracht met de naam "raport". Bedoelt u "report"?'
    )


def test_a_misspelt_second_word_is_refused_where_it_stands() -> None:
    with pytest.raises(UnknownName) as refused:
        find_command(["catalogue", "shwo"])
    assert str(refused.value) == (
        'draagkracht catalogue: Er is geen opdracht met de naam "shwo". Bedoelt u "show"?'
    )


def test_every_command_says_in_both_languages_what_it_does() -> None:
    lines = [command.summary(language) for command in COMMANDS for language in ("nl", "en")]
    assert all(line.endswith(".") and len(line) <= 60 for line in lines)
    assert len(set(lines)) == 2 * len(COMMANDS)


def test_no_two_commands_share_their_words() -> None:
    assert len({command.words for command in COMMANDS}) == len(COMMANDS)
    assert {command.words[0] for command in commands_under(None)} >= {"run", "town"}
