"""What a user can act on: the one kind of exception that reaches a person."""

from dataclasses import dataclass
from typing import ClassVar, Final

STEP: Final = " › "
_UNPRINTABLE: Final = "\N{REPLACEMENT CHARACTER}"  # a file must not steer the terminal


@dataclass(kw_only=True, eq=False)
class DraagkrachtError(Exception):
    """What a user can act on; the fields say where, the subclass says what."""

    file: str | None = None
    place: str | None = None
    exit_code: ClassVar[int] = 2

    def sentence(self) -> str:
        """What is wrong, in one or two Dutch sentences."""
        raise NotImplementedError

    @property
    def remedy(self) -> str:
        """What to do about it, in Dutch."""
        raise NotImplementedError

    def in_file(self, file: str) -> "DraagkrachtError":
        """This error, with the file filled in where the one who found it did not know it."""
        if self.file is None:
            self.file = file
        return self

    def within(self, place: str) -> "DraagkrachtError":
        """This error, with `place` put before the place it already has."""
        self.place = place if self.place is None else f"{place}{STEP}{self.place}"
        return self

    def __reduce__(self) -> tuple[object, ...]:
        """Errors cross threads and processes whole, keyword-only fields included."""
        return _rebuilt, (type(self), dict(self.__dict__))

    def __str__(self) -> str:
        where = [part for part in (self.file, self.place) if part]
        text = ": ".join([*where, f"{self.sentence()} {self.remedy}".strip()])
        return "".join(letter if letter.isprintable() else _UNPRINTABLE for letter in text)


def _rebuilt(kind: type[DraagkrachtError], fields: dict[str, object]) -> DraagkrachtError:
    error = kind.__new__(kind)
    error.__dict__.update(fields)
    return error
