"""A publication that a figure rests on, with its address and who read it."""

import datetime as dt
from typing import Final, Literal

from pydantic import Field

from draagkracht.documents.document import Part

OLD_AFTER_YEARS: Final = 5


class Source(Part):
    """One publication. `seen` tells whether it was read itself or is reported by another source."""

    id: str = Field(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$", examples=["movisie-regeldruk-2022"])
    title: str = Field(min_length=1)
    publisher: str = Field(min_length=1)
    year: int = Field(ge=1900, le=2100)
    address: str = Field(pattern=r"^https?://\S+$", examples=["https://www.movisie.nl/publicatie"])
    read: dt.date
    seen: Literal["here", "reported"]
    reported_by: str | None = None
    note: str | None = None

    @property
    def is_old(self) -> bool:
        """Whether it was more than five years old when read: then its year is marked."""
        return self.read.year - self.year > OLD_AFTER_YEARS
