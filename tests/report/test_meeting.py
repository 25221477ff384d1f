"""The draaiboek: two hours, predict first, and something to write down at each step."""

from typing import Any

from draagkracht.report.cards.meeting import BEFORE, LENGTH, STEPS, meeting

PLAN: Any = meeting()


def test_the_steps_fill_two_hours() -> None:
    assert sum(step.minutes for step in STEPS) == LENGTH == 120
    assert PLAN["length"] == "120 minuten"


def test_each_step_begins_when_the_one_before_it_ends() -> None:
    steps = PLAN["steps"]
    assert (steps[0]["from"], steps[-1]["to"]) == ("0.00", "2.00")
    assert [step["from"] for step in steps[1:]] == [step["to"] for step in steps[:-1]]


def test_goals_come_before_any_outcome_and_predictions_before_the_cards() -> None:
    titles = [step.title for step in STEPS]
    assert titles == [
        "Welkom en doelen",
        "Eerst voorspellen",
        "Kaarten op tafel",
        "Doorrekenen en kijken",
        "Wat spreekt ertegen?",
        "Afspreken: wat en wie",
        "Afsluiten",
    ]
    assert STEPS[0].minutes == 10
    assert "dicht" in STEPS[1].doing[0]


def test_every_step_says_what_to_do_and_what_to_keep_in_short_sentences() -> None:
    for step in STEPS:
        assert step.doing
        assert step.kept.endswith(".")
    lines = [line for step in STEPS for line in step.doing] + list(BEFORE)
    sentences = [each for line in lines for each in line.replace("?", ".").split(". ")]
    assert max(len(sentence.split()) for sentence in sentences) <= 20


def test_the_sheet_of_agreements_asks_for_what_who_and_when() -> None:
    assert PLAN["agreed"][0] == "Kaart"
    assert len(PLAN["lines"]) == 8
