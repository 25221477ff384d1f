"""The elements of a koers: what can be taken alone to see what it does by itself."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final, Literal

from draagkracht.plans.menu import Menu
from draagkracht.plans.organisation import OrganisationForm
from draagkracht.plans.plan import Organisation, Plan, PlannedCard

TODAY: Final = "current"
TASKS: Final = "task_package"

Sort = Literal["form", "cards", "tasks"]


@dataclass(frozen=True, slots=True)
class Element:
    """A form, a card or the task package; `alone` is the koers that has nothing else.

    Cards that cannot do without each other are one element: alone they cannot lie on the table.
    """

    name: str
    label_nl: str
    sort: Sort
    alone: Plan


def elements_of(plan: Plan, menu: Menu) -> tuple[Element, ...]:
    """The elements of a koers that do something, in the order of its document.

    >>> from draagkracht.plans.menu import read_menu
    >>> from draagkracht.plans.reading import read_plan
    >>> [each.name for each in elements_of(read_plan("twee_sporen"), read_menu())][:2]
    ['split_front_door', 'shorter_procedure']
    """
    empty = plan.model_copy(
        update={"organisation": Organisation(), "task_package": (), "cards": ()}
    )
    found = []
    form = menu.form(plan.organisation.form)
    if _does_something(form, plan):
        alone = empty.model_copy(update={"organisation": plan.organisation})
        found.append(_element(plan.organisation.form, form.label.nl, "form", alone))
    for cards in _together([card for card in plan.cards if card.intensity > 0], menu):
        names = dict.fromkeys(card.name for card in cards)
        label = " met ".join(menu.card(name).label.nl for name in names)
        alone = empty.model_copy(update={"cards": cards})
        found.append(_element("+".join(names), label, "cards", alone))
    if plan.task_package:
        alone = empty.model_copy(
            update={
                "task_package": plan.task_package,
                "organisation": Organisation(starts_month=plan.organisation.starts_month),
            }
        )
        found.append(_element(TASKS, "Takenpakket", "tasks", alone))
    return tuple(found)


def _does_something(form: OrganisationForm, plan: Plan) -> bool:
    return plan.organisation.form != TODAY or bool(form.effects or form.costs)


def _element(name: str, label: str, sort: Sort, alone: Plan) -> Element:
    return Element(name, label, sort, alone.model_copy(update={"name": f"{alone.name}: {name}"}))


def _together(cards: Sequence[PlannedCard], menu: Menu) -> list[tuple[PlannedCard, ...]]:
    """Cards in sets that need nothing outside them; rows of one card go together."""
    sets: list[list[PlannedCard]] = []
    for card in cards:
        needs = set(menu.card(card.name).needs) | {card.name}
        linked = [
            each
            for each in sets
            if any(
                other.name in needs or card.name in menu.card(other.name).needs for other in each
            )
        ]
        merged = [other for each in linked for other in each] + [card]
        sets = [each for each in sets if each not in linked] + [merged]
    order = {id(card): number for number, card in enumerate(cards)}
    sets.sort(key=lambda each: min(order[id(card)] for card in each))
    return [tuple(sorted(each, key=lambda card: order[id(card)])) for each in sets]
