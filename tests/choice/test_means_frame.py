"""*No extra means*: fte, euros and hours, each by itself, in every budget year."""

from dataclasses import replace

import pytest

import draagkracht as dk
from choice.levelled import (
    BARS,
    in_first,
    levelled,
    subject,
    with_euros,
    with_means,
)
from draagkracht.choice.frame import FrameJudged
from draagkracht.choice.means_frame import judge_means, see_means
from draagkracht.documents.reading import parse_document
from draagkracht.documents.writing import write_document
from draagkracht.simulation.means import FTE, HOURS_SHORT, VACANT_EUROS
from plans.menus import card, menu, plan

RESERVE = '\n[[reserve]]\nname = "reserve sociaal domein"\nparty = "municipality"\neuro = 40000.0\n'


def with_rows(town: dk.Town, rows: str) -> dk.Town:
    text = write_document(town).replace("budget = []\n", "").replace("reserve = []\n", "")
    return parse_document(text + rows, dk.Town)


def budget_row(euro: float, party: str = "municipality") -> str:
    return f'\n[[budget]]\nparty = "{party}"\neuro_per_year = {euro}\n'


def judged(town: dk.Town, *outcomes: dk.Outcome) -> FrameJudged:
    about = subject(town)
    return judge_means(about, [see_means(outcome, about) for outcome in outcomes])


def test_a_koers_that_takes_nothing_more_passes(town: dk.Town, outcome: dk.Outcome) -> None:
    found = judged(town, outcome)
    assert (found.verdict, found.passes, found.of, found.remedy) == ("haalt", 16, 16, "")
    assert found.gate


@pytest.mark.parametrize(("too_much", "verdict"), [(4, "haalt"), (5, "haalt niet")])
def test_the_verdict_flips_exactly_at_the_bar(
    town: dk.Town, outcome: dk.Outcome, too_much: int, verdict: str
) -> None:
    found = judged(town, with_euros(outcome, in_first(outcome, too_much, 1.0, 0.0)))
    assert (found.verdict, found.passes) == (verdict, 16 - too_much)


def test_toekomsten_count_as_much_as_they_are_plausible(town: dk.Town, outcome: dk.Outcome) -> None:
    # Five of sixteen fail; together they weigh a fifth.
    dear = with_euros(outcome, in_first(outcome, 5, 1.0, 0.0))
    weights = in_first(outcome, 5, 16 * 0.2 / 5, 16 * 0.8 / 11)
    assert judged(town, dear).verdict == "haalt niet"
    assert judged(town, replace(dear, weights=weights)).verdict == "haalt"


def test_one_budget_year_too_dear_is_not_made_up_for_by_another(
    town: dk.Town, outcome: dk.Outcome
) -> None:
    found = judged(town, with_euros(with_euros(outcome, 100.0, year=2), -1e5, year=1))
    assert found.verdict == "haalt niet"
    assert "de jaarlijkse kosten (gemeente) komen boven het budget" in found.reason


def test_only_over_an_assumed_budget_is_there_room(town: dk.Town, outcome: dk.Outcome) -> None:
    now = outcome.budgets[outcome.carrying_on][0, 0, 0, 0]
    about = subject(town, bars=replace(BARS, budget_room=0.03))
    for more, verdict in ((0.02, "haalt"), (0.04, "haalt niet")):
        dear = with_euros(outcome, more * now)
        assert judge_means(about, [see_means(dear, about)]).verdict == verdict
    own = subject(with_rows(town, budget_row(now)), bars=replace(BARS, budget_room=0.03))
    dear = with_euros(outcome, 0.02 * now)
    assert judge_means(own, [see_means(dear, own)]).verdict == "haalt niet"


def test_filling_a_vacancy_of_today_is_no_extra_money(town: dk.Town, outcome: dk.Outcome) -> None:
    dear = with_euros(outcome, 1000.0)
    assert judged(town, dear).verdict == "haalt niet"
    now = outcome.carrying_on
    means = outcome.means[now].copy()
    means[:, :4, VACANT_EUROS] = 250.0  # a quarter
    assert judged(town, replace(dear, means={**outcome.means, now: means})).verdict == "haalt"


def test_every_scenario_must_pass_and_the_weakest_is_named(town: dk.Town, real: dk.Outcome) -> None:
    good, bad = levelled(real), levelled(real, scenario="bezuiniging")
    found = judged(town, good, with_euros(bad, in_first(bad, 6, 1.0, 0.0)), good)
    assert (found.verdict, found.passes, found.scenario) == ("haalt niet", 10, "bezuiniging")
    assert found.by_scenario == {"trend": 16, "bezuiniging": 10}
    assert "In 10 van de 16 toekomsten (minst: bezuiniging)" in found.reason


def test_more_fte_than_today_fails(town: dk.Town, outcome: dk.Outcome) -> None:
    found = judged(town, with_means(outcome, FTE, 0.5))
    assert found.verdict == "haalt niet"
    assert "er is meer formatie nodig dan nu" in found.reason
    assert "Haal de kaarten weg die formatie vragen" in found.remedy


def test_a_dip_in_fte_makes_room_within_the_same_budget_year_only(
    town: dk.Town, outcome: dk.Outcome
) -> None:
    # Four quarters of the first year, on balance no more than today.
    means = outcome.means["twee_sporen"].copy()
    means[:, 0, FTE] -= 0.5
    means[:, 1, FTE] += 0.5
    level = replace(outcome, means={**outcome.means, "twee_sporen": means})
    assert judged(town, level).verdict == "haalt"
    means = means.copy()
    means[:, 1, FTE] -= 0.5
    means[:, 5, FTE] += 0.5
    over = replace(outcome, means={**outcome.means, "twee_sporen": means})
    assert judged(town, over).verdict == "haalt niet"


def test_hours_that_do_not_fit_in_one_week_fail(town: dk.Town, outcome: dk.Outcome) -> None:
    found = judged(town, with_means(outcome, HOURS_SHORT, 0.01))
    assert found.verdict == "haalt niet"
    assert "meer uren dan een team in een week heeft" in found.reason


def test_a_one_off_passes_from_a_named_reserve_and_not_without(
    town: dk.Town, outcome: dk.Outcome
) -> None:
    once = with_euros(outcome, 40_000.0, nature="one_off", year=1)
    assert judged(town, once).verdict == "haalt niet"
    assert "wijs een reserve aan" in judged(town, once).remedy
    assert "‘reserve sociaal domein’ (gemeente)" in judged(town, once).reason
    assert judged(with_rows(town, RESERVE), once).verdict == "haalt"
    other = RESERVE.replace("reserve sociaal domein", "dak van het zwembad")
    assert judged(with_rows(town, other), once).verdict == "haalt niet"


def test_a_reserve_is_spent_once(town: dk.Town, outcome: dk.Outcome) -> None:
    first = with_euros(outcome, 30_000.0, nature="one_off", year=1)
    both = with_euros(first, 30_000.0, nature="one_off", year=2)
    reserved = with_rows(town, RESERVE)
    assert judged(reserved, first).verdict == "haalt"
    assert judged(reserved, both).verdict == "haalt niet"


def test_a_reserve_of_one_party_pays_for_no_other(town: dk.Town, outcome: dk.Outcome) -> None:
    once = with_euros(outcome, 1_000.0, party="provider", nature="one_off", year=1)
    assert judged(with_rows(town, RESERVE), once).verdict == "haalt niet"


def test_a_reserve_pays_for_no_yearly_costs(town: dk.Town, outcome: dk.Outcome) -> None:
    assert judged(with_rows(town, RESERVE), with_euros(outcome, 1.0)).verdict == "haalt niet"


def test_the_budget_of_the_town_goes_before_what_carrying_on_costs(
    town: dk.Town, outcome: dk.Outcome
) -> None:
    dear = with_euros(outcome, 1_000.0)
    assert "Wij nemen aan" in judged(town, dear).reason
    roomy = judged(with_rows(town, budget_row(5e6)), dear)
    assert roomy.verdict == "haalt"
    assert "Wij nemen aan" not in roomy.reason
    assert judged(with_rows(town, budget_row(1e6)), outcome).verdict == "haalt niet"


def test_another_party_pays_nothing_extra_unless_it_has_a_budget(
    town: dk.Town, outcome: dk.Outcome
) -> None:
    asked = with_euros(outcome, 500.0, party="housing_corporation")
    assert judged(town, asked).verdict == "haalt niet"
    paying = with_rows(town, budget_row(500.0, "housing_corporation"))
    assert judged(paying, asked).verdict == "haalt"


def test_where_carrying_on_fails_too_it_is_said(town: dk.Town, outcome: dk.Outcome) -> None:
    poor = judged(with_rows(town, budget_row(1e6)), outcome)
    assert "zonder koers is er dus ook niet genoeg" in poor.reason
    enough = judged(town, outcome).reason
    assert "Doorgaan zoals nu haalt dit kader in 16 van de 16 toekomsten." in enough
    assert "niet past" not in enough


def test_carrying_on_is_never_the_test(town: dk.Town, outcome: dk.Outcome) -> None:
    # Cheaper than carrying on, and still over the budget of the town.
    cheaper = with_euros(with_euros(outcome, -1e5, year=1), -1e5, year=2)
    assert judged(with_rows(town, budget_row(1e6)), cheaper).verdict == "haalt niet"


def test_a_card_that_needs_another_law_fails_whatever_it_costs(
    town: dk.Town, outcome: dk.Outcome
) -> None:
    lawless = menu({"free": card().model_copy(update={"law_change": True})})
    koers = plan("free").model_copy(update={"name": outcome.plans[1]})
    about = subject(town, plan=koers, menu=lawless)
    found = judge_means(about, [see_means(outcome, about)])
    assert (found.verdict, found.passes) == ("haalt niet", 0)
    assert "Eerst moet een wet veranderen voor: Kaart." in found.reason
    assert "Haal deze kaarten weg: Kaart." in found.remedy
