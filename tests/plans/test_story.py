"""A change story is right, or there is one error with its place and remedy."""

import pytest

from draagkracht.documents.errors import DraagkrachtError
from draagkracht.documents.reading import parse_document
from draagkracht.documents.writing import write_document
from draagkracht.plans.story import Story

STORY = """\
format = 1
label.nl = "Een kar"
colours = ["green"]
theme = "prevention"
cards = ["coffee_cart"]
year = 2020
situation.nl = "Zo was het."
change.nl = "Dit veranderde."
told.nl = "Niets over gemeten."
unknown.nl = "Of het hielp."
seen = "here"
checked = 2026-11-21

[[page]]
source = "een-bron"
at = "artikel"
"""
VIA = 'reported_by = "een-krant"\n'


def refusal(text: str) -> str:
    with pytest.raises(DraagkrachtError) as refused:
        parse_document(text, Story)
    assert refused.value.exit_code == 2
    return str(refused.value)


def test_a_story_is_read_and_written_without_a_change() -> None:
    story = parse_document(STORY, Story)
    text = write_document(story)
    assert parse_document(text, Story) == story
    assert write_document(parse_document(text, Story)) == text


def test_a_story_knows_the_sources_it_rests_on_and_by_whom_they_were_reported() -> None:
    second_hand = STORY.replace('seen = "here"', 'seen = "reported"') + VIA
    assert parse_document(second_hand, Story).sources == {"een-bron", "een-krant"}


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        pytest.param(
            'unknown.nl = "Of het hielp."\n',
            "",
            'Hier ontbreekt "unknown". Voeg toe: unknown = …',
            id="nothing unknown",
        ),
        pytest.param(
            '"Of het hielp."',
            '"  "',
            "unknown › nl: Deze waarde is leeg. Vul haar in of haal de regel weg.",
            id="an empty unknown",
        ),
        pytest.param(
            '"prevention"',
            '"preventions"',
            'theme: "preventions" kan hier niet. Bedoelt u "prevention"?',
            id="a theme that is not on the list",
        ),
        pytest.param(
            '["coffee_cart"]',
            '["coffee_cart", "coffee_cart"]',
            'cards: De naam "coffee_cart" komt twee keer voor (kaart). Gebruik elke naam één keer.',
            id="a card twice",
        ),
        pytest.param(
            '["green"]',
            '["green", "green"]',
            'colours: De naam "green" komt twee keer voor (kleur). Gebruik elke naam één keer.',
            id="a colour twice",
        ),
        pytest.param(
            'at = "artikel"\n',
            'at = "artikel"\n\n[[page]]\nsource = "een-bron"\nat = "bladzijde 2"\n',
            'page: De naam "een-bron" komt twee keer voor (bron). Gebruik elke naam één keer.',
            id="a source twice",
        ),
        pytest.param(
            'at = "artikel"\n',
            f'at = "artikel"\n{VIA}',
            'seen: Een bron van dit verhaal is via een ander gelezen. Schrijf: seen = "reported".',
            id="second hand and not said",
        ),
        pytest.param(
            'seen = "here"',
            'seen = "reported"',
            "seen: Dit verhaal is via een ander gelezen, maar er staat niet bij via wie. "
            "Noem bij page de bron die u wel las: reported_by.",
            id="second hand by no one",
        ),
        pytest.param(
            '\n[[page]]\nsource = "een-bron"\nat = "artikel"\n',
            "",
            'Hier ontbreekt "page". Voeg toe: page = …',
            id="no page at all",
        ),
    ],
)
def test_a_wrong_story_is_refused_with_place_and_remedy(old: str, new: str, message: str) -> None:
    assert STORY.count(old) == 1
    assert refusal(STORY.replace(old, new)) == message
