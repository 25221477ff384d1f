"""M13: teams that lend each other hours, and live through the same weeks side by side."""

from typing import ClassVar

from draagkracht.model.pooling import pooled_hours
from reference.conditions import Conditions
from reference.household import Household
from reference.luck import Luck
from reference.slow_model import PlainTeam


class Pool(PlainTeam):
    """A team that may borrow or lend hours, and takes on cases as far as there are hours."""

    remembers: ClassVar[tuple[str, ...]] = ("pooled",)
    books: ClassVar[tuple[str, ...]] = ("pooled",)

    def __init__(self, given: Conditions, luck: Luck, households: list[Household]) -> None:
        super().__init__(given, luck, households)
        self.pooled = 0.0  # hours a week borrowed, less lent

    def hours_to_share(self) -> float:
        self.diary.spend("pooled", self.pooled * self.tick)
        return max(0.0, super().hours_to_share() + self.pooled)

    def room(self) -> float:
        for_residents = self.worked * (1.0 - min(self.indirect(), 1.0))
        if for_residents <= 0.0:
            return super().room()
        borrowed = self.pooled * self.available / for_residents
        return float(self.lever.casework_caseload_cap * max(0.0, self.available + borrowed))


def live_together(teams: list[PlainTeam], until: int) -> None:
    """Live side by side up to the start of week `until`, lending where teams can."""
    lending = [team for team in teams if isinstance(team, Pool)]
    for week in range(teams[0].week, until):
        for team in teams:
            team.begin_week(week)
        if len(teams) > 1:
            lend(lending)
        for team in teams:
            team.live_on_from_tick()
    for team in teams:
        team.week = until


def lend(teams: list[Pool]) -> None:
    """What everyone puts in goes where most was asked last week, less what is lost on the way."""
    levers = [team.lever for team in teams]
    shares = [lever.organisation_pooled_share for lever in levers]
    puts = [share * team.own_hours for share, team in zip(shares, teams, strict=True)]
    asked = [team.claims for share, team in zip(shares, teams, strict=True) if share > 0.0]
    pool, claims = sum(puts), sum(asked)
    together = len(asked) > 1
    for team, lever, put in zip(teams, levers, puts, strict=True):
        team.pooled = 0.0
        if lever.organisation_pooled_share > 0.0 and together:
            loss = lever.organisation_pooling_loss
            team.pooled = pooled_hours(put, pool, loss, team.claims, claims)
