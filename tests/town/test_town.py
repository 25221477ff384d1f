"""A town as data: what it adds up to, and whose figures it holds."""

import datetime as dt

import pytest

from draagkracht.documents.reading import parse_document
from draagkracht.town.observed import FIVE, OBSERVED_FIGURES, OBSERVED_SCALES
from draagkracht.town.town import Town


@pytest.fixture
def town(town_text: str) -> Town:
    return parse_document(town_text, Town)


def with_rows(text: str, *rows: str) -> Town:
    return parse_document(text + "".join(f"\n[[observed]]\n{row}\n" for row in rows), Town)


def own(figure: str, value: float, *, team: str | None = None, date: str = "2026-10-01") -> str:
    where = f'team = "{team}"\n' if team else ""
    return f'figure = "{figure}"\n{where}value = {value}\ndate = {date}\nkind = "own"'


def test_households_residents_and_fte_add_up(town: Town) -> None:
    assert (town.households, town.residents, town.fte) == (8120, 16375, 20.0)


def test_a_team_knows_its_wijken_in_the_order_of_the_document(town: Town) -> None:
    assert [wijk.name for wijk in town.wijken_of("zuid")] == ["Molenwijk", "Parkwijk"]


def test_a_wijk_code_may_end_in_capital_letters(town: Town) -> None:
    assert town.wijken[1].code == "WK0080AA"


def test_what_is_not_known_of_a_wijk_is_left_out(town: Town) -> None:
    assert town.wijken[2].features == {}


def test_an_observation_is_found_by_figure_and_team(town: Town) -> None:
    row = town.observation("requests_per_year", team="noord")
    assert row is not None
    assert row.value == 940
    assert town.observation("requests_per_year", team=None) is None
    assert town.observation("open_cases", team="noord") is None


def test_of_two_dates_the_newest_counts_and_both_are_kept(town_text: str) -> None:
    town = with_rows(town_text, own("waiting_list", 60, date="2025-10-01"), own("waiting_list", 80))
    newest = town.observation("waiting_list", team=None)
    assert newest is not None
    assert newest.date == dt.date(2026, 10, 1)
    assert [row.value for row in town.observations("waiting_list", team=None)] == [80, 60]


def test_the_rows_of_all_teams_add_up_to_the_town(town: Town) -> None:
    assert town.observed_value("requests_per_year") == 1340


def test_a_row_for_the_whole_town_comes_before_those_of_its_teams(town_text: str) -> None:
    town = with_rows(town_text, own("requests_per_year", 1500))
    assert town.observed_value("requests_per_year") == 1500
    assert town.is_own("requests_per_year")


def test_some_teams_are_no_town(town_text: str) -> None:
    town = with_rows(town_text, own("open_cases", 300, team="noord"))
    assert town.observed_value("open_cases") is None
    assert not town.is_own("open_cases")


def test_shares_and_waits_of_teams_are_never_summed(town_text: str) -> None:
    rows = [own("absence", 0.07, team=team) for team in ("noord", "zuid")]
    assert with_rows(town_text, *rows).observed_value("absence") is None


def test_one_typical_team_makes_a_figure_not_own(town: Town) -> None:
    assert not town.is_own("requests_per_year")


def test_residents_are_own_only_where_cbs_counted_every_wijk(town_text: str, town: Town) -> None:
    assert not town.is_own("residents")
    counted = parse_document(town_text.replace("eigen telling", "cbs-kwb-2024"), Town)
    assert counted.is_own("residents")


def test_formation_without_an_observation_is_not_yet_own(town: Town) -> None:
    assert not town.is_own("fte")


def test_a_town_is_a_worked_example_until_all_five_figures_are_own(town_text: str) -> None:
    rows = [own(figure, 20) for figure in FIVE]
    for left_out in range(len(rows)):
        assert with_rows(town_text, *rows[:left_out], *rows[left_out + 1 :]).worked_example
    assert not with_rows(town_text, *rows).worked_example
    assert with_rows(town_text, *rows).all_own


def test_only_an_own_figure_from_a_system_counts_as_exact(town: Town) -> None:
    assert [row.error_figure for row in town.observed] == [
        "observed.error_system",
        "observed.error_estimate",
    ]
    told = town.observed[0].model_copy(update={"system": None})
    assert told.error_figure == "observed.error_estimate"


def test_every_observed_figure_has_a_scale() -> None:
    assert tuple(OBSERVED_SCALES) == OBSERVED_FIGURES
