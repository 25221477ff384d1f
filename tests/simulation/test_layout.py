"""How a town is numbered: by the codes of its wijken, with keys that never meet."""

import itertools

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

import draagkracht as dk
from draagkracht.engine.arrays import CountArray
from draagkracht.engine.draws import EPISODE_BITS
from draagkracht.model.positions import _FAR_FROM_WIJKEN as APART
from draagkracht.simulation.layout import PUBLISHED, TeamLayout, _first_entity, lay_out
from draagkracht.simulation.places import places_of
from draagkracht.town.wijk import MOST_HOUSEHOLDS, Wijk
from simulation.towns import WIJKEN, three_teams

CODES = st.from_regex(r"WK[0-9]{4}[0-9A-Z]{2}", fullmatch=True)
LARGEST = "WK9999ZZ"


def wijk(code: str, households: int = MOST_HOUSEHOLDS) -> Wijk:
    return three_teams().wijken[0].model_copy(update={"code": code, "households": households})


def entities_of(team: TeamLayout) -> CountArray:
    ranges = zip(team.first_entities, team.sizes, strict=True)
    return np.concatenate([np.arange(first, first + size) for first, size in ranges])


@given(st.lists(CODES, min_size=2, max_size=6, unique=True))
def test_households_of_different_wijken_never_share_an_entity(codes: list[str]) -> None:
    firsts = [_first_entity(wijk(code)) for code in codes]
    ranges = sorted((first, first + MOST_HOUSEHOLDS - 1) for first in firsts)
    assert all(one[1] < other[0] for one, other in itertools.pairwise(ranges))


def test_a_teams_own_draws_lie_beyond_those_of_every_household_and_fit_in_a_word() -> None:
    last = _first_entity(wijk(LARGEST)) + MOST_HOUSEHOLDS - 1
    assert last < APART
    assert (last + APART + MOST_HOUSEHOLDS) << EPISODE_BITS < 1 << 64


@pytest.mark.parametrize("name", ["voorbeelddorp", "voorbeeldstad"])
def test_every_household_of_a_town_has_an_entity_of_its_own(name: str) -> None:
    town = dk.read_town(name)
    layout = lay_out(town)
    entities = np.concatenate([entities_of(team) for team in layout.teams])
    assert len(np.unique(entities)) == entities.size == town.households == layout.households


def test_teams_stand_in_the_order_of_their_first_wijk_and_wijken_in_that_of_their_codes() -> None:
    layout = lay_out(three_teams())
    assert layout.wijk_codes == tuple(sorted(code for code, _, _ in WIJKEN))
    assert [team.name for team in layout.teams] == ["kade", "bron", "meer"]
    for team in layout.teams:
        assert team.wijken.tolist() == sorted(team.wijken.tolist())
        assert np.all(np.diff(entities_of(team)) > 0)
        codes = [code for code, name, _ in sorted(WIJKEN) if name == team.name]
        assert [layout.wijk_codes[place] for place in team.wijken] == codes


def test_small_wijken_of_a_team_are_counted_together_and_only_told_when_large_enough() -> None:
    layout = lay_out(three_teams())
    groups = {team.name: [group.name for group in team.groups] for team in layout.teams}
    assert groups == {
        "kade": ["WK990101", "WK990105+WK990107"],
        "bron": ["WK990103", "WK990108"],
        "meer": ["WK990106"],
    }
    told = [place for place in places_of(layout) if place.level == "wijk"]
    assert {place.name for place in told} == {"WK990101", "WK990103", "WK990106"}
    assert all(place.households >= PUBLISHED for place in told)


def test_places_add_up_to_the_town() -> None:
    layout = lay_out(dk.read_town("voorbeeldstad"))
    places = places_of(layout)
    town, teams = places[0], [place for place in places if place.level == "team"]
    assert town.households == sum(team.households for team in teams) == layout.households
    assert [team.first_group for team in teams[1:]] == [team.last_group for team in teams[:-1]]
    assert (town.first_group, town.last_group) == (0, teams[-1].last_group)
    for team in layout.teams:
        assert sum(group.households for group in team.groups) == team.households


def test_shares_of_what_was_observed_add_up_to_1() -> None:
    for shares in lay_out(three_teams()).shares.values():
        assert shares.sum() == pytest.approx(1.0)
        assert shares.tolist() == pytest.approx([2.3 / 5.1, 1.1 / 5.1, 1.7 / 5.1], abs=1e-3)
