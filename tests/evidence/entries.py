"""Figures and sources for the tests: one that is in order, and changes to it."""

import datetime as dt
from collections.abc import Mapping

from draagkracht.documents.document import Wording
from draagkracht.evidence.catalogue import Catalogue
from draagkracht.evidence.figure import Evidence, Figure, Local
from draagkracht.evidence.reference import Reference
from draagkracht.evidence.source import Source

DAY = dt.date(2026, 11, 21)

ROW = Evidence(source="a-2022", at="p. 3", reads="37 %", read=DAY, grade="C")
BACKGROUND = ROW.model_copy(update={"role": "background"})

SOURCED = Figure(
    name="team.absence",
    label=Wording(nl="Verzuim"),
    meaning="Share of filled fte that is absent.",
    unit="share",
    central=0.07,
    low=0.05,
    high=0.1,
    bounds="both",
    basis="assumed",
    status="sourced",
    evidence=(ROW,),
)
ASSUMED = SOURCED.model_copy(
    update={
        "status": "assumed",
        "because": Wording(nl="Niet gemeten."),
        "ask": Wording(nl="De gemeente."),
        "evidence": (BACKGROUND,),
    }
)
DERIVED = SOURCED.model_copy(
    update={
        "status": "derived",
        "formula": "ill / fte",
        "evidence": (ROW.model_copy(update={"numbers": {"ill": 7.0, "fte": 100.0}}),),
    }
)
LOCAL = SOURCED.model_copy(
    update={"status": "local", "local": Local(who="HR", when=DAY, system="AFAS"), "evidence": ()}
)
SOURCE = Source(
    id="a-2022",
    title="Een bron",
    publisher="Een uitgever",
    year=2022,
    address="https://example.org/a",
    read=DAY,
    seen="here",
)
REFERENCE = Reference(
    name="absence_2019",
    label=Wording(nl="Verzuim in 2019"),
    measure="absence",
    value=0.064,
    unit="share",
    year=2019,
    source="kept-apart-2019",
    at="p. 1",
    reads="6,4 %",
    independent=True,
)


def catalogue_of(*figures: Figure, sources: Mapping[str, Source] | None = None) -> Catalogue:
    """A catalogue of these figures; by default with the one source."""
    return Catalogue(
        figures={figure.name: figure for figure in figures},
        sources={"a-2022": SOURCE} if sources is None else sources,
    )
