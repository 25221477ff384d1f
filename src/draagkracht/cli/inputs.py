"""Everything that a calculation needs, read and checked together before it begins.

The reading goes by the package's public names, which load when they are used: a help page asks
for none of them.
"""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final

import draagkracht as dk
from draagkracht.documents.errors import DoubleName, DraagkrachtError, UnknownName

if TYPE_CHECKING:
    from draagkracht import Catalogue, Menu, Plan, Scenario, Town

_TREND: Final = "trend"


@dataclass(frozen=True)
class Inputs:
    """A town, the koersen and the scenario, with the cards and figures they refer to.

    The files are what the user typed: an error that a later step finds still names them. Several
    scenarios make one world; a fault that only shows in all of them together names them all.
    """

    town_file: str
    town: "Town"
    plans: "tuple[Plan, ...]"
    scenario_file: str
    scenario: "Scenario"
    menu: "Menu"
    catalogue: "Catalogue"

    def file_of(self, place: str | None) -> str | None:
        """The file in which a place stands that only the run could look at."""
        table = (place or "").partition(" ")[0]
        return {
            "team": self.town_file,
            "hold": self.scenario_file,
            "shock": self.scenario_file,
        }.get(table)


def read_inputs(
    town: str,
    plans: Sequence[str],
    *,
    scenarios: Sequence[str] | None = None,
    cards: Path | None = None,
) -> Inputs:
    """Read all documents by file or packaged name, and refuse what does not fit together.

    Without scenario the world is the packaged `trend`. `cards` is a folder of own cards, with the
    figures and sources that they need.

    Raises: a `DraagkrachtError` with the file that must change.

    >>> read_inputs("voorbeelddorp", ["twee_sporen"], scenarios=["trend"]).plans[0].name
    'twee_sporen'
    """
    menu, catalogue = read_cards(cards)
    with _asked_as("GEMEENTE"):
        place = dk.read_town(town)
    teams = [team.name for team in place.teams]
    koersen = tuple(_read_koers(name, menu, teams) for name in plans)
    _refuse_doubled(koersen, plans)
    asked = scenarios or [_TREND]
    world = _read_world(asked)
    return Inputs(town, place, koersen, " + ".join(asked), world, menu, catalogue)


def read_cards(own: Path | None) -> "tuple[Menu, Catalogue]":
    """The menu and the figures, with a folder of own cards beside those that are packaged.

    Raises: a `DraagkrachtError` with the file that must change.
    """
    menu, catalogue = dk.read_menu(own=own), dk.read_catalogue(own=own)
    if own is not None:
        dk.check_card_figures(menu, catalogue, own=own)
    return menu, catalogue


@contextmanager
def _asked_as(argument: str) -> Iterator[None]:
    """A name that is no document stands on the command line: that is its place."""
    try:
        yield
    except UnknownName as error:
        if error.file is None and error.place is None:
            error.place = argument
        raise


def _read_koers(name: str, menu: "Menu", teams: Sequence[str]) -> "Plan":
    with _asked_as("KOERS"):
        plan = dk.read_plan(name, menu)
    try:
        dk.compose(plan, menu, teams=teams)
    except DraagkrachtError as error:
        raise error.in_file(name) from None
    return plan


def _read_world(asked: Sequence[str]) -> "Scenario":
    with _asked_as("SCENARIO"):
        read = [dk.read_scenario(name) for name in asked]
    try:
        return dk.compose_scenarios(*read)
    except DraagkrachtError as error:
        raise error.within("SCENARIO") from None


def read_worlds(asked: Sequence[str]) -> "tuple[Scenario, ...]":
    """Scenarios to run apart, by file or packaged name.

    Raises: a `DraagkrachtError` with the file that must change.
    """
    worlds: dict[str, Scenario] = {}
    for name in asked:
        with _asked_as("SCENARIO"):
            world = dk.read_scenario(name)
        if world.name in worlds:
            raise DoubleName(what="scenario", name=world.name, place="SCENARIO")
        worlds[world.name] = world
    return tuple(worlds.values())


def _refuse_doubled(plans: "Sequence[Plan]", files: Sequence[str]) -> None:
    seen: set[str] = set()
    for plan, file in zip(plans, files, strict=True):
        if plan.name in seen:
            raise DoubleName(what="koers", name=plan.name, place="name", file=file)
        seen.add(plan.name)
