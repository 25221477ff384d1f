"""The town: everything that a run knows of a place, in one document."""

import datetime as dt
import math
from collections.abc import Sequence

from pydantic import Field

from draagkracht.documents.document import Document
from draagkracht.documents.errors import EmptyValue
from draagkracht.town.checking import (
    check_municipalities,
    check_observed,
    check_served,
    check_teams,
    check_wijken,
)
from draagkracht.town.goal import Goal, check_goals
from draagkracht.town.municipality import Municipality
from draagkracht.town.observed import FIVE, OBSERVED_SCALES, Observed, ObservedFigure
from draagkracht.town.purse import Budget, Payer, Reserve, check_budgets, check_reserves
from draagkracht.town.team import Team
from draagkracht.town.wijk import Wijk


class Town(Document):
    """A town with its wijken, its teams, what was observed of them, and what it goes for.

    Every wijk has one team and every team at least one wijk. `start` is the first day that is
    computed; nothing here depends on the clock.
    """

    name: str = Field(min_length=1)
    start: dt.date
    municipalities: tuple[Municipality, ...] = Field(alias="municipality", min_length=1)
    wijken: tuple[Wijk, ...] = Field(alias="wijk", min_length=1)
    teams: tuple[Team, ...] = Field(alias="team", min_length=1)
    observed: tuple[Observed, ...] = ()
    goals: tuple[Goal, ...] = Field(alias="goal", default=())
    budgets: tuple[Budget, ...] = Field(alias="budget", default=())
    reserves: tuple[Reserve, ...] = Field(alias="reserve", default=())

    def check(self) -> None:
        """Refuse names that are doubled or unknown, and numbers over the bounds of a document."""
        if not self.name.strip():
            raise EmptyValue(place="name")
        check_municipalities(self.municipalities)
        check_teams(self.teams)
        check_wijken(self.wijken, self.municipalities, self.teams)
        check_served(self.wijken, self.municipalities, self.teams)
        check_observed(self.observed, self.teams)
        check_goals(self.goals)
        check_budgets(self.budgets)
        check_reserves(self.reserves)

    @property
    def households(self) -> int:
        """Households of all wijken together."""
        return sum(wijk.households for wijk in self.wijken)

    @property
    def residents(self) -> int:
        """Residents of all wijken together; CBS rounds them, so sums differ a little."""
        return sum(wijk.residents for wijk in self.wijken)

    @property
    def fte(self) -> float:
        """Formation of all teams together, in fte."""
        return math.fsum(team.fte for team in self.teams)

    def budget_of(self, party: Payer) -> float | None:
        """What a party spends today, euro a year; None where the town does not say."""
        return next((row.euro_per_year for row in self.budgets if row.party == party), None)

    def reserved_by(self, party: Payer, name: str | None = None) -> float:
        """What a party set apart for costs that are made once, euro; in the reserve `name` alone.

        Without `name` in all its reserves together.
        """
        rows = [row for row in self.reserves if row.party == party]
        return math.fsum(row.euro for row in rows if name in (None, row.name))

    def wijken_of(self, team: str) -> tuple[Wijk, ...]:
        """The wijken that a team serves, in the order of the document."""
        return tuple(wijk for wijk in self.wijken if wijk.team == team)

    def observations(self, figure: ObservedFigure, *, team: str | None) -> tuple[Observed, ...]:
        """All observations of a figure of one team (None: of the whole town), newest first."""
        found = [row for row in self.observed if row.figure == figure and row.team == team]
        return tuple(sorted(found, key=lambda row: row.date, reverse=True))

    def observation(self, figure: ObservedFigure, *, team: str | None) -> Observed | None:
        """The newest observation of a figure of one team (None: of the whole town), if any."""
        return next(iter(self.observations(figure, team=team)), None)

    def observed_value(self, figure: ObservedFigure) -> float | None:
        """The newest value for the whole town: its own row, else the sum of all its teams.

        None when neither is complete, and for what does not add up, such as a share or a wait.
        """
        rows = self._rows_that_count(figure)
        if not rows or (rows[0].team is not None and not OBSERVED_SCALES[figure].adds_up):
            return None
        return math.fsum(row.value for row in rows)  # the same in any order of rows

    def is_own(self, figure: ObservedFigure) -> bool:
        """Whether the newest value of a figure is this town's own.

        A row for the whole town decides; without one, every team must have an own row. Residents
        are also own when CBS counted them in every wijk.
        """
        if figure == "residents" and all(wijk.from_cbs for wijk in self.wijken):
            return True
        rows = self._rows_that_count(figure)
        return bool(rows) and all(row.kind == "own" for row in rows)

    @property
    def all_own(self) -> bool:
        """Whether residents, fte, requests, open cases and waiting list are all this town's own."""
        return all(self.is_own(figure) for figure in FIVE)

    @property
    def worked_example(self) -> bool:
        """Whether pages must say "rekenvoorbeeld": not all of the five figures are own."""
        return not self.all_own

    def _rows_that_count(self, figure: ObservedFigure) -> Sequence[Observed]:
        whole = self.observation(figure, team=None)
        if whole is not None:
            return (whole,)
        rows = [self.observation(figure, team=team.name) for team in self.teams]
        known = [row for row in rows if row is not None]
        return known if len(known) == len(self.teams) else ()
