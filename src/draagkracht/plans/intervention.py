"""A card of the menu: what it does, on what evidence, what it costs and what it asks."""

import datetime as dt
from typing import Literal

from pydantic import Field

from draagkracht.documents.document import Document, Part, Wording
from draagkracht.plans.effect import Cost, Effect, check_effects
from draagkracht.plans.parties import Party

Colour = Literal["blue", "red", "yellow", "green"]
Grade = Literal["A", "B", "C", "D", "E"]
Direction = Literal["positive", "none", "negative", "mixed"]
Directness = Literal["this_work", "near", "far"]
Limit = Literal["selection", "vendor", "small", "old"]


class Reading(Part):
    """What a source says that bears on a card, in the words in which we read it.

    `reported_by` is the source in which it was read when that is not the source itself; then the
    grade is at most C.
    """

    source: str
    reads: str = Field(min_length=1)
    at: str = Field(min_length=1)
    reported_by: str | None = None


class Intervention(Document):
    """A card; its name is the name of its file.

    `colours` has the main one first. `grade` is that of the effect which enters the model, not of
    the idea. `limits` say why a printed number is not used as it stands: then the assumed prior
    rules. `legal_read` is true only when the ground was read at its official text.
    """

    label: Wording
    summary: Wording
    colours: tuple[Colour, ...] = Field(min_length=1)
    asks: Wording
    gives: Wording
    side_effects: Wording | None = None
    parties: tuple[Party, ...] = Field(min_length=1)
    needs: tuple[str, ...] = ()
    excludes: tuple[str, ...] = ()
    example_of_working_group: bool
    grade: Grade
    direction: Direction
    directness: Directness
    limits: tuple[Limit, ...] = ()
    legal: Wording
    legal_read: bool
    checked: dt.date
    effects: tuple[Effect, ...] = Field(alias="effect", default=())
    costs: tuple[Cost, ...] = Field(alias="cost", default=())
    evidence: tuple[Reading, ...] = ()

    def check(self) -> None:
        """Refuse effects on unknown levers, and effects that contradict each other."""
        check_effects(self.effects)
