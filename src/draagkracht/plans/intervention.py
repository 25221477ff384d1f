"""A card of the menu: what it does, on what evidence, what it costs and what it asks."""

import datetime as dt
from typing import ClassVar, Literal

from pydantic import Field

from draagkracht.documents.document import Document, Part, Wording
from draagkracht.plans.effect import Cost, Effect, check_effects
from draagkracht.plans.parties import Party

Colour = Literal["blue", "red", "yellow", "green"]
Grade = Literal["A", "B", "C", "D", "E"]
Direction = Literal["positive", "none", "negative", "mixed", "unknown"]
Directness = Literal["this_work", "near", "far"]
Limit = Literal["selection", "vendor", "small", "old"]
Technology = Literal["none", "existing", "new"]


class Reading(Part):
    """What a source says that bears on a card, in the words in which we read it.

    `reported_by` is the source in which it was read when that is not the source itself; then the
    grade is at most C.
    """

    source: str
    reads: str = Field(min_length=1)
    at: str = Field(min_length=1)
    reported_by: str | None = None


class Adoption(Part):
    """How many municipalities work this way already, as a source counted them."""

    written: ClassVar[Literal["tables", "inline", "dotted"]] = "inline"
    municipalities: int = Field(ge=0)
    of: int = Field(ge=1)
    year: int = Field(ge=1990, le=2100)
    source: str


class Intervention(Document):
    """A card; its name is the name of its file.

    `code` is short, to be typed at the table. `colours` has the main one first. `grade` is that
    of the effect which enters the model, not of the idea. `limits` say why a printed number is not
    used as it stands: then the assumed prior rules. `legal_read` is true only when the ground was
    read at its official text, `law_change` when the card as it is described needs another law
    first. `technology` is what it needs.
    """

    code: str = Field(pattern="^[A-Z0-9]{2,4}$")
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
    law_change: bool
    technology: Technology
    adoption: Adoption | None = None
    checked: dt.date
    effects: tuple[Effect, ...] = Field(alias="effect", default=())
    costs: tuple[Cost, ...] = Field(alias="cost", default=())
    evidence: tuple[Reading, ...] = ()

    def check(self) -> None:
        """Refuse effects on unknown levers, and effects that contradict each other."""
        check_effects(self.effects)
