"""Goals: in how many toekomsten they are met, in their own year."""

from dataclasses import replace

import numpy as np
import pytest

import draagkracht as dk
from choice.levelled import PLAN, in_first, with_values
from draagkracht.choice.goals import goals_reached
from draagkracht.documents.document import Wording
from draagkracht.documents.errors import UnknownName
from draagkracht.town.goal import Goal


def aiming(town: dk.Town, bound: float, year: int | None = None) -> dk.Town:
    goal = Goal(
        measure="pressure", direction="lower", bound=bound, year=year, why=Wording(nl="Rust.")
    )
    return town.model_copy(update={"goals": (goal,)})


def flat(outcome: dk.Outcome, value: float) -> dk.Outcome:
    """Pressure the same everywhere, under carrying on and the koers."""
    now = outcome.carrying_on
    table = np.full_like(outcome.values[now]["pressure"], value)
    values = {name: {**outcome.values[name], "pressure": table.copy()} for name in outcome.plans}
    return replace(outcome, values=values)


def test_a_bound_that_is_just_met_is_met(town: dk.Town, outcome: dk.Outcome) -> None:
    (found,) = goals_reached(flat(outcome, 1.0), aiming(town, 1.0), PLAN)
    assert (found.carrying_on, found.koers, found.of, found.year) == (16, 16, 16, 2)
    (found,) = goals_reached(flat(outcome, 1.0001), aiming(town, 1.0), PLAN)
    assert (found.carrying_on, found.koers) == (0, 0)


def test_a_koers_is_counted_beside_carrying_on(town: dk.Town, outcome: dk.Outcome) -> None:
    change = in_first(outcome, 5, -0.2, 0.0)
    better = with_values(flat(outcome, 1.1), {"pressure": change})
    (found,) = goals_reached(better, aiming(town, 1.0), PLAN)
    assert (found.carrying_on, found.koers) == (0, 5)


def test_toekomsten_count_as_much_as_they_are_plausible(town: dk.Town, outcome: dk.Outcome) -> None:
    change = in_first(outcome, 4, -0.2, 0.0)
    better = with_values(flat(outcome, 1.1), {"pressure": change})
    heavy = replace(better, weights=in_first(outcome, 4, 2.0, 8 / 12))
    (found,) = goals_reached(heavy, aiming(town, 1.0), PLAN)
    assert found.koers == 8


def test_a_goal_is_looked_at_in_its_own_year(town: dk.Town, outcome: dk.Outcome) -> None:
    level = flat(outcome, 1.1)
    table = level.values[PLAN]["pressure"].copy()
    table[:, :, :4] = 0.9  # the first year alone
    values = {**level.values[PLAN], "pressure": table}
    first = replace(level, values={**level.values, PLAN: values})
    assert goals_reached(first, aiming(town, 1.0, year=1), PLAN)[0].koers == 16
    assert goals_reached(first, aiming(town, 1.0), PLAN)[0].koers == 0


def test_a_year_beyond_the_run_has_no_count(town: dk.Town, outcome: dk.Outcome) -> None:
    (found,) = goals_reached(outcome, aiming(town, 1.0, year=3), PLAN)
    assert (found.carrying_on, found.koers, found.untold) == (None, None, "beyond_the_run")
    assert "carrying_on" not in found.as_json()


def test_a_measure_that_does_not_exist_has_no_count(town: dk.Town, outcome: dk.Outcome) -> None:
    missing = with_values(outcome, {"pressure": in_first(outcome, 1, np.nan, 0.0)})
    assert goals_reached(missing, aiming(town, 1.0), PLAN)[0].untold == "no_measure"


def test_without_a_koers_only_carrying_on_is_counted(town: dk.Town, outcome: dk.Outcome) -> None:
    found = goals_reached(outcome, town)
    assert len(found) == 3
    assert all(each.koers is None and each.carrying_on is not None for each in found)


def test_an_unknown_koers_is_refused(town: dk.Town, outcome: dk.Outcome) -> None:
    with pytest.raises(UnknownName, match="twee_sporen"):
        goals_reached(outcome, town, "twee_spore")


def test_higher_is_better_where_the_measure_says_so(town: dk.Town, outcome: dk.Outcome) -> None:
    goal = Goal(measure="recovered", direction="higher", bound=1e4, why=Wording(nl="Herstel."))
    (found,) = goals_reached(outcome, town.model_copy(update={"goals": (goal,)}))
    assert found.carrying_on == 0
    assert found.words == (
        "weer op eigen benen ten minste 10.000 per 1.000 huishoudens per jaar, in jaar 2"
    )
