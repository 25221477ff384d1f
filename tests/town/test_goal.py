"""Goals in a town document: at most five, each with a direction and a bound that can be."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from draagkracht.documents.errors import DraagkrachtError
from draagkracht.documents.reading import parse_document
from draagkracht.documents.writing import write_document
from draagkracht.town.goal import GOAL_MEASURES, GOAL_SCALES, MOST_GOALS
from draagkracht.town.reading import read_town
from draagkracht.town.town import Town
from town.texts import TOWN


def goal(
    measure: str = "waiting_time",
    direction: str = "lower",
    bound: float | str = 6,
    rest: str = "",
    why: str = "Niemand wacht lang.",
) -> str:
    return (
        f'\n[[goal]]\nmeasure = "{measure}"\ndirection = "{direction}"\nbound = {bound}\n'
        f'{rest}why.nl = "{why}"\n'
    )


def refusal(*goals: str) -> str:
    with pytest.raises(DraagkrachtError) as caught:
        parse_document(TOWN + "".join(goals), Town)
    assert caught.value.exit_code == 2
    return str(caught.value)


def fit(measure: str) -> str:
    scale = GOAL_SCALES[measure]  # type: ignore[index]
    return goal(measure, scale.better, scale.high)


def test_a_town_may_have_no_goals_and_at_most_five() -> None:
    assert parse_document(TOWN, Town).goals == ()
    most = [fit(measure) for measure in GOAL_MEASURES[:MOST_GOALS]]
    assert len(parse_document(TOWN + "".join(most), Town).goals) == 5
    assert refusal(*most, fit(GOAL_MEASURES[MOST_GOALS])) == (
        "goal: Hier staan 6 doelen; het hoogste aantal is 5. "
        "Kies de vijf die voor inwoners het zwaarst wegen."
    )


def test_an_unknown_measure_is_refused_with_the_nearest() -> None:
    assert refusal(goal("waitingtime")) == (
        'goal 1 (waitingtime) › measure: "waitingtime" kan hier niet. Bedoelt u "waiting_time"?'
    )


def test_what_has_no_wanted_direction_is_no_goal() -> None:
    assert "kan hier niet" in refusal(goal("requests"))
    assert "kan hier niet" in refusal(goal("hours_balance", "higher"))


def test_a_direction_against_the_measure_is_refused() -> None:
    assert refusal(goal(direction="higher")) == (
        'goal 1 (waiting_time) › direction: Bij "waiting_time" is lager beter. '
        'Schrijf direction = "lower", of kies een andere maat.'
    )


def test_one_measure_has_one_goal() -> None:
    assert refusal(goal(), goal(bound=4)) == (
        'goal 2 (waiting_time) › measure: De naam "waiting_time" komt twee keer voor (doel). '
        "Gebruik elke naam één keer."
    )


@pytest.mark.parametrize("bound", [-0.1, 520.5])
def test_a_bound_out_of_range_is_refused(bound: float) -> None:
    assert "goal 1 (waiting_time) › bound" in refusal(goal(bound=bound))


def test_a_percentage_as_a_bound_is_told_how_to_write_it() -> None:
    text = refusal(goal("vulnerable_households", bound=20))
    assert text.endswith("ten minste 0 en ten hoogste 1 (20 % is 0.2).")


@pytest.mark.parametrize("year", [0, 61])
def test_a_year_lies_within_the_longest_run(year: int) -> None:
    assert "goal 1 (waiting_time) › year" in refusal(goal(rest=f"year = {year}\n"))


def test_a_goal_says_why() -> None:
    assert "why.nl: Deze waarde is leeg" in refusal(goal(why=" "))


@given(st.sampled_from(GOAL_MEASURES), st.floats(0, 1), st.none() | st.integers(1, 60))
def test_whatever_goal_is_allowed_comes_back_as_it_was(
    measure: str, part: float, year: int | None
) -> None:
    scale = GOAL_SCALES[measure]  # type: ignore[index]
    rest = "" if year is None else f"year = {year}\n"
    town = parse_document(TOWN + goal(measure, scale.better, part * scale.high, rest), Town)
    assert parse_document(write_document(town), Town) == town
    assert town.goals[0].unit == scale.unit


@pytest.mark.parametrize("name", ["voorbeeldstad", "voorbeelddorp"])
def test_an_example_has_goals_and_claims_no_money(name: str) -> None:
    town = read_town(name)
    assert len(town.goals) == 3
    assert (town.budgets, town.reserves) == ((), ())
