"""Everything a page of advice is made from, checked to belong together."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property

from draagkracht.choice.frame import FrameJudged
from draagkracht.documents.digest import digest
from draagkracht.documents.errors import Inconsistent
from draagkracht.evidence.catalogue import Catalogue
from draagkracht.evidence.figure import Figure
from draagkracht.model.figures_used import USED
from draagkracht.plans.intervention import Intervention
from draagkracht.plans.menu import Menu
from draagkracht.plans.organisation import OrganisationForm
from draagkracht.plans.plan import Plan, PlannedCard
from draagkracht.report.goal import GoalReached
from draagkracht.scenarios.scenario import Scenario
from draagkracht.simulation.attribution import Attribution
from draagkracht.simulation.outcome import Outcome
from draagkracht.simulation.record import Record
from draagkracht.simulation.warning import Warned
from draagkracht.town.town import Town


@dataclass(frozen=True)
class Material:
    """An outcome with the documents it was computed from; `scenario` None: only its name is known.

    `attribution` has the elements of the koers alone, `frames` the eight verdicts; None when they
    were not computed. `goals` None: the town stated none. `ceiling` is the warning that the koers
    promises more than has been seen anywhere; `colours` are sentences on the balance of colours.

    A page may not show one town beside the numbers of another, so `check` compares each document
    with the record of the outcome.
    """

    outcome: Outcome
    town: Town
    plan: Plan
    catalogue: Catalogue
    menu: Menu
    scenario: Scenario | None
    attribution: Attribution | None = None
    frames: tuple[FrameJudged, ...] | None = None
    # By scenario in which the frames were judged.
    worlds: Mapping[str, Record] = field(default_factory=dict)
    judgement: str | None = None  # the digest of what people said of the frames
    goals: tuple[GoalReached, ...] | None = None
    ceiling: Warned | None = None
    colours: tuple[str, ...] = ()

    def check(self) -> None:
        """Refuse a document that the outcome was not computed from. Raises: Inconsistent."""
        record = self.outcome.record
        given: tuple[tuple[str, str, tuple[str, ...]], ...] = (
            ("deze gemeente", digest(self.town), (record.town,)),
            ("deze koers", digest(self.plan), record.plan),
            ("deze cijfers en bronnen", self.catalogue.digest, (record.catalogue,)),
            ("dit menu van kaarten", self.menu.digest, (record.menu,)),
        )
        if self.scenario is not None:
            given += (("dit scenario", digest(self.scenario), (record.scenario,)),)
        if self.attribution is not None:
            theirs = self.attribution.outcome.record
            given += (("deze verdeling over onderdelen", repr(theirs), (repr(record),)),)
        for world in self.worlds.values():
            given += (
                ("de gemeente van deze kaders", world.town, (record.town,)),
                ("de koers van deze kaders", digest(self.plan), world.plan),
                ("de cijfers van deze kaders", world.catalogue, (record.catalogue,)),
                ("het menu van deze kaders", world.menu, (record.menu,)),
            )
        for what, found, recorded in given:
            if found not in recorded:
                raise Inconsistent(
                    what=f"De uitkomst is niet met {what} berekend.",
                    remedy="Reken eerst opnieuw en schrijf dan het advies.",
                )

    @property
    def compares(self) -> bool:
        """Whether there is a koers beside carrying on."""
        return self.plan.name != self.outcome.carrying_on

    @property
    def years(self) -> int:
        """Length of the horizon."""
        return self.outcome.quarters // 4

    @property
    def form(self) -> OrganisationForm:
        """The form of organisation of the koers."""
        return self.menu.form(self.plan.organisation.form)

    @cached_property
    def laid(self) -> tuple[tuple[PlannedCard, Intervention], ...]:
        """The cards of the koers that do something, as planned and as the menu has them."""
        cards = [card for card in self.plan.cards if card.intensity > 0]
        return tuple((card, self.menu.card(card.name)) for card in cards)

    @property
    def documents(self) -> tuple[Intervention | OrganisationForm, ...]:
        """The form and the cards of the koers."""
        return (self.form, *(card for _, card in self.laid))

    @cached_property
    def figures(self) -> tuple[Figure, ...]:
        """The figures this outcome rests on: those of the model and those of the koers."""
        documents = self.documents
        moved = {effect.figure for document in documents for effect in document.effects}
        moved |= {cost.figure for document in documents for cost in document.costs}
        return tuple(self.catalogue.figure(name) for name in sorted(USED | moved))
