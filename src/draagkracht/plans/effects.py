"""From a koers to effects on levers, one list for all teams, in one fixed order."""

import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

from draagkracht.plans.effect import OPERATIONS, Cost, Effect, Operation, Per
from draagkracht.plans.menu import Menu
from draagkracht.plans.package import check_package
from draagkracht.plans.parties import Party
from draagkracht.plans.plan import Plan

# The lever that hours are put on, by who gives them; other parties' hours are no team's.
HOURS_ON: Final[Mapping[Party, str]] = MappingProxyType(
    {"team": "team.card_hours", "residents": "residents.card_hours"}
)

# Hours asked once are worked in the first quarter of a card, the same every week.
ONE_OFF_WEEKS: Final = 13


@dataclass(frozen=True, slots=True)
class TeamEffect:
    """A figure on a lever of one team, from one week on.

    At full strength, which it reaches in a straight line over `takes_weeks` after `starts_week`:
    replace and move_towards give lever + intensity · (figure − lever), scale gives
    lever · (1 + intensity · (figure − 1)), add gives lever + intensity · figure. From `ends_week`
    on (None: never) it is gone. `source` is the card or form that it comes from. `per` says that
    the figure counts for each fte or each thousand residents of the team.
    """

    team: str
    lever: str
    operation: Operation
    figure: str
    intensity: float
    starts_week: float
    takes_weeks: float
    source: str
    ends_week: float | None = None
    per: Per = "once"


@dataclass(frozen=True, slots=True)
class _Source:
    name: str
    effects: tuple[Effect, ...]
    costs: tuple[Cost, ...]
    starts_month: int
    intensity: float
    teams: tuple[str, ...]


def weeks(months: float) -> float:
    """Weeks in a number of months: a year has twelve months and fifty-two weeks.

    >>> weeks(3)
    13.0
    """
    return months * 13 / 3


def compose(plan: Plan, menu: Menu, *, teams: Sequence[str]) -> tuple[TeamEffect, ...]:
    """Everything a koers does to the levers of these teams (in hours, shares, weeks: see LEVERS).

    A package is a set: cards in any order give this same tuple, sorted by operation (replace,
    move_towards, scale, add) and then by the name of the card. Hours that a card asks of the
    team itself are added to `team.card_hours`, those of residents to `residents.card_hours`; hours
    asked once are spread over 13 weeks.

    Raises: what `check_package` raises.

    >>> from draagkracht.plans.menu import read_menu
    >>> from draagkracht.plans.reading import read_plan
    >>> menu = read_menu()
    >>> compose(read_plan("doorgaan_zoals_nu", menu), menu, teams=["noord"])
    ()
    """
    check_package(plan, menu, teams=teams)
    found = [
        effect
        for source in _sources(plan, menu, teams)
        for team in source.teams
        for effect in _of_team(source, team)
    ]
    order = {team: number for number, team in enumerate(teams)}
    return tuple(sorted(found, key=lambda effect: _rank(effect, order[effect.team])))


def _sources(plan: Plan, menu: Menu, teams: Sequence[str]) -> Iterator[_Source]:
    everyone = tuple(teams)
    form = menu.form(plan.organisation.form)
    yield _Source(
        name=plan.organisation.form,
        effects=form.effects,
        costs=form.costs,
        starts_month=plan.organisation.starts_month,
        intensity=1.0,
        teams=everyone,
    )
    for planned in plan.cards:
        if planned.intensity > 0:
            card = menu.card(planned.name)
            yield _Source(
                name=planned.name,
                effects=card.effects,
                costs=card.costs,
                starts_month=planned.starts_month,
                intensity=planned.intensity,
                teams=everyone if planned.teams is None else planned.teams,
            )


def _of_team(source: _Source, team: str) -> Iterator[TeamEffect]:
    for effect in source.effects:
        ramp = effect.ramp
        begins = source.starts_month + ramp.starts_month
        yield TeamEffect(
            team=team,
            lever=effect.lever,
            operation=effect.operation,
            figure=effect.figure,
            intensity=source.intensity,
            starts_week=weeks(begins),
            takes_weeks=weeks(ramp.takes_months),
            source=source.name,
            ends_week=None if ramp.lasts_months is None else weeks(begins + ramp.lasts_months),
        )
    for cost in source.costs:
        if cost.in_hours and cost.party in HOURS_ON:
            yield _hours(source, cost, team)


def _hours(source: _Source, cost: Cost, team: str) -> TeamEffect:
    once = cost.one_off
    starts = weeks(source.starts_month)
    return TeamEffect(
        team=team,
        lever=HOURS_ON[cost.party],
        operation="add",
        figure=cost.figure,
        intensity=source.intensity / ONE_OFF_WEEKS if once else source.intensity,
        starts_week=starts,
        takes_weeks=0.0,
        source=source.name,
        ends_week=starts + ONE_OFF_WEEKS if once else None,
        per=cost.per,
    )


def _rank(effect: TeamEffect, team: int) -> tuple[int | float | str, ...]:
    ends = math.inf if effect.ends_week is None else effect.ends_week
    return (
        OPERATIONS.index(effect.operation),
        effect.source,
        effect.lever,
        effect.figure,
        effect.starts_week,
        effect.takes_weeks,
        ends,
        effect.intensity,
        effect.per,
        team,
    )
