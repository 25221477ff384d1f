"""The bounds on a help page are those of the run."""

from draagkracht.cli import options
from draagkracht.simulation import run
from draagkracht.simulation.strata import BLOCK


def test_the_bounds_of_the_options_are_those_of_the_run() -> None:
    assert options.MOST_YEARS == run.MOST_YEARS
    assert options.LEAST_MEMBERS == BLOCK
    assert options.MOST_MEMBERS == run.MOST_MEMBERS
    assert options.MOST_THREADS == run.MOST_THREADS


def test_there_is_at_least_one_core() -> None:
    assert 1 <= options.cores() <= options.MOST_THREADS
