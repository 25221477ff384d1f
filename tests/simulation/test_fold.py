"""The fold: bounds on open cases, by hand and in a run."""

import math
from dataclasses import replace

import numpy as np
import pytest

from draagkracht.evidence.catalogue import Catalogue
from draagkracht.simulation.courses import lever_course
from draagkracht.simulation.fold import Fold, fold_of
from draagkracht.simulation.run_in import Fit, Present
from draagkracht.simulation.solved import Solved

ALL = np.ones(3)
SOLVED = Solved(0.04, 1.0, 1.0, 30.0)


def one_team(requests: float) -> Fit:
    present = Present(0.15, requests, 50.0, 200.0)
    return Fit(SOLVED, present, present, 1)


def found(catalogue: Catalogue, requests: float, **changed: float) -> Fold:
    values = {name: figure.central for name, figure in catalogue.figures.items()}
    values |= {name.replace("__", "."): value for name, value in changed.items()}
    return fold_of([one_team(requests)], [lever_course((), values, 1)], [10.0], values, ALL)


def test_the_bounds_follow_from_hours_load_and_holding(catalogue: Catalogue) -> None:
    usual = found(catalogue, 600.0)
    empty = found(catalogue, 0.0)
    hold = catalogue.figure("casework.holding_hours").central
    most_intense = catalogue.figure("casework.intensity_cap").central
    direct = empty.most * hold  # hours a fte: without load all of them can hold cases
    assert empty.least == pytest.approx(direct / (most_intense + hold))
    assert usual.least < empty.least, "advice takes hours too"
    assert usual.most < empty.most
    room = 600.0 * (empty.most - usual.most) / 1200.0
    assert found(catalogue, 300.0).most == pytest.approx(empty.most - room)


def test_more_work_than_hours_has_no_fold(catalogue: Catalogue) -> None:
    crowded = found(catalogue, 5000.0)
    assert crowded.overloaded
    assert not crowded.beyond


def test_a_cap_beyond_the_fold_is_seen(catalogue: Catalogue) -> None:
    usual = found(catalogue, 600.0)
    lower = found(catalogue, 600.0, casework__caseload_cap=0.5 * usual.most)
    higher = found(catalogue, 600.0, casework__caseload_cap=4.0 * usual.most)
    assert not lower.beyond
    assert higher.beyond


def test_without_holding_there_is_no_fold_to_pass(catalogue: Catalogue) -> None:
    free = found(catalogue, 600.0, casework__holding_hours=0.0)
    assert free.most == math.inf
    assert not free.beyond


def test_the_hours_of_a_case_are_those_the_run_in_found(catalogue: Catalogue) -> None:
    values = {name: figure.central for name, figure in catalogue.figures.items()}
    fit = one_team(600.0)
    dear = replace(fit, solved=replace(SOLVED, hours_scale=1.2))
    course = [lever_course((), values, 1)]
    assert (
        fold_of([dear], course, [10.0], values, ALL).most
        < fold_of([fit], course, [10.0], values, ALL).most
    )


def test_a_desk_and_a_task_package_make_room(catalogue: Catalogue) -> None:
    values = {name: figure.central for name, figure in catalogue.figures.items()}
    usual, desk = lever_course((), values, 1), lever_course((), values, 1)
    desk["access_diverted_share"] = 0.4
    desk["access_desk_hours"] = 1.0
    desk["access_missed_multiple"] = 0.0
    fits = [one_team(600.0)]
    before = fold_of(fits, [usual], [10.0], values, ALL)
    assert fold_of(fits, [desk], [10.0], values, ALL).most > before.most
    desk["access_desk_hours"] = 20.0
    assert fold_of(fits, [desk], [10.0], values, ALL).most < before.most
    sent_on = fold_of(fits, [usual], [10.0], values, np.array([0.5, 1.0, 1.0]))
    assert sent_on.most > before.most
