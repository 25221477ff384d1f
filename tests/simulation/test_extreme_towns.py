"""Legal towns at the edge: they run, they end, and what they say makes sense."""

from types import MappingProxyType

import numpy as np
import pytest

from draagkracht.documents.reading import parse_document
from draagkracht.evidence.catalogue import Catalogue
from draagkracht.model.measures import MEASURES
from draagkracht.plans.menu import Menu
from draagkracht.plans.organisation import OrganisationForm
from draagkracht.simulation.lowering import CARRYING_ON
from draagkracht.simulation.outcome import Outcome
from draagkracht.simulation.run import run
from draagkracht.town.town import Town
from plans.menus import FORM
from simulation.koersen import NOTHING, card, koers
from simulation.towns import HEAD, three_teams

WIJK = """
[[wijk]]
code = "WK99{number:04d}"
name = "Wijk {number}"
municipality = "GM9901"
team = "team{number}"
households = {households}
residents = {residents}
source = "eigen telling"

[[team]]
name = "team{number}"
label = "Team {number}"
fte = {fte}
"""
OBSERVED = """
[[observed]]
figure = "{figure}"
value = {value}
date = 2026-10-01
kind = "own"
"""


def a_town(teams: int, fte: float, households: int, **observed: float) -> Town:
    """Teams alike, with these observations of the whole town."""
    text = HEAD + "".join(
        WIJK.format(number=number, households=households, residents=2 * households, fte=fte)
        for number in range(1, teams + 1)
    )
    text += "".join(OBSERVED.format(figure=name, value=value) for name, value in observed.items())
    return parse_document(text, Town)


def assert_sensible(outcome: Outcome) -> None:
    """Nothing infinite, no share outside 0 to 1, nothing counted below 0."""
    for name, table in outcome.values[CARRYING_ON].items():
        known = table[~np.isnan(table)]
        assert np.isfinite(known).all(), name
        if name not in ("hours_balance", "euro_balance"):
            assert (known >= 0.0).all(), name
        if MEASURES[name].unit == "share":
            assert (known <= 1.0 + 1e-12).all(), name
    assert np.isfinite(outcome.weights).all()
    assert outcome.weights.mean() == pytest.approx(1.0)


def test_one_team_of_one_fte() -> None:
    outcome = run(a_town(1, 1.0, 800), years=2, members=8)
    assert_sensible(outcome)
    by_quarter = outcome.values[CARRYING_ON]["vacancies"][:, 0, :-1, 0]
    assert (by_quarter == 0.0).any(), "a small team misses nobody"
    assert (by_quarter > 0.1).any(), "or it misses a whole person"


def test_two_hundred_teams() -> None:
    outcome = run(a_town(200, 2.0, 120), years=1, members=8)
    assert_sensible(outcome)
    assert len([place for place in outcome.places if place.level == "team"]) == 200


def test_hardly_any_vulnerable_households() -> None:
    outcome = run(a_town(2, 2.0, 1500, vulnerable_share=0.0), years=2, members=8)
    assert_sensible(outcome)
    later = outcome.by_member("vulnerable_households", plan=CARRYING_ON)
    assert (later < 0.1).all()


def test_demand_ten_times_what_a_team_can_do() -> None:
    usual = a_town(2, 3.0, 2000, requests_per_year=400.0, open_cases=130.0, waiting_list=30.0)
    crowded = a_town(2, 0.3, 2000, requests_per_year=400.0, open_cases=130.0, waiting_list=300.0)
    outcome = run(crowded, years=4, members=8)
    assert_sensible(outcome)
    for measure in ("pressure", "given_up", "waiting_time"):
        more = outcome.by_member(measure, plan=CARRYING_ON)
        less = run(usual, years=4, members=8).by_member(measure, plan=CARRYING_ON)
        assert np.median(more) > np.median(less), measure


def test_no_staff_for_a_year(catalogue: Catalogue) -> None:
    gone = card(("team.fte_factor", "scale", NOTHING))
    effect = gone.effects[0]
    year = effect.ramp.model_copy(update={"lasts_months": 12})
    gone = gone.model_copy(update={"effects": (effect.model_copy(update={"ramp": year}),)})
    forms = {"current": parse_document(FORM, OrganisationForm)}
    menu = Menu(cards=MappingProxyType({"gone": gone}), forms=MappingProxyType(forms))
    outcome = run(
        three_teams(), [koers("empty", "gone")], years=3, members=8, catalogue=catalogue, menu=menu
    )
    assert_sensible(outcome)
    for quarter in range(1, 5):
        assert outcome.estimate("open_cases_per_fte", plan="empty", quarter=quarter) is None
        pressure = outcome.by_member("given_up", plan="empty", quarter=quarter)
        assert (
            pressure >= outcome.by_member("given_up", plan=CARRYING_ON, quarter=quarter)
        ).mean() > 0.8
    closed = outcome.by_member("lead_time", plan="empty", quarter=3)
    assert np.isnan(closed).all(), "nobody is there to close a case"
    back = outcome.by_member("vacancies", plan="empty", quarter=12)
    assert (back < 1.0).all(), "and then they are back"


def test_a_town_that_says_nothing_but_its_name_has_an_answer() -> None:
    outcome = run(a_town(3, 3.0, 2500), years=1, members=8)
    assert_sensible(outcome)
    assert outcome.estimate("waiting_time", plan=CARRYING_ON) is not None
