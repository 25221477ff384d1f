"""What a town goes for, before any result: each goal, and how often it is met."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

from draagkracht.cli.outcome_table import OutcomeTable

if TYPE_CHECKING:
    from draagkracht.choice.goals import GoalReached

_UNTOLD: Final = {
    "beyond_the_run": "later dan\nis gerekend",
    "no_measure": "niet te zeggen",
}


def goals_table(goals: "Sequence[GoalReached]", label: str | None) -> OutcomeTable:
    """Goals as rows; `label` is that of the koers, None where only carrying on was run."""
    heads = ("", "doorgaan", *(() if label is None else ("koers",)))
    rows = tuple(
        (
            f"{goal.words[:1].upper()}{goal.words[1:]}\n{goal.goal.why.nl}",
            _cell(goal, goal.carrying_on),
            *(() if label is None else (_cell(goal, goal.koers),)),
        )
        for goal in goals
    )
    return OutcomeTable(
        "Waar gaan we voor? In hoeveel toekomsten het doel wordt gehaald", heads, rows
    )


def _cell(goal: "GoalReached", count: int | None) -> str:
    if goal.untold is not None:
        return _UNTOLD[goal.untold]
    return "" if count is None else f"{count} van de {goal.of}"
