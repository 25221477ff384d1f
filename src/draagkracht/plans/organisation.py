"""A form of organisation: who the team works for and how, as effects on the same levers."""

import datetime as dt

from pydantic import Field

from draagkracht.documents.document import Document, Wording
from draagkracht.documents.errors import MissingKey
from draagkracht.plans.effect import Cost, Effect, check_effects
from draagkracht.plans.intervention import Direction, Directness, Grade, Limit, Reading
from draagkracht.plans.parties import Party


class OrganisationForm(Document):
    """A form of organisation; its name is the name of its file.

    Its effects hold for all teams from the month in which the koers takes the form on. A form
    that changes nothing has no evidence to grade and no ground to look up.
    """

    label: Wording
    story: Wording
    parties: tuple[Party, ...] = ()
    grade: Grade | None = None
    direction: Direction | None = None
    directness: Directness | None = None
    limits: tuple[Limit, ...] = ()
    legal: Wording | None = None
    legal_read: bool = False
    checked: dt.date
    effects: tuple[Effect, ...] = Field(alias="effect", default=())
    costs: tuple[Cost, ...] = Field(alias="cost", default=())
    evidence: tuple[Reading, ...] = ()

    def check(self) -> None:
        """Refuse effects without a grade, on unknown levers, or that contradict each other."""
        for key in ("grade", "direction", "directness", "legal"):
            if self.effects and getattr(self, key) is None:
                raise MissingKey(key=key)
        check_effects(self.effects)
