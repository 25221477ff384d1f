"""One member of a run: every team solved, then every koers lived from that same today."""

from collections.abc import Sequence

from draagkracht.engine.arrays import Records
from draagkracht.simulation.fold import TeamFold
from draagkracht.simulation.ground import Basis, Ground
from draagkracht.simulation.lowering import PlanLowered
from draagkracht.simulation.run_in import Fit
from draagkracht.simulation.team_lived import Tallied, TeamLived, told
from draagkracht.simulation.worker import Worker
from draagkracht.simulation.workspace import copy_frame

# By koers and team: teams that a koers leaves as another does share one future.
_Key = tuple[bytes, int]


def live_member(
    ground: Ground, worker: Worker, basis: Basis, plans: Sequence[PlanLowered]
) -> tuple[tuple[Fit, ...], dict[str, list[TeamLived]]]:
    """The fits by team in the kernel's order, and by koers what each team lived through."""
    alone = [plan for plan in plans if not plan.pools]
    pooling = [plan for plan in plans if plan.pools]
    fits = []
    found: dict[_Key, tuple[Tallied, TeamFold]] = {}
    for place in range(len(ground.layout.teams)):
        fit = worker.solve(basis, place)
        fits.append(fit)
        if pooling:
            copy_frame(worker.today, worker.side_by_side("today")[place : place + 1])
        different = list({plan.keys[place]: plan for plan in alone}.values())
        for plan in different:
            frame = worker.today
            if plan is not different[-1]:  # the last may use up today
                frame = worker.frame
                copy_frame(worker.today, frame)
            levers = worker.levers(basis, place, plan, fit)
            worker.live(frame, basis, place, plan, levers)
            fold = worker.fold(basis, place, plan, fit, levers)
            found[plan.keys[place], place] = worker.tallied(place), fold
    for plan in pooling:
        found |= _pooled(worker, basis, plan, fits)
    lived = told(
        [tallied for tallied, _ in found.values()],
        [ground.teams[place] for _, place in found],
        [fold for _, fold in found.values()],
    )
    by_key = dict(zip(found, lived, strict=True))
    return tuple(fits), {
        plan.name: [by_key[key, place] for place, key in enumerate(plan.keys)] for plan in plans
    }


def _pooled(
    worker: Worker, basis: Basis, plan: PlanLowered, fits: Sequence[Fit]
) -> dict[_Key, tuple[Tallied, TeamFold]]:
    frames = worker.side_by_side("frame")
    today = worker.side_by_side("today")
    levers: list[Records] = []
    for place, fit in enumerate(fits):
        copy_frame(today[place : place + 1], frames[place : place + 1])
        levers.append(worker.levers(basis, place, plan, fit))
    tallies = worker.live_together(frames, basis, plan, levers)
    return {
        (plan.keys[place], place): (
            tally,
            worker.fold(basis, place, plan, fits[place], levers[place]),
        )
        for place, tally in enumerate(tallies)
    }
