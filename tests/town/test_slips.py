"""What was meant otherwise than it is written is asked about."""

import pytest

from draagkracht.documents.reading import parse_document
from draagkracht.town.reading import read_town
from draagkracht.town.slips import COUNTS, slips
from draagkracht.town.town import Town


def told(text: str) -> list[tuple[str, str, str]]:
    return [(row.code, row.place, row.text) for row in slips(parse_document(text, Town))]


def counted(text: str, figure: str, value: str) -> list[tuple[str, str, str]]:
    text = text.replace("eigen telling", "cbs-kwb-2024").replace("value  = 940", f"value = {value}")
    return told(text.replace('"requests_per_year"', f'"{figure}"', 1))


@pytest.mark.parametrize("figure", COUNTS)
def test_a_thousand_written_with_a_point_is_asked_about(town_text: str, figure: str) -> None:
    ((code, place, text),) = counted(town_text, figure, "1.050")
    assert (code, place) == ("thousands_point", "noord")
    assert text.endswith("is 1.05. Bedoelt u 1050? Schrijf duizendtallen zonder punt.")


@pytest.mark.parametrize("value", ["940", "940.5", "3", "3.0", "0.5", "10.5"])
def test_another_count_is_left_alone(town_text: str, value: str) -> None:
    assert counted(town_text, "open_cases", value) == []


def test_a_wait_of_some_weeks_and_a_half_is_left_alone(town_text: str) -> None:
    assert counted(town_text, "waiting_time", "6.5") == []


def test_a_source_that_is_not_known_as_cbs_is_told_with_what_to_write(town_text: str) -> None:
    assert told(town_text) == [
        (
            "unknown_source",
            "Parkwijk",
            'De bron "eigen telling" van Parkwijk is niet herkend als CBS. Komen deze cijfers '
            'van CBS, schrijf dan: source = "cbs-kwb-2024".',
        )
    ]


def test_one_source_of_many_wijken_is_told_once(town_text: str) -> None:
    ((_, place, text),) = told(town_text.replace("cbs-kwb-2024", "eigen telling"))
    assert place == "town"
    assert 'De bron "eigen telling" van Havenwijk, Molenwijk, Parkwijk is niet' in text


@pytest.mark.parametrize("name", ["voorbeeldstad", "voorbeelddorp"])
def test_an_example_has_no_slips(name: str) -> None:
    assert list(slips(read_town(name))) == []
