import copy
import pickle

import pytest

from draagkracht.documents.errors import (
    DraagkrachtError,
    Inconsistent,
    MissingFile,
    OutOfRange,
    UnknownKey,
)


def test_a_message_holds_file_place_sentence_and_remedy_in_that_order() -> None:
    error = OutOfRange(value=-3.0, low=0.0, file="TOWN.toml", place="team 2 (noord) › fte")
    assert str(error) == (
        "TOWN.toml: team 2 (noord) › fte: -3 kan hier niet. Geef een getal van ten minste 0."
    )


def test_the_file_is_filled_in_once_and_not_overwritten() -> None:
    error = MissingFile().in_file("a.toml").in_file("b.toml")
    assert error.file == "a.toml"


def test_what_a_file_holds_cannot_steer_the_terminal() -> None:
    error = UnknownKey(key="a\x1b[2J\nb", nearest=None, known=(), file="c\r.toml")
    assert str(error) == (
        'c\ufffd.toml: De naam "a\ufffd[2J\ufffdb" is hier niet bekend. Haal deze naam weg.'
    )


def test_an_outer_place_comes_before_the_inner_one() -> None:
    assert OutOfRange(value=1, place="low").within("team.absence").place == "team.absence › low"
    assert OutOfRange(value=1).within("team.absence").place == "team.absence"


@pytest.mark.parametrize(
    "error",
    [
        UnknownKey(key="fet", nearest="fte", known=("fte",), file="a", place="team 1"),
        Inconsistent(what="Dit kan niet.", remedy="Doe dat.", place="team 1"),
    ],
)
def test_an_error_crosses_processes_whole(error: DraagkrachtError) -> None:
    for again in (pickle.loads(pickle.dumps(error)), copy.copy(error)):  # noqa: S301
        assert type(again) is type(error)
        assert str(again) == str(error)


def test_a_long_list_of_names_is_cut_short() -> None:
    error = UnknownKey(key="x", nearest=None, known=tuple(f"n{n}" for n in range(40)))
    assert error.remedy.endswith("n11 en nog 28 andere.")


@pytest.mark.parametrize(
    ("value", "low", "high", "remedy"),
    [
        (8, 0, 1, "Geef een getal van ten minste 0 en ten hoogste 1 (8 % is 0.08)."),
        (7.2, None, 1, "Geef een getal van ten hoogste 1 (7.2 % is 0.072)."),
        (100, 0, 1, "Geef een getal van ten minste 0 en ten hoogste 1 (100 % is 1)."),
        (101, 0, 1, "Geef een getal van ten minste 0 en ten hoogste 1."),
        (-0.5, 0, 1, "Geef een getal van ten minste 0 en ten hoogste 1."),
        (8, 0, 2, "Geef een getal van ten minste 0 en ten hoogste 2."),
    ],
)
def test_only_a_percentage_where_a_share_belongs_is_told_how_to_write_it(
    value: float, low: float | None, high: float, remedy: str
) -> None:
    assert OutOfRange(value=value, low=low, high=high).remedy == remedy
