"""The menu in a town: every card alone beside carrying on, the best first, ties said."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np

from draagkracht.choice.card_effect import CardEffect, apart, card_effect
from draagkracht.documents.document import Wording
from draagkracht.evidence.catalogue import Catalogue
from draagkracht.plans.intervention import Colour
from draagkracht.plans.menu import Menu, read_menu
from draagkracht.plans.plan import Plan, PlannedCard
from draagkracht.scenarios.scenario import Scenario
from draagkracht.simulation.outcome import Outcome
from draagkracht.simulation.quantiles import MEDIAN, weighted_quantile
from draagkracht.simulation.record import Record
from draagkracht.simulation.run import Progress
from draagkracht.simulation.session import open_session
from draagkracht.simulation.stop import NEVER, Stop
from draagkracht.simulation.warning import Warned
from draagkracht.town.town import Town

# What a warning of a run says of one koers is not said of the town.
_OF_A_KOERS = ("cap_beyond_fold", "overloaded", "left_out", "pooled")


@dataclass(frozen=True)
class Ranking:
    """The cards of a menu by what they give in hours; `outcome` is that of carrying on alone."""

    cards: tuple[CardEffect, ...]
    outcome: Outcome
    warnings: tuple[Warned, ...]

    @property
    def record(self) -> Record:
        """What makes the same numbers again."""
        return self.outcome.record

    @property
    def town_name(self) -> str:
        """The town as its document calls it."""
        return self.outcome.town_name

    @property
    def worked_example(self) -> bool:
        """Whether pages must say "rekenvoorbeeld"."""
        return self.outcome.worked_example

    @property
    def scenario(self) -> str:
        """The world in which it was computed."""
        return self.outcome.scenario

    @property
    def members(self) -> int:
        """Number of toekomsten."""
        return self.outcome.members

    @property
    def years(self) -> int:
        """Length of the horizon."""
        return self.outcome.quarters // 4


def rank_menu(
    town: Town,
    *,
    scenario: Scenario | None = None,
    colours: Sequence[Colour] = (),
    years: int = 8,
    members: int = 64,
    seed: int = 1,
    threads: int = 2,
    catalogue: Catalogue | None = None,
    menu: Menu | None = None,
    progress: Progress | None = None,
    stop: Stop = NEVER,
) -> Ranking:
    """Lay each card alone, at full strength from the first day, in all teams.

    With `colours` only cards that have one of these. A card that needs others is laid with them.
    Cards are ordered by the median of the hours they give back on balance; a level begins where a
    card differs from the first of the level before by more than the rekenfout. `progress` is
    called with cards done and cards in all.

    Raises: what `draagkracht.run` raises, and Stopped.

    >>> import draagkracht as dk
    >>> town = dk.read_town("voorbeelddorp")
    >>> ranking = dk.rank_menu(town, colours=["red"], years=1, members=16)
    >>> all("red" in each.card.colours for each in ranking.cards)
    True
    """
    menu = read_menu() if menu is None else menu
    chosen = [
        name
        for name, card in sorted(menu.cards.items(), key=lambda each: each[1].code)
        if not colours or set(colours) & set(card.colours)
    ]
    found: list[CardEffect] = []
    with open_session(
        town,
        scenario=scenario,
        years=years,
        members=members,
        seed=seed,
        threads=threads,
        catalogue=catalogue,
        menu=menu,
    ) as session:
        base = session.run(stop=stop)
        if progress is not None:
            progress(0, len(chosen))
        for done, name in enumerate(chosen, start=1):
            outcome = session.run(alone(name, menu), stop=stop)
            found.append(card_effect(outcome, name, menu.card(name)))
            if progress is not None:
                progress(done, len(chosen))
    warnings = tuple(each for each in base.warnings if each.code not in _OF_A_KOERS)
    return Ranking(cards=_levelled(base, found), outcome=base, warnings=warnings)


def alone(name: str, menu: Menu) -> Plan:
    """The koers of one card, and of what that card cannot do without."""
    laid = [name]
    for each in laid:
        laid += [needed for needed in menu.card(each).needs if needed not in laid]
    card = menu.card(name)
    return Plan(
        format=1,
        name=name,
        label=card.label,
        story=Wording(nl=card.summary.nl),
        card=tuple(PlannedCard(name=each) for each in laid),
    )


def _levelled(base: Outcome, found: Sequence[CardEffect]) -> tuple[CardEffect, ...]:
    def median(each: CardEffect) -> float:
        return float(weighted_quantile(each.balance, base.weights, MEDIAN))

    # Equal medians (cards that move nothing) stand in the order of their codes.
    ordered = sorted(found, key=lambda each: (-median(each), each.card.code))
    levelled: list[CardEffect] = []
    first, level = None, 0
    for each in ordered:
        if first is None or apart(base, np.asarray(first.balance), each.balance):
            first, level = each, level + 1
        levelled.append(replace(each, level=level))
    return tuple(levelled)
