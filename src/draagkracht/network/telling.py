"""A value as its writer sees it, for an error about its form."""

from collections.abc import Mapping

_LONG = 40


def told(value: object) -> str:
    """A value in Dutch words.

    >>> told(True), told("veel"), told((1, 2))
    ('true', '"veel"', 'een lijst')
    """
    match value:
        case bool():
            return "true" if value else "false"
        case str():
            return f'"{value[:_LONG]}"'
        case int() | float():
            return f"{value}"[:_LONG]
        case tuple() | list():
            return "een lijst"
        case Mapping():
            return "een tabel"
    return "iets anders"
