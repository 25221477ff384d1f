import datetime as dt

import pytest

from draagkracht.evidence.age import is_stale, last_year, setting_sources, stale_figures
from draagkracht.evidence.figure import Applies, Figure
from evidence.entries import ASSUMED, LOCAL, ROW, SOURCE, SOURCED, catalogue_of

TODAY = dt.date(2026, 11, 21)
OLDER = SOURCE.model_copy(update={"id": "b-2015", "year": 2015})
SOURCES = {source.id: source for source in (SOURCE, OLDER)}
SEEN = SOURCED.model_copy(
    update={"applies": Applies(since=2010, until=2018, where="NL", work="all")}
)
OF_TWO = SOURCED.model_copy(update={"evidence": (ROW, ROW.model_copy(update={"source": "b-2015"}))})


@pytest.mark.parametrize(
    ("figure", "year"), [(SOURCED, 2022), (SEEN, 2018), (OF_TWO, 2015), (LOCAL, 2026)]
)
def test_a_figure_is_of_the_time_it_applies_to_or_else_of_its_oldest_source(
    figure: Figure, year: int
) -> None:
    assert last_year(figure, catalogue_of(figure, sources=SOURCES)) == year


def test_an_assumption_has_no_age_whatever_supports_its_direction() -> None:
    old = ASSUMED.model_copy(
        update={"evidence": (ASSUMED.evidence[0].model_copy(update={"source": "b-2015"}),)}
    )
    catalogue = catalogue_of(old, sources=SOURCES)
    assert last_year(old, catalogue) is None
    assert not is_stale(old, catalogue, today=TODAY)
    assert setting_sources(old, catalogue) == ()


@pytest.mark.parametrize(("year", "stale"), [(2027, False), (2028, True)])
def test_a_figure_is_stale_when_more_than_five_years_old_on_the_day_asked(
    year: int, stale: bool
) -> None:
    catalogue = catalogue_of(SOURCED)
    assert is_stale(SOURCED, catalogue, today=dt.date(year, 1, 1)) is stale


def test_stale_figures_come_oldest_first_and_then_by_name() -> None:
    named = [
        figure.model_copy(update={"name": name})
        for name, figure in (("t.c", SEEN), ("t.b", SEEN), ("t.a", OF_TWO), ("t.d", SOURCED))
    ]
    catalogue = catalogue_of(*named, ASSUMED, sources=SOURCES)
    found = [figure.name for figure in stale_figures(catalogue, today=TODAY)]
    assert found == ["t.a", "t.b", "t.c"]


def test_a_source_that_is_missing_gives_no_age() -> None:
    assert last_year(SOURCED, catalogue_of(SOURCED, sources={})) is None
