"""Why now: what the town is up against when it changes nothing."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from draagkracht.language.sentences import listed, sentence_case
from draagkracht.report.amount import AS_GIVEN, Amount, counted
from draagkracht.report.comparison import HEADLINE
from draagkracht.report.conclusion import OF_TEN, TREND
from draagkracht.report.development import development
from draagkracht.report.material import Material
from draagkracht.report.phrases import spread
from draagkracht.town.summary import summarise

_TOLD: Final = (*HEADLINE, "strain", "tasks_undone")


@dataclass(frozen=True, slots=True)
class Occasion:
    """The town, the world it is in, and what happens of itself."""

    name: str
    counts: str
    fte: Amount
    scenario: str
    scenario_story: str
    years: str
    courses: tuple[str, ...]
    own: bool


def occasion_section(material: Material) -> Occasion:
    """What makes a decision needed here."""
    town, scenario = summarise(material.town), material.scenario
    spoken = material.outcome.scenario.replace("_", " ").replace("+", " + ")
    counts = (
        counted(town.households, "huishouden", "huishoudens"),
        counted(town.residents, "inwoner", "inwoners"),
        counted(town.teams, "wijkteam", "wijkteams"),
    )
    return Occasion(
        name=town.name,
        counts=listed([str(count) for count in counts]),
        fte=Amount(town.fte, "fte", "fte", AS_GIVEN),
        scenario=spoken if scenario is None else scenario.label.nl,
        scenario_story="" if scenario is None or scenario.name == TREND else scenario.story.nl,
        years=f"{material.years} jaar",
        courses=tuple(_courses(material)),
        own=not material.outcome.worked_example,
    )


def _courses(material: Material) -> Iterator[str]:
    """Where each measure begins and ends when the town carries on."""
    for measure in _TOLD:
        found = development(material.outcome, measure, plan=material.outcome.carrying_on)
        if found is not None:
            told = sentence_case(f"{found.words.subject} {found.verb} {found.values}")
            yield f"{told} ({OF_TEN} {spread(found.last)})."
