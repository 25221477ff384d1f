"""Who pays for a koers: what may be said of it, and what is refused with place and remedy."""

import pytest

from draagkracht.documents.errors import DraagkrachtError
from draagkracht.documents.reading import parse_document
from draagkracht.documents.writing import write_document
from draagkracht.plans.menu import read_menu
from draagkracht.plans.plan import Plan
from draagkracht.simulation.layout import lay_out
from draagkracht.simulation.lowering import lower
from draagkracht.town.reading import read_town

HEAD = 'format = 1\nname = "proef"\nlabel.nl = "Proef"\nstory.nl = "Een koers."\n'
FINANCED = f"""\
{HEAD}
[[financing]]
party   = "municipality"
nature  = "structural"
what.nl = "Het loket werkt met de formatie van nu."

[[financing]]
party   = "municipality"
nature  = "one_off"
what.nl = "De inrichting van het loket."
reserve = "reserve sociaal domein"

[[card]]
name = "split_front_door"
"""


def refusal(text: str) -> str:
    with pytest.raises(DraagkrachtError) as caught:
        parse_document(text, Plan)
    assert caught.value.exit_code == 2
    return str(caught.value)


def test_every_payer_says_what_it_pays_and_out_of_which_reserve() -> None:
    plan = parse_document(FINANCED, Plan)
    assert [row.nature for row in plan.financing] == ["structural", "one_off"]
    assert [row.reserve for row in plan.financing] == [None, "reserve sociaal domein"]


def test_a_koers_from_before_financing_is_read_as_it_was() -> None:
    plan = parse_document(HEAD, Plan)
    assert plan.financing == ()
    assert parse_document(write_document(plan), Plan) == plan


def test_financing_stands_before_the_cards_in_the_canonical_text() -> None:
    text = write_document(parse_document(FINANCED, Plan))
    assert text.index("[[financing]]") < text.index("[[card]]")
    assert 'what.nl = "De inrichting van het loket."\nreserve = "reserve sociaal domein"' in text
    assert write_document(parse_document(text, Plan)) == text


def test_who_pays_moves_nothing_in_the_calculation() -> None:
    menu, layout = read_menu(), lay_out(read_town("voorbeelddorp"))
    with_it = parse_document(FINANCED, Plan)
    without = with_it.model_copy(update={"financing": ()})
    assert lower(with_it, menu, layout).keys == lower(without, menu, layout).keys


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        pytest.param(
            'reserve = "reserve sociaal domein"\n',
            "",
            'financing 2: Hier ontbreekt "reserve". Voeg toe: reserve = …',
            id="a one-off from nowhere",
        ),
        pytest.param(
            'what.nl = "Het loket werkt met de formatie van nu."',
            'what.nl = "Het loket."\nreserve = "reserve sociaal domein"',
            "financing 1 › reserve: Wat elk jaar terugkomt, kan niet uit een reserve: die raakt "
            'leeg. Haal "reserve" weg, of maak de kosten eenmalig ("one_off").',
            id="every year from a reserve",
        ),
        pytest.param(
            'nature  = "one_off"',
            'nature  = "structural"',
            'financing 2: De naam "municipality, structural" komt twee keer voor (financiering). '
            "Gebruik elke naam één keer.",
            id="the same row twice",
        ),
        pytest.param(
            'nature  = "structural"',
            'nature  = "structureel"',
            'financing 1 › nature: "structureel" kan hier niet. Bedoelt u "structural"?',
            id="an unknown nature",
        ),
        pytest.param(
            'party   = "municipality"',
            'party   = "gemeente"',
            'financing 1 › party: "gemeente" kan hier niet. Toegestaan: municipality, team, '
            "provider, partner, housing_corporation, health_insurer, works_council, residents.",
            id="an unknown party",
        ),
        pytest.param(
            'what.nl = "De inrichting van het loket."',
            'what.nl = " "',
            "financing 2 › what.nl: Deze waarde is leeg. Vul haar in of haal de regel weg.",
            id="a blank text",
        ),
        pytest.param(
            'reserve = "reserve sociaal domein"',
            'reserve = " "',
            "financing 2 › reserve: Deze waarde is leeg. Vul haar in of haal de regel weg.",
            id="a blank reserve",
        ),
        pytest.param(
            'reserve = "reserve sociaal domein"',
            'reserve = "reserve sociaal domein"\neuro = 5',
            'financing 2: De naam "euro" is hier niet bekend. Toegestaan: party, nature, what, '
            "reserve.",
            id="an unknown key",
        ),
    ],
)
def test_wrong_financing_is_refused_with_place_and_remedy(old: str, new: str, message: str) -> None:
    assert old in FINANCED
    assert refusal(FINANCED.replace(old, new, 1)) == message
