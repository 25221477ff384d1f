"""Equal records give equal bytes, whoever does the work and in whatever number."""

import dataclasses
import json

import pytest

import draagkracht as dk
from draagkracht.evidence.catalogue import Catalogue
from draagkracht.model.measures import MEASURES
from draagkracht.simulation.exporting import json_document, parquet_table
from draagkracht.simulation.outcome import Outcome
from draagkracht.simulation.run import run
from simulation.comparing import same_values
from simulation.koersen import koers, menu
from simulation.towns import three_teams


def short_run(
    catalogue: Catalogue, *, members: int = 16, threads: int = 1, seed: int = 1, years: int = 1
) -> Outcome:
    plans = [koers("one_team", "less_registration", "desk", teams=["kade"])]
    return run(
        three_teams(),
        plans,
        years=years,
        members=members,
        threads=threads,
        seed=seed,
        catalogue=catalogue,
        menu=menu(),
    )


@pytest.fixture(scope="module")
def single(catalogue: Catalogue) -> Outcome:
    return short_run(catalogue)


@pytest.mark.parametrize("threads", [2, 3, 7, 64])
def test_any_number_of_threads_gives_the_same_bytes(
    catalogue: Catalogue, single: Outcome, threads: int
) -> None:
    found = short_run(catalogue, threads=threads)
    assert found.record == single.record
    assert same_values(found, single)


def test_an_equal_record_means_equal_bytes_of_all_that_is_exported(
    catalogue: Catalogue, single: Outcome
) -> None:
    again = short_run(catalogue, threads=2)
    assert again.record == single.record
    assert exported(again) == exported(single)
    assert parquet_table(again) == parquet_table(single)


def exported(outcome: Outcome) -> str:
    estimates = [
        each
        for plan in outcome.plans
        for difference in (False, True)
        for each in outcome.estimates(plan, difference=difference)
    ]
    return json_document(outcome.record, estimates, outcome.warnings)


def test_another_seed_has_another_record_and_other_values(
    catalogue: Catalogue, single: Outcome
) -> None:
    other = short_run(catalogue, seed=2)
    assert other.record != single.record
    assert not same_values(other, single)


def test_a_member_is_the_same_in_a_run_of_8_and_in_a_run_of_16(
    catalogue: Catalogue, single: Outcome
) -> None:
    few = short_run(catalogue, members=8)
    assert few.fits == single.fits[:8]
    for plan in few.plans:
        for name in MEASURES:
            assert few.values[plan][name].tobytes() == single.values[plan][name][:8].tobytes()
    # Weights have mean 1 over the run, so only their ratios are a member's own.
    assert few.weights / few.weights[0] == pytest.approx(single.weights[:8] / single.weights[0])


def test_a_longer_horizon_begins_as_the_short_one_does(
    catalogue: Catalogue, single: Outcome
) -> None:
    longer = short_run(catalogue, years=2)
    assert longer.fits == single.fits
    for plan in single.plans:
        for name in MEASURES:
            if name != "waiting_time_p90":
                short = single.values[plan][name][:, :, : single.quarters]
                assert longer.values[plan][name][:, :, : single.quarters].tobytes() == (
                    short.tobytes()
                ), name


def test_the_order_of_the_koersen_does_not_matter(catalogue: Catalogue) -> None:
    plans = [koers("a", "less_registration"), koers("b", "desk"), koers("c", "nothing")]
    runs = [
        run(three_teams(), order, years=1, members=8, catalogue=catalogue, menu=menu())
        for order in (plans, plans[::-1])
    ]
    for plan in "abc":
        for name in MEASURES:
            one, other = (found.values[plan][name].tobytes() for found in runs)
            assert one == other


def test_every_member_has_figures_and_luck_of_its_own(single: Outcome) -> None:
    pressure = single.by_member("pressure", plan=single.carrying_on)
    assert len(set(pressure.tolist())) == single.members


def test_the_record_says_all_that_the_bytes_depend_on(single: Outcome) -> None:
    fields = {field.name for field in dataclasses.fields(single.record)}
    assert {"town", "plan", "scenario", "catalogue", "menu", "seed", "years", "members"} <= fields
    assert {"library", "numba", "numpy", "python", "platform"} <= fields
    assert "threads" not in fields
    assert json.loads(json.dumps(single.record.as_json()))["members"] == 16


def test_progress_tells_every_member_once_and_a_stop_is_a_stop() -> None:
    told: list[tuple[int, int]] = []
    town = dk.read_town("voorbeelddorp")
    run(town, years=1, members=8, threads=2, progress=lambda done, of: told.append((done, of)))
    assert told == [(done, 8) for done in range(1, 9)]

    def interrupted(done: int, _of: int) -> None:
        if done == 3:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        run(town, years=1, members=8, threads=2, progress=interrupted)
