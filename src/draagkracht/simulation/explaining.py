"""One toekomst of one team, quarter by quarter: only that toekomst is computed."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np

from draagkracht.documents.errors import OutOfRange, UnknownName
from draagkracht.documents.nearest import nearest
from draagkracht.engine.arrays import FloatArray
from draagkracht.evidence.catalogue import Catalogue
from draagkracht.model.figures_used import SOLVED, USED
from draagkracht.plans.effects import weeks as in_weeks
from draagkracht.plans.intervention import Intervention
from draagkracht.plans.menu import Menu
from draagkracht.plans.organisation import OrganisationForm
from draagkracht.plans.plan import Plan, PlannedCard
from draagkracht.scenarios.scenario import Scenario
from draagkracht.simulation.element import Element, elements_of
from draagkracht.simulation.futures import LOCAL
from draagkracht.simulation.ground import Basis, Ground, basis_of, lay_ground
from draagkracht.simulation.lowering import CARRYING_ON, PlanLowered, with_carrying_on
from draagkracht.simulation.measuring import balanced
from draagkracht.simulation.member_run import live_member
from draagkracht.simulation.places import Place
from draagkracht.simulation.plausibility import plausibility
from draagkracht.simulation.record import Record
from draagkracht.simulation.run import check_size, lower_all
from draagkracht.simulation.standout import Standout, standouts
from draagkracht.simulation.strata import BLOCK
from draagkracht.simulation.tables import empty_tables, write_member
from draagkracht.simulation.team_lived import TeamLived
from draagkracht.simulation.team_quarter import TeamQuarter, team_quarter
from draagkracht.simulation.worker import Worker
from draagkracht.town.town import Town

# Figures that spread households over wijken, that stand in for observations, that only count
# euros, or that do nothing until a card or a law calls on them.
_UNSEEN: Final = (
    "households.risk_",
    "observed.",
    "bounds.",
    "money.",
    "law.",
    "helpers.",
    "circles.",
    "organisation.",
    "access.desk_hours",
    "access.missed_",
    "casework.hours_domain_",
    "partners.ratio_",
    "prevention.given_",
    "prevention.task_",
)


@dataclass(frozen=True)
class OneFuture:
    """One team in one toekomst, under a koers and under carrying on, quarter by quarter.

    `member` counts from 0, as in an outcome; `weight` is how plausible the toekomst is beside one
    in which all that is solved lies at its centre. `values` are those of the whole town as `run`
    gives them for this member: by koers and measure (places, quarters + 1, parts).
    """

    record: Record
    town: Town
    plan: Plan
    scenario: Scenario
    team: Place
    member: int
    members: int
    quarters: tuple[TeamQuarter, ...]
    carrying_on: tuple[TeamQuarter, ...]
    begins: Mapping[int, tuple[str, ...]]  # quarter (from 1) -> labels of what starts in it
    standouts: tuple[Standout, ...]
    weight: float
    values: Mapping[str, Mapping[str, FloatArray]]

    @property
    def compares(self) -> bool:
        """Whether there is a koers beside carrying on."""
        return self.plan.name != CARRYING_ON


def explain(
    town: Town,
    plan: Plan | None = None,
    *,
    member: int,
    team: str,
    scenario: Scenario | None = None,
    years: int = 3,
    members: int = 64,
    seed: int = 1,
    without: Sequence[str] = (),
    catalogue: Catalogue | None = None,
    menu: Menu | None = None,
) -> OneFuture:
    """Live one toekomst of a run of `members` again, and follow one team through it.

    `member` counts from 0 to `members` - 1; without `plan` the town carries on. With the same
    options it is the member that `run` computes, to the last bit.

    Raises: OutOfRange (member), UnknownName (team), what `run` raises.

    >>> import draagkracht as dk
    >>> one = dk.explain(dk.read_town("voorbeelddorp"), member=3, team="wolvega", years=1)
    >>> one.team.label, len(one.quarters)
    ('Gebiedsteam Wolvega', 4)
    """
    check_size(years=years, members=members)
    if not 0 <= member < members:
        raise OutOfRange(value=member, low=0, high=members - 1, place="--member")
    until = member - member % BLOCK + BLOCK
    ground = lay_ground(
        town,
        scenario=scenario,
        years=years,
        members=until,
        seed=seed,
        without=without,
        catalogue=catalogue,
        menu=menu,
    )
    menu, places = ground.menu, ground.places.places
    place = _team(places, team)
    koersen = with_carrying_on(() if plan is None else (plan,), menu)
    asked = koersen[-1]
    lowered = lower_all(koersen, ground)
    basis = basis_of(ground, member)
    worker = Worker(ground)
    fits, lived = live_member(ground, worker, basis, lowered)
    found = _values(ground, lowered, lived, basis, worker)
    elements = elements_of(asked, menu)
    figures = _felt(town, asked, ground.scenario, menu, team)
    return OneFuture(
        record=ground.record_of(koersen, members),
        town=town,
        plan=asked,
        scenario=ground.scenario,
        team=place,
        member=member,
        members=members,
        quarters=_quarters(lived[asked.name], found[asked.name], place, places),
        carrying_on=_quarters(lived[CARRYING_ON], found[CARRYING_ON], place, places),
        begins=_begins(elements, team, 4 * years, menu),
        standouts=standouts(basis.values, figures, ground.catalogue),
        weight=float(plausibility([fits], ground.catalogue)[0]),
        values=found,
    )


def _team(places: Sequence[Place], name: str) -> Place:
    teams = {place.name: place for place in places if place.level == "team"}
    if name not in teams:
        known = tuple(teams)
        raise UnknownName(
            what="team", name=name, nearest=nearest(name, known), known=known, place="--team"
        )
    return teams[name]


def _values(
    ground: Ground,
    plans: Sequence[PlanLowered],
    lived: Mapping[str, Sequence[TeamLived]],
    basis: Basis,
    worker: Worker,
) -> dict[str, dict[str, FloatArray]]:
    """By koers the measures of this one member, as a run writes them."""
    found = {}
    for plan in plans:
        tables = empty_tables(ground.places, ground.quarters, 1)
        write_member(
            tables,
            0,
            plan,
            lived[plan.name],
            ground.places,
            ground.formation,
            basis.values,
            worker.town_desk,
        )
        found[plan.name] = {name: table[0] for name, table in tables.values.items()}
    return {name: balanced(values, found[plans[0].name]) for name, values in found.items()}


def _quarters(
    lived: Sequence[TeamLived],
    values: Mapping[str, FloatArray],
    place: Place,
    places: Sequence[Place],
) -> tuple[TeamQuarter, ...]:
    counts = lived[place.first_team].counts
    hours = lived[place.first_team].hours
    waits = values["waiting_time"][list(places).index(place), :-1, -1]
    return tuple(
        team_quarter(counts[quarter], hours[quarter], None if np.isnan(wait) else float(wait))
        for quarter, wait in enumerate(waits)
    )


def _begins(
    elements: Sequence[Element], team: str, quarters: int, menu: Menu
) -> dict[int, tuple[str, ...]]:
    """What starts on this team in each quarter, counted from 1."""
    found: dict[int, list[str]] = {}
    for element in elements:
        for month, label in _starts(element, team, menu):
            quarter = int(in_weeks(month) // 13) + 1
            if quarter <= quarters:
                found.setdefault(quarter, []).append(label)
    return {quarter: tuple(labels) for quarter, labels in found.items()}


def _starts(element: Element, team: str, menu: Menu) -> list[tuple[int, str]]:
    """Months in which an element, or a card of it on this team, starts, each with its label."""
    if element.sort != "cards":
        return [(element.alone.organisation.starts_month, element.label_nl)]
    months: dict[int, dict[str, None]] = {}
    for card in element.alone.cards:
        if _lies_on(card, team):
            months.setdefault(card.starts_month, {})[menu.card(card.name).label.nl] = None
    return [(month, " met ".join(labels)) for month, labels in sorted(months.items())]


def _lies_on(card: PlannedCard, team: str) -> bool:
    return card.teams is None or team in card.teams


def _felt(town: Town, plan: Plan, scenario: Scenario, menu: Menu, team: str) -> set[str]:
    """Figures that a team can notice, and that are drawn from their own spread."""
    drawn = {name for name in USED if not name.startswith(_UNSEEN)} - set(SOLVED)
    held = {hold.figure for hold in scenario.holds}
    own = {name for figure, name in LOCAL.items() if town.observation(figure, team=None)}
    return (drawn | _moved_by(plan, menu, team)) - held - own


def _moved_by(plan: Plan, menu: Menu, team: str) -> frozenset[str]:
    """Figures of the form of a koers, and of its cards on this team."""
    documents: list[Intervention | OrganisationForm] = [
        menu.form(plan.organisation.form),
        *(
            menu.card(card.name)
            for card in plan.cards
            if card.intensity > 0 and _lies_on(card, team)
        ),
    ]
    moved = {effect.figure for document in documents for effect in document.effects}
    return frozenset(moved | {cost.figure for document in documents for cost in document.costs})
