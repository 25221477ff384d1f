"""Teams side by side: how they begin, their weeks, and the hours they lend each other."""

import math
from collections.abc import Generator, Sequence
from random import Random
from typing import Any

import simpy

from town_simpy.case import Case
from town_simpy.given import CRISIS, MULTIPLE, SINGLE, Given
from town_simpy.household import Household
from town_simpy.team import Team

TRIES = 200  # to find a household that fits


class Town:
    """One or more teams in one environment."""

    def __init__(self, given: Sequence[Given], seed: int) -> None:
        self.env = simpy.Environment()
        self.random = Random(f"{seed} {[team.name for team in given]}")
        self.teams = [Team(self.env, team, self.random) for team in given]
        for team in self.teams:
            fill(team)
        self.env.process(self.weeks())
        for team in self.teams:
            for household in team.households:
                self.env.process(household.live())

    def live(self, until: int) -> None:
        """Up to the start of week `until`."""
        self.env.run(until=until)

    def weeks(self) -> Generator[simpy.Event, Any, None]:
        """Every tick, before anything else of that week."""
        for week in range(self.teams[0].given.weeks):
            for team in self.teams:
                team.begin_week(week)
            self.lend()
            for team in self.teams:
                team.set_week()
            yield self.env.timeout(1)

    def lend(self) -> None:
        """What everyone puts in goes where most was asked last week, less some loss."""
        lending = [team for team in self.teams if team.lever.organisation_pooled_share > 0.0]
        if len(lending) < 2:
            return
        puts = [team.lever.organisation_pooled_share * team.own_hours for team in lending]
        pool, claims = sum(puts), sum(team.claims for team in lending)
        for team, put in zip(lending, puts, strict=True):
            net = pool * team.claims / claims - put if claims > 0.0 else 0.0
            kept = 1.0 - team.lever.organisation_pooling_loss if net > 0.0 else 1.0
            team.pooled = net * kept


def fill(team: Team) -> None:
    """How a run-in begins: who is vulnerable, which cases are open, who waits."""
    start, figures, random = team.given.start, team.figures, team.random
    for household, chance in zip(team.households, start.vulnerable, strict=True):
        if random.random() < chance:
            household.vulnerable = True
            team.vulnerable.change(1)
        helped = start.helped_vulnerable if household.vulnerable else start.helped_self_reliant
        if random.random() < helped:
            household.factor = start.after_closing
            household.factor_until = figures.aftermath * random.random()
            household.closed_until = household.factor_until
    sd = figures.hours_log_sd
    for _ in range(start.open_cases):
        shares = (1.0 - start.open_multiple - start.open_crisis, start.open_multiple)
        kind = random.choices((SINGLE, MULTIPLE, CRISIS), (*shares, start.open_crisis))[0]
        case = _new_case(team, kind)
        if case is not None:
            # Met at a random moment, an open case is a long one, and part of it is done.
            case.factor = math.exp(random.gauss(0.5 * sd * sd, sd))
            case.work = team.mean_hours(case) * case.factor * random.random()
            team.start(case)
    for _ in range(start.waiting):
        kind = MULTIPLE if random.random() < start.waiting_multiple else SINGLE
        case = _new_case(team, kind)
        if case is not None:
            case.factor = random.lognormvariate(-0.5 * sd * sd, sd)
            case.work = team.mean_hours(case) * case.factor
            _whose(team, case).enter(case, start.wait * random.random(), 0.0)
    if start.wait >= 1.0:
        team.arriving = team.waiting_work / start.wait  # Little's law
    team.admitted = 0.0


def _new_case(team: Team, kind: int) -> Case | None:
    """For a household without a case, in the state that is wanted if one is met."""
    random = team.random
    vulnerable = kind != SINGLE or random.random() < team.given.start.single_vulnerable
    found: Household | None = None
    for _ in range(TRIES):
        household = random.choice(team.households)
        if household.case is None:
            found = household
            if household.vulnerable == vulnerable:
                break
    if found is None:
        return None
    found.case = Case(kind, team.some_domain())
    return found.case


def _whose(team: Team, case: Case) -> Household:
    return next(household for household in team.households if household.case is case)
