"""What every koers of a run stands on: the town laid out, its world, and the toekomsten drawn."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

import numpy as np

from draagkracht.documents.digest import digest
from draagkracht.engine.arrays import FloatArray, Records
from draagkracht.evidence.catalogue import Catalogue, read_catalogue
from draagkracht.plans.menu import Menu, read_menu
from draagkracht.plans.plan import Plan
from draagkracht.scenarios.bounds import check_bounds as check_scenario
from draagkracht.scenarios.reading import read_scenario
from draagkracht.scenarios.scenario import Scenario
from draagkracht.simulation.conditions import Conditions, member_conditions
from draagkracht.simulation.courses import growth_bounds, world_course
from draagkracht.simulation.fold import Door, door_of
from draagkracht.simulation.futures import Futures, draw_futures, values_of_team
from draagkracht.simulation.layout import TownLayout, lay_out
from draagkracht.simulation.measuring import TownPlaces, town_places
from draagkracht.simulation.places import places_of
from draagkracht.simulation.record import Record, record_of
from draagkracht.simulation.strata import BLOCK
from draagkracht.simulation.team_lived import TeamPlaces, team_places
from draagkracht.town.town import Town


@dataclass(frozen=True)
class Ground:
    """All that an outcome depends on besides its koersen and how many members it has."""

    town: Town
    scenario: Scenario
    catalogue: Catalogue
    menu: Menu
    without: tuple[str, ...]
    seed: int
    years: int
    layout: TownLayout
    places: TownPlaces
    teams: tuple[TeamPlaces, ...]
    formation: Mapping[str, float]  # fte by team, in the kernel's order
    futures: Futures

    @property
    def weeks(self) -> int:
        """Length of the run."""
        return 52 * self.years

    @property
    def quarters(self) -> int:
        """The same in quarters."""
        return 4 * self.years

    @cached_property
    def record(self) -> Record:
        """The record of a run of no koers at all; read once, for digests take time."""
        return record_of(
            self.town,
            (),
            self.scenario,
            self.catalogue,
            self.menu,
            seed=self.seed,
            years=self.years,
            members=BLOCK,
            without=self.without,
        )

    def record_of(self, plans: Sequence[Plan], members: int) -> Record:
        """The record of a run of these koersen."""
        digests = tuple(digest(plan) for plan in plans)
        return replace(self.record, plan=digests, members=members, blocks=members // BLOCK)


@dataclass(frozen=True)
class Basis:
    """One member: its figures and its world, whatever the koers."""

    conditions: Conditions
    world: Records  # WORLD, from the run-in's start
    bounds: FloatArray  # on growth, by year from the run-in's start
    door: Door
    mix: FloatArray  # shares of the life domains

    @property
    def values(self) -> Mapping[str, float]:
        """The member's figures, of the town."""
        return self.conditions.values

    def of_team(self, team: str) -> Conditions:
        """The same with a team's own figures where it gave any."""
        return replace(self.conditions, values=values_of_team(self.values, team))


def lay_ground(
    town: Town,
    *,
    scenario: Scenario | None,
    years: int,
    members: int,
    seed: int,
    without: Sequence[str],
    catalogue: Catalogue | None,
    menu: Menu | None,
) -> Ground:
    """Read what is not given, lay out the town and draw so many toekomsten.

    Raises: Inconsistent, TooMany, UnknownName.
    """
    menu = read_menu() if menu is None else menu
    catalogue = read_catalogue() if catalogue is None else catalogue
    scenario = read_scenario("trend") if scenario is None else scenario
    check_scenario(scenario, catalogue)
    layout = lay_out(town)
    return Ground(
        town=town,
        scenario=scenario,
        catalogue=catalogue,
        menu=menu,
        without=tuple(without),
        seed=seed,
        years=years,
        layout=layout,
        places=town_places(layout, places_of(layout)),
        teams=tuple(team_places(team) for team in layout.teams),
        formation={team.name: team.fte for team in layout.teams},
        futures=draw_futures(town, catalogue, scenario, members, seed, without=without),
    )


def basis_of(ground: Ground, member: int) -> Basis:
    """Everything of one member that holds for every koers."""
    values = ground.futures.of(member)
    conditions = member_conditions(ground.layout, values, ground.seed, member)
    world = world_course(ground.scenario, values, ground.weeks)
    return Basis(
        conditions=conditions,
        world=world,
        bounds=growth_bounds(world, values),
        door=door_of(values),
        mix=np.diff(conditions.domains, prepend=0.0),
    )
