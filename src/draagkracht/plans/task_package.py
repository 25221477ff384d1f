"""The task package: which requests go to the team, to a desk, to a partner or to no one."""

from collections.abc import Sequence
from typing import ClassVar, Literal

from draagkracht.documents.document import Part
from draagkracht.documents.error import STEP
from draagkracht.documents.errors import DoubleName, NotOneOf
from draagkracht.documents.nearest import nearest
from draagkracht.model.kinds import DESTINATIONS, DOMAINS, KINDS


class Assignment(Part):
    """Where requests of one kind in one life domain go; what is not listed stays as it is."""

    written: ClassVar[Literal["tables", "inline", "dotted"]] = "inline"
    kind: str
    domain: str
    to: str


def check_task_package(package: Sequence[Assignment]) -> None:
    """Refuse kinds, domains and destinations outside the closed lists, and a row twice."""
    seen: set[tuple[str, str]] = set()
    for number, row in enumerate(package, start=1):
        place = f"task_package {number}"
        _check_one_of(row.kind, KINDS, f"{place}{STEP}kind")
        _check_one_of(row.domain, DOMAINS, f"{place}{STEP}domain")
        _check_one_of(row.to, DESTINATIONS, f"{place}{STEP}to")
        if (row.kind, row.domain) in seen:
            raise DoubleName(what="taak", name=f"{row.kind}, {row.domain}", place=place)
        seen.add((row.kind, row.domain))


def _check_one_of(value: str, known: tuple[str, ...], place: str) -> None:
    if value not in known:
        raise NotOneOf(value=value, nearest=nearest(value, known), known=known, place=place)
