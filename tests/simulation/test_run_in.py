"""Solving the run-in: four scalars towards what was observed, and what a member then weighs."""

import math
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from draagkracht.evidence.catalogue import Catalogue, read_catalogue
from draagkracht.simulation.outcome import Outcome
from draagkracht.simulation.plausibility import plausibility
from draagkracht.simulation.run_in import MOST_ROUNDS, Fit, Present, solve
from draagkracht.simulation.solved import LEAST_CAP, MOST_CAP, Solved

PACKAGED = read_catalogue()
TARGET = Present(0.15, 800.0, 60.0, 260.0)


def smooth_team(truth: Solved, shown: Present = TARGET) -> Callable[[Solved], Present]:
    """A team without luck that shows the target when the scalars are the true ones."""

    def live(solved: Solved) -> Present:
        hazard = (solved.becoming_vulnerable - truth.becoming_vulnerable) / 0.04
        asking = math.log(solved.request_scale / truth.request_scale)
        hours = math.log(solved.hours_scale / truth.hours_scale)
        cap = math.log(solved.caseload_cap / truth.caseload_cap)
        return Present(
            vulnerable_share=shown.vulnerable_share * math.exp(0.6 * hazard),
            requests=shown.requests * math.exp(0.8 * asking + 0.13 * hazard),
            waiting=shown.waiting * math.exp(3.6 * hazard + 26 * asking + 32 * hours - 10 * cap),
            open_cases=shown.open_cases * math.exp(cap),
            cap_for_target=truth.caseload_cap,
        )

    return live


TRUTH = Solved(0.042, 1.05, 0.93, 31.0)


@given(st.floats(-0.2, 0.2), st.floats(-0.1, 0.1), st.floats(-0.05, 0.05), st.floats(-0.2, 0.2))
def test_a_team_without_luck_is_found(
    hazard: float, asking: float, hours: float, cap: float
) -> None:
    guess = Solved(
        TRUTH.becoming_vulnerable * math.exp(hazard),
        TRUTH.request_scale * math.exp(asking),
        TRUTH.hours_scale * math.exp(hours),
        TRUTH.caseload_cap * math.exp(cap),
    )
    fit = solve(TARGET, guess, smooth_team(TRUTH))
    assert fit.fits
    assert fit.target == TARGET
    assert 1 <= fit.rounds <= MOST_ROUNDS


def test_a_good_guess_is_kept_as_it_is() -> None:
    fit = solve(TARGET, TRUTH, smooth_team(TRUTH))
    assert (fit.solved, fit.rounds, fit.fits) == (TRUTH, 1, True)


def test_a_team_that_cannot_be_found_is_left_where_it_came_nearest() -> None:
    seen: list[tuple[Solved, Present]] = []
    waits = iter([400.0, 180.0, 130.0, 200.0, 500.0, 140.0, 900.0, 131.0])

    def live(solved: Solved) -> Present:
        present = Present(0.15, 800.0, next(waits), 260.0, cap_for_target=31.0)
        seen.append((solved, present))
        return present

    fit = solve(TARGET, TRUTH, live)
    assert len(seen) == MOST_ROUNDS == fit.rounds
    assert not fit.fits
    assert (fit.solved, fit.present) == seen[2]


MANY = st.floats(0.0, 5e3)


@given(st.floats(0.0, 1.0), MANY, MANY, MANY, st.floats(0.0, 900.0))
def test_no_step_leaves_what_a_team_can_be(
    share: float, requests: float, waiting: float, open_cases: float, cap: float
) -> None:
    tried: list[Solved] = []

    def live(solved: Solved) -> Present:
        tried.append(solved)
        return Present(share, requests, waiting, open_cases, cap_for_target=cap, capped=cap < 400)

    solve(TARGET, TRUTH, live)
    for solved in tried:
        assert 0.0 < solved.becoming_vulnerable < 1.0
        assert 0.0 < solved.request_scale < math.inf
        assert 0.0 < solved.hours_scale < math.inf
        assert LEAST_CAP <= solved.caseload_cap <= MOST_CAP


def fit_of(solved: Solved) -> Fit:
    return Fit(solved, TARGET, TARGET, 1)


def central(catalogue: Catalogue) -> Solved:
    names = (
        "households.becoming_vulnerable",
        "households.request_scale",
        "casework.hours_scale",
        "casework.caseload_cap",
    )
    return Solved(*(catalogue.figure(name).central for name in names))


def test_a_member_solved_at_the_centres_weighs_1(catalogue: Catalogue) -> None:
    assert plausibility([[fit_of(central(catalogue))] * 3], catalogue) == pytest.approx([1.0])


def test_a_member_far_from_what_was_plausible_weighs_little(catalogue: Catalogue) -> None:
    centre = central(catalogue)
    far = Solved(
        centre.becoming_vulnerable,
        centre.request_scale,
        centre.hours_scale * 1.6,
        centre.caseload_cap,
    )
    assert plausibility([[fit_of(far)]], catalogue).item() < 0.2


@given(st.permutations([0.8, 0.95, 1.0, 1.3]))
def test_the_order_of_the_teams_does_not_change_the_weight(scales: list[float]) -> None:
    catalogue = PACKAGED
    centre = central(catalogue)
    fits = [
        fit_of(Solved(centre.becoming_vulnerable, scale, scale, centre.caseload_cap))
        for scale in scales
    ]
    ordered = sorted(fits, key=lambda fit: fit.solved.hours_scale)
    assert plausibility([fits], catalogue).item() == plausibility([ordered], catalogue).item()


def test_most_run_ins_of_the_example_come_out_on_what_was_observed(dorp: Outcome) -> None:
    fits = [fit for member in dorp.fits for fit in member]
    assert sum(fit.fits for fit in fits) >= 0.8 * len(fits)
    for fit in fits:
        if fit.fits:
            low, high = fit.target.requests * 0.9, fit.target.requests * 1.1
            assert low <= fit.present.requests <= high
