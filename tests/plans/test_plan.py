"""A koers as a document: what it may hold, and what is refused with place and remedy."""

import pytest

from draagkracht.documents.errors import DraagkrachtError
from draagkracht.documents.reading import parse_document
from draagkracht.documents.writing import write_document
from draagkracht.model.kinds import DESTINATIONS, DOMAINS, KINDS
from draagkracht.plans.plan import Plan

PLAN = """\
format = 1
name = "proef"
label.nl = "Proef"
story.nl = "Een koers om te proberen."
organisation = { form = "current", starts_month = 0 }
task_package = [ { kind = "single", domain = "care", to = "desk" } ]
central = ["contracts"]
local   = ["front_door"]
others  = [ { task = "prevention", party = "partner" } ]

[[card]]
name = "split_front_door"
starts_month = 3
intensity = 1.0
teams = ["noord"]
"""


def refusal(text: str) -> str:
    with pytest.raises(DraagkrachtError) as caught:
        parse_document(text, Plan)
    assert caught.value.exit_code == 2
    return str(caught.value)


def test_the_example_of_the_format_is_read() -> None:
    plan = parse_document(PLAN, Plan)
    assert plan.cards[0].teams == ("noord",)
    assert plan.task_package[0].to == "desk"
    assert plan.others[0].party == "partner"


def test_a_koers_of_no_more_than_a_name_keeps_everything_as_it_is() -> None:
    text = 'format = 1\nname = "niets"\nlabel.nl = "Niets"\nstory.nl = "Niets."\n'
    plan = parse_document(text, Plan)
    assert (plan.organisation.form, plan.organisation.starts_month) == ("current", 0)
    assert (plan.cards, plan.task_package) == ((), ())


def test_a_card_of_no_more_than_a_name_begins_at_once_and_is_whole() -> None:
    short = parse_document(PLAN.replace("starts_month = 3\nintensity = 1.0\n", ""), Plan)
    long = parse_document(PLAN.replace("starts_month = 3\nint", "starts_month = 0\nint"), Plan)
    assert short == long
    assert write_document(short) == write_document(long)
    assert "starts_month = 0\nintensity = 1.0\n" in write_document(short)


def test_a_card_without_teams_is_for_all() -> None:
    assert parse_document(PLAN.replace('teams = ["noord"]\n', ""), Plan).cards[0].teams is None


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        pytest.param(
            "intensity = 1.0",
            "intensity = 1.5",
            "card 1 (split_front_door) › intensity: 1.5 kan hier niet. "
            "Geef een getal van ten hoogste 1 (1.5 % is 0.015).",
            id="intensity above one",
        ),
        pytest.param(
            "intensity = 1.0",
            "intensity = -0.1",
            "card 1 (split_front_door) › intensity: -0.1 kan hier niet. "
            "Geef een getal van ten minste 0.",
            id="intensity below zero",
        ),
        pytest.param(
            "starts_month = 3",
            "starts_month = -1",
            "card 1 (split_front_door) › starts_month: -1 kan hier niet. "
            "Geef een getal van ten minste 0.",
            id="a card that starts before today",
        ),
        pytest.param(
            "starts_month = 3",
            "starts_month = 3.5",
            "card 1 (split_front_door) › starts_month: "
            "Hier hoort een heel getal, maar er staat 3.5. Verbeter de waarde.",
            id="half a month",
        ),
        pytest.param(
            'kind = "single"',
            'kind = "singel"',
            'task_package 1 › kind: "singel" kan hier niet. Bedoelt u "single"?',
            id="an unknown kind",
        ),
        pytest.param(
            'domain = "care"',
            'domain = "debts"',
            'task_package 1 › domain: "debts" kan hier niet. Toegestaan: finances, care, '
            "mental_health, addiction, parenting, housing, participation, safety.",
            id="an unknown life domain",
        ),
        pytest.param(
            'to = "desk"',
            'to = "desks"',
            'task_package 1 › to: "desks" kan hier niet. Bedoelt u "desk"?',
            id="an unknown destination",
        ),
        pytest.param(
            'to = "desk" }',
            'to = "desk" }, { kind = "single", domain = "care", to = "none" }',
            'task_package 2: De naam "single, care" komt twee keer voor (taak). '
            "Gebruik elke naam één keer.",
            id="a doubled row of the task package",
        ),
        pytest.param(
            'central = ["contracts"]',
            'central = ["contract"]',
            'central 1: "contract" kan hier niet. Bedoelt u "contracts"?',
            id="an unknown task",
        ),
        pytest.param(
            'central = ["contracts"]',
            'central = ["contracts", "contracts"]',
            'central: De naam "contracts" komt twee keer voor (taak). Gebruik elke naam één keer.',
            id="a task twice",
        ),
        pytest.param(
            'central = ["contracts"]',
            'central = ["front_door"]',
            'central, local, others: De taak "front_door" staat op meer dan één plaats. '
            "Kies voor elke taak: centraal, lokaal of van een ander.",
            id="a task in two places",
        ),
        pytest.param(
            'teams = ["noord"]',
            'teams = ["noord", "noord"]',
            'card 1 (split_front_door) › teams: De naam "noord" komt twee keer voor (team). '
            "Gebruik elke naam één keer.",
            id="a team twice",
        ),
        pytest.param(
            'teams = ["noord"]',
            "teams = []",
            "card 1 (split_front_door) › teams: Deze waarde is leeg. "
            "Vul haar in of haal de regel weg.",
            id="a card for no team at all",
        ),
        pytest.param(
            'name = "proef"',
            'name = " "',
            "name: Deze waarde is leeg. Vul haar in of haal de regel weg.",
            id="a blank name",
        ),
        pytest.param(
            "starts_month = 3",
            "start_month = 3",
            'card 1 (split_front_door): De naam "start_month" is hier niet bekend. '
            'Bedoelt u "starts_month"?',
            id="a misspelt key",
        ),
    ],
)
def test_a_wrong_koers_is_refused_with_place_and_remedy(old: str, new: str, message: str) -> None:
    assert old in PLAN
    assert refusal(PLAN.replace(old, new, 1)) == message


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("domain", DOMAINS)
@pytest.mark.parametrize("to", DESTINATIONS)
def test_every_kind_and_domain_can_go_to_every_destination(kind: str, domain: str, to: str) -> None:
    row = f'kind = "{kind}", domain = "{domain}", to = "{to}"'
    text = PLAN.replace('kind = "single", domain = "care", to = "desk"', row)
    assert parse_document(text, Plan).task_package[0].to == to
