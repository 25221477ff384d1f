"""No mechanism is there for show: without it, a named measure of some town is another."""

import pytest
from shown import SHOWN, Shown, size_of

from draagkracht.documents.errors import UnknownName
from draagkracht.evidence.catalogue import read_catalogue
from draagkracht.simulation.mechanisms import MECHANISMS, neutral_figures
from draagkracht.simulation.run import run
from simulation.towns import three_teams


@pytest.mark.parametrize("shown", SHOWN, ids=lambda shown: shown.mechanism)
def test_switching_it_off_changes_a_measure_by_more_than_its_error(shown: Shown) -> None:
    middle, error = size_of(shown)
    assert abs(middle) > error > 0.0


def test_every_mechanism_is_shown_somewhere() -> None:
    assert {shown.mechanism for shown in SHOWN} == set(MECHANISMS)
    assert {mechanism.code for mechanism in MECHANISMS.values()} == {
        f"M{number}" for number in range(1, 14)
    }


def test_every_neutral_figure_stands_in_the_catalogue() -> None:
    figures = read_catalogue().figures
    for mechanism in MECHANISMS.values():
        assert set(mechanism.neutral) <= set(figures), mechanism.name


def test_an_unknown_mechanism_is_refused_with_the_nearest() -> None:
    with pytest.raises(UnknownName, match="overtime"):
        run(three_teams(), years=1, members=8, without=["overtimes"])
    with pytest.raises(UnknownName):
        neutral_figures([""])


def test_without_nothing_is_everything() -> None:
    usual = run(three_teams(), years=1, members=8)
    same = run(three_teams(), years=1, members=8, without=())
    assert usual.record == same.record
    other = run(three_teams(), years=1, members=8, without=["overtime"])
    assert other.record != usual.record
    assert other.record.without == ("overtime",)
    (warned,) = [row for row in other.warnings if row.code == "without"]
    assert "overwerk" in warned.text
