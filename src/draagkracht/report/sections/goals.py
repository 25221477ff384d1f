"""What the town goes for: said before any result."""

from dataclasses import dataclass

from draagkracht.report.goal import goal_sentence
from draagkracht.report.material import Material
from draagkracht.report.measure_words import MEASURE_WORDS


@dataclass(frozen=True, slots=True)
class StatedGoal:
    """A goal as a sentence, why residents notice, and what its measure counts."""

    sentence: str
    why: str
    meaning: str


@dataclass(frozen=True, slots=True)
class Goals:
    """The goals in the order of the town; none when it stated none."""

    stated: tuple[StatedGoal, ...]


def goals_section(material: Material) -> Goals:
    """The goals of the town."""
    return Goals(
        tuple(
            StatedGoal(
                sentence=goal_sentence(row, start=material.town.start),
                why=row.goal.why.nl,
                meaning=MEASURE_WORDS[row.goal.measure].meaning,
            )
            for row in material.goals or ()
        )
    )
