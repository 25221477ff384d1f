"""The money a town says it has: one budget a party, reserves each under a name of its own."""

import pytest

from draagkracht.documents.errors import DraagkrachtError
from draagkracht.documents.reading import parse_document
from draagkracht.documents.writing import write_document
from draagkracht.town.town import Town
from town.texts import TOWN


def budget(party: str = "municipality", euro: float = 2e6) -> str:
    return f'\n[[budget]]\nparty = "{party}"\neuro_per_year = {euro}\n'


def reserve(name: str = "Innovatie", party: str = "municipality", euro: float = 5e4) -> str:
    return f'\n[[reserve]]\nname = "{name}"\nparty = "{party}"\neuro = {euro}\n'


def town(*rows: str) -> Town:
    return parse_document(TOWN + "".join(rows), Town)


def refusal(*rows: str) -> str:
    with pytest.raises(DraagkrachtError) as caught:
        town(*rows)
    assert caught.value.exit_code == 2
    return str(caught.value)


def test_a_budget_is_that_of_one_party() -> None:
    found = town(budget(), budget("provider", 100.0))
    assert found.budget_of("municipality") == 2e6
    assert found.budget_of("provider") == 100.0
    assert found.budget_of("residents") is None


def test_reserves_of_a_party_add_up() -> None:
    found = town(reserve(), reserve("Zorgakkoord", euro=1.0), reserve("Fonds", "provider", 7.0))
    assert found.reserved_by("municipality") == 50_001.0
    assert found.reserved_by("provider") == 7.0
    assert found.reserved_by("team") == 0.0


def test_two_budgets_of_one_party_are_refused() -> None:
    assert refusal(budget(), budget(euro=1.0)) == (
        'budget 2 › party: De naam "municipality" komt twee keer voor (partij). '
        "Gebruik elke naam één keer."
    )


def test_a_reserve_has_a_name_of_its_own() -> None:
    assert "twee keer voor (reserve)" in refusal(reserve(), reserve(party="provider"))
    assert "Deze waarde is leeg" in refusal(reserve(" "))
    assert "Deze waarde is leeg" in refusal(reserve(""))


def test_an_unknown_party_is_refused_with_the_nearest() -> None:
    assert refusal(reserve(party="municipal")) == (
        'reserve 1 (Innovatie) › party: "municipal" kan hier niet. Bedoelt u "municipality"?'
    )


@pytest.mark.parametrize("euro", [0.0, -5.0, 2e10])
def test_a_reserve_is_an_amount_that_can_be(euro: float) -> None:
    assert "reserve 1 (Innovatie) › euro" in refusal(reserve(euro=euro))


def test_what_is_written_is_read_again() -> None:
    found = town(budget(), reserve())
    assert parse_document(write_document(found), Town) == found
