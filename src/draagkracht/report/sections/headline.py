"""The conclusion: three sentences, and at most four figures with their ranges."""

from dataclasses import dataclass
from typing import Final

from draagkracht.report.amount import Amount, counted
from draagkracht.report.comparison import Comparison
from draagkracht.report.conclusion import conclusion, headline
from draagkracht.report.material import Material

OPENINGS: Final = ("Als u doorgaat zoals nu", "Met deze koers", "Wat dit waard is")

# What makes carrying on look worse than a team would let it become.
CAUTION: Final = (
    "Let op: in dit model reageren teams niet op drukte (geen overwerk, geen kortere hulp, geen "
    "ziekte). Daardoor loopt een wachtlijst dicht bij de grens ook zonder groei op."
)


@dataclass(frozen=True, slots=True)
class Headline:
    """What a reader takes home who reads nothing else."""

    openings: tuple[str, str, str]
    sentences: tuple[str, str, str]
    figures: tuple[Comparison, ...]
    compares: bool
    title: str
    caution: str
    horizon: str
    members: Amount
    effective: Amount


def headline_section(material: Material) -> Headline:
    """The conclusion of the outcome."""
    return Headline(
        openings=OPENINGS,
        sentences=conclusion(material.outcome, material.plan),
        figures=headline(material.outcome, material.plan),
        compares=material.compares,
        title="De hoofdcijfers",
        caution=CAUTION,
        horizon=f"gemiddeld over {material.years} jaar",
        members=counted(material.outcome.members, "toekomst", "toekomsten"),
        effective=Amount(material.outcome.effective_members, "toekomst", "toekomsten"),
    )
