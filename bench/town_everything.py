"""A world in which every mechanism moves: two teams that share hours, under levers set by hand.

The packaged koersen leave some mechanisms at rest; where engines are checked against each other
none may be.
"""

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from draagkracht.model.kinds import DOMAINS, MULTIPLE, SINGLE, TO_DESK, TO_NONE, TO_PARTNER
from draagkracht.model.week import Course
from draagkracht.simulation.courses import RUN_IN
from town_ours import Prepared

# From which week after today which lever has which value.
_LEVERS: Final = (
    (0, "organisation_pooled_share", 0.4),
    (0, "organisation_pooling_loss", 0.1),
    (10, "helpers_recruitment", 1.0),
    (10, "helpers_give_back_share", 0.2),
    (10, "helpers_effect", 0.5),
    (10, "circles_number", 0.1),
    (10, "circles_effect", 0.8),
    (20, "casework_follow_up_hours", 1.0),
    (20, "casework_hours_factor", 0.9),
    (20, "casework_recovery_factor", 1.2),
    (30, "access_diverted_share", 0.2),
    (30, "access_decision_share", 0.3),
    (30, "access_decision_delay", 3.0),
    (40, "prevention_protected", 0.5),
    (40, "team_prevention_share", 0.09),
    (50, "team_card_hours", 1.0),
    (50, "partners_referral_factor", 1.3),
    (50, "partners_time_factor", 0.7),
    (60, "team_fte_factor", 1.2),
    (60, "staff_absence_factor", 0.8),
    (60, "staff_departure_factor", 1.2),
    (60, "staff_vacancy_factor", 0.7),
    (70, "access_missed_multiple", 0.1),
    (70, "access_desk_hours", 1.5),
    (70, "access_answered_at_once_single", 0.15),
    (70, "waiting_starts_for_single", 0.4),
    (80, "casework_caseload_cap", 15.0),
    (80, "casework_holding_hours", 0.2),
    (80, "casework_request_factor_after_closing", 2.0),
    (90, "team_administration_share", 0.35),
    (90, "team_meeting_share", 0.09),
    (90, "team_overhead_share", 0.01),
    (90, "team_capacity_factor", 0.97),
    (90, "staff_strain_factor", 1.2),
    (90, "helpers_coordinator_hours", 0.15),
    (90, "residents_card_hours", 3.0),
    (160, "team_fte_factor", 1.05),
    (160, "access_request_factor", 1.1),
)
_WORLD: Final = (
    (52, "growth", 1.1),
    (52, "informal", 0.8),
    (52, "partner", 1.2),
    (104, "formation", 0.95),
    (104, "vacancy", 1.5),
    (104, "departure", 1.2),
    (104, "holding", 0.9),
)
_PACKAGE_FROM: Final = 26  # weeks after today


def with_everything(teams: Sequence[Prepared]) -> list[Prepared]:
    """The same teams under these levers, this world and a task package."""
    return [_one(given) for given in teams]


def _one(given: Prepared) -> Prepared:
    levers, world = given.course.levers.copy(), given.course.world.copy()
    for week, lever, value in _LEVERS:
        levers[lever][:, 1 + week :] = value
    for week, field, factor in _WORLD:
        world[field][RUN_IN + week :] *= factor
    routes = given.plan.routes.copy()
    routes[1, SINGLE, DOMAINS.index("finances")] = TO_DESK
    routes[1, SINGLE, DOMAINS.index("housing")] = TO_NONE
    routes[1, MULTIPLE, DOMAINS.index("mental_health")] = TO_PARTNER
    return replace(
        given,
        course=Course(levers, world, given.course.today),
        plan=replace(given.plan, routes=routes, routes_from=_PACKAGE_FROM),
    )
