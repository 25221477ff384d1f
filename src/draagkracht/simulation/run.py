"""Run a town: every koers in the same toekomsten, beside carrying on."""

from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from queue import SimpleQueue
from typing import Final

from draagkracht.documents.errors import Inconsistent, OutOfRange
from draagkracht.evidence.catalogue import Catalogue
from draagkracht.model.state import WEEKS
from draagkracht.plans.menu import Menu
from draagkracht.plans.plan import Plan
from draagkracht.scenarios.scenario import Scenario
from draagkracht.simulation.assembling import outcome_of
from draagkracht.simulation.courses import RUN_IN
from draagkracht.simulation.ground import Ground, basis_of, lay_ground
from draagkracht.simulation.lowering import PlanLowered, lower, with_carrying_on
from draagkracht.simulation.member_run import live_member
from draagkracht.simulation.outcome import Outcome
from draagkracht.simulation.plausibility import plausibility
from draagkracht.simulation.run_in import Fit
from draagkracht.simulation.stability import check_stability
from draagkracht.simulation.strata import BLOCK
from draagkracht.simulation.tables import Tables, empty_tables, write_member
from draagkracht.simulation.worker import Worker
from draagkracht.town.town import Town

MOST_YEARS: Final = (WEEKS - RUN_IN) // 52
MOST_MEMBERS: Final = 4096
MOST_THREADS: Final = 64

Progress = Callable[[int, int], None]


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
    ground = lay_ground(
        town,
        scenario=scenario,
        years=years,
        members=members,
        seed=seed,
        without=without,
        catalogue=catalogue,
        menu=menu,
    )
    koersen = with_carrying_on(plans, ground.menu)
    lowered = lower_all(koersen, ground)
    tables = {plan.name: empty_tables(ground.places, ground.quarters, members) for plan in lowered}
    fits = _all_members(_Job(ground, lowered, tables), members, threads, progress)
    plausible = plausibility(fits, ground.catalogue)
    return outcome_of(ground, koersen, lowered, tables, fits, plausible)


def lower_all(koersen: Sequence[Plan], ground: Ground) -> tuple[PlanLowered, ...]:
    """Lower koersen and see that no team comes to rest nowhere. Raises: Inconsistent."""
    lowered = tuple(lower(plan, ground.menu, ground.layout) for plan in koersen)
    effects = {plan.name: plan.effects.values() for plan in lowered}
    check_stability(ground.catalogue, effects, ground.weeks)
    return lowered


@dataclass(frozen=True)
class _Job:
    ground: Ground
    plans: tuple[PlanLowered, ...]
    tables: dict[str, Tables]


def _all_members(
    job: _Job, members: int, threads: int, progress: Progress | None
) -> list[tuple[Fit, ...]]:
    """Write all members, whoever computed them; their fits in their order."""
    idle: SimpleQueue[Worker] = SimpleQueue()
    for _ in range(min(threads, members)):
        idle.put(Worker(job.ground))

    def one(member: int) -> tuple[Fit, ...]:
        worker = idle.get()
        try:
            return _run_member(job, worker, member)
        finally:
            idle.put(worker)

    fits = []
    pool = ThreadPoolExecutor(threads)
    try:
        futures = [pool.submit(one, member) for member in range(members)]
        for done, future in enumerate(futures, start=1):
            fits.append(future.result())
            if progress is not None:
                progress(done, members)
    finally:
        # After an interrupt no one waits for the member, or the compiler, that a thread is at.
        pool.shutdown(wait=len(fits) == members, cancel_futures=True)
    return fits


def _run_member(job: _Job, worker: Worker, member: int) -> tuple[Fit, ...]:
    ground = job.ground
    basis = basis_of(ground, member)
    fits, lived = live_member(ground, worker, basis, job.plans)
    for plan in job.plans:
        write_member(
            job.tables[plan.name],
            member,
            plan,
            lived[plan.name],
            ground.places,
            ground.formation,
            basis.values,
            worker.town_desk,
        )
    return fits


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
