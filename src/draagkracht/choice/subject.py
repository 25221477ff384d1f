"""What is held against the frames: a koers in a town, its cards, and what people said of it."""

from dataclasses import dataclass
from functools import cached_property

from draagkracht.choice.bars import Bars
from draagkracht.choice.judgement import Judgement
from draagkracht.evidence.catalogue import Catalogue
from draagkracht.plans.intervention import Intervention
from draagkracht.plans.menu import Menu
from draagkracht.plans.organisation import OrganisationForm
from draagkracht.plans.plan import Plan
from draagkracht.town.town import Town


@dataclass(frozen=True)
class Subject:
    """A koers in a town, with all that a verdict rests on besides what was computed."""

    town: Town
    plan: Plan
    menu: Menu
    catalogue: Catalogue
    bars: Bars
    judgement: Judgement | None = None

    @cached_property
    def cards(self) -> tuple[Intervention, ...]:
        """The cards that do something, each once, in the order of the koers."""
        names = dict.fromkeys(card.name for card in self.plan.cards if card.intensity > 0)
        return tuple(self.menu.card(name) for name in names)

    @cached_property
    def form(self) -> OrganisationForm:
        """The form of organisation."""
        return self.menu.form(self.plan.organisation.form)

    @property
    def changes_nothing(self) -> bool:
        """Whether it leaves cards, form and task package as they are."""
        return not (self.cards or self.form.effects or self.plan.task_package)
