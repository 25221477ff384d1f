from typing import get_args

import pytest

from draagkracht.evidence.units import UNITS
from draagkracht.language.units import UNIT_WORDS, dutch_amount, dutch_amount_range
from draagkracht.model.levers import LEVERS
from draagkracht.model.measures import MEASURES
from draagkracht.plans.effect import CostUnit


@pytest.mark.parametrize(
    ("value", "unit", "text"),
    [
        (0.37, "share", "37 %"),
        (-0.02, "share_change", "-2 procentpunten"),
        (0.01, "share_change", "1 procentpunt"),
        (1, "week", "1 week"),
        (1.04, "week", "1 week"),
        (0.5, "week", "0,5 weken"),
        (22, "case/fte", "22 zaken per fte"),
        (1, "household/fte", "1 huishouden per fte"),
        (10.5, "person", "10 personen"),
        (1, "circle/1000 resident", "1 kring per 1.000 inwoners"),
        (5, "person/1000 resident/year", "5 personen per 1.000 inwoners per jaar"),
        (2.5, "hour/week/1000 resident", "2,5 uur per week per 1.000 inwoners"),
        (0.83, "fte/person", "0,83 fte per medewerker"),
        (3000, "euro/referral", "3.000 euro per verwijzing"),
        (9.7, "1/1000 household/year", "9,7 per 1.000 huishoudens per jaar"),
    ],
)
def test_an_amount_reads_as_dutch(value: float, unit: str, text: str) -> None:
    assert dutch_amount(value, unit) == text


def test_a_range_names_its_unit_once() -> None:
    assert dutch_amount_range(4, 8, "week") == "4 tot 8 weken"
    assert dutch_amount_range(1, 1, "week") == "1 week"


@pytest.mark.parametrize(
    "units",
    [
        UNITS,
        tuple(lever.unit for lever in LEVERS.values()),
        tuple(measure.unit for measure in MEASURES.values()),
        get_args(CostUnit),
    ],
    ids=["figures", "levers", "measures", "costs"],
)
def test_no_unit_is_without_dutch_words(units: tuple[str, ...]) -> None:
    assert units
    assert set(units) - UNIT_WORDS.keys() == set()
