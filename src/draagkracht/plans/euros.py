"""Euros that a koers asks: of whom, once or every year, from which week on."""

from collections.abc import Sequence
from dataclasses import dataclass

from draagkracht.plans.effect import Per
from draagkracht.plans.effects import weeks
from draagkracht.plans.menu import Menu
from draagkracht.plans.parties import Party
from draagkracht.plans.plan import Plan


@dataclass(frozen=True, slots=True)
class EuroCost:
    """A figure in euro, or euro a year, for the whole town; `teams` bear it by their formation.

    A structural cost goes on from `starts_week`; one that is made once falls in that week. `per`
    says that the figure counts for each fte or each thousand residents of the town.
    """

    source: str
    party: Party
    figure: str
    one_off: bool
    intensity: float
    starts_week: float
    teams: tuple[str, ...]
    per: Per = "once"


def euro_costs(plan: Plan, menu: Menu, *, teams: Sequence[str]) -> tuple[EuroCost, ...]:
    """Everything in euro that the form and the cards of a koers ask.

    >>> from draagkracht.plans.menu import read_menu
    >>> from draagkracht.plans.reading import read_plan
    >>> menu = read_menu()
    >>> euro_costs(read_plan("doorgaan_zoals_nu", menu), menu, teams=["noord"])
    ()
    """
    form = menu.form(plan.organisation.form)
    laid = [(plan.organisation.form, form.costs, plan.organisation.starts_month, 1.0, tuple(teams))]
    for planned in plan.cards:
        where = tuple(teams) if planned.teams is None else planned.teams
        costs = menu.card(planned.name).costs
        laid.append((planned.name, costs, planned.starts_month, planned.intensity, where))
    return tuple(
        EuroCost(
            source=name,
            party=cost.party,
            figure=cost.figure,
            one_off=cost.one_off,
            intensity=intensity,
            starts_week=weeks(month),
            teams=where,
            per=cost.per,
        )
        for name, costs, month, intensity, where in laid
        for cost in costs
        if not cost.in_hours and intensity > 0
    )
