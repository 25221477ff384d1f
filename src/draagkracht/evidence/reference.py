"""Published figures kept apart to check the model with: what sets a figure cannot test it."""

from collections.abc import Sequence
from pathlib import Path

from pydantic import Field

from draagkracht.documents.document import Document, Part, Wording
from draagkracht.documents.errors import DoubleName, MissingKey
from draagkracht.documents.reading import read_document
from draagkracht.evidence.catalogue import PACKAGED, Catalogue
from draagkracht.evidence.units import Unit


class Reference(Part):
    """What a source says about an outcome, as printed, with the measure it is compared with.

    `measure` is left out where no measure of a run is the same quantity. `independent` is false
    where a figure rests on the same source, also when only for its direction: then `because` says
    how the source was used.
    """

    name: str = Field(pattern=r"^[a-z0-9_]+$", examples=["absence_2019"])
    label: Wording
    measure: str | None = None
    value: float
    unit: Unit
    year: int = Field(ge=1900, le=2100)
    source: str
    at: str
    reads: str
    independent: bool
    because: Wording | None = None


class References(Document):
    """The file with all references."""

    references: tuple[Reference, ...] = Field(alias="reference")

    def check(self) -> None:
        """Names stand once, and what is not independent says why. Raises: with the place."""
        seen: set[str] = set()
        for number, reference in enumerate(self.references, start=1):
            place = f"reference {number} ({reference.name})"
            if reference.name in seen:
                raise DoubleName(what="toetscijfer", name=reference.name, place=place)
            if not reference.independent and reference.because is None:
                raise MissingKey(key="because.nl", place=place)
            seen.add(reference.name)


def read_references(path: Path | None = None) -> tuple[Reference, ...]:
    """The references in a file; by default the packaged.

    Raises: a `DraagkrachtError` with file, place and remedy.
    """
    return read_document(path or PACKAGED / "references.toml", References).references


def sources_of(references: Sequence[Reference]) -> frozenset[str]:
    """The ids of the sources that check the model."""
    return frozenset(reference.source for reference in references)


def resting_on_figures(
    references: Sequence[Reference], catalogue: Catalogue
) -> tuple[Reference, ...]:
    """The references whose source stands behind a figure too, be it only for its direction."""
    cited = {row.source for figure in catalogue.figures.values() for row in figure.evidence}
    return tuple(reference for reference in references if reference.source in cited)
