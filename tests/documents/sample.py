"""A small document for the tests of reading and writing, with every layout a document can have."""

import datetime as dt
from collections.abc import Mapping
from typing import ClassVar, Literal

from pydantic import Field

from draagkracht.documents.document import Document, Part, Wording
from draagkracht.documents.errors import Inconsistent


class Ramp(Part):
    starts_month: int = Field(ge=0, le=240)


class Team(Part):
    name: str = Field(min_length=1)
    fte: float = Field(gt=0, le=500)
    kind: Literal["single", "multiple"] = "single"
    ramp: Ramp | None = None
    features: Mapping[str, float] = Field(default_factory=dict)


class Task(Part):
    written: ClassVar[Literal["tables", "inline", "dotted"]] = "inline"
    to: str


class Sample(Document):
    name: str
    label: Wording
    code: str = Field(default="GM0080", pattern=r"^GM\d{4}$", examples=["GM0080"])
    start: dt.date = dt.date(2027, 1, 1)
    open: bool = False
    words: tuple[str, ...] = ()
    tasks: tuple[Task, ...] = Field(alias="task_package", default=())
    teams: tuple[Team, ...] = Field(alias="team", default=(), max_length=4)

    def check(self) -> None:
        if len(self.teams) == 3:
            raise Inconsistent(what="Drie is te veel.", remedy="Neem er twee.", place="team 3")


START = 'format = 1\nname = "Dorp"\nlabel.nl = "Een dorp"\n'
