"""Teams that lend each other hours: the kernel and the slow model agree to the last bit."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reference.left_out import neutral
from reference.pool import Pool
from reference.small_town import Change, SmallTown
from reference.towns import EVERYTHING
from reference.two_teams import assert_equal_together, kernel_together

SHARE, LOSS = "organisation_pooled_share", "organisation_pooling_loss"
SHORT: Final = SmallTown(fte=0.7, changes=((5, SHARE, 0.3), (30, SHARE, 0.1), (60, SHARE, 0.0)))
AMPLE: Final = replace(SHORT, fte=1.8, first_wijk=20, groups=(60, 70), waiting=2)
THIRD: Final = replace(SHORT, fte=1.1, first_wijk=30, groups=(100,), hazards=(0.002,))


def whole_town(*teams: SmallTown) -> list[SmallTown]:
    """Teams of one town have the same weeks and the same luck; THIRD is one wijk by itself."""
    return [
        replace(team, vulnerable=team.vulnerable[: len(team.groups)], run_in=26, weeks=78)
        for team in teams
    ]


TOWNS: Final[dict[str, list[SmallTown]]] = {
    "two teams": whole_town(SHORT, AMPLE),
    "two teams the other way around": whole_town(AMPLE, SHORT),
    "three teams": whole_town(THIRD, AMPLE, SHORT),
    "one of three does not join": whole_town(replace(THIRD, changes=()), AMPLE, SHORT),
    "one puts in all it has": whole_town(
        replace(SHORT, changes=((3, SHARE, 1.0),)), replace(AMPLE, changes=((9, SHARE, 0.2),))
    ),
    "much is lost": whole_town(
        replace(SHORT, levers={LOSS: 0.9}),
        replace(AMPLE, changes=((0, SHARE, 0.5), (30, LOSS, 1.0))),
    ),
    "one has no staff": whole_town(replace(SHORT, fte=0.0), AMPLE),
    "nobody has": whole_town(replace(SHORT, fte=0.0), replace(AMPLE, fte=0.0)),
    "one loses its staff half-way": whole_town(
        SHORT, replace(AMPLE, changes=((5, SHARE, 0.4), (20, "team_capacity_factor", 0.0)))
    ),
}


@pytest.mark.parametrize("name", TOWNS)
def test_kernel_and_slow_model_agree_on(name: str) -> None:
    assert_equal_together(TOWNS[name])


def test_everything_at_once_agrees_for_two_teams() -> None:
    first = replace(EVERYTHING, fte=0.8)
    second = replace(EVERYTHING, first_wijk=40, fte=1.5, groups=(70, 50))
    teams = assert_equal_together([first, second])
    lent = [sum(hours["pooled"] for hours in team.diary.hours) for team in teams]
    assert lent[0] > 0.0 > lent[1]
    assert sum(lent) < 0.0  # what is lost on the way


def test_without_sharing_two_teams_are_two_towns() -> None:
    towns = [neutral(town, ["pooling"]) for town in TOWNS["two teams"]]
    for team in assert_equal_together(towns, without=["pooling"]):
        assert not isinstance(team, Pool)


def test_sharing_moves_both_teams() -> None:
    towns = TOWNS["two teams"]
    _, moved = kernel_together(towns)
    _, still = kernel_together([neutral(town, ["pooling"]) for town in towns])
    for groups in (slice(0, 2), slice(2, 4)):
        assert moved.counts[groups].tobytes() != still.counts[groups].tobytes()


CHANGES: Final = st.lists(
    st.one_of(
        st.tuples(st.integers(0, 50), st.just(SHARE), st.sampled_from([0.0, 0.1, 0.5, 1.0])),
        st.tuples(st.integers(0, 50), st.just(LOSS), st.sampled_from([0.0, 0.1, 1.0])),
        st.tuples(st.integers(0, 50), st.just("team_fte_factor"), st.floats(0.0, 2.0)),
    ),
    max_size=6,
)


@given(
    st.lists(st.tuples(CHANGES, st.floats(0.0, 3.0)), min_size=1, max_size=3), st.integers(0, 99)
)
@settings(max_examples=30, deadline=None)
def test_kernel_and_slow_model_agree_on_any_teams(
    teams: Sequence[tuple[list[Change], float]], seed: int
) -> None:
    towns = [
        SmallTown(
            first_wijk=10 * (1 + place),
            groups=(50, 40),
            changes=tuple(changes),
            fte=fte,
            open_cases=10,
            run_in=26,
            weeks=52,
            seed=seed,
        )
        for place, (changes, fte) in enumerate(teams)
    ]
    assert_equal_together(towns)
