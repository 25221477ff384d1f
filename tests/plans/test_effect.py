"""One effect moves one lever by one figure, and a card may not contradict itself."""

import pytest

from draagkracht.documents.errors import DraagkrachtError
from draagkracht.documents.reading import parse_document
from draagkracht.plans.intervention import Intervention
from draagkracht.plans.organisation import OrganisationForm
from plans.menus import CARD, FORM, effects_text

ONE = [("access.decision_delay", "scale")]
TEXT = CARD.format(needs="", excludes="") + effects_text(ONE, [("hour/team", "team")])


def refusal(text: str) -> str:
    with pytest.raises(DraagkrachtError) as caught:
        parse_document(text, Intervention)
    return str(caught.value)


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        pytest.param(
            'lever = "access.decision_delay"',
            'lever = "access.decision_dely"',
            "effect 1 (f.access.decision_delay) › lever: Er is geen knop met de naam "
            '"access.decision_dely". Bedoelt u "access.decision_delay"?',
            id="an unknown lever",
        ),
        pytest.param(
            'operation = "scale"',
            'operation = "multiply"',
            'effect 1 (f.access.decision_delay) › operation: "multiply" kan hier niet. '
            "Toegestaan: replace, move_towards, scale, add.",
            id="an unknown operation",
        ),
        pytest.param(
            "takes_months = 3 }",
            "takes_months = 3, lasts_months = 2 }",
            "effect 1 (f.access.decision_delay) › ramp: Het effect houdt op voordat het helemaal "
            "is ingegaan. Maak lasts_months ten minste zo lang als takes_months.",
            id="a dip shorter than its ramp",
        ),
        pytest.param(
            "starts_month = 0, takes",
            "starts_month = -1, takes",
            "effect 1 (f.access.decision_delay) › ramp › starts_month: -1 kan hier niet. "
            "Geef een getal van ten minste 0.",
            id="a ramp before its card",
        ),
        pytest.param(
            'unit = "hour/team"',
            'unit = "hours/team"',
            'cost 1 (cost.x) › unit: "hours/team" kan hier niet. Bedoelt u "hour/team"?',
            id="an unknown unit of cost",
        ),
        pytest.param(
            'colours = ["blue"]',
            "colours = []",
            "colours: Deze waarde is leeg. Vul haar in of haal de regel weg.",
            id="a card without colour",
        ),
        pytest.param(
            'grade = "E"',
            'grade = "F"',
            'grade: "F" kan hier niet. Toegestaan: A, B, C, D, E.',
            id="an unknown grade",
        ),
    ],
)
def test_a_wrong_card_is_refused_with_place_and_remedy(old: str, new: str, message: str) -> None:
    assert old in TEXT
    assert refusal(TEXT.replace(old, new, 1)) == message


def test_a_lever_moved_twice_in_one_way_is_refused() -> None:
    assert refusal(CARD.format(needs="", excludes="") + effects_text(ONE * 2)) == (
        'effect 2 (f.access.decision_delay): De knop "access.decision_delay" wordt hier twee keer '
        "op dezelfde manier bewogen. Maak er één effect van."
    )


def test_a_card_may_move_a_lever_in_two_ways() -> None:
    two = [("access.decision_delay", "scale"), ("access.decision_delay", "add")]
    text = CARD.format(needs="", excludes="") + effects_text(two)
    assert len(parse_document(text, Intervention).effects) == 2


@pytest.mark.parametrize("key", ["grade", "direction", "directness", "legal.nl"])
def test_a_form_that_changes_something_says_on_what_grounds(key: str) -> None:
    without = "\n".join(line for line in FORM.splitlines() if not line.startswith(key)) + "\n"
    with pytest.raises(DraagkrachtError) as caught:
        parse_document(without + effects_text(ONE), OrganisationForm)
    name = key.removesuffix(".nl")
    assert str(caught.value) == f'Hier ontbreekt "{name}". Voeg toe: {name} = …'
    assert parse_document(without, OrganisationForm).effects == ()
