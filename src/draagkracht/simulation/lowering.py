"""A koers as the kernel takes it: what it does to each team, in weeks."""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from hashlib import blake2b
from typing import Final

from draagkracht.documents.errors import DoubleName
from draagkracht.engine.arrays import CountArray
from draagkracht.plans.effect import Per
from draagkracht.plans.effects import TeamEffect, compose
from draagkracht.plans.euros import EuroCost, euro_costs
from draagkracht.plans.menu import Menu
from draagkracht.plans.plan import Plan
from draagkracht.plans.reading import read_plan
from draagkracht.simulation.layout import TownLayout
from draagkracht.simulation.routes import task_routes

CARRYING_ON: Final = "doorgaan_zoals_nu"
POOLED: Final = "organisation.pooled_share"


@dataclass(frozen=True)
class PlanLowered:
    """Effects by team, and routes by phase.

    Teams with equal keys have the same future in the same member, whatever the koers is called;
    the keys of teams that lend each other hours say so of all teams together.
    """

    name: str
    effects: Mapping[str, tuple[TeamEffect, ...]]
    euros: tuple[EuroCost, ...]
    routes: CountArray
    routes_from: int  # week from today
    keys: tuple[bytes, ...]  # by team, in the kernel's order

    @property
    def pools(self) -> bool:
        """Whether teams lend each other hours, and must live side by side."""
        return any(row.lever == POOLED for found in self.effects.values() for row in found)


def lower(plan: Plan, menu: Menu, layout: TownLayout) -> PlanLowered:
    """Lower a koers. Raises: what `compose` and `task_routes` raise."""
    teams = [team.name for team in layout.teams]
    sizes = {team.name: _size(team.fte, team.residents) for team in layout.teams}
    town = _size(sum(team.fte for team in layout.teams), sum(t.residents for t in layout.teams))
    effects: dict[str, list[TeamEffect]] = {team: [] for team in teams}
    for effect in compose(plan, menu, teams=teams):
        times = sizes[effect.team][effect.per]
        found = effect if times == 1 else replace(effect, intensity=effect.intensity * times)
        effects[effect.team].append(found)
    euros = euro_costs(plan, menu, teams=teams)
    routes = task_routes(plan.task_package)
    routes_from = math.ceil(plan.organisation.starts_month * 13 / 3) if routes.any() else 0
    rest = routes.tobytes() + routes_from.to_bytes(8, "little")
    lowered = PlanLowered(
        name=plan.name,
        effects={team: tuple(found) for team, found in effects.items()},
        euros=tuple(replace(cost, intensity=cost.intensity * town[cost.per]) for cost in euros),
        routes=routes,
        routes_from=routes_from,
        keys=tuple(_digest(repr(effects[team]).encode(), rest) for team in teams),
    )
    if not lowered.pools:
        return lowered
    together = [
        _digest(b"pools", str(place).encode(), *lowered.keys) for place in range(len(teams))
    ]
    return PlanLowered(**{**vars(lowered), "keys": tuple(together)})


def _size(fte: float, residents: int) -> Mapping[Per, float]:
    """How often a figure counts that is for each of them."""
    return {"once": 1.0, "fte": fte, "1000 resident": residents / 1000}


def _digest(*parts: bytes) -> bytes:
    return blake2b(b"\0".join(parts), digest_size=16).digest()


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
