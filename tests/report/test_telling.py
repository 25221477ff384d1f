"""One toekomst in sentences that a team leader recognises, or not."""

import re
from dataclasses import replace

import pytest

import draagkracht as dk
from draagkracht.report.telling import told
from draagkracht.simulation.explaining import OneFuture, explain
from draagkracht.simulation.team_quarter import TeamQuarter

QUIET = TeamQuarter(
    requests=(0, 0, 0),
    at_once=0,
    to_desk=0,
    to_partner=0,
    turned_away=0,
    started=0,
    settled=0,
    given_up=0,
    worse=0,
    closed=0,
    recovered=0,
    referred=0,
    waiting=0.0,
    waiting_time=None,
    open_cases=0.0,
    pressure=1.0,
    effort=1.0,
    overtime=0.0,
    time_off=0.0,
    prevention=10.0,
    crowded_out=0.0,
    onboarding=0.0,
    card_hours=0.0,
    fte=8.0,
    absent=0.0,
    vacant=0.0,
    left=0.0,
)


@pytest.fixture(scope="module")
def one() -> OneFuture:
    plan = dk.read_plan("twee_sporen")
    return explain(
        dk.read_town("voorbeelddorp"), plan, member=3, team="wolvega", years=1, members=16
    )


def lines(one: OneFuture, *quarters: TeamQuarter, number: int = 1) -> tuple[str, ...]:
    """What is said of a quarter of our making, when the town carries on."""
    now = dk.read_plan("doorgaan_zoals_nu")
    made = replace(one, plan=now, quarters=quarters, carrying_on=quarters, begins={})
    return told(made).quarters[number - 1].lines


def test_it_says_that_it_is_one_of_many_and_no_prediction(one: OneFuture) -> None:
    story = told(one)
    assert story.title.startswith("Kijk in één toekomst: Gebiedsteam Wolvega, met de koers ‘Twee")
    assert "toekomst 3, een van de 16" in story.beware[0].text
    assert "geen voorspelling" in story.beware[0].text
    codes = [warned.code for warned in story.beware]
    assert codes[:2] == ["one_future", "not_tested"]
    assert "worked_example" in codes


def test_three_figures_stand_out_each_with_what_is_usual(one: OneFuture) -> None:
    figures = told(one).figures
    assert len(figures) == 3
    for text in figures:
        assert re.search(r": (hoog|laag), .+\. In 8 van de 10 toekomsten is dat .+\.", text)


def test_a_quarter_has_at_most_six_lines_and_says_what_starts(one: OneFuture) -> None:
    quarters = told(one).quarters
    assert [quarter.label for quarter in quarters][:2] == [
        "januari t/m maart 2027",
        "april t/m juni 2027",
    ]
    assert all(len(quarter.lines) <= 6 for quarter in quarters)
    assert quarters[1].lines[0] == "Nu beginnen ‘Gescheiden voordeur’ en ‘Kortere procedure’."


def test_a_quarter_in_which_nothing_happens_is_told_too(one: OneFuture) -> None:
    assert lines(one, QUIET) == (
        "Er kwam geen enkele vraag.",
        "Bijna niemand hoefde te wachten.",
        "De werkdruk was 100 %: werk en uren waren in balans.",
        "Bijna alle 8 fte was aan het werk.",
        "De uitkomst: 0 zaken gingen dicht, 0 huishoudens redden het weer alleen.",
    )


def test_one_of_anything_takes_the_verb_of_one(one: OneFuture) -> None:
    single = replace(
        QUIET,
        requests=(0, 0, 1),
        at_once=1,
        waiting=1.0,
        waiting_time=1.0,
        given_up=1,
        settled=1,
        worse=1,
        closed=1,
        recovered=1,
    )
    came, waited, *_, meant = lines(one, single)
    assert came == "Er kwam 1 vraag: 1 crisisvraag. Daarvan: 1 was meteen klaar."
    assert waited == (
        "Gemiddeld wachtte 1 huishouden; een nieuwe vraag wachtte gemiddeld 1 week. 1 huishouden "
        "gaf het wachten op, 1 huishouden loste het zelf op en bij 1 huishouden werd het erger."
    )
    assert meant == "De uitkomst: 1 zaak ging dicht, 1 huishouden redt het weer alleen."


def test_what_a_team_does_under_pressure_is_told_with_its_size(one: OneFuture) -> None:
    busy = replace(
        QUIET,
        pressure=1.31,
        effort=0.88,
        overtime=6.0,
        time_off=2.04,
        prevention=7.0,
        crowded_out=3.0,
        absent=0.84,
        vacant=1.26,
        left=0.83,
        onboarding=3.0,
    )
    _, _, worked, staff, _ = lines(one, busy)
    assert worked == (
        "De werkdruk was 130 %: meer werk dan uren. Het team gaf een zaak 12 % minder tijd dan "
        "gewoon, werkte samen 6 uur per week over, nam 2 uur per week vrij voor eerder overwerk "
        "en liet 30 % van de preventie liggen."
    )
    assert staff == (
        "Van de 8 fte was 0,84 fte ziek en stond 1,3 fte open. Er vertrok 0,83 fte. Nieuwe "
        "collega’s inwerken kostte 3 uur per week."
    )


def test_a_line_beside_hours_to_spare_is_explained(one: OneFuture) -> None:
    odd = replace(QUIET, pressure=0.8, effort=1.1, waiting=40.0, waiting_time=6.0)
    worked = lines(one, odd)[2]
    assert "Toch was er een rij: het team had zoveel zaken open als het tegelijk aankan." in worked
    assert "10 % meer tijd dan gewoon" in worked


def test_the_line_is_compared_with_the_quarter_before(one: OneFuture) -> None:
    longer = replace(QUIET, waiting=12.0)
    assert lines(one, QUIET, longer, number=2)[-1].endswith("de rij werd 12 huishoudens langer.")
    assert lines(one, longer, QUIET, number=2)[-1].endswith("de rij werd 12 huishoudens korter.")
    assert lines(one, QUIET, QUIET, number=2)[-1].endswith("de rij bleef even lang.")


def test_a_koers_says_what_the_quarter_would_be_without_it(one: OneFuture) -> None:
    ours = replace(QUIET, waiting_time=4.0)
    theirs = replace(QUIET, waiting_time=6.0, pressure=1.2)
    made = replace(one, quarters=(ours,), carrying_on=(theirs,))
    last = told(made).quarters[0].lines[-1]
    assert last.endswith("Zonder de koers was de wachttijd 6 weken en de werkdruk 120 %.")
    same = replace(one, quarters=(ours,), carrying_on=(ours,))
    assert "Zonder de koers" not in told(same).quarters[0].lines[-1]


def test_a_toekomst_that_hardly_counts_says_so(one: OneFuture) -> None:
    unlikely = told(replace(one, weight=0.001))
    assert [warned.code for warned in unlikely.beware][-1] == "implausible"
    assert "implausible" not in [warned.code for warned in told(replace(one, weight=0.5)).beware]


def test_a_scenario_that_needs_another_law_says_so(one: OneFuture) -> None:
    legal = told(replace(one, scenario=dk.read_scenario("ruimere_gegevensdeling")))
    text = " ".join(warned.text for warned in legal.beware)
    assert "Scenario: Ruimere gegevensdeling. Dit scenario vraagt een wijziging van de wet." in text


def test_no_line_speaks_of_chance_or_of_a_case_by_a_code(one: OneFuture) -> None:
    for quarter in told(one).quarters:
        for line in quarter.lines:
            assert not re.search(r"\bkans|_|fold|lambda", line)
