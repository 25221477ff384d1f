"""Three sentences that never say more than the numbers do."""

import re
from dataclasses import replace

import numpy as np
import pytest

import draagkracht as dk
from draagkracht.documents.errors import UnknownName
from draagkracht.report.conclusion import conclusion
from report.outcomes import with_changes

KOERS = "twee_sporen"


def test_there_are_three_parts_and_the_first_two_are_one_sentence(
    outcome: dk.Outcome, plan: dk.Plan
) -> None:
    sentences = conclusion(outcome, plan)
    assert len(sentences) == 3
    assert all(sentence.endswith(".") for sentence in sentences)
    for sentence in sentences[:2]:
        assert re.findall(r"[.?!] [A-Z]", sentence) == []


def test_the_first_is_about_carrying_on_and_waits_beside_giving_up(
    outcome: dk.Outcome, plan: dk.Plan
) -> None:
    first = conclusion(outcome, plan)[0]
    assert first.startswith("Gaat Voorbeelddorp door zoals nu, dan ")
    assert first.index("de wachttijd") < first.index("het aantal afhakers")
    assert "in 8 van de 10 toekomsten" in first
    assert " weken" in first


def test_a_change_for_the_worse_is_said_with_its_size_and_count(
    outcome: dk.Outcome, plan: dk.Plan
) -> None:
    worse = with_changes(outcome, KOERS, {"pressure": 0.1})
    _, second, third = conclusion(worse, plan)
    assert re.search(
        r"wordt gemiddeld over de 2 jaar de werkdruk \S+ procentpunt hoger \(in 16 van de 16 d",
        second,
    )
    assert "voor de wachttijd, het aantal afhakers en" in second
    assert third.startswith(
        "Van de 4 hoofdcijfers: 0 beter, 1 slechter, 3 niet te onderscheiden. Van de 26 andere "
        "uitkomsten wordt er geen slechter. Hier pleit niets voor deze koers. "
    )


def test_two_headline_figures_and_no_harm_are_an_improvement(
    outcome: dk.Outcome, plan: dk.Plan
) -> None:
    better = with_changes(outcome, KOERS, {"waiting_time": -0.3, "pressure": -0.1})
    _, second, third = conclusion(better, plan)
    assert "korter" in second
    assert "2 beter, 0 slechter, 2 niet te onderscheiden" in third
    assert "Hier is de koers een verbetering. " in third


def test_one_better_figure_is_too_little(outcome: dk.Outcome, plan: dk.Plan) -> None:
    third = conclusion(with_changes(outcome, KOERS, {"waiting_time": -0.001}), plan)[2]
    assert "1 beter, 0 slechter, 3 niet te onderscheiden" in third
    assert "Dat is te weinig om een koers op te kiezen." in third
    assert "verbetering" not in third


def test_harm_outside_the_headline_is_counted_and_is_a_trade(
    outcome: dk.Outcome, plan: dk.Plan
) -> None:
    changes = {"waiting_time": -0.3, "pressure": -0.1, "direct_share": -0.1, "escalated": 0.1}
    third = conclusion(with_changes(outcome, KOERS, changes), plan)[2]
    assert "Van de 26 andere uitkomsten worden er 2 slechter." in third
    assert "De koers ruilt het een voor het ander" in third
    assert "verbetering" not in third


def test_better_and_worse_are_not_weighed_for_the_reader(
    outcome: dk.Outcome, plan: dk.Plan
) -> None:
    mixed = with_changes(outcome, KOERS, {"waiting_time": -0.3, "given_up": 0.3})
    assert "wat zwaarder weegt, is aan u" in conclusion(mixed, plan)[2]


def test_a_koers_within_the_error_is_not_told_apart(outcome: dk.Outcome, plan: dk.Plan) -> None:
    noisy = with_changes(outcome, KOERS, {"waiting_time": 0.0001}, noise=0.5)
    _, second, third = conclusion(noisy, plan)
    assert "niet te onderscheiden van doorgaan zoals nu" in second
    assert "Met 16 toekomsten is niet te zeggen of deze koers helpt" in third
    assert "Reken met meer toekomsten (--members)." in third
    assert "weinig verschil" not in third


def test_a_small_error_says_that_there_is_little_difference(
    outcome: dk.Outcome, plan: dk.Plan
) -> None:
    precise = with_changes(outcome, KOERS, {"waiting_time": 0.0001}, noise=0.005)
    third = conclusion(precise, plan)[2]
    assert "Er is echt weinig verschil" in third
    assert "rekenfout" not in third


def test_a_koers_that_does_nothing_is_said_to_do_nothing(
    outcome: dk.Outcome, plan: dk.Plan
) -> None:
    second = conclusion(with_changes(outcome, KOERS, {}), plan)[1]
    assert "verandert er in geen enkele toekomst iets" in second


def test_no_difference_is_ever_called_one_by_its_size_alone(
    outcome: dk.Outcome, plan: dk.Plan
) -> None:
    noisy = with_changes(outcome, KOERS, {"waiting_time": 0.02}, noise=0.9)
    second = conclusion(noisy, plan)[1]
    assert "langer" not in second
    assert "korter" not in second


def test_carrying_on_alone_is_compared_with_nothing(outcome: dk.Outcome) -> None:
    second = conclusion(outcome, dk.read_plan("doorgaan_zoals_nu"))[1]
    assert second == "Er is geen andere koers doorgerekend, dus er is niets om mee te vergelijken."


def test_another_world_than_the_trend_is_named(outcome: dk.Outcome, plan: dk.Plan) -> None:
    tight = replace(outcome, scenario="krappe_arbeidsmarkt")
    assert "in het scenario ‘krappe arbeidsmarkt’" in conclusion(tight, plan)[0]
    assert "scenario" not in conclusion(outcome, plan)[0]


def test_a_worked_example_says_so_and_a_town_of_its_own_does_not(
    outcome: dk.Outcome, plan: dk.Plan
) -> None:
    assert "rekenvoorbeeld" in conclusion(outcome, plan)[2]
    own = conclusion(replace(outcome, worked_example=False), plan)[2]
    assert "rekenvoorbeeld" not in own
    assert "nog niet getoetst aan uitkomsten" in own


def test_deep_uncertainty_is_never_called_chance(outcome: dk.Outcome, plan: dk.Plan) -> None:
    assert not re.search(r"\bkans", " ".join(conclusion(outcome, plan)))


def test_an_unknown_koers_is_refused(outcome: dk.Outcome, plan: dk.Plan) -> None:
    with pytest.raises(UnknownName):
        conclusion(outcome, plan.model_copy(update={"name": "twee_spooren"}))


def test_without_numbers_the_sentence_says_there_are_none(
    outcome: dk.Outcome, plan: dk.Plan
) -> None:
    now = outcome.carrying_on
    empty = {
        measure: np.full_like(values, np.nan) for measure, values in outcome.values[now].items()
    }
    silent = replace(outcome, values={now: empty, KOERS: empty})
    first, second, _ = conclusion(silent, plan)
    assert "te weinig vragen" in first
    assert "te weinig vragen" in second
