"""What a run refuses and warns of."""

from dataclasses import replace

import pytest

import draagkracht as dk
from draagkracht.documents.errors import (
    DoubleName,
    DraagkrachtError,
    Inconsistent,
    OutOfRange,
    UnknownName,
)
from draagkracht.evidence.catalogue import Catalogue
from draagkracht.plans.effects import TeamEffect
from draagkracht.simulation.lowering import CARRYING_ON
from draagkracht.simulation.outcome import Outcome
from draagkracht.simulation.run import MOST_YEARS, run
from draagkracht.simulation.stability import check_stability
from simulation.koersen import koers, menu
from simulation.towns import three_teams

WEEKS = 104


@pytest.mark.parametrize(
    "size",
    [
        {"years": 0},
        {"years": MOST_YEARS + 1},
        {"members": 0},
        {"members": 4104},
        {"threads": 0},
        {"threads": 65},
    ],
)
def test_sizes_out_of_bounds_are_refused(size: dict[str, int]) -> None:
    with pytest.raises(OutOfRange):
        run(three_teams(), **size)  # type: ignore[arg-type]


@pytest.mark.parametrize("members", [9, 63])
def test_toekomsten_come_in_blocks_of_eight(members: int) -> None:
    with pytest.raises(DraagkrachtError):
        run(three_teams(), members=members)


def test_two_koersen_of_one_name_are_refused() -> None:
    with pytest.raises(DoubleName):
        run(three_teams(), [koers("a"), koers("a", "nothing")], menu=menu())
    with pytest.raises(DoubleName):
        run(three_teams(), [koers(CARRYING_ON), koers(CARRYING_ON)], menu=menu())


def test_an_unknown_card_or_team_is_refused_before_anything_runs() -> None:
    with pytest.raises(UnknownName):
        run(three_teams(), [koers("a", "no_such_card")], menu=menu())
    with pytest.raises(UnknownName):
        run(three_teams(), [koers("a", "nothing", teams=["nergens"])], menu=menu())


def test_carrying_on_is_always_there_and_first(three: Outcome, dorp: Outcome) -> None:
    assert three.plans[0] == dorp.plans[0] == CARRYING_ON == dorp.carrying_on
    assert set(three.values) == set(three.plans)


def test_figures_under_which_holding_eats_all_hours_are_refused(catalogue: Catalogue) -> None:
    check_stability(catalogue, {}, WEEKS)
    holding = catalogue.figure("casework.holding_hours")
    heavy = holding.model_copy(update={"low": 0.4, "central": 0.5, "high": 0.7})
    figures = {**catalogue.figures, "casework.holding_hours": heavy}
    with pytest.raises(Inconsistent):
        check_stability(Catalogue(figures, catalogue.sources), {}, WEEKS)


def test_a_koers_under_which_holding_eats_all_hours_is_refused_by_its_name(
    catalogue: Catalogue,
) -> None:
    fine = TeamEffect("noord", "casework.caseload_cap", "scale", "bounds.shock", 0.1, 0, 0, "kaart")
    heavy = replace(fine, intensity=5.0, starts_week=20.0)
    check_stability(catalogue, {"licht": [(fine,)]}, WEEKS)
    with pytest.raises(Inconsistent, match="zwaar"):
        check_stability(catalogue, {"zwaar": [(), (heavy,)]}, WEEKS)


def test_eight_toekomsten_are_called_a_sketch_and_have_no_error(catalogue: Catalogue) -> None:
    sketch = run(dk.read_town("voorbeelddorp"), years=1, members=8, catalogue=catalogue)
    assert "one_block" in {warned.code for warned in sketch.warnings}
    found = sketch.estimate("pressure", plan=CARRYING_ON)
    assert found is not None
    assert found.error is None
    assert "error" not in found.as_json()


def test_what_is_left_out_is_warned_of(three: Outcome) -> None:
    left_out = sum(three.missing(plan) for plan in three.plans)
    warned = [each.text for each in three.warnings if each.code == "left_out"]
    assert len(warned) == (1 if left_out else 0)
    assert all(text.startswith(str(left_out)) for text in warned)
