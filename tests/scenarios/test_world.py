"""The figures that the world decides on, and no one else."""

from draagkracht.evidence.catalogue import read_catalogue
from draagkracht.model.levers import LEVER_NAMES
from draagkracht.scenarios.world import HOLDABLE, WORLD


def test_no_figure_of_the_world_is_a_lever() -> None:
    assert not set(WORLD) & set(LEVER_NAMES)


def test_every_figure_of_the_world_stands_in_the_catalogue() -> None:
    assert set(WORLD) <= set(read_catalogue().figures)


def test_no_figure_that_is_solved_per_toekomst_can_be_held() -> None:
    figures = read_catalogue().figures
    assert [name for name in HOLDABLE if figures[name].status == "calibrated"] == []
