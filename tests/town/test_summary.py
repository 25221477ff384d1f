"""A town at a glance."""

from draagkracht.documents.reading import parse_document
from draagkracht.town.observed import OBSERVED_FIGURES
from draagkracht.town.reading import read_town
from draagkracht.town.summary import summarise
from draagkracht.town.town import Town


def test_a_summary_says_whose_each_of_the_five_figures_is(town_text: str) -> None:
    five = {row.figure: row for row in summarise(parse_document(town_text, Town)).five}
    assert {figure: row.whose for figure, row in five.items()} == {
        "residents": "missing",
        "fte": "missing",
        "requests_per_year": "typical",
        "open_cases": "missing",
        "waiting_list": "missing",
    }
    assert five["fte"].value == 20
    assert five["residents"].value == 16375
    assert five["open_cases"].value is None


def test_five_figures_and_what_is_missing_are_all_figures_there_are() -> None:
    summary = summarise(read_town("voorbeeldstad"))
    listed = {row.figure for row in summary.five} | set(summary.missing)
    assert listed == set(OBSERVED_FIGURES)


def test_a_waiting_list_of_another_date_is_noticed(town_text: str) -> None:
    row = '\n[[observed]]\nfigure = "waiting_list"\nvalue = 80\ndate = {}\nkind = "own"\n'
    once = town_text + row.format("2026-10-01")
    assert not summarise(parse_document(once, Town)).list_of_last_year
    assert summarise(parse_document(once + row.format("2025-10-01"), Town)).list_of_last_year
