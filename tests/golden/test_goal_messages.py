"""Every refusal of goals, money and judgements, as the user sees it.

The texts stand in `messages/`: a changed sentence is a change that a reader of Dutch approves.
"""

from pathlib import Path

import pytest

import draagkracht as dk
from choice.sayings import row, said
from draagkracht.choice.frames import judge_frames
from draagkracht.choice.judgement import Judgement
from draagkracht.documents.document import Document
from draagkracht.documents.errors import DraagkrachtError
from draagkracht.documents.reading import parse_document
from draagkracht.town.goal import GOAL_MEASURES
from draagkracht.town.town import Town
from town.test_goal import fit, goal
from town.test_purse import budget, reserve
from town.texts import TOWN

MESSAGES = Path(__file__).parent / "messages"

GOALS = {
    "six goals": "".join(fit(measure) for measure in GOAL_MEASURES[:6]),
    "an unknown measure": goal("waitingtime"),
    "a measure without a direction": goal("requests"),
    "the wrong direction": goal(direction="higher"),
    "the other wrong direction": goal("recovered"),
    "a measure twice": goal() + goal(bound=4),
    "a bound below nothing": goal(bound=-1),
    "a percentage": goal("vulnerable_households", bound=20),
    "a year that no run reaches": goal(rest="year = 2030\n"),
    "no reason": goal(why=" "),
    "two budgets": budget() + budget(),
    "a reserve twice": reserve() + reserve(),
    "an unknown party": reserve(party="gemeente"),
}
JUDGEMENTS = {
    "over figures": said(row("no_extra_means")),
    "no jurist": said(row("compliant", role="alderman")),
    "a role twice": said(row(), row()),
    "an unknown role": said(row(role="juris")),
    "no reason": said(row(reason=" ")),
    "an unknown frame": said(row("inovative")),
}


def message(text: str, kind: type[Document]) -> str:
    with pytest.raises(DraagkrachtError) as caught:
        parse_document(text, kind)
    return str(caught.value)


def approved(name: str) -> str:
    return (MESSAGES / f"{name}.txt").read_text(encoding="utf-8")


def test_every_refusal_of_goals_and_money_reads_as_it_was_approved() -> None:
    lines = [f"{name}\n  {message(TOWN + text, Town)}\n" for name, text in GOALS.items()]
    assert "".join(lines) == approved("goals")


def test_every_refusal_of_a_judgement_reads_as_it_was_approved() -> None:
    lines = [f"{name}\n  {message(text, Judgement)}\n" for name, text in JUDGEMENTS.items()]
    assert "".join([*lines, *not_asked()]) == approved("judgements")


def not_asked() -> list[str]:
    """Judgements that only the koers they are given with makes wrong, and a koers in no world."""
    town, now = dk.read_town("voorbeelddorp"), dk.read_plan("doorgaan_zoals_nu")
    found = []
    for name, text in (
        ("of another koers", said(row(), head='plan = "twee_sporen"\n')),
        ("decided by the cards", said(row())),
    ):
        with pytest.raises(DraagkrachtError) as caught:
            judge_frames(town, now, judgement=parse_document(text, Judgement))
        found.append(f"{name}\n  {caught.value}\n")
    with pytest.raises(DraagkrachtError) as caught:
        judge_frames(town, now, scenarios=[])
    return [*found, f"no scenario\n  {caught.value}\n"]
