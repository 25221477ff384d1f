"""How to make this page again: what it was made of, to the last byte."""

from dataclasses import dataclass

from draagkracht.report.amount import Amount, counted
from draagkracht.report.material import Material


@dataclass(frozen=True, slots=True)
class RecordRow:
    """A name and what stands in the record; digests and versions are texts and no numbers."""

    label: str
    value: str
    is_digest: bool = False


@dataclass(frozen=True, slots=True)
class RecordOfRun:
    """The record of the run, with how many toekomsten it is worth."""

    members: Amount
    effective: Amount
    rows: tuple[RecordRow, ...]


def record_section(material: Material) -> RecordOfRun:
    """The record as a list."""
    outcome = material.outcome
    record = outcome.record
    plans = tuple(
        RecordRow(f"Koers {name.replace('_', ' ')}", digest, is_digest=True)
        for name, digest in zip(outcome.plans, record.plan, strict=True)
    )
    rows = (
        RecordRow("Draagkracht", f"versie {record.library}"),
        RecordRow("Python", f"versie {record.python}"),
        RecordRow("numpy", f"versie {record.numpy}"),
        RecordRow("numba", f"versie {record.numba}"),
        RecordRow("Soort computer", record.platform),
        RecordRow("Begin van de trekkingen (seed)", str(record.seed)),
        RecordRow("Doorgerekend", f"{record.years} jaar"),
        RecordRow("Toekomsten", f"{record.members}, in {record.blocks} groepen"),
        RecordRow("Gemeente", record.town, is_digest=True),
        *plans,
        RecordRow("Scenario", record.scenario, is_digest=True),
        RecordRow("Cijfers en bronnen", record.catalogue, is_digest=True),
        RecordRow("Kaarten en organisatievormen", record.menu, is_digest=True),
        *(
            RecordRow(
                f"Kaders in scenario {name.replace('_', ' ')}", world.scenario, is_digest=True
            )
            for name, world in material.worlds.items()
        ),
    )
    if material.judgement is not None:
        rows += (RecordRow("Oordeel van mensen", material.judgement, is_digest=True),)
    return RecordOfRun(
        members=counted(outcome.members, "toekomst", "toekomsten"),
        effective=Amount(outcome.effective_members, "toekomst", "toekomsten"),
        rows=rows,
    )
