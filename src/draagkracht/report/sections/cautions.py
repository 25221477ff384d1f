"""What a reader must know of this calculation besides its numbers."""

from dataclasses import dataclass

from draagkracht.report.material import Material


@dataclass(frozen=True, slots=True)
class Cautions:
    """The warnings of the run, in its own words."""

    texts: tuple[str, ...]


def cautions_section(material: Material) -> Cautions:
    """The warnings of the outcome."""
    return Cautions(tuple(warned.text for warned in material.outcome.warnings))
