"""What people said of a koers: the document OORDEEL.toml, by role and never by name.

People judge the frames that no figure decides. Where figures decide, nobody can overrule them.
"""

import datetime as dt
from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Final, Literal

from pydantic import Field

from draagkracht.choice.frame import FrameName
from draagkracht.documents.document import Document, Part, Wording
from draagkracht.documents.error import STEP
from draagkracht.documents.errors import DoubleName, EmptyValue, Inconsistent
from draagkracht.documents.reading import read_document

Role = Literal[
    "jurist",
    "alderman",
    "council",
    "policy_adviser",
    "team_leader",
    "team_member",
    "working_group",
    "partner",
    "information_adviser",
    "researcher",
    "experience_expert",
    "resident",
]
ROLE_WORDS: Final[Mapping[Role, str]] = MappingProxyType(
    {
        "jurist": "de jurist",
        "alderman": "de wethouder",
        "council": "de gemeenteraad",
        "policy_adviser": "de beleidsadviseur",
        "team_leader": "de teamleider",
        "team_member": "een teamlid",
        "working_group": "de werkgroep",
        "partner": "een partner",
        "information_adviser": "de informatieadviseur",
        "researcher": "de onderzoeker",
        "experience_expert": "een ervaringsdeskundige",
        "resident": "een inwoner",
    }
)
# The frames that ask for people, and of those the one that asks for a jurist alone.
BY_PEOPLE: Final[tuple[FrameName, ...]] = ("innovative", "existing_technology", "compliant")
BY_JURIST: Final[FrameName] = "compliant"


class Judged(Part):
    """One judgement on one frame: by someone in a role, on a day, and why."""

    frame: FrameName
    verdict: Literal["haalt", "haalt niet"]
    role: Role
    date: dt.date
    reason: Wording


class Judgement(Document):
    """Judgements on one koers; `plan` names it, so that they cannot be taken for another's.

    Without `plan` they hold for whatever koers they are given with; a jurist must name it.
    """

    plan: str | None = Field(default=None, min_length=1)
    judgements: tuple[Judged, ...] = Field(alias="judgement", min_length=1)

    def check(self) -> None:
        """Refuse frames that figures decide, a ground not judged by a jurist, and a role twice."""
        seen: set[tuple[FrameName, Role]] = set()
        for number, row in enumerate(self.judgements, start=1):
            place = f"judgement {number} ({row.frame})"
            if row.frame not in BY_PEOPLE:
                raise Inconsistent(
                    what=f'Over het kader "{row.frame}" beslissen de cijfers. Een oordeel van '
                    "mensen verandert dat niet.",
                    remedy=f"Mensen beoordelen alleen: {', '.join(BY_PEOPLE)}.",
                    place=place,
                )
            if row.frame == BY_JURIST and row.role != "jurist":
                raise Inconsistent(
                    what="Of een koers binnen wet en regels past, beoordeelt een jurist.",
                    remedy='Laat een jurist oordelen en schrijf role = "jurist".',
                    place=f"{place}{STEP}role",
                )
            if row.frame == BY_JURIST and self.plan is None:
                raise Inconsistent(
                    what="Een jurist oordeelt over één koers, en hier staat niet over welke.",
                    remedy='Zet bovenaan: plan = "…", met de naam van de koers.',
                    place=place,
                )
            if (row.frame, row.role) in seen:
                raise DoubleName(
                    what=f"oordeel over {row.frame}", name=row.role, place=f"{place}{STEP}role"
                )
            if not row.reason.nl.strip():
                raise EmptyValue(place=f"{place}{STEP}reason.nl")
            seen.add((row.frame, row.role))

    def on(self, frame: FrameName) -> tuple[Judged, ...]:
        """All judgements on a frame, in the order of the document."""
        return tuple(row for row in self.judgements if row.frame == frame)

    def check_plan(self, plan: str) -> None:
        """Refuse judgements that were given on another koers. Raises: Inconsistent."""
        if self.plan is not None and self.plan != plan:
            raise Inconsistent(
                what=f'Dit oordeel gaat over de koers "{self.plan}", en niet over "{plan}".',
                remedy="Vraag een nieuw oordeel, of geef de koers waar dit oordeel over gaat.",
                place="plan",
            )


def read_judgement(path: Path | str) -> Judgement:
    """The judgements in a file. Raises: a `DraagkrachtError` with file, place and remedy."""
    return read_document(Path(path), Judgement)
