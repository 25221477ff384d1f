"""The conclusion: three sentences, and at most four figures with their ranges."""

from dataclasses import dataclass
from typing import Final

from draagkracht.report.amount import Amount, counted
from draagkracht.report.comparison import Comparison
from draagkracht.report.conclusion import conclusion, headline
from draagkracht.report.material import Material

OPENINGS: Final = ("Als u doorgaat zoals nu", "Met deze koers", "Wat dit waard is")


@dataclass(frozen=True, slots=True)
class Headline:
    """What a reader takes home who reads nothing else."""

    openings: tuple[str, str, str]
    sentences: tuple[str, str, str]
    figures: tuple[Comparison, ...]
    compares: bool
    title: str
    members: Amount
    effective: Amount


def headline_section(material: Material) -> Headline:
    """The conclusion of the outcome."""
    return Headline(
        openings=OPENINGS,
        sentences=conclusion(material.outcome, material.plan),
        figures=headline(material.outcome, material.plan),
        compares=material.compares,
        title=f"De hoofdcijfers over {material.years} jaar samen",
        members=counted(material.outcome.members, "toekomst", "toekomsten"),
        effective=Amount(material.outcome.effective_members, "toekomst", "toekomsten"),
    )
