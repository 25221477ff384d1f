"""The kernel with neutral figures is the slow model that lacks the code, to the last bit."""

import pytest

from reference.agreement import assert_equal
from reference.composing import PARTS, team_class
from reference.left_out import neutral
from reference.slow_model import PlainTeam
from reference.small_town import kernel_team
from reference.towns import EVERYTHING

ALONE = [name for name in PARTS if name != "pooling"]  # which takes more teams than one


@pytest.mark.parametrize("part", PARTS)
def test_neutral_figures_are_as_good_as_no_code(part: str) -> None:
    slow = assert_equal(neutral(EVERYTHING, [part]), without=[part])
    assert not isinstance(slow, PARTS[part])


@pytest.mark.parametrize("part", PARTS)
def test_a_part_does_as_well_without_any_other(part: str) -> None:
    others = [name for name in PARTS if name != part and (part, name) != ("strain", "staff")]
    slow = assert_equal(neutral(EVERYTHING, others), without=others)
    assert isinstance(slow, PARTS[part])


def test_a_team_without_any_part_is_what_neutral_figures_make() -> None:
    slow = assert_equal(neutral(EVERYTHING, PARTS), without=PARTS)
    assert type(slow).__mro__[1:] == PlainTeam.__mro__


@pytest.mark.parametrize("part", ALONE)
def test_a_part_that_is_not_neutral_moves_the_town(part: str) -> None:
    town = EVERYTHING
    moved, still = kernel_team(town), kernel_team(neutral(town, [part]))
    for kernel in (moved, still):
        kernel.live(0, town.last_week)
    assert moved.accounts.counts.tobytes() != still.accounts.counts.tobytes()


@pytest.mark.parametrize("part", PARTS)
def test_a_team_without_a_part_has_none_of_its_code(part: str) -> None:
    assert PARTS[part] in team_class().__mro__
    assert PARTS[part] not in team_class([part]).__mro__
