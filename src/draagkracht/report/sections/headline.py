"""The conclusion: three sentences, and at most four figures with their ranges."""

from dataclasses import dataclass
from typing import Final

from draagkracht.report.amount import Amount, counted
from draagkracht.report.comparison import Comparison
from draagkracht.report.conclusion import conclusion, headline
from draagkracht.report.material import Material
from draagkracht.report.sections.frames import summary_of

OPENINGS: Final = ("Als u doorgaat zoals nu", "Met deze koers", "Wat dit waard is")

# Carrying on moves by what teams do under pressure, and of that least is known.
CAUTION: Final = (
    "Let op: teams reageren hier op drukte, met kortere hulp, overwerk, minder preventie en meer "
    "ziekte. Hoe sterk zij dat doen, is voor een groot deel een aanname."
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
    ceiling: str
    frames: str
    horizon: str
    members: Amount
    effective: Amount


def headline_section(material: Material) -> Headline:
    """The conclusion of the outcome."""
    return Headline(
        openings=OPENINGS,
        sentences=conclusion(material.outcome, material.plan, material.scenario),
        figures=headline(material.outcome, material.plan),
        compares=material.compares,
        title="De hoofdcijfers",
        caution=CAUTION,
        ceiling="" if material.ceiling is None else material.ceiling.text,
        frames=summary_of(material.frames or ()),
        horizon=f"gemiddeld over {material.years} jaar",
        members=counted(material.outcome.members, "toekomst", "toekomsten"),
        effective=Amount(material.outcome.effective_members, "toekomst", "toekomsten"),
    )
