"""A koers held against all eight frames, for real and small."""

from dataclasses import replace
from types import MappingProxyType

import pytest

import draagkracht as dk
from choice.levelled import PLAN, levelled, subject
from choice.sayings import judgement, row
from draagkracht.choice.frame import FRAME_NAMES, GATES
from draagkracht.choice.frames import judge_frames, judged, see
from draagkracht.documents.errors import DraagkrachtError
from draagkracht.evidence.catalogue import Catalogue
from draagkracht.simulation.stop import Stop, Stopped
from plans.menus import card, menu, plan

NAMES = ("trend", "krappe_arbeidsmarkt")


@pytest.fixture(scope="module")
def worlds() -> list[dk.Scenario]:
    return [dk.read_scenario(name) for name in NAMES]


@pytest.fixture(scope="module")
def found(town: dk.Town, worlds: list[dk.Scenario]) -> dk.Frames:
    return judge_frames(town, dk.read_plan(PLAN), scenarios=worlds, years=2, members=16)


def test_there_are_eight_verdicts_in_their_order(found: dk.Frames) -> None:
    assert tuple(each.frame for each in found.frames) == FRAME_NAMES
    assert all(each.reason for each in found.frames)
    assert all(bool(each.remedy) == (each.verdict != "haalt") for each in found.frames)


def test_counts_are_those_of_the_weakest_scenario(found: dk.Frames) -> None:
    for each in found.frames:
        if each.passes is not None:
            assert each.scenario in NAMES
            assert each.by_scenario[each.scenario] == each.passes
            assert tuple(each.by_scenario) == NAMES
            if each.frame != "benefit":
                assert each.passes == min(each.by_scenario.values())


def test_every_scenario_has_its_record_and_they_differ_in_nothing_else(found: dk.Frames) -> None:
    assert tuple(found.records) == NAMES
    first, other = found.records.values()
    assert first.scenario != other.scenario
    assert replace(first, scenario=other.scenario) == other


def test_what_a_scenario_shows_is_what_a_run_of_it_gives(
    town: dk.Town, found: dk.Frames, real: dk.Outcome
) -> None:
    about = replace(subject(town), bars=found.bars)
    alone = judged(about, [see(real, about)])
    for one, both in zip(alone.frames, found.frames, strict=True):
        if one.passes is not None:
            assert both.by_scenario["trend"] == one.passes


def test_the_same_asked_again_gives_the_same(
    town: dk.Town, found: dk.Frames, worlds: list[dk.Scenario]
) -> None:
    again = judge_frames(town, dk.read_plan(PLAN), scenarios=worlds, years=2, members=16, threads=1)
    assert again == found


def test_carrying_on_changes_nothing_and_gains_nothing(
    town: dk.Town, worlds: list[dk.Scenario]
) -> None:
    now = judge_frames(
        town, dk.read_plan("doorgaan_zoals_nu"), scenarios=worlds[:1], years=1, members=16
    )
    verdicts = {each.frame: each.verdict for each in now.frames}
    for frame in ("less_pressure", "future_proof", "benefit", "less_money", "innovative"):
        assert verdicts[frame] == "haalt niet", frame
    assert now.frame("no_extra_means").verdict == "haalt"  # one year: no dearer than itself


def test_a_koers_with_more_fte_fails_no_extra_means(
    town: dk.Town, worlds: list[dk.Scenario]
) -> None:
    packaged = dk.read_catalogue()
    like = packaged.figure("frames.pass_share")
    more = like.model_copy(
        update={"name": "x.fte", "unit": "ratio", "central": 1.05, "low": 1.05, "high": 1.05}
    )
    figures = MappingProxyType({**packaged.figures, "x.fte": more})
    bigger = card(("team.fte_factor", "scale"))
    effect = bigger.effects[0].model_copy(update={"figure": "x.fte"})
    found = judge_frames(
        town,
        plan("bigger"),
        scenarios=worlds,
        years=1,
        members=16,
        catalogue=Catalogue(figures, packaged.sources),
        menu=menu({"bigger": bigger.model_copy(update={"effects": (effect,)})}),
    ).frame("no_extra_means")
    assert (found.verdict, found.passes) == ("haalt niet", 0)
    assert "formatie" in found.reason


def test_gates_are_open_only_when_both_pass(found: dk.Frames) -> None:
    assert not found.gates_open
    open_gates = tuple(
        replace(each, verdict="haalt" if each.frame in GATES else "haalt niet")
        for each in found.frames
    )
    assert replace(found, frames=open_gates).gates_open
    closed = tuple(
        replace(each, verdict="haalt" if each.frame != "compliant" else "onbekend")
        for each in found.frames
    )
    assert not replace(found, frames=closed).gates_open


def test_the_bar_is_a_figure_of_the_catalogue(town: dk.Town, real: dk.Outcome) -> None:
    about = subject(town)
    strict = replace(about, bars=replace(about.bars, pass_share=1.0))
    outcome = levelled(real)
    assert judged(about, [see(outcome, about)]).frame("no_extra_means").verdict == "haalt"
    assert "(100 %, een aanname)" in judged(strict, [see(outcome, strict)]).frames[0].reason


def test_progress_is_told_over_all_scenarios(town: dk.Town, worlds: list[dk.Scenario]) -> None:
    told: list[tuple[int, int]] = []
    judge_frames(
        town,
        dk.read_plan(PLAN),
        scenarios=worlds,
        years=1,
        members=8,
        progress=lambda done, total: told.append((done, total)),
    )
    assert told == [(done, 16) for done in range(1, 17)]


def test_it_can_be_stopped(town: dk.Town) -> None:
    stop = Stop()
    stop.set()
    with pytest.raises(Stopped):
        judge_frames(town, dk.read_plan(PLAN), years=1, members=8, stop=stop)


def refusal(town: dk.Town, **fields: object) -> str:
    with pytest.raises(DraagkrachtError) as caught:
        judge_frames(town, dk.read_plan(PLAN), years=1, members=8, **fields)  # type: ignore[arg-type]
    return str(caught.value)


def test_what_cannot_be_judged_is_refused_before_anything_is_run(
    town: dk.Town, worlds: list[dk.Scenario]
) -> None:
    assert "geen scenario" in refusal(town, scenarios=[])
    assert "komt twee keer voor (scenario)" in refusal(town, scenarios=[worlds[0], worlds[0]])
    other = judgement(row(), head='plan = "breed_team"\n')
    assert "en niet over" in refusal(town, judgement=other)


def test_a_judgement_where_the_cards_already_decide_is_refused(town: dk.Town) -> None:
    with pytest.raises(DraagkrachtError, match="staat het kader"):
        judge_frames(
            town,
            dk.read_plan("doorgaan_zoals_nu"),
            years=1,
            members=8,
            judgement=judgement(row()),
        )
