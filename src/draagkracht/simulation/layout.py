"""A town as the kernel numbers it: teams, wijk groups and households, in an order of their own.

The order follows the CBS codes of the wijken, never that of the document or the names of the
teams: a town with its teams relabelled or shuffled has the same future to the last bit.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

import numpy as np

from draagkracht.documents.errors import TooMany
from draagkracht.engine.arrays import CountArray, FloatArray
from draagkracht.model.state import HOUSEHOLDS
from draagkracht.town.features import FEATURES
from draagkracht.town.observed import ObservedFigure
from draagkracht.town.town import Town
from draagkracht.town.wijk import Wijk

PUBLISHED: Final = 500  # households below which a wijk group is not shown by itself
MOST_HOUSEHOLDS: Final = 600_000  # beyond it a run of sixty years would not fit whole numbers
_RANK_BITS: Final = 18
# Observations that a town may give team by team.
_DIVIDED: Final[tuple[ObservedFigure, ...]] = ("requests_per_year", "open_cases", "waiting_list")


@dataclass(frozen=True)
class WijkGroup:
    """Wijken of one team that are counted together."""

    name: str
    label: str
    households: int
    municipality: str

    @property
    def published(self) -> bool:
        """Whether it is large enough to be shown."""
        return self.households >= PUBLISHED


@dataclass(frozen=True)
class TeamLayout:
    """One team: its households in order of wijk and rank."""

    name: str
    label: str
    fte: float
    residents: int
    groups: tuple[WijkGroup, ...]
    wijken: CountArray  # positions of its wijken in the town's layout
    sizes: tuple[int, ...]  # households by wijk
    first_entities: tuple[int, ...]  # who draws, by wijk: the others follow in a row
    groups_of_wijken: tuple[int, ...]  # positions in `groups`

    @property
    def households(self) -> int:
        """Households of the team."""
        return sum(self.sizes)

    def by_household(self, by_wijk: FloatArray) -> FloatArray:
        """Values of the town's wijken (wijken,) as the households of this team have them."""
        return np.repeat(by_wijk[self.wijken], self.sizes)


@dataclass(frozen=True)
class TownLayout:
    """All teams in the kernel's order."""

    teams: tuple[TeamLayout, ...]
    municipalities: tuple[tuple[str, str], ...]  # code and name
    wijk_codes: tuple[str, ...]
    wijk_households: FloatArray  # (wijken,)
    features: FloatArray  # (wijken, features), NaN where not known
    shares: Mapping[str, FloatArray]  # by observed figure: (teams,) share of the town's total
    own_lists: bool  # whether every team gave its own waiting list

    @property
    def households(self) -> int:
        """Households of the town."""
        return int(self.wijk_households.sum())

    @property
    def residents(self) -> int:
        """Residents of the town."""
        return sum(team.residents for team in self.teams)

    @property
    def group_first(self) -> tuple[int, ...]:
        """First wijk group of each team when the groups of all teams stand in a row."""
        return tuple(np.cumsum([0, *(len(team.groups) for team in self.teams)]).tolist())


def lay_out(town: Town) -> TownLayout:
    """Number everything in a town. Raises: TooMany for a team larger than the kernel holds."""
    wijken = sorted(town.wijken, key=lambda wijk: wijk.code)
    position = {wijk.code: number for number, wijk in enumerate(wijken)}
    first_wijk = {team.name: min(w.code for w in town.wijken_of(team.name)) for team in town.teams}
    teams = sorted(town.teams, key=lambda team: first_wijk[team.name])
    layouts = []
    for team in teams:
        own = [wijk for wijk in wijken if wijk.team == team.name]
        count = sum(wijk.households for wijk in own)
        if count > HOUSEHOLDS:
            raise TooMany(
                what="huishoudens in één team",
                count=count,
                bound=HOUSEHOLDS,
                advice="Verdeel de wijken van dit team over meer teams.",
                place=f"team {team.name}",
            )
        groups, group_of = _group(own, team.label, town)
        layouts.append(
            TeamLayout(
                name=team.name,
                label=team.label,
                fte=team.fte,
                residents=sum(wijk.residents for wijk in own),
                groups=groups,
                wijken=np.array([position[wijk.code] for wijk in own]),
                sizes=tuple(wijk.households for wijk in own),
                first_entities=tuple(_first_entity(wijk) for wijk in own),
                groups_of_wijken=tuple(group_of),
            )
        )
    if sum(wijk.households for wijk in wijken) > MOST_HOUSEHOLDS:
        raise TooMany(
            what="huishoudens in één gemeentedocument",
            count=sum(wijk.households for wijk in wijken),
            bound=MOST_HOUSEHOLDS,
            advice="Verdeel de gemeenten over meer documenten.",
            place="wijk",
        )
    features = np.array([[wijk.features.get(f, np.nan) for f in FEATURES] for wijk in wijken])
    return TownLayout(
        teams=tuple(layouts),
        municipalities=tuple((each.code, each.name) for each in town.municipalities),
        wijk_codes=tuple(position),
        wijk_households=np.array([float(wijk.households) for wijk in wijken]),
        features=features,
        shares={
            figure: _team_shares(town, figure, [team.name for team in teams]) for figure in _DIVIDED
        },
        own_lists=_all_known(town, "waiting_list"),
    )


def _first_entity(wijk: Wijk) -> int:
    """Who draws: the wijk's code as a number, then the household's rank in the wijk."""
    return int(wijk.code.removeprefix("WK"), 36) << _RANK_BITS


def _group(
    wijken: list[Wijk], team_label: str, town: Town
) -> tuple[tuple[WijkGroup, ...], list[int]]:
    """Large wijken by themselves, the small ones of a team in one municipality together."""
    groups = [
        WijkGroup(wijk.code, wijk.name, wijk.households, wijk.municipality)
        for wijk in wijken
        if wijk.households >= PUBLISHED
    ]
    number = {group.name: place for place, group in enumerate(groups)}
    for municipality in sorted({wijk.municipality for wijk in wijken}):
        small = [
            wijk
            for wijk in wijken
            if wijk.households < PUBLISHED and wijk.municipality == municipality
        ]
        if small:
            label = small[0].name if len(small) == 1 else f"kleine wijken van {team_label}"
            if len(small) > 1 and len(town.municipalities) > 1:
                label += f" in {_name_of(municipality, town)}"
            number |= {wijk.code: len(groups) for wijk in small}
            name = "+".join(wijk.code for wijk in small)
            size = sum(wijk.households for wijk in small)
            groups.append(WijkGroup(name, label, size, municipality))
    return tuple(groups), [number[wijk.code] for wijk in wijken]


def _name_of(municipality: str, town: Town) -> str:
    return next(each.name for each in town.municipalities if each.code == municipality)


def _all_known(town: Town, figure: ObservedFigure) -> bool:
    """Whether every team gave its own figure: a typical one says nothing of differences."""
    rows = [town.observation(figure, team=team.name) for team in town.teams]
    return all(row is not None and row.kind == "own" for row in rows)


def _team_shares(town: Town, figure: ObservedFigure, teams: list[str]) -> FloatArray:
    rows = [town.observation(figure, team=team) for team in teams]
    fte = {team.name: team.fte for team in town.teams}
    known = [row.value for row in rows if row is not None]
    values = known if len(known) == len(teams) and sum(known) > 0 else [fte[t] for t in teams]
    return np.array(values) / sum(values)
