"""A ranking made by hand: what cards do, in values of our choosing."""

from dataclasses import dataclass

from draagkracht.plans.intervention import Intervention
from draagkracht.plans.menu import Menu
from draagkracht.simulation.estimate import Estimate
from report.outcomes import estimate


@dataclass(frozen=True)
class CardEffect:
    name: str
    card: Intervention
    hours_in: Estimate | None
    hours_back: Estimate | None
    months_to_relief: Estimate | None
    effects: tuple[Estimate, ...]
    real: bool
    returns: int = 41
    moves_nothing: bool = False


@dataclass(frozen=True)
class Ranking:
    cards: tuple[CardEffect, ...]
    town_name: str = "Voorbeelddorp"
    worked_example: bool = True
    scenario: str = "trend"
    members: int = 64


def hours(measure: str, median: float, low: float, high: float) -> Estimate:
    return estimate(measure, unit="hour/year", median=median, low=low, high=high)


def card_effect(
    name: str,
    card: Intervention,
    *,
    balance: tuple[float, float, float] = (740.0, -310.0, 2100.0),
    real: bool = True,
    moves_nothing: bool = False,
) -> CardEffect:
    """A card as full as it can be: two other measures move as well."""
    median, low, high = balance
    hours_balance = estimate("hours_balance", median=median, low=low, high=high, difference=True)
    waiting = estimate(median=-0.63, low=-1.4, high=0.1, error=0.2, difference=True)
    undone = estimate(
        "tasks_undone", median=-0.021, low=-0.05, high=0.0, error=0.01, difference=True
    )
    months = estimate("months_to_relief", unit="month", median=9.0, low=6.0, high=18.0)
    return CardEffect(
        name=name,
        card=card,
        hours_in=hours("hours_in", 410.0, 220.0, 740.0),
        hours_back=hours("hours_back", 1150.0, 180.0, 2600.0),
        months_to_relief=months,
        effects=(hours_balance, waiting, undone),
        real=real,
        moves_nothing=moves_nothing,
    )


def ranking(menu: Menu, *, worked_example: bool = True) -> Ranking:
    """All cards of a menu, each as full as it can be."""
    return Ranking(
        cards=tuple(
            card_effect(name, card, real=position % 3 > 0)
            for position, (name, card) in enumerate(menu.cards.items())
        ),
        worked_example=worked_example,
    )
