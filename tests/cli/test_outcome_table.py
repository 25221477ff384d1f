"""Tables of an outcome: what stands beside what."""

import pytest

import draagkracht as dk
from draagkracht.cli.cell import ALIKE, NOT_REAL, SAME, level_cell
from draagkracht.cli.outcome_table import (
    SHOWN,
    OutcomeTable,
    against_table,
    compared_table,
    measure_label,
    moments,
    team_difference_table,
    team_table,
    town_table,
)

NOW = "doorgaan_zoals_nu"


@pytest.fixture(scope="module")
def tables(outcome: dk.Outcome) -> dict[str, OutcomeTable]:
    return {
        "town": town_table(outcome, NOW, "Nu"),
        "against": against_table(outcome, "twee_sporen", "Twee sporen"),
        "compared": compared_table(outcome, "twee_sporen", "Twee sporen"),
        "team": team_table(outcome, NOW, "Nu"),
        "team_difference": team_difference_table(outcome, "twee_sporen", "Twee sporen"),
    }


def test_every_row_is_as_long_as_the_head(tables: dict[str, OutcomeTable]) -> None:
    for table in tables.values():
        assert table.rows
        assert {len(row) for row in table.rows} == {len(table.heads)}


def test_waiting_is_never_told_without_giving_up(tables: dict[str, OutcomeTable]) -> None:
    for table in tables.values():
        words = [*table.heads, *(row[0] for row in table.rows)]
        at = [number for number, word in enumerate(words) if word.startswith("Wachttijd")]
        assert len(at) == 1
        assert words[at[0] + 1].startswith("Afgehaakt")


def test_the_town_is_shown_at_its_start_halfway_and_at_the_end(
    tables: dict[str, OutcomeTable], outcome: dk.Outcome
) -> None:
    table = tables["town"]
    assert table.heads == ("", "begin", "eind jaar 1", "eind jaar 2")
    assert table.rows[0] == (
        measure_label("waiting_time"),
        *(
            level_cell(outcome.estimate("waiting_time", plan=NOW, quarter=quarter))
            for quarter in (1, 4, 8)
        ),
    )


@pytest.mark.parametrize(
    ("quarters", "expected"),
    [(32, [1, 16, 32]), (4, [1, 4]), (12, [1, 4, 12]), (240, [1, 120, 240])],
)
def test_the_moments_follow_the_length_of_the_run(quarters: int, expected: list[int]) -> None:
    assert [moment.quarter for moment in moments(quarters)] == expected


def test_every_team_has_a_row_with_the_five_measures(
    tables: dict[str, OutcomeTable], outcome: dk.Outcome
) -> None:
    labels = [place.label for place in outcome.places if place.level == "team"]
    for name in ("team", "team_difference"):
        assert [row[0] for row in tables[name].rows] == labels
        assert len(tables[name].heads) == 1 + len(SHOWN)


def test_a_difference_is_told_only_where_it_is_real(
    tables: dict[str, OutcomeTable], outcome: dk.Outcome
) -> None:
    for row, name in zip(tables["compared"].rows, SHOWN, strict=True):
        difference = outcome.difference(name, plan="twee_sporen", quarter=8)
        assert difference is not None
        assert (row[3] == NOT_REAL) == (not difference.real)
    cells = [cell for row in tables["team_difference"].rows for cell in row[1:]]
    assert ALIKE in cells
    assert NOT_REAL not in cells


def test_carrying_on_against_itself_differs_nowhere(outcome: dk.Outcome) -> None:
    table = compared_table(outcome, NOW, "Nu")
    assert {row[3] for row in table.rows} == {SAME}
    assert {row[4] for row in table.rows} == {"0"}
