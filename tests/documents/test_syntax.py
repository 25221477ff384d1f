import pytest

from draagkracht.documents.errors import MalformedToml
from draagkracht.documents.syntax import parse_toml


@pytest.mark.parametrize(
    ("text", "line", "word"),
    [
        ('name = "a"\nfte = 14,5\nlabel = 1', 2, "decimale komma"),
        ('name = "a\nfte = 1', 1, "afgesloten"),
        ("a = 1\nb = 2\na = 3\n", 3, "twee keer"),
        ("[a]\nx = 1\n[a]\n", 3, "tabel"),
        ("a = 1\nb 2", 2, "isgelijkteken"),
        ("a = \nb = 1", 1, "niet leesbaar"),
        ("a = [1,\n2", 2, "lijst"),
        ("a = { b = 1", 1, "accolade"),
        ("a = { b = 1, b = 2 }", 1, "twee keer"),
        ("d = 2027-13-01", 1, "datum"),
        ("d = 2027-02-30", 1, "datum"),
        ("d = 01-10-2026", 1, "datum"),
        ('a = "C:\\map"', 1, "schuine streep"),
        ("a = 1 2", 1, "geldige TOML"),
        ("a = \x01", 1, "niet leesbaar"),
    ],
)
def test_a_broken_rule_is_told_in_dutch_with_its_line(text: str, line: int, word: str) -> None:
    with pytest.raises(MalformedToml) as caught:
        parse_toml(text)
    assert caught.value.line == line
    assert caught.value.place == f"regel {line}"
    assert word in caught.value.sentence()


def test_brackets_without_end_do_not_exhaust_the_program() -> None:
    with pytest.raises(MalformedToml):
        parse_toml("a = " + "[" * 100_000)


def test_a_number_of_thousands_of_digits_is_refused() -> None:
    with pytest.raises(MalformedToml):
        parse_toml("a = " + "9" * 10_000)


def test_lists_come_back_frozen_at_every_depth() -> None:
    assert parse_toml("a = [[1, 2], [{ b = [3] }]]") == {"a": ((1, 2), ({"b": (3,)},))}


def test_keys_keep_the_order_of_the_file() -> None:
    assert list(parse_toml("b = 1\na = 2\nc = 3")) == ["b", "a", "c"]
