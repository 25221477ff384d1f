"""Run a town: every koers in the same toekomsten, beside carrying on."""

from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace
from queue import SimpleQueue
from typing import Final

import numpy as np

from draagkracht.documents.errors import DoubleName, Inconsistent, OutOfRange
from draagkracht.evidence.catalogue import Catalogue, read_catalogue
from draagkracht.model.measures import MEASURES
from draagkracht.model.state import WEEKS
from draagkracht.plans.effects import TeamEffect, compose
from draagkracht.plans.euros import euro_costs
from draagkracht.plans.menu import Menu, read_menu
from draagkracht.plans.plan import Plan
from draagkracht.plans.reading import read_plan
from draagkracht.scenarios.bounds import check_bounds as check_scenario
from draagkracht.scenarios.reading import read_scenario
from draagkracht.scenarios.scenario import Scenario
from draagkracht.simulation.conditions import member_conditions
from draagkracht.simulation.courses import RUN_IN
from draagkracht.simulation.futures import BLOCK, Futures, draw_futures
from draagkracht.simulation.layout import TownLayout, lay_out
from draagkracht.simulation.outcome import Outcome
from draagkracht.simulation.places import Place, places_of
from draagkracht.simulation.plausibility import plausibility
from draagkracht.simulation.record import record_of
from draagkracht.simulation.routes import task_routes
from draagkracht.simulation.run_in import Fit
from draagkracht.simulation.stability import check_stability
from draagkracht.simulation.warnings import (
    warnings_of,
    warnings_of_documents,
    warnings_of_mechanisms,
    warnings_of_pooling,
)
from draagkracht.simulation.worker import Lived, PlanLowered, Worker
from draagkracht.town.town import Town

CARRYING_ON: Final = "doorgaan_zoals_nu"
MOST_YEARS: Final = (WEEKS - RUN_IN) // 52
MOST_MEMBERS: Final = 4096
MOST_THREADS: Final = 64

Progress = Callable[[int, int], None]


@dataclass(frozen=True)
class _Member:
    """What one member yields."""

    fits: tuple[Fit, ...]
    lived: Mapping[str, Lived]


def run(
    town: Town,
    plans: Sequence[Plan] = (),
    *,
    scenario: Scenario | None = None,
    years: int = 8,
    members: int = 64,
    seed: int = 1,
    threads: int = 2,
    without: Sequence[str] = (),
    catalogue: Catalogue | None = None,
    menu: Menu | None = None,
    progress: Progress | None = None,
) -> Outcome:
    """Simulate `members` toekomsten (a multiple of 8) over `years`, for carrying on and `plans`.

    `without` names mechanisms of the model (simulation/mechanisms.py) to switch off.

    The same town, plans, scenario, catalogue, seed and members give the same bytes, whatever
    the number of threads. `progress` is called with members done and members in all.

    Raises: OutOfRange, DoubleName, Inconsistent, TooMany, UnknownName.

    >>> import draagkracht as dk
    >>> outcome = dk.run(dk.read_town("voorbeelddorp"), years=1, members=8)
    >>> outcome.plans, outcome.quarters, outcome.members
    (('doorgaan_zoals_nu',), 4, 8)
    """
    check_size(years=years, members=members, threads=threads)
    menu = read_menu() if menu is None else menu
    catalogue = read_catalogue() if catalogue is None else catalogue
    scenario = read_scenario("trend") if scenario is None else scenario
    check_scenario(scenario, catalogue)
    koersen = with_carrying_on(plans, menu)
    layout = lay_out(town)
    places = places_of(layout)
    weeks = 52 * years
    futures = draw_futures(town, catalogue, scenario, members, seed, without=without)
    lowered = tuple(lower(plan, menu, layout) for plan in koersen)
    check_stability(catalogue, {plan.name: plan.effects.values() for plan in lowered}, weeks)
    job = _Job(layout, places, scenario, futures, lowered, weeks, seed)
    results = _all_members(job, members, threads, progress)
    weights = plausibility([result.fits for result in results], catalogue)
    total = weights.sum()
    weights = weights * members / total if total > 0 else np.ones(members)
    values = {
        plan.name: {
            name: np.stack([result.lived[plan.name].values[name] for result in results])
            for name in MEASURES
        }
        for plan in koersen
    }
    budgets = {
        plan.name: np.stack([result.lived[plan.name].budget for result in results])
        for plan in koersen
    }
    work = {
        plan.name: np.stack([result.lived[plan.name].work for result in results])
        for plan in koersen
    }
    outcome = Outcome(
        record=record_of(
            town,
            koersen,
            scenario,
            catalogue,
            menu,
            seed=seed,
            years=years,
            members=members,
            without=without,
        ),
        town_name=town.name,
        worked_example=town.worked_example,
        scenario=scenario.name,
        carrying_on=CARRYING_ON,
        plans=tuple(plan.name for plan in koersen),
        places=places,
        quarters=4 * years,
        weights=weights,
        fits=tuple(result.fits for result in results),
        values=values,
        budgets=budgets,
        folds={
            plan.name: tuple(
                fold for result in results if (fold := result.lived[plan.name].fold) is not None
            )
            for plan in koersen
        },
        work=work,
        warnings=(),
    )
    return replace(
        outcome,
        warnings=(
            *warnings_of_mechanisms(without),
            *warnings_of_documents(town, koersen),
            *warnings_of_pooling([plan.name for plan in lowered if plan.pools]),
            *warnings_of(outcome),
        ),
    )


@dataclass(frozen=True)
class _Job:
    layout: TownLayout
    places: tuple[Place, ...]
    scenario: Scenario
    futures: Futures
    plans: tuple[PlanLowered, ...]
    weeks: int
    seed: int


def _all_members(job: _Job, members: int, threads: int, progress: Progress | None) -> list[_Member]:
    """Members in their order, whoever computed them."""
    idle: SimpleQueue[Worker] = SimpleQueue()
    for _ in range(min(threads, members)):
        idle.put(Worker(job.layout, job.weeks))

    def one(member: int) -> _Member:
        worker = idle.get()
        try:
            return _run_member(job, worker, member)
        finally:
            idle.put(worker)

    results = []
    pool = ThreadPoolExecutor(threads)
    try:
        futures = [pool.submit(one, member) for member in range(members)]
        for done, future in enumerate(futures, start=1):
            results.append(future.result())
            if progress is not None:
                progress(done, members)
    finally:
        # After an interrupt no one waits for the member, or the compiler, that a thread is at.
        pool.shutdown(wait=len(results) == members, cancel_futures=True)
    return results


def _run_member(job: _Job, worker: Worker, member: int) -> _Member:
    values = job.futures.of(member)
    conditions = member_conditions(job.layout, values, job.seed, member)
    worker.take_on(conditions, job.scenario)
    fits, lived = worker.run_member(job.plans, job.places)
    return _Member(fits, lived)


def lower(plan: Plan, menu: Menu, layout: TownLayout) -> PlanLowered:
    """A koers as the kernel takes it."""
    teams = [team.name for team in layout.teams]
    effects: dict[str, list[TeamEffect]] = {team: [] for team in teams}
    for effect in compose(plan, menu, teams=teams):
        effects[effect.team].append(effect)
    return PlanLowered(
        name=plan.name,
        effects={team: tuple(found) for team, found in effects.items()},
        euros=euro_costs(plan, menu, teams=teams),
        routes=task_routes(plan.task_package),
        routes_from_week=plan.organisation.starts_month * 13 / 3,
    )


def with_carrying_on(plans: Sequence[Plan], menu: Menu) -> tuple[Plan, ...]:
    """Carrying on first, then the plans; two plans may not share a name."""
    koersen = [plan for plan in plans if plan.name == CARRYING_ON]
    koersen = koersen or [read_plan(CARRYING_ON, menu)]
    for plan in plans:
        if plan.name in [known.name for known in koersen[1:]] or (
            plan.name == CARRYING_ON and plan is not koersen[0]
        ):
            raise DoubleName(what="koers", name=plan.name)
        if plan.name != CARRYING_ON:
            koersen.append(plan)
    return tuple(koersen)


def check_size(*, years: int, members: int, threads: int = 1) -> None:
    """Refuse a size beyond the bounds of a run. Raises: OutOfRange, Inconsistent."""
    bounds = (("--years", years, MOST_YEARS), ("--threads", threads, MOST_THREADS))
    for place, value, most in bounds:
        if not 1 <= value <= most:
            raise OutOfRange(value=value, low=1, high=most, place=place)
    if not BLOCK <= members <= MOST_MEMBERS:
        raise OutOfRange(value=members, low=BLOCK, high=MOST_MEMBERS, place="--members")
    if members % BLOCK:
        below = members - members % BLOCK
        raise Inconsistent(
            what=f"{members} toekomsten kan niet: zij komen in groepen van {BLOCK}.",
            remedy=f"Geef {below} of {below + BLOCK}.",
            place="--members",
        )
