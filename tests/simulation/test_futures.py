"""Toekomsten: blocks of eight that each cover the whole, the same whatever their number."""

import datetime as dt

import numpy as np
import pytest

import draagkracht as dk
from draagkracht.evidence.catalogue import Catalogue
from draagkracht.simulation.futures import TAIL, TARGETS, draw_futures
from draagkracht.simulation.run import run
from draagkracht.simulation.strata import BLOCK
from draagkracht.town.town import Town
from scenarios.worlds import hold, scenario
from simulation.towns import Writing, three_teams

WORLD = scenario()


def test_the_first_members_are_the_same_in_a_larger_run(catalogue: Catalogue) -> None:
    few = draw_futures(three_teams(), catalogue, WORLD, 8, 1)
    many = draw_futures(three_teams(), catalogue, WORLD, 64, 1)
    for name, values in few.values.items():
        assert values.tobytes() == many.values[name][:8].tobytes(), name
    assert few.of(3) == many.of(3)


def test_every_block_has_one_member_in_each_eighth_of_every_spread(catalogue: Catalogue) -> None:
    futures = draw_futures(three_teams(), catalogue, WORLD, 64, 3)
    eighths = np.arange(1, BLOCK) / BLOCK
    for name, figure in catalogue.figures.items():
        spread = figure.spread
        if spread.is_constant or name in {"households.growth", "team.administration_share"}:
            continue
        edges = np.array([spread.quantile(float(share)) for share in eighths])
        for block in futures.values[name].reshape(-1, BLOCK):
            assert sorted(np.searchsorted(edges, block).tolist()) == list(range(BLOCK)), name


def test_no_value_lies_in_the_tails_that_nobody_gave(catalogue: Catalogue) -> None:
    futures = draw_futures(three_teams(), catalogue, WORLD, 256, 4)
    for name, figure in catalogue.figures.items():
        spread = figure.spread
        if not spread.is_constant:
            low, high = spread.quantile(TAIL), spread.quantile(1.0 - TAIL)
            assert low <= futures.values[name].min() <= futures.values[name].max() <= high, name


def test_constants_are_the_same_in_every_member(catalogue: Catalogue) -> None:
    futures = draw_futures(three_teams(), catalogue, WORLD, 16, 1)
    for name, figure in catalogue.figures.items():
        if figure.spread.is_constant:
            assert set(futures.values[name].tolist()) == {figure.central}, name


def test_another_seed_draws_other_values(catalogue: Catalogue) -> None:
    one, other = (draw_futures(three_teams(), catalogue, WORLD, 8, seed) for seed in (1, 2))
    assert not np.array_equal(
        one.values["casework.hours_single"], other.values["casework.hours_single"]
    )


def test_growth_stays_within_the_bound_that_households_draw_against(catalogue: Catalogue) -> None:
    bound = catalogue.figure("bounds.growth").central
    growth = catalogue.figure("households.growth")
    wild = growth.model_copy(update={"low": -0.2, "central": 0.03, "high": 0.3, "bounds": "none"})
    figures = {**catalogue.figures, "households.growth": wild}
    futures = draw_futures(three_teams(), type(catalogue)(figures, catalogue.sources), WORLD, 64, 1)
    values = futures.values["households.growth"]
    assert values.min() == -bound
    assert values.max() == bound


def test_own_figures_are_met_with_their_error_and_typical_ones_as_teams_elsewhere_differ(
    catalogue: Catalogue,
) -> None:
    members = 4096
    own = draw_futures(three_teams(), catalogue, WORLD, members, 1)
    typical = draw_futures(dk.read_town("voorbeelddorp"), catalogue, WORLD, members, 1)
    for figure, name in TARGETS.items():
        total = three_teams().observed_value(figure)
        assert total is not None
        values = own.values[f"target.{figure}"]
        assert np.median(values) == pytest.approx(total, rel=0.02)
        # The weakest row decides: one team's figures come from memory.
        error = catalogue.figure("observed.error_estimate").central
        assert np.std(np.log(values)) == pytest.approx(np.sqrt(np.log1p(error**2)), rel=0.06)
        elsewhere = catalogue.figure(name)
        found = typical.values[f"target.{figure}"]
        low, high = np.quantile(found, [0.1, 0.9]) / np.median(found)
        assert low == pytest.approx(elsewhere.low / elsewhere.central, rel=0.02)
        assert high == pytest.approx(elsewhere.high / elsewhere.central, rel=0.02)


def test_without_an_observation_teams_elsewhere_stand_in(catalogue: Catalogue) -> None:
    rows = [row for row in Writing().rows if row[:2] != ("observed", "waiting_list")]
    town = three_teams(Writing(rows))
    futures = draw_futures(town, catalogue, WORLD, 64, 1)
    per_fte = catalogue.figure("observed.waiting_per_fte")
    found = np.median(futures.values["target.waiting_list"])
    assert found == pytest.approx(per_fte.central * town.fte, rel=0.05)


def test_a_hold_may_not_reach_what_parties_decide_on() -> None:
    with pytest.raises(dk.DraagkrachtError):
        scenario(hold("team.administration_share"))


def earlier_list(town: Town, share: float, *, weeks: int) -> Town:
    """The same town, whose teams also say how long their lists were so many weeks before."""
    rows = [row for row in town.observed if row.figure == "waiting_list"]
    before = [
        row.model_copy(
            update={"value": share * row.value, "date": row.date - dt.timedelta(weeks=weeks)}
        )
        for row in rows
    ]
    return town.model_copy(update={"observed": (*town.observed, *before)})


def test_a_list_of_a_year_ago_tells_where_the_run_in_begins(catalogue: Catalogue) -> None:
    def before(town: Town) -> list[float]:
        values = draw_futures(town, catalogue, WORLD, 8, 1).values
        return (values["target.waiting_list_before"] / values["target.waiting_list"]).tolist()

    town = three_teams()
    assert before(town) == pytest.approx([1.0] * 8)
    # A quarter shorter a year ago: half as long, along the line, two years ago.
    assert before(earlier_list(town, 0.75, weeks=52)) == pytest.approx([0.5] * 8)
    assert before(earlier_list(town, 1.2, weeks=52)) == pytest.approx([1.4] * 8)
    assert before(earlier_list(town, 0.1, weeks=52)) == pytest.approx([0.05] * 8), "never below"
    assert before(earlier_list(town, 0.5, weeks=20)) == pytest.approx([1.0] * 8), "too recent"


def test_a_list_that_grew_begins_shorter_and_ends_as_observed(catalogue: Catalogue) -> None:
    grown = run(earlier_list(three_teams(), 0.6, weeks=52), years=1, members=8, catalogue=catalogue)
    stood = run(three_teams(), years=1, members=8, catalogue=catalogue)
    for one, other in zip(grown.fits, stood.fits, strict=True):
        assert [fit.target for fit in one] == [fit.target for fit in other]
    assert grown.fits != stood.fits


def test_a_mechanism_that_is_off_is_off_in_every_toekomst(catalogue: Catalogue) -> None:
    usual = draw_futures(three_teams(), catalogue, WORLD, 8, 1)
    off = draw_futures(three_teams(), catalogue, WORLD, 8, 1, without=["growth"])
    assert set(off.values["households.growth"].tolist()) == {0.0}
    assert set(off.values["ahead.households.growth"].tolist()) == {0.0}
    for name, values in usual.values.items():
        if not name.endswith("households.growth"):
            assert values.tobytes() == off.values[name].tobytes(), name
