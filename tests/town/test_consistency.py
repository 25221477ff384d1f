"""Observations that cannot all be true are told; they never stop a run."""

import datetime as dt

import pytest

from draagkracht.documents.reading import parse_document
from draagkracht.town.consistency import contradictions
from draagkracht.town.oddity import Oddity
from draagkracht.town.town import Town

TODAY = dt.date(2026, 11, 21)


def row(
    figure: str,
    value: float,
    *,
    team: str | None = None,
    date: str = "2026-10-01",
    kind: str = "own",
) -> str:
    where = f'team = "{team}"\n' if team else ""
    return f'figure = "{figure}"\n{where}value = {value}\ndate = {date}\nkind = "{kind}"'


def told(text: str, *rows: str) -> list[Oddity]:
    town = parse_document(text + "".join(f"\n[[observed]]\n{each}\n" for each in rows), Town)
    return list(contradictions(town, today=TODAY))


def test_a_consistent_town_has_no_contradictions(town_text: str) -> None:
    assert told(town_text) == []


def test_another_formation_in_the_observations_is_told(town_text: str) -> None:
    assert told(town_text, row("fte", 12, team="noord")) == [
        Oddity(
            "contradiction",
            "noord",
            "Wijkteam Noord: bij de teams staat 14 fte en bij de waarnemingen 12 fte. "
            "Maak ze gelijk.",
        )
    ]


def test_five_percent_more_or_less_is_no_contradiction(town_text: str) -> None:
    assert told(town_text, row("fte", 14.7, team="noord")) == []


def test_a_list_that_does_not_fit_the_wait_is_told(town_text: str) -> None:
    (oddity,) = told(town_text, row("waiting_list", 500), row("waiting_time", 3))
    assert oddity.text == (
        "De hele gemeente: met 500 wachtenden en 1.340 vragen per jaar wacht iemand ongeveer "
        "19 weken, en niet 3. Controleer welke vragen op de lijst staan."
    )


@pytest.mark.parametrize(("weeks", "count"), [(7, 0), (19, 0), (56, 0), (60, 1), (6, 1)])
def test_a_list_and_a_wait_may_be_a_factor_three_apart(
    town_text: str, weeks: float, count: int
) -> None:
    assert len(told(town_text, row("waiting_list", 500), row("waiting_time", weeks))) == count


def test_more_going_out_than_coming_in_is_told(town_text: str) -> None:
    (oddity,) = told(town_text, row("closed_per_year", 1900), row("given_up_per_year", 300))
    assert oddity.text == (
        "De hele gemeente: er komen 1.340 vragen per jaar binnen en 2.200 gaan eruit. "
        "Controleer of beide over dezelfde vragen gaan."
    )


def test_teams_that_do_not_add_up_to_the_town_are_told(town_text: str) -> None:
    assert told(town_text, row("requests_per_year", 2000)) == [
        Oddity(
            "does_not_add_up",
            "town",
            "Vragen per jaar: de teams geven samen 1.340, de hele gemeente 2.000. "
            "Controleer de datum en de afbakening.",
        )
    ]


def test_some_teams_together_may_be_less_than_the_town_but_not_more(town_text: str) -> None:
    assert told(town_text, row("open_cases", 300, team="noord"), row("open_cases", 440)) == []
    assert len(told(town_text, row("open_cases", 500, team="noord"), row("open_cases", 440))) == 1


def test_the_wait_of_a_town_lies_between_those_of_its_teams(town_text: str) -> None:
    teams = [row("waiting_time", 4, team="noord"), row("waiting_time", 6, team="zuid")]
    assert told(town_text, *teams, row("waiting_time", 5)) == []
    (oddity,) = told(town_text, *teams, row("waiting_time", 9))
    assert oddity.text.startswith("Wachttijd: de teams geven van 4 tot 6, de hele gemeente 9.")


def test_absence_of_a_small_team_says_something_about_persons(town_text: str) -> None:
    (oddity,) = told(town_text, row("absence", 0.07, team="zuid"))
    assert (oddity.code, oddity.place) == ("small_team", "zuid")
    assert "Haal dit cijfer weg en geef het voor de hele gemeente." in oddity.text
    assert told(town_text, row("absence", 0.07, team="noord")) == []


def test_residents_that_differ_from_the_wijken_are_told(town_text: str) -> None:
    (oddity,) = told(town_text, row("residents", 30000))
    assert oddity.text == (
        "De wijken hebben samen 16.400 inwoners en de gemeente zegt 30.000. "
        "Controleer of alle wijken erin staan."
    )


def test_a_wijk_under_the_wrong_municipality_is_told(town_text: str) -> None:
    (oddity,) = told(town_text.replace("WK008003", "WK009803"))
    assert (oddity.code, oddity.place) == ("wrong_municipality", "Parkwijk")


def test_more_households_than_residents_are_told(town_text: str) -> None:
    (oddity,) = told(town_text.replace("residents  = 2100", "residents  = 900"))
    assert oddity.text == (
        "Parkwijk heeft 900 inwoners in 1.000 huishoudens: 0,9 per huishouden. "
        "Controleer deze getallen."
    )


def test_a_household_size_that_does_not_fit_is_told(town_text: str) -> None:
    (oddity,) = told(town_text.replace("household_size = 2.2", "household_size = 3.1"))
    assert "2,2 per huishouden, en er staat 3,1" in oddity.text


def test_in_a_small_wijk_household_size_is_not_compared(town_text: str) -> None:
    small = town_text.replace("households = 2000", "households = 65")
    small = small.replace("residents  = 4400", "residents  = 185")
    assert told(small) == []


@pytest.mark.parametrize(
    ("date", "codes"),
    [
        ("2024-11-22", []),
        ("2024-11-20", ["old"]),
        ("2026-11-21", []),
        ("2026-11-22", ["in_the_future"]),
    ],
)
def test_an_own_figure_has_a_date_of_the_last_two_years(
    town_text: str, date: str, codes: list[str]
) -> None:
    assert [each.code for each in told(town_text, row("absence", 0.07, date=date))] == codes


def test_a_typical_figure_does_not_grow_old(town_text: str) -> None:
    assert told(town_text, row("absence", 0.07, date="2015-01-01", kind="typical")) == []
