"""A koers is read from a file or by its name, and must fit the menu."""

from pathlib import Path

import pytest

from draagkracht.documents.errors import DraagkrachtError, UnknownName
from draagkracht.plans.menu import read_menu
from draagkracht.plans.reading import read_plan
from draagkracht.town.packaged import packaged_documents

HEAD = 'format = 1\nname = "eigen"\nlabel.nl = "Eigen"\nstory.nl = "Eigen koers."\n'


def card_text(name: str) -> str:
    return f'\n[[card]]\nname = "{name}"\nstarts_month = 0\nintensity = 1.0\n'


def test_the_packaged_koersen_fit_the_packaged_menu() -> None:
    assert list(packaged_documents("koersen")) == [
        "breed_sterk_team",
        "buurt_die_zichzelf_helpt",
        "doorgaan_zoals_nu",
        "regie_in_de_keten",
        "twee_sporen",
        "zonder_wijkteam",
    ]
    for name in packaged_documents("koersen"):
        assert read_plan(name, read_menu()).name == name


def test_without_a_menu_the_packaged_one_is_meant() -> None:
    assert read_plan("twee_sporen") == read_plan("twee_sporen", read_menu())


def test_a_misspelt_koers_is_refused_with_the_nearest() -> None:
    with pytest.raises(UnknownName) as caught:
        read_plan("twee_spore")
    assert str(caught.value) == (
        'Er is geen koers met de naam "twee_spore". Bedoelt u "twee_sporen"?'
    )


def test_an_unknown_card_is_refused_with_file_place_and_nearest(tmp_path: Path) -> None:
    path = tmp_path / "eigen.toml"
    path.write_text(HEAD + card_text("split_frontdoor"), encoding="utf-8")
    with pytest.raises(DraagkrachtError) as caught:
        read_plan(str(path))
    assert caught.value.exit_code == 2
    assert str(caught.value) == (
        f"{path}: card 1 (split_frontdoor) › name: Er is geen kaart met de naam "
        '"split_frontdoor". Bedoelt u "split_front_door"?'
    )


def test_cards_of_other_teams_are_read_before_any_town_is_known(tmp_path: Path) -> None:
    path = tmp_path / "eigen.toml"
    path.write_text(HEAD + card_text("split_front_door") + 'teams = ["noord"]\n', encoding="utf-8")
    assert read_plan(path).cards[0].teams == ("noord",)
