"""The menu holds cards and forms by the names of their files."""

import shutil
from pathlib import Path

import pytest

from draagkracht.documents.errors import DoubleName, DraagkrachtError, MissingFile, UnknownName
from draagkracht.plans.menu import Menu, read_menu
from draagkracht.town.packaged import DATA
from plans.menus import card, menu


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A copy of the packaged menu, to change."""
    for kind in ("interventions", "organisation"):
        shutil.copytree(DATA / kind, tmp_path / kind)
    return tmp_path


def test_the_packaged_menu_holds_forty_three_cards() -> None:
    assert sorted(card.code for card in read_menu().cards.values()) == [
        f"{number:02}" for number in range(1, 44)
    ]
    assert sorted(read_menu().forms) == ["current", "without_wijkteam"]


def test_five_cards_are_the_working_group_s_own_examples() -> None:
    own = {name for name, card in read_menu().cards.items() if card.example_of_working_group}
    assert own == {
        "breakthrough_method",
        "coffee_cart",
        "performance_agreements",
        "roles_by_casuistry",
        "walk_in_hour",
    }


def test_a_code_that_two_cards_have_is_refused(folder: Path) -> None:
    path = folder / "interventions" / "watchful_contact.toml"
    text = path.read_text(encoding="utf-8").replace('code = "31"', 'code = "01"')
    path.write_text(text, encoding="utf-8")
    with pytest.raises(DoubleName, match=r'"01" komt twee keer voor \(kaartcode\)'):
        read_menu(folder)


def test_a_card_that_is_not_there_is_refused_with_the_nearest() -> None:
    with pytest.raises(UnknownName) as caught:
        read_menu().card("split_frontdoor")
    assert str(caught.value) == (
        'Er is geen kaart met de naam "split_frontdoor". Bedoelt u "split_front_door"?'
    )


def test_a_form_that_is_not_there_is_refused() -> None:
    with pytest.raises(UnknownName, match="geen organisatievorm"):
        read_menu().form("foundation")


def test_a_copied_menu_is_the_same_menu(folder: Path) -> None:
    assert read_menu(folder).digest == read_menu().digest


def test_a_changed_figure_of_a_card_changes_the_digest(folder: Path) -> None:
    path = folder / "interventions" / "watchful_contact.toml"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("takes_months = 6", "takes_months = 7"), encoding="utf-8")
    assert read_menu(folder).digest != read_menu().digest


def test_the_digest_does_not_depend_on_the_order_of_cards() -> None:
    one, other = card(("access.decision_delay", "scale")), card()
    assert menu({"a": one, "b": other}).digest == menu({"b": other, "a": one}).digest
    assert menu({"a": one, "b": other}).digest != menu({"a": other, "b": one}).digest


def test_figures_and_sources_are_those_of_all_cards_and_forms() -> None:
    figures, sources = read_menu().figures, read_menu().sources
    assert {"watchful_contact.hours", "escalation_table.team_hours"} <= figures
    assert "organisation.transition_capacity" in figures
    assert {"cpb-wijkteams-2019", "nautus-cpb-wijkteams"} <= sources


@pytest.mark.parametrize("key", ["needs", "excludes"])
def test_a_card_that_names_an_unknown_card_is_refused_with_its_file(folder: Path, key: str) -> None:
    path = folder / "interventions" / "watchful_contact.toml"
    lines = [
        f'{key} = ["split_frontdoor"]' if line.startswith(f"{key} ") else line
        for line in path.read_text(encoding="utf-8").splitlines()
    ]
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    with pytest.raises(UnknownName) as caught:
        read_menu(folder)
    assert str(caught.value) == (
        f'{path}: {key}: Er is geen kaart met de naam "split_frontdoor". '
        'Bedoelt u "split_front_door"?'
    )


def test_a_broken_card_is_refused_with_its_file(folder: Path) -> None:
    path = folder / "interventions" / "watchful_contact.toml"
    path.write_text("format = 1\nlabel", encoding="utf-8")
    with pytest.raises(DraagkrachtError) as caught:
        read_menu(folder)
    assert str(caught.value).startswith(f"{path}: regel 2")


def test_a_card_may_not_be_named_as_a_form(folder: Path) -> None:
    card_file = folder / "interventions" / "watchful_contact.toml"
    card_file.rename(card_file.with_name("current.toml"))
    with pytest.raises(DraagkrachtError, match='De naam "current" komt twee keer voor'):
        read_menu(folder)


def test_a_folder_that_is_not_there_is_no_empty_menu(tmp_path: Path) -> None:
    with pytest.raises(MissingFile):
        read_menu(tmp_path / "elders")


def test_a_menu_is_frozen() -> None:
    cards = read_menu()
    assert isinstance(cards, Menu)
    with pytest.raises(TypeError):
        cards.cards["x"] = card()  # type: ignore[index]
