"""The kernel and the slow model agree to the last bit, whatever the town."""

from dataclasses import replace
from typing import Final

import pytest
from hypothesis import given, settings

from draagkracht.model import ledger as book
from draagkracht.model.state import TEAM
from reference.agreement import EVENTS, HOURS, RENAMED, TIMES, assert_equal
from reference.any_town import towns
from reference.small_town import SmallTown, slow_team
from reference.towns import ALL_FOUR, EVERYTHING, TOWNS
from reference.towns_by_part import TOWNS_BY_PART

ALL: Final = {**TOWNS, **TOWNS_BY_PART}


@pytest.mark.parametrize("name", ALL)
def test_kernel_and_slow_model_agree_on(name: str) -> None:
    town, happens = ALL[name]
    slow = assert_equal(town)
    assert happens <= {what for _, _, what in slow.diary.events}


@pytest.mark.parametrize("seed", range(2, 8))
def test_kernel_and_slow_model_agree_under_any_luck(seed: int) -> None:
    assert_equal(SmallTown(seed=seed, member=3 * seed, routes=ALL_FOUR, routes_from=50, weeks=104))
    assert_equal(replace(EVERYTHING, seed=seed))


@given(towns())
@settings(max_examples=150, deadline=None)
def test_kernel_and_slow_model_agree_on_any_town(town: SmallTown) -> None:
    assert_equal(town)


def test_the_towns_together_show_all_that_can_happen() -> None:
    assert set().union(*(happens for _, happens in ALL.values())) == set(EVENTS)


def test_all_that_is_counted_is_compared() -> None:
    times = {getattr(book, name) for name in (*TIMES.values(), "LEAD_TIME")}
    assert {*EVENTS.values(), *times} == set(range(book.COUNTERS))
    assert sorted(HOURS.values()) == list(range(book.HOURS))
    assert set(slow_team(SmallTown()).named("books")) == set(HOURS)


def test_all_that_a_team_is_between_weeks_is_compared() -> None:
    given_to_it = {
        *("fte", "residents", "growth", "growth_bound", "informal", "referring", "partner_time")
    }
    compared = {RENAMED.get(name, name) for name in slow_team(SmallTown()).remembered()}
    counted = {f"{what}_{kind}" for what in ("open", "held") for kind in ("single", "multiple")}
    counted |= {"open_crisis", "held_crisis", "vulnerable", "positions"}
    memory = {"week", "slots", "free", "near", "stretch", "closings_later"}
    assert compared | counted | given_to_it | memory == set(TEAM.names or ())


@pytest.mark.parametrize("fte", [0.6, 2.0, 9.0])
def test_the_work_that_is_done_is_the_work_there_was(fte: float) -> None:
    town = SmallTown(fte=fte)
    slow = slow_team(town)
    slow.live(town.last_week)
    done = sum(hours["done"] for hours in slow.diary.hours)
    assert done > 100.0
    assert done == pytest.approx(slow.opened_work - slow.work_left(), rel=1e-9)
