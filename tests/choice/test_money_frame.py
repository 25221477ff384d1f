"""*Less money*: cheaper than carrying on in most toekomsten of every scenario."""

import pytest

import draagkracht as dk
from choice.levelled import in_first, subject, with_values
from draagkracht.choice.frame import FrameJudged
from draagkracht.choice.money_frame import judge_money, see_money


def judged(town: dk.Town, outcome: dk.Outcome) -> FrameJudged:
    about = subject(town)
    return judge_money(about, [see_money(outcome, about)])


@pytest.mark.parametrize(("cheaper", "verdict"), [(12, "haalt"), (11, "haalt niet")])
def test_the_verdict_flips_exactly_at_the_bar(
    town: dk.Town, outcome: dk.Outcome, cheaper: int, verdict: str
) -> None:
    found = judged(town, with_values(outcome, {"costs": in_first(outcome, cheaper, -1e4, 1e4)}))
    assert (found.verdict, found.passes) == (verdict, cheaper)
    assert found.figure is not None
    assert found.figure.difference


def test_as_dear_is_not_cheaper(town: dk.Town, outcome: dk.Outcome) -> None:
    assert judged(town, outcome).passes == 0


def test_the_reason_tells_how_much_with_its_unit(town: dk.Town, outcome: dk.Outcome) -> None:
    found = judged(town, with_values(outcome, {"costs": -12_345.0}))
    assert "12.000 euro per jaar lager" in found.reason
