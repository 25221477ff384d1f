"""Where the numbers come from: every source of this calculation, with its address."""

from collections.abc import Iterator
from dataclasses import dataclass

from draagkracht.evidence.source import Source
from draagkracht.report.material import Material


@dataclass(frozen=True, slots=True)
class SourceRow:
    """A source, what it gives its value to, and what it only supports."""

    title: str
    publisher: str
    year: str
    is_old: bool
    address: str
    reported_by: str
    sets: tuple[str, ...]
    supports: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Sources:
    """The sources by title."""

    rows: tuple[SourceRow, ...]


def sources_section(material: Material) -> Sources:
    """The sources of the figures, of the cards and form of the koers, and of the wijken."""
    sets: dict[str, list[str]] = {}
    supports: dict[str, list[str]] = {}
    for name, label, decides in _mentions(material):
        labels = (sets if decides else supports).setdefault(name, [])
        if label not in labels:
            labels.append(label)
    known = material.catalogue.sources
    found = sorted(
        (known[name] for name in {*sets, *supports} if name in known),
        key=lambda source: (source.title.casefold(), source.id),
    )
    return Sources(
        tuple(
            _row(source, material, sets.get(source.id, []), supports.get(source.id, []))
            for source in found
        )
    )


def _mentions(material: Material) -> Iterator[tuple[str, str, bool]]:
    """Name of a source, what rests on it, and whether it decides its value."""
    for wijk in material.town.wijken:
        yield wijk.source, "Huishoudens, inwoners en kenmerken van de wijken", True
    for figure in material.figures:
        for row in figure.evidence:
            yield row.source, figure.label_nl, row.role == "sets"
            if row.reported_by is not None:
                yield row.reported_by, figure.label_nl, row.role == "sets"
    for document in material.documents:
        for reading in document.evidence:
            yield reading.source, document.label.nl, False
            if reading.reported_by is not None:
                yield reading.reported_by, document.label.nl, False


def _row(source: Source, material: Material, sets: list[str], supports: list[str]) -> SourceRow:
    via = source.reported_by
    known = material.catalogue.sources
    return SourceRow(
        title=source.title,
        publisher=source.publisher,
        year=str(source.year),
        is_old=source.is_old,
        address=source.address,
        reported_by="" if via is None or via not in known else known[via].title,
        sets=tuple(sets),
        supports=tuple(label for label in supports if label not in sets),
    )
