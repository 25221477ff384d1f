import pytest

from draagkracht.documents.nearest import nearest

KNOWN = ["team.absence", "team.leave_share", "households.growth", "Fte"]


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("team.absense", "team.absence"),
        ("team.leave-share", "team.leave_share"),
        ("HOUSEHOLDS.GROWTH", "households.growth"),
        ("fte", "Fte"),
        ("volstrekt anders", None),
        ("", None),
    ],
)
def test_the_nearest_name_ignores_capitals_and_dashes(name: str, expected: str | None) -> None:
    assert nearest(name, KNOWN) == expected


def test_equally_near_names_always_give_the_same_one() -> None:
    assert {nearest("ab", names) for names in (["abx", "aby"], ["aby", "abx"])} == {"aby"}


def test_without_known_names_there_is_no_nearest() -> None:
    assert nearest("fte", []) is None
