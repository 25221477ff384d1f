"""A card names figures that exist, in the unit that its effect needs; or the file is named."""

from pathlib import Path

import pytest

import draagkracht as dk
from draagkracht.documents.errors import DoubleName, Inconsistent, UnknownName
from draagkracht.plans.card_figures import check_card_figures, unit_needed
from draagkracht.town.packaged import DATA


@pytest.fixture
def own(tmp_path: Path) -> Path:
    """A card of one's own: that of the simplifying sessions under another name and code."""
    for kind in ("interventions", "figures/cards"):
        text = (DATA / kind / "simplifying_sessions.toml").read_text(encoding="utf-8")
        text = text.replace("simplifying_sessions.", "own.").replace('code = "04"', 'code = "E1"')
        path = tmp_path / kind / "own.toml"
        path.parent.mkdir(parents=True)
        path.write_text(text, encoding="utf-8")
    return tmp_path


def change(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


def test_an_own_card_lies_beside_the_packaged_ones(own: Path) -> None:
    menu, catalogue = dk.read_menu(own=own), dk.read_catalogue(own=own)
    check_card_figures(menu, catalogue, own=own)
    assert set(menu.cards) - set(dk.read_menu().cards) == {"own"}
    assert len(catalogue.figures) > len(dk.read_catalogue().figures)


def test_an_own_card_changes_no_other_outcome(own: Path) -> None:
    town, plan = dk.read_town("voorbeelddorp"), dk.read_plan("twee_sporen")
    one = dk.run(town, [plan], years=1, members=16)
    menu, catalogue = dk.read_menu(own=own), dk.read_catalogue(own=own)
    other = dk.run(town, [plan], years=1, members=16, menu=menu, catalogue=catalogue)
    for name, table in one.values[plan.name].items():
        assert table.tobytes() == other.values[plan.name][name].tobytes()
    assert one.record != other.record


def test_a_figure_that_is_not_there_is_named_with_its_file_and_place(own: Path) -> None:
    change(own / "interventions/own.toml", '"own.administration_change"', '"own.administratie"')
    with pytest.raises(UnknownName) as caught:
        check_card_figures(dk.read_menu(own=own), dk.read_catalogue(own=own), own=own)
    assert str(caught.value) == (
        f"{own}/interventions/own.toml: effect 1 › figure: Er is geen cijfer met de naam "
        '"own.administratie". Bedoelt u "own.administration_change"?'
    )


def test_a_unit_that_does_not_fit_says_both_in_words(own: Path) -> None:
    change(own / "figures/cards/own.toml", '"share_change"', '"ratio"')
    with pytest.raises(Inconsistent) as caught:
        check_card_figures(dk.read_menu(own=own), dk.read_catalogue(own=own), own=own)
    assert str(caught.value) == (
        f"{own}/interventions/own.toml: effect 1 › figure: Het cijfer "
        '"own.administration_change" heeft de eenheid ratio (keer); hier past share_change '
        "(procentpunten). Verander de eenheid van het cijfer, of wat de kaart ermee doet."
    )


def test_a_name_or_code_of_the_menu_cannot_be_used_again(own: Path) -> None:
    path = own / "interventions/own.toml"
    change(path, 'code = "E1"', 'code = "04"')
    with pytest.raises(DoubleName, match='"04" komt twee keer voor'):
        dk.read_menu(own=own)
    path.rename(own / "interventions/walk_in_hour.toml")
    with pytest.raises(DoubleName, match='"walk_in_hour" komt twee keer voor'):
        dk.read_menu(own=own)


def test_each_operation_asks_its_own_unit() -> None:
    needed = {
        (effect.operation, effect.lever): unit_needed(effect)
        for card in dk.read_menu().cards.values()
        for effect in card.effects
    }
    assert needed["scale", "casework.hours_factor"] == "ratio"
    assert needed["add", "team.administration_share"] == "share_change"
    assert needed["add", "casework.follow_up_hours"] == "hour/case"
    assert needed["replace", "prevention.protected"] == "share"
