"""A scenario is read from a file or by its name."""

import pytest

from draagkracht.documents.errors import UnknownName
from draagkracht.scenarios.reading import read_scenario


def test_the_trend_holds_nothing() -> None:
    trend = read_scenario("trend")
    assert (trend.holds, trend.shocks, trend.figures) == ((), (), frozenset())


def test_a_tight_labour_market_holds_vacancies_high() -> None:
    (held,) = read_scenario("krappe_arbeidsmarkt").holds
    assert (held.figure, held.quantile) == ("labour.vacancy_factor", 0.9)


def test_a_misspelt_scenario_is_refused_with_the_nearest() -> None:
    with pytest.raises(UnknownName) as caught:
        read_scenario("krappe_arbeidmarkt")
    assert str(caught.value) == (
        'Er is geen scenario met de naam "krappe_arbeidmarkt". Bedoelt u "krappe_arbeidsmarkt"?'
    )
