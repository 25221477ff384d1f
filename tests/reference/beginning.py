"""Where a slow team's run-in begins: who is vulnerable, which cases are open, who waits."""

import math
from typing import Final

from draagkracht.engine.normal import normal_quantile
from draagkracht.model.households import kind_of
from draagkracht.model.kinds import MULTIPLE, SINGLE
from reference.slow_model import PlainTeam

TRIES: Final = 200  # draws to find a household that fits


def fill(team: PlainTeam) -> None:
    """Fill an empty team at time 0. Nothing of this is counted, but the levels it leads to."""
    start, figures, luck = team.given.start, team.figures, team.luck
    sd = figures.hours_log_sd
    own = team.own
    team.begin()
    for who, household in enumerate(team.households):
        if luck.uniform("initial_state", household.entity, 0) < start.vulnerable[who]:
            team.change_state(who, 0.0)
        # Some had a case that closed in the year before, and ask more for a while.
        share = start.helped_vulnerable if household.vulnerable else start.helped_self_reliant
        if luck.uniform("initial_state", household.entity, 1) < share:
            household.factor = start.after_closing
            left = luck.uniform("initial_state", household.entity, 2)
            household.factor_until = household.closed_until = figures.aftermath * left

    for rank in range(start.open_cases):
        u = luck.uniform("initial_open", own + rank, 0)
        kind = kind_of(u, start.open_multiple, start.open_crisis)
        whose = luck.uniform("initial_work", own + rank, 2)
        heavy = kind != SINGLE or whose < start.single_vulnerable
        found = _found(team, "initial_open", own + rank, vulnerable=heavy)
        if found is not None:
            who = found
            case = team.new_case(who, kind)
            team.find_domain(who)
            # Met at a random moment, an open case is a long one, and part of it is done.
            z = normal_quantile(luck.uniform("initial_work", own + rank, 0))
            case.factor = math.exp(sd * z + 0.5 * sd * sd)
            left = luck.uniform("initial_age", own + rank, 0)
            case.work = team.mean_hours(case) * case.factor * left
            team.start(who, 0.0)

    for rank in range(start.waiting):
        u = luck.uniform("initial_waiting", own + rank, 0)
        kind = kind_of(u, start.waiting_multiple, 0.0)
        whose = luck.uniform("initial_work", own + rank, 3)
        heavy = kind == MULTIPLE or whose < start.single_vulnerable
        found = _found(team, "initial_waiting", own + rank, vulnerable=heavy)
        if found is not None:
            who = found
            case = team.new_case(who, kind)
            team.find_domain(who)
            z = normal_quantile(luck.uniform("initial_work", own + rank, 1))
            case.factor = math.exp(sd * z - 0.5 * sd * sd)
            case.work = team.mean_hours(case) * case.factor
            age = start.wait * luck.uniform("initial_age", own + rank, 1)
            team.enter(who, 0.0, age, 0.0)

    # By Little's law, what waits over how long it has waited, if that is a week at least.
    if start.wait >= team.tick:
        team.arriving = team.waiting_work / start.wait
    for who, household in enumerate(team.households):
        if household.case is None:
            household.next = team.next_candidate(who, 0.0)
    team.admitted = 0.0


def _found(team: PlainTeam, purpose: str, entity: int, *, vulnerable: bool) -> int | None:
    """A household without a case, in the state that is wanted if one is met."""
    number = len(team.households)
    another = None
    for attempt in range(1, TRIES + 1):
        who = min(number - 1, int(team.luck.uniform(purpose, entity, attempt) * number))
        if team.households[who].case is None:
            if team.households[who].vulnerable == vulnerable:
                return who
            another = who
    return another
