"""The balance of a koers over the colours, and the question to one that has only one."""

from typing import get_args

import pytest

from choice.packages import koers
from draagkracht.choice.colours import COLOURS, colour_balance
from draagkracht.documents.errors import UnknownName
from draagkracht.language.colours import COLOUR_MEANINGS, COLOUR_SHAPES, COLOUR_WORDS, colour_mark
from draagkracht.plans.intervention import Colour, Grade, Intervention
from draagkracht.plans.menu import Menu
from draagkracht.plans.plan import PlannedCard
from plans.menus import card, menu


def coloured(*colours: str, grade: Grade = "E", label: str = "Kaart") -> Intervention:
    blank = card()
    return blank.model_copy(
        update={
            "colours": colours,
            "grade": grade,
            "label": blank.label.model_copy(update={"nl": label}),
        }
    )


@pytest.fixture
def four() -> Menu:
    return menu(
        {
            "blue": coloured("blue"),
            "blue_red": coloured("blue", "red"),
            "red": coloured("red", grade="D", label="Rode kaart"),
            "red_well_known": coloured("red", grade="B", label="Bekende rode kaart"),
            "also_red": coloured("yellow", "red", grade="A", label="Ook rood"),
            "green": coloured("green"),
        }
    )


def laid(*names: str, intensity: float = 1.0) -> list[PlannedCard]:
    return [PlannedCard(name=name, intensity=intensity) for name in names]


def test_the_main_colour_counts_whole_and_another_half(four: Menu) -> None:
    balance = colour_balance(koers(laid("blue", "blue_red", "green")), four)
    assert dict(balance.counts) == {"blue": 2.0, "red": 0.5, "yellow": 0.0, "green": 1.0}
    assert balance.sentence == "3 kaarten: blauw 2, rood 0,5 en groen 1; geel ontbreekt."
    assert balance.question == ""


def test_a_colour_that_is_missing_names_the_cards_that_bring_it_best_known_first(
    four: Menu,
) -> None:
    balance = colour_balance(koers(laid("blue", "green")), four)
    red = next(each for each in balance.missed if each.colour == "red")
    # Cards that are red first of all come before those that are red besides.
    assert red.cards == ("red_well_known", "red", "also_red", "blue_red")
    assert red.sentence == (
        "Rood ontbreekt (samenhang en sneller besluiten). Dat geven bijvoorbeeld: "
        "‘Bekende rode kaart’, ‘Rode kaart’ en ‘Ook rood’."
    )


def test_a_koers_of_one_main_colour_is_questioned_in_words(four: Menu) -> None:
    balance = colour_balance(koers(laid("blue", "blue_red")), four)
    assert balance.question
    assert balance.question == (
        "Alle kaarten van deze koers zijn vooral blauw (hulp ordenen en verbeteren). "
        "Wie kijkt er naar de andere kanten van het probleem?"
    )
    assert balance.as_json()["question"] == balance.question


def test_a_card_that_does_nothing_has_no_colour(four: Menu) -> None:
    plan = koers([*laid("blue"), *laid("green", intensity=0.0)])
    assert colour_balance(plan, four).counts["green"] == 0.0


def test_a_card_for_two_teams_apart_counts_once(four: Menu) -> None:
    rows = [PlannedCard(name="blue", teams=(team,)) for team in ("noord", "zuid")]
    balance = colour_balance(koers(rows), four)
    assert (balance.cards, balance.counts["blue"]) == (1, 1.0)
    assert balance.sentence == "1 kaart: blauw 1; rood, geel en groen ontbreken."


def test_a_koers_without_cards_misses_and_is_asked_nothing(four: Menu) -> None:
    balance = colour_balance(koers([]), four)
    assert (balance.missed, balance.question) == ((), "")
    assert balance.sentence == "In deze koers liggen geen kaarten."


def test_a_colour_that_no_card_has_is_said_not_to_be_there() -> None:
    balance = colour_balance(koers(laid("blue")), menu({"blue": coloured("blue")}))
    assert [each.sentence.endswith("Het menu heeft er geen.") for each in balance.missed] == [
        True
    ] * 3


def test_an_unknown_card_is_refused(four: Menu) -> None:
    with pytest.raises(UnknownName, match="blauw"):
        colour_balance(koers(laid("blauw")), four)


def test_every_colour_has_one_word_one_shape_and_one_meaning() -> None:
    assert get_args(Colour) == COLOURS
    for words in (COLOUR_WORDS, COLOUR_SHAPES, COLOUR_MEANINGS):
        assert tuple(words) == COLOURS
        assert len(set(words.values())) == len(COLOURS)
    assert colour_mark("green") == "◆ groen"
