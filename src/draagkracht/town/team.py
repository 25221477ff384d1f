"""A team: the people who take up the requests of some wijken."""

from typing import Final

from pydantic import Field

from draagkracht.documents.document import Part

MOST_FTE: Final = 1000


class Team(Part):
    """A wijkteam and its formation in fte, vacancies included."""

    name: str = Field(min_length=1)
    label: str = Field(min_length=1)
    fte: float = Field(gt=0, le=MOST_FTE)
