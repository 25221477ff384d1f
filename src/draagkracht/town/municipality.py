"""A municipality of the town; several together are a samenwerkingsgebied."""

from pydantic import Field

from draagkracht.documents.document import Part


class Municipality(Part):
    """A municipality by its CBS code, such as GM0080."""

    code: str
    name: str = Field(min_length=1)
