"""Whether the cards of a koers can lie on the table together.

A package is a set: the order of its cards never matters, so cards that would only work one after
the other are refused instead of being given an order by accident.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

from draagkracht.documents.error import STEP
from draagkracht.documents.errors import DoubleName, Inconsistent, UnknownName
from draagkracht.documents.nearest import nearest
from draagkracht.plans.effect import Effect
from draagkracht.plans.menu import Menu
from draagkracht.plans.plan import Plan, PlannedCard


@dataclass(frozen=True, slots=True)
class Laid:
    """A card or form that does something, where it stands, and its teams (None: all there are)."""

    name: str
    place: str
    effects: tuple[Effect, ...]
    teams: frozenset[str] | None

    def shares_a_team_with(self, other: "Laid") -> bool:
        """Whether there is a team on which both work."""
        if self.teams is None or other.teams is None:
            return True
        return not self.teams.isdisjoint(other.teams)

    @property
    def replaced(self) -> frozenset[str]:
        """The levers that it replaces."""
        return frozenset(row.lever for row in self.effects if row.operation == "replace")


def check_package(plan: Plan, menu: Menu, *, teams: Sequence[str] | None = None) -> None:
    """Refuse a koers whose cards, form or teams do not exist or cannot go together.

    Without `teams` the town is not known yet; then only what is wrong in every town is refused.
    A card with intensity 0 does nothing, so it meets no one's needs and is in no one's way.

    Raises: UnknownName (card, form, team), DoubleName (one card twice on a team), Inconsistent
    (a need not met, cards that exclude each other, two that both replace one lever).
    """
    everyone = None if teams is None else frozenset(teams)
    cards = list(_laid(plan.cards, menu, everyone))
    form = _form(plan, menu, everyone)
    if teams is not None:
        _check_teams(plan.cards, teams)
    for one, other in combinations(cards, 2):
        if one.name == other.name and one.shares_a_team_with(other):
            raise DoubleName(what="kaart", name=one.name, place=other.place)
    for card in cards:
        _check_needs(card, cards, menu)
        _check_excludes(card, cards, menu)
    _check_replaced([form, *cards])


def _form(plan: Plan, menu: Menu, everyone: frozenset[str] | None) -> Laid:
    place = f"organisation{STEP}form"
    try:
        effects = menu.form(plan.organisation.form).effects
    except UnknownName as error:
        raise error.within(place) from None
    return Laid(plan.organisation.form, place, effects, everyone)


def _laid(
    cards: Sequence[PlannedCard], menu: Menu, everyone: frozenset[str] | None
) -> Iterator[Laid]:
    for number, card in enumerate(cards, start=1):
        place = f"card {number} ({card.name})"
        try:
            effects = menu.card(card.name).effects
        except UnknownName as error:
            raise error.within(f"{place}{STEP}name") from None
        if card.intensity > 0:
            teams = everyone if card.teams is None else frozenset(card.teams)
            yield Laid(card.name, place, effects, teams)


def _check_teams(cards: Sequence[PlannedCard], teams: Sequence[str]) -> None:
    for number, card in enumerate(cards, start=1):
        for team in card.teams or ():
            if team not in teams:
                raise UnknownName(
                    what="team",
                    name=team,
                    nearest=nearest(team, teams),
                    known=tuple(teams),
                    place=f"card {number} ({card.name}){STEP}teams",
                )


def _check_needs(card: Laid, cards: Sequence[Laid], menu: Menu) -> None:
    for needed in menu.card(card.name).needs:
        found = [other.teams for other in cards if other.name == needed]
        if not found or _misses_a_team(card.teams, found):
            raise Inconsistent(
                what=f'De kaart "{card.name}" kan niet zonder de kaart "{needed}".',
                remedy=f'Leg ook "{needed}" neer voor dezelfde teams, of haal deze kaart weg.',
                place=card.place,
            )


def _misses_a_team(teams: frozenset[str] | None, found: Sequence[frozenset[str] | None]) -> bool:
    """Whether some team is surely left out; with teams still unknown nothing is sure."""
    served: set[str] = set()
    for each in found:
        if each is None:
            return False
        served |= each
    return teams is not None and not teams <= served


def _check_excludes(card: Laid, cards: Sequence[Laid], menu: Menu) -> None:
    for excluded in menu.card(card.name).excludes:
        if any(other.name == excluded and other.shares_a_team_with(card) for other in cards):
            raise Inconsistent(
                what=f'De kaarten "{card.name}" en "{excluded}" gaan niet samen.',
                remedy="Kies één van beide, of geef elk hun eigen teams.",
                place=card.place,
            )


def _check_replaced(laid: Sequence[Laid]) -> None:
    for one, other in combinations(laid, 2):
        both = sorted(one.replaced & other.replaced)
        if both and one.name != other.name and one.shares_a_team_with(other):
            raise Inconsistent(
                what=f'"{one.name}" en "{other.name}" zetten allebei de knop "{both[0]}".',
                remedy="Kies één van beide, of geef elk hun eigen teams.",
                place=other.place,
            )
