"""A number that was given or counted, with its unit: the only other number a page may hold."""

from dataclasses import dataclass
from typing import Final

from draagkracht.language.numbers import SHOWN_DIGITS, dutch_number

AS_GIVEN: Final = 9


@dataclass(frozen=True, slots=True)
class Amount:
    """A value with the Dutch words after it: after exactly one, and after any other number.

    `digits` is two for what was worked out. What a town says of itself, and what is counted, is
    shown as it is (`AS_GIVEN`): its reader must recognise it.

    >>> str(Amount(0.37, "uur", "uur")), str(Amount(1, "team", "teams", AS_GIVEN))
    ('0,37 uur', '1 team')
    """

    value: float
    one: str
    many: str
    digits: int = SHOWN_DIGITS

    def __str__(self) -> str:
        number = dutch_number(self.value, self.digits)
        return f"{number} {self.one if number == '1' else self.many}"


def counted(number: int, one: str, many: str) -> Amount:
    """What was counted and is exact."""
    return Amount(number, one, many, AS_GIVEN)


def out_of(number: int, members: int) -> Amount:
    """In how many of the toekomsten, always with how many there are.

    >>> str(out_of(41, 64))
    '41 van de 64 doorgerekende toekomsten'
    """
    words = f"van de {members} doorgerekende toekomsten"
    return Amount(number, words, words, AS_GIVEN)
