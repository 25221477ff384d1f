"""A koers: what the town does. One organisation, a set of cards, a task package, who does what."""

from collections import Counter
from typing import ClassVar, Literal

from pydantic import Field

from draagkracht.documents.document import Document, Part, Wording
from draagkracht.documents.error import STEP
from draagkracht.documents.errors import DoubleName, EmptyValue, Inconsistent
from draagkracht.plans.effect import MOST_MONTHS
from draagkracht.plans.financing import Financing, check_financing
from draagkracht.plans.parties import Party
from draagkracht.plans.task_package import Assignment, check_task_package
from draagkracht.plans.tasks import Task


class Organisation(Part):
    """The form that the koers takes on, from which month."""

    form: str = "current"
    starts_month: int = Field(default=0, ge=0, le=MOST_MONTHS)


class PlannedCard(Part):
    """A card on the table: when it starts, how strongly, and for which teams (None: all).

    `intensity` runs from 0, which does nothing, to 1, the card as its file describes it.
    """

    name: str = Field(min_length=1)
    starts_month: int = Field(default=0, ge=0, le=MOST_MONTHS)
    intensity: float = Field(default=1.0, ge=0, le=1)
    teams: tuple[str, ...] | None = Field(default=None, min_length=1)


class HandedOver(Part):
    """A task that another party takes on."""

    written: ClassVar[Literal["tables", "inline", "dotted"]] = "inline"
    task: Task
    party: Party


class Plan(Document):
    """A koers, by names only: cards and forms are looked up in a menu, teams in a town.

    `financing` says who pays; it moves nothing in the calculation, and without it nothing is said.
    """

    name: str = Field(min_length=1)
    label: Wording
    story: Wording
    organisation: Organisation = Organisation()
    task_package: tuple[Assignment, ...] = ()
    central: tuple[Task, ...] = ()
    local: tuple[Task, ...] = ()
    others: tuple[HandedOver, ...] = ()
    financing: tuple[Financing, ...] = ()
    cards: tuple[PlannedCard, ...] = Field(alias="card", default=())

    def check(self) -> None:
        """Refuse a blank name, doubled rows, and a task that is two parties' at once."""
        if not self.name.strip():
            raise EmptyValue(place="name")
        check_task_package(self.task_package)
        self._check_tasks()
        check_financing(self.financing)
        for number, card in enumerate(self.cards, start=1):
            twice = [name for name, count in Counter(card.teams or ()).items() if count > 1]
            if twice:
                place = f"card {number} ({card.name}){STEP}teams"
                raise DoubleName(what="team", name=twice[0], place=place)

    def _check_tasks(self) -> None:
        others = tuple(row.task for row in self.others)
        for place, tasks in (("central", self.central), ("local", self.local), ("others", others)):
            twice = [task for task, count in Counter(tasks).items() if count > 1]
            if twice:
                raise DoubleName(what="taak", name=twice[0], place=place)
        places = Counter([*self.central, *self.local, *others])
        shared = [task for task, count in places.items() if count > 1]
        if shared:
            raise Inconsistent(
                what=f'De taak "{shared[0]}" staat op meer dan één plaats.',
                remedy="Kies voor elke taak: centraal, lokaal of van een ander.",
                place="central, local, others",
            )
