"""Koersen by scenarios: each cell is what a run of it gives, and a winner is one beyond chance."""

import json
from dataclasses import replace

import numpy as np
import pytest

import draagkracht as dk
from choice.packages import koers
from draagkracht.choice.frame import FRAME_NAMES
from draagkracht.choice.koers_table import KoersTable
from draagkracht.choice.koersen import COMPARED, compare_koersen
from draagkracht.choice.spans import SPANS, estimated, values_over
from draagkracht.documents.errors import DoubleName, UnknownName
from draagkracht.plans.plan import Plan, PlannedCard
from draagkracht.town.packaged import packaged_documents

SMALL = {"years": 2, "members": 16}
TOWN = dk.read_town("voorbeelddorp")
WORLDS = [dk.read_scenario(name) for name in ("trend", "krappe_arbeidsmarkt")]
NOW = "doorgaan_zoals_nu"


def named(name: str, *cards: str, form: str = "current") -> Plan:
    plan = koers([PlannedCard(name=card) for card in cards], form)
    return plan.model_copy(update={"name": name})


PAPER = named("papier", "no_hour_registration")
TABLE = named("tafel", "escalation_table")
FORM = named("vorm", form="without_wijkteam")


@pytest.fixture(scope="module")
def table() -> KoersTable:
    return compare_koersen(TOWN, [PAPER, TABLE, FORM], scenarios=WORLDS, **SMALL)


def test_every_koers_stands_in_every_scenario_with_carrying_on_first(table: KoersTable) -> None:
    names = [NOW, "papier", "tafel", "vorm"]
    assert [plan.name for plan in table.koersen] == names
    assert [(cell.scenario, cell.koers) for cell in table.cells] == [
        (world.name, name) for world in WORLDS for name in names
    ]
    assert table.carrying_on == NOW


@pytest.mark.parametrize("world", WORLDS, ids=lambda world: world.name)
def test_a_cell_says_what_a_run_of_all_koersen_says(table: KoersTable, world: dk.Scenario) -> None:
    outcome = dk.run(TOWN, [PAPER, TABLE, FORM], scenario=world, **SMALL)
    for plan in table.koersen:
        cell = table.cell(plan.name, world.name)
        for measure in COMPARED:
            told = cell.of(measure)
            assert told.level == outcome.estimate(measure, plan=plan.name)
            assert told.difference == outcome.difference(measure, plan=plan.name)


def test_the_last_year_is_the_mean_of_its_four_quarters() -> None:
    outcome = dk.run(TOWN, [PAPER], **SMALL)
    quarters = [outcome.by_member("pressure", plan="papier", quarter=n) for n in (5, 6, 7, 8)]
    found = values_over(outcome, "pressure", plan="papier", span="last_year")
    assert found == pytest.approx(np.mean(quarters, axis=0))


def test_carrying_on_differs_from_itself_by_nothing(table: KoersTable) -> None:
    for world in WORLDS:
        for told in table.cell(NOW, world.name).told:
            assert told.difference is not None
            assert (told.difference.median, told.difference.low, told.difference.high) == (0, 0, 0)


def test_each_measure_is_told_over_both_spans(table: KoersTable) -> None:
    for cell in table.cells:
        assert [(told.measure, told.span) for told in cell.told] == [
            (measure, span) for measure in COMPARED for span in SPANS
        ]


def test_a_measure_more_can_be_asked_for() -> None:
    found = compare_koersen(TOWN, [], scenarios=WORLDS[:1], more=["strain"], years=1, members=8)
    assert found.measures == (*COMPARED, "strain")
    assert found.cell(NOW, "trend").of("strain").level is not None


def test_without_scenarios_all_that_are_packaged_are_lived() -> None:
    found = compare_koersen(TOWN, [], years=1, members=8)
    assert {world.name for world in found.scenarios} == set(packaged_documents("scenarios"))
    assert found.scenarios[0].name == "trend"


def test_an_unknown_measure_is_refused_before_anything_is_lived() -> None:
    with pytest.raises(UnknownName) as caught:
        compare_koersen(TOWN, [], more=["presure"], **SMALL)
    assert str(caught.value) == ('Er is geen maat met de naam "presure". Bedoelt u "pressure"?')


def test_a_scenario_twice_is_refused() -> None:
    with pytest.raises(DoubleName, match="trend"):
        compare_koersen(TOWN, [], scenarios=[WORLDS[0], WORLDS[0]], **SMALL)


def test_progress_counts_every_toekomst_of_every_cell() -> None:
    seen: list[tuple[int, int]] = []
    compare_koersen(
        TOWN,
        [PAPER],
        scenarios=WORLDS,
        years=1,
        members=8,
        progress=lambda done, total: seen.append((done, total)),
    )
    assert [done for done, _ in seen] == list(range(1, 33))
    assert {total for _, total in seen} == {2 * 2 * 8}


def shifted(table: KoersTable, by: dict[str, float], measure: str = "pressure") -> KoersTable:
    """The table with a koers as far from carrying on as said, the same in every toekomst."""
    cells = []
    for cell in table.cells:
        base = table.cell(NOW, cell.scenario).of(measure).values
        told = tuple(
            replace(each, values=base + by.get(cell.koers, 0.0))
            if (each.measure, each.span) == (measure, "horizon")
            else each
            for each in cell.told
        )
        cells.append(replace(cell, told=told))
    return replace(table, cells=tuple(cells))


def test_a_koers_is_the_best_when_it_beats_every_other(table: KoersTable) -> None:
    found = shifted(table, {"papier": -0.1, "tafel": -0.05})
    assert found.best("pressure", "trend") == "papier"


def test_of_two_koersen_that_are_the_same_neither_is_the_best(table: KoersTable) -> None:
    found = shifted(table, {"papier": -0.1, "tafel": -0.1})
    assert found.best("pressure", "trend") is None


def test_a_lead_within_the_error_is_no_lead(table: KoersTable) -> None:
    found = shifted(table, {"papier": -0.1, "tafel": -0.05})
    noise = np.tile([1.0, -1.0], 8)
    cells = tuple(
        replace(
            cell,
            told=tuple(
                replace(each, values=each.values + noise) if each.measure == "pressure" else each
                for each in cell.told
            ),
        )
        if cell.koers == "papier"
        else cell
        for cell in found.cells
    )
    assert replace(found, cells=cells).best("pressure", "trend") is None


def test_carrying_on_can_be_the_best(table: KoersTable) -> None:
    found = shifted(table, {"papier": 0.1, "tafel": 0.05})
    assert found.best("pressure", "trend") == NOW


def test_a_form_of_organisation_is_never_called_the_best(table: KoersTable) -> None:
    found = shifted(table, {"vorm": -0.5, "papier": -0.1})
    assert found.best("pressure", "trend") == "papier"


def test_where_more_is_better_the_most_is_the_best(table: KoersTable) -> None:
    found = shifted(table, {"papier": 100.0}, "hours_balance")
    assert found.best("hours_balance", "trend") == "papier"


def test_a_measure_without_a_better_direction_has_no_best() -> None:
    found = compare_koersen(TOWN, [PAPER], scenarios=WORLDS[:1], more=["requests"], **SMALL)
    assert found.best("requests", "trend") is None


def test_one_block_of_toekomsten_calls_nobody_the_best() -> None:
    found = compare_koersen(TOWN, [PAPER], scenarios=WORLDS[:1], years=1, members=8)
    assert [found.best(measure, "trend") for measure in COMPARED] == [None] * len(COMPARED)


def test_a_value_that_does_not_exist_makes_no_estimate() -> None:
    values = np.array([1.0, np.nan] * 8)
    assert estimated(values, np.ones(16), measure="pressure", plan="x", difference=True) is None


def test_the_document_has_each_cell_and_the_digest_of_each_scenario(table: KoersTable) -> None:
    found = json.loads(table.as_json())
    assert list(found) == ["record", "cells", "warnings"]
    assert len(found["record"]["scenario"]) == len(set(found["record"]["scenario"])) == 2
    assert len(found["record"]["plan"]) == 4
    assert len(found["cells"]) == 8
    row = found["cells"][0]["estimates"][0]
    assert (row["measure"], row["span"], row["place"]) == ("pressure", "horizon", "town")
    assert len(found["cells"][0]["frames"]) == 8


def test_equal_tables_are_equal_bytes(table: KoersTable) -> None:
    again = compare_koersen(TOWN, [PAPER, TABLE, FORM], scenarios=WORLDS, threads=1, **SMALL)
    assert again.as_json() == table.as_json()


def test_every_cell_carries_the_eight_frames_of_its_scenario(table: KoersTable) -> None:
    for cell in table.cells:
        assert tuple(each.frame for each in cell.frames) == FRAME_NAMES
        counted = {name for each in cell.frames for name in each.by_scenario}
        assert counted == {cell.scenario}


def test_a_frame_of_a_cell_is_that_of_the_frames_command_in_that_scenario(
    table: KoersTable,
) -> None:
    world = WORLDS[0]
    frames = dk.judge_frames(TOWN, PAPER, scenarios=[world], **SMALL)
    (cell,) = (
        each for each in table.cells if (each.koers, each.scenario) == (PAPER.name, world.name)
    )
    assert cell.frames == frames.frames


def test_a_warning_of_every_scenario_stands_once_and_one_of_some_names_them() -> None:
    found = compare_koersen(TOWN, [PAPER], scenarios=WORLDS, years=1, members=8)
    codes = [warned.code for warned in found.warnings]
    assert codes.count("one_block") == 1
    assert "left_out" not in codes
    texts = [warned.text for warned in found.warnings]
    assert len(texts) == len(set(texts))
