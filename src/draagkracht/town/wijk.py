"""A wijk: the area that households live in, served by one team."""

from collections.abc import Mapping
from typing import Final

from pydantic import Field

from draagkracht.documents.document import Part
from draagkracht.town.features import Feature

MOST_HOUSEHOLDS: Final = 200_000
MOST_RESIDENTS: Final = 1_000_000


class Wijk(Part):
    """A wijk by its CBS code, with what is known of it.

    `source` names where households, residents and features come from; an address in the list of
    sources that starts with `cbs-` makes the number of residents the town's own.
    """

    code: str
    name: str = Field(min_length=1)
    municipality: str
    team: str
    households: int = Field(ge=1, le=MOST_HOUSEHOLDS)
    residents: int = Field(ge=1, le=MOST_RESIDENTS)
    features: Mapping[Feature, float] = Field(default_factory=dict)
    source: str = Field(min_length=1)

    @property
    def from_cbs(self) -> bool:
        """Whether its figures were counted by CBS."""
        return self.source.startswith("cbs-")
