"""What stands out in a town is told, with what is usual and what to look at."""

import datetime as dt

import pytest

from draagkracht.documents.reading import parse_document
from draagkracht.evidence.catalogue import Catalogue, read_catalogue
from draagkracht.town.oddity import Oddity
from draagkracht.town.plausibility import oddities
from draagkracht.town.reading import read_town
from draagkracht.town.town import Town

TODAY = dt.date(2026, 11, 21)


@pytest.fixture(scope="module")
def catalogue() -> Catalogue:
    return read_catalogue()


def row(figure: str, value: float, *, team: str | None = None, date: str = "2026-10-01") -> str:
    where = f'team = "{team}"\n' if team else ""
    return f'figure = "{figure}"\n{where}value = {value}\ndate = {date}\nkind = "own"'


def found(text: str, catalogue: Catalogue, *rows: str) -> tuple[Oddity, ...]:
    text = text.replace("eigen telling", "cbs-kwb-2024")
    town = parse_document(text + "".join(f"\n[[observed]]\n{each}\n" for each in rows), Town)
    return oddities(town, catalogue, today=TODAY)


@pytest.mark.parametrize("name", ["voorbeeldstad", "voorbeelddorp"])
def test_nothing_stands_out_in_an_example(name: str, catalogue: Catalogue) -> None:
    assert oddities(read_town(name), catalogue, today=TODAY) == ()
    assert oddities(read_town(name), catalogue, today=dt.date(2035, 1, 1)) == ()


def test_nothing_stands_out_in_a_usual_town(town_text: str, catalogue: Catalogue) -> None:
    assert found(town_text, catalogue) == ()


def test_a_caseload_far_from_usual_is_told_with_what_is_usual(
    town_text: str, catalogue: Catalogue
) -> None:
    assert found(town_text, catalogue, row("open_cases", 1600, team="noord")) == (
        Oddity(
            "far_from_typical",
            "noord",
            "Wijkteam Noord heeft 110 open zaken per fte; gewoon is 18 tot 27. "
            "Controleer het aantal, de fte en de datum.",
        ),
    )


def test_far_is_half_again_beyond_the_range(town_text: str, catalogue: Catalogue) -> None:
    highest = catalogue.figure("observed.open_cases_per_fte").high * 1.5 * 20
    assert found(town_text, catalogue, row("open_cases", highest)) == ()
    assert len(found(town_text, catalogue, row("open_cases", highest + 1))) == 1


def test_few_requests_per_fte_are_told_too(town_text: str, catalogue: Catalogue) -> None:
    (oddity,) = found(town_text, catalogue, row("requests_per_year", 200, date="2026-11-01"))[:1]
    assert oddity.code == "far_from_typical"
    assert "10 vragen per fte per jaar; gewoon is 55 tot 80" in oddity.text


def test_one_team_may_have_nobody_waiting(town_text: str, catalogue: Catalogue) -> None:
    assert found(town_text, catalogue, row("waiting_list", 0, team="noord")) == ()


def test_a_town_where_nobody_waits_stands_out(town_text: str, catalogue: Catalogue) -> None:
    (oddity,) = found(town_text, catalogue, row("waiting_list", 0))
    assert "0 wachtende huishoudens per fte" in oddity.text


def test_a_percentage_typed_as_a_share_stands_out(town_text: str, catalogue: Catalogue) -> None:
    (oddity,) = found(town_text, catalogue, row("absence", 0.7))
    assert oddity.text == (
        "De hele gemeente: ziekteverzuim is 70 %; gewoon is 5,5 tot 9 %. "
        "Controleer het cijfer. Een aandeel van 7 % schrijft u als 0.07."
    )


def test_a_wait_in_days_stands_out(town_text: str, catalogue: Catalogue) -> None:
    (oddity,) = found(town_text, catalogue, row("waiting_time", 42))
    assert oddity.text == (
        "De hele gemeente heeft een wachttijd van 42 weken; gewoon is 1,9 tot 7,6 weken. "
        "Controleer of het weken zijn."
    )
