from pathlib import Path

import pytest

from draagkracht.documents.errors import (
    DoubleName,
    DraagkrachtError,
    MalformedToml,
    MissingKey,
    NotOneOf,
    UnknownKey,
    UnknownName,
    WrongForm,
    WrongType,
)
from draagkracht.evidence.catalogue import STATUSES, read_catalogue
from draagkracht.evidence.errors import InfeasibleSpread
from evidence.entries import ASSUMED, SOURCED, catalogue_of

FIGURE = """
label.nl = "Verzuim"
meaning  = "Share of filled fte that is absent."
unit     = "share"
central  = 0.07
low      = 0.05
high     = 0.1
bounds   = "both"
basis    = "assumed"
status   = "sourced"
  [[team.absence.evidence]]
  source = "a-2022"
  at     = "p. 3"
  reads  = "7,0 %"
  read   = 2026-11-21
  grade  = "C"
"""
SOURCE = """
[a-2022]
title = "Een bron"
publisher = "Een uitgever"
year = 2022
address = "https://example.org/a"
read = 2026-11-21
seen = "here"
"""


def written(folder: Path, figures: str, sources: str = SOURCE) -> Path:
    for name, text in (("figures", figures), ("sources", sources)):
        (folder / name).mkdir()
        (folder / name / "a.toml").write_text(text, encoding="utf-8")
    return folder


def test_figures_and_sources_are_read_by_name(tmp_path: Path) -> None:
    catalogue = read_catalogue(written(tmp_path, "[team.absence]" + FIGURE))
    figure = catalogue.figure("team.absence")
    assert (figure.label_nl, figure.spread.quantile(0.5), figure.grade) == ("Verzuim", 0.07, "C")
    assert catalogue.sources["a-2022"].year == 2022


@pytest.mark.parametrize(
    ("old", "new", "kind", "place"),
    [
        ("central  = 0.07", 'central = "0.07"', WrongType, "team.absence › central"),
        ("central  = 0.07", "centrel = 0.07", UnknownKey, "team.absence"),
        ("central  = 0.07", "", MissingKey, "team.absence"),
        ("central  = 0.07", "central = nan", WrongType, "team.absence › central"),
        ("central  = 0.07", "central = 0.0501", InfeasibleSpread, "team.absence"),
        ('"share"', '"weeks"', NotOneOf, "team.absence › unit"),
        ("[team.absence]", "[absence]", WrongForm, "absence"),
        ('label.nl = "Verzuim"', 'name = "x"\nlabel.nl = "y"', UnknownKey, "team.absence"),
        ('"C"', '"F"', NotOneOf, "team.absence › evidence 1 (a-2022) › grade"),
        ("[team.absence]", "[team]\nleave = 3\n[team.absence]", WrongType, "team.leave"),
        ("bounds   =", "bounds", MalformedToml, "regel 8"),
    ],
)
def test_a_fault_in_a_figure_is_told_with_file_and_place(
    tmp_path: Path, old: str, new: str, kind: type[DraagkrachtError], place: str
) -> None:
    text = ("[team.absence]" + FIGURE).replace(old, new, 1)
    if old == "[team.absence]" and new == "[absence]":
        text = text.replace("team.absence.evidence", "absence.evidence")
    with pytest.raises(kind) as caught:
        read_catalogue(written(tmp_path, text))
    assert caught.value.file == str(tmp_path / "figures" / "a.toml")
    assert caught.value.place == place


def test_a_figure_without_a_group_is_told_how_to_write_its_name(tmp_path: Path) -> None:
    with pytest.raises(WrongForm) as caught:
        read_catalogue(written(tmp_path, "absence = 0.07"))
    assert (caught.value.place, caught.value.example) == ("absence", "[team.absence]")


@pytest.mark.parametrize(
    ("old", "new", "kind"),
    [
        ("[a-2022]", "[A_2022]", WrongForm),
        ('"https://example.org/a"', '"example.org"', WrongForm),
        ("year = 2022", 'year = "2022"', WrongType),
        ('"here"', '"somewhere"', NotOneOf),
    ],
)
def test_a_fault_in_a_source_is_told_with_its_file(
    tmp_path: Path, old: str, new: str, kind: type[DraagkrachtError]
) -> None:
    folder = written(tmp_path, "[team.absence]" + FIGURE, SOURCE.replace(old, new))
    with pytest.raises(kind) as caught:
        read_catalogue(folder)
    assert caught.value.file == str(tmp_path / "sources" / "a.toml")


def test_a_name_in_two_files_is_refused_with_the_second_file(tmp_path: Path) -> None:
    folder = written(tmp_path, "[team.absence]" + FIGURE)
    second = folder / "figures" / "b.toml"
    second.write_text("[team.absence]" + FIGURE, encoding="utf-8")
    with pytest.raises(DoubleName) as caught:
        read_catalogue(folder)
    assert caught.value.file == str(second)


def test_an_unknown_figure_is_told_with_the_nearest_name() -> None:
    with pytest.raises(UnknownName) as caught:
        catalogue_of(SOURCED).figure("team.absense")
    assert caught.value.nearest == "team.absence"


def test_the_digest_changes_with_any_word_and_not_with_the_file(tmp_path: Path) -> None:
    first = read_catalogue(written(tmp_path, "[team.absence]" + FIGURE))
    moved = tmp_path / "moved"
    moved.mkdir()
    again = read_catalogue(written(moved, "# note\n[team.absence]" + FIGURE))
    assert again.digest == first.digest
    other = first.figure("team.absence").model_copy(update={"central": 0.071})
    assert catalogue_of(other, sources=first.sources).digest != first.digest


def test_every_status_is_counted_also_when_nothing_has_it() -> None:
    assert catalogue_of(SOURCED).counts() == {
        **dict.fromkeys(STATUSES, 0),
        "sourced": 1,
    }


def test_assumptions_come_widest_first_and_constants_last() -> None:
    def named(name: str, low: float, high: float) -> object:
        return ASSUMED.model_copy(update={"name": name, "low": low, "high": high})

    figures = [named("t.b", 0.05, 0.1), named("t.c", 0.07, 0.07), named("t.d", 0.0, 0.1)]
    figures += [named("t.a", 0.05, 0.1), SOURCED]
    catalogue = catalogue_of(*figures)  # type: ignore[arg-type]
    names = [figure.name for figure in catalogue.assumed_widest_first()]
    assert names == ["t.d", "t.a", "t.b", "t.c"]


def test_a_catalogue_cannot_be_changed() -> None:
    catalogue = read_catalogue()
    with pytest.raises(TypeError):
        catalogue.figures["x"] = SOURCED  # type: ignore[index]
