"""The figures that the world decides on, and no one else."""

from draagkracht.evidence.catalogue import read_catalogue
from draagkracht.model.levers import LEVER_NAMES
from draagkracht.scenarios.world import HOLDABLE, SHOCKABLE, WORLD


def test_no_figure_of_the_world_is_a_lever() -> None:
    assert not set(WORLD) & set(LEVER_NAMES)


def test_every_figure_of_the_world_stands_in_the_catalogue() -> None:
    assert set(WORLD) <= set(read_catalogue().figures)


def test_what_can_be_held_has_a_spread_to_hold_it_in() -> None:
    figures = read_catalogue().figures
    assert [name for name in HOLDABLE if figures[name].spread.is_constant] == []


def test_every_figure_of_the_world_can_be_moved() -> None:
    assert {*HOLDABLE, *SHOCKABLE} == set(WORLD)


def test_only_the_law_needs_another_law() -> None:
    assert [name for name, figure in WORLD.items() if figure.needs_law] == ["law.holding_factor"]


def test_no_figure_that_is_solved_per_toekomst_can_be_held() -> None:
    figures = read_catalogue().figures
    assert [name for name in HOLDABLE if figures[name].status == "calibrated"] == []
