"""Draagkracht: what a koers does to waiting, workload and residents, with sources and ranges.

The names below are the public surface; everything else may change without notice. They load when
they are first used, so that `import draagkracht` costs nothing but this page.

>>> import draagkracht as dk
>>> dk.read_town.__name__
'read_town'
"""

import sys
from importlib import import_module
from types import ModuleType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from draagkracht.choice.card_effect import CardEffect as CardEffect
    from draagkracht.choice.ceiling import over_ceiling as over_ceiling
    from draagkracht.choice.colours import colour_balance as colour_balance
    from draagkracht.choice.frames import Frames as Frames
    from draagkracht.choice.frames import judge_frames as judge_frames
    from draagkracht.choice.goals import GoalReached as GoalReached
    from draagkracht.choice.goals import goals_reached as goals_reached
    from draagkracht.choice.judgement import Judgement as Judgement
    from draagkracht.choice.judgement import read_judgement as read_judgement
    from draagkracht.choice.koers_table import KoersTable as KoersTable
    from draagkracht.choice.koersen import compare_koersen as compare_koersen
    from draagkracht.choice.ranking import Ranking as Ranking
    from draagkracht.choice.ranking import rank_menu as rank_menu
    from draagkracht.documents.digest import digest as digest
    from draagkracht.documents.errors import DraagkrachtError as DraagkrachtError
    from draagkracht.documents.reading import read_document as read_document
    from draagkracht.documents.writing import write_document as write_document
    from draagkracht.evidence.catalogue import Catalogue as Catalogue
    from draagkracht.evidence.catalogue import read_catalogue as read_catalogue
    from draagkracht.network.document import Network as Network
    from draagkracht.network.outcome import NetworkOutcome as NetworkOutcome
    from draagkracht.network.reading import read_network as read_network
    from draagkracht.network.run import network as network
    from draagkracht.plans.card_figures import check_card_figures as check_card_figures
    from draagkracht.plans.effects import compose as compose
    from draagkracht.plans.menu import Menu as Menu
    from draagkracht.plans.menu import read_menu as read_menu
    from draagkracht.plans.plan import Plan as Plan
    from draagkracht.plans.reading import read_plan as read_plan
    from draagkracht.plans.stories import read_stories as read_stories
    from draagkracht.plans.story import Story as Story
    from draagkracht.report.cards.printing import print_cards as print_cards
    from draagkracht.report.writing import write_report as write_report
    from draagkracht.scenarios.composing import compose_scenarios as compose_scenarios
    from draagkracht.scenarios.reading import lawful_scenarios as lawful_scenarios
    from draagkracht.scenarios.reading import read_scenario as read_scenario
    from draagkracht.scenarios.scenario import Scenario as Scenario
    from draagkracht.simulation.attribution import Attribution as Attribution
    from draagkracht.simulation.attribution import attribute as attribute
    from draagkracht.simulation.estimate import Estimate as Estimate
    from draagkracht.simulation.explaining import OneFuture as OneFuture
    from draagkracht.simulation.explaining import explain as explain
    from draagkracht.simulation.outcome import Outcome as Outcome
    from draagkracht.simulation.run import run as run
    from draagkracht.simulation.session import Session as Session
    from draagkracht.simulation.session import open_session as open_session
    from draagkracht.simulation.stop import Stop as Stop
    from draagkracht.simulation.stop import Stopped as Stopped
    from draagkracht.town.reading import read_town as read_town
    from draagkracht.town.town import Town as Town

__version__ = "0.1.0"

_HOMES = {
    "Attribution": "simulation.attribution",
    "CardEffect": "choice.card_effect",
    "Catalogue": "evidence.catalogue",
    "DraagkrachtError": "documents.errors",
    "Estimate": "simulation.estimate",
    "KoersTable": "choice.koers_table",
    "Frames": "choice.frames",
    "GoalReached": "choice.goals",
    "Judgement": "choice.judgement",
    "Menu": "plans.menu",
    "Network": "network.document",
    "NetworkOutcome": "network.outcome",
    "OneFuture": "simulation.explaining",
    "Outcome": "simulation.outcome",
    "Plan": "plans.plan",
    "Ranking": "choice.ranking",
    "Scenario": "scenarios.scenario",
    "Session": "simulation.session",
    "Stop": "simulation.stop",
    "Stopped": "simulation.stop",
    "Story": "plans.story",
    "Town": "town.town",
    "attribute": "simulation.attribution",
    "check_card_figures": "plans.card_figures",
    "colour_balance": "choice.colours",
    "compare_koersen": "choice.koersen",
    "compose": "plans.effects",
    "compose_scenarios": "scenarios.composing",
    "digest": "documents.digest",
    "explain": "simulation.explaining",
    "goals_reached": "choice.goals",
    "judge_frames": "choice.frames",
    "lawful_scenarios": "scenarios.reading",
    "network": "network.run",
    "open_session": "simulation.session",
    "over_ceiling": "choice.ceiling",
    "print_cards": "report.cards.printing",
    "rank_menu": "choice.ranking",
    "read_catalogue": "evidence.catalogue",
    "read_document": "documents.reading",
    "read_judgement": "choice.judgement",
    "read_menu": "plans.menu",
    "read_network": "network.reading",
    "read_plan": "plans.reading",
    "read_scenario": "scenarios.reading",
    "read_stories": "plans.stories",
    "read_town": "town.reading",
    "run": "simulation.run",
    "write_document": "documents.writing",
    "write_report": "report.writing",
}


def __getattr__(name: str) -> object:
    """The public name, from the module that defines it; kept after the first time."""
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    value: object = getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)
    globals()[name] = value
    return value


class _Package(ModuleType):
    """This package: a folder called after a public function does not take its place."""

    def __setattr__(self, name: str, value: object) -> None:
        if name in _HOMES and isinstance(value, ModuleType):
            return
        super().__setattr__(name, value)


sys.modules[__name__].__class__ = _Package


def __dir__() -> list[str]:
    return sorted(["__version__", *_HOMES])
