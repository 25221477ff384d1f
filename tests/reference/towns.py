"""Small towns in which something is the matter, and what must happen there."""

from typing import Final

import numpy as np

from draagkracht.engine.arrays import Records
from draagkracht.model.kinds import TO_DESK, TO_NONE, TO_PARTNER, TO_TEAM
from reference.small_town import SmallTown

BUSY: Final = {
    *("requested", "entered", "started", "closed", "recovered", "became_vulnerable", "referred")
}
WAITS: Final = {"settled", "given_up", "escalated_out", "escalated_in"}


def package(single: list[int], multiple: list[int], crisis: list[int]) -> Records:
    """Destinations by kind and domain; before the package everything goes to the team."""
    return np.array([np.zeros((3, 8)), [single, multiple, crisis]], dtype=np.int64)


ALL_FOUR: Final = package(
    [TO_TEAM, TO_DESK, TO_PARTNER, TO_NONE] * 2,
    [TO_TEAM, TO_PARTNER, TO_NONE, TO_TEAM] * 2,
    [TO_TEAM] * 4 + [TO_PARTNER] * 2 + [TO_NONE] * 2,
)

# A town in which every part of the model moves something from today on.
EVERYTHING: Final = SmallTown(
    run_in=78,
    weeks=104,
    routes=ALL_FOUR,
    routes_from=136,
    changes=(
        (3, "helpers_recruitment", 40.0),
        (5, "helpers_give_back_share", 0.6),
        (8, "circles_number", 4.0),
        (10, "team_fte_factor", 1.3),
        (13, "organisation_pooled_share", 0.3),
        (30, "prevention_protected", 0.7),
        (40, "partners_referral_factor", 1.4),
        (52, "team_fte_factor", 0.8),
        (70, "team_fte_factor", 1.1),
    ),
    shocks=((20, 40, "growth", 1.4), (60, 70, "formation", 0.7), (62, 80, "departure", 3.0)),
)

# Each town, and what must happen in it for its agreement to say anything.
TOWNS: Final = {
    "carrying on": (SmallTown(), BUSY | WAITS | {"recurred", "recovered_alone"}),
    "everything at once": (EVERYTHING, BUSY | WAITS | {"to_partner", "to_desk"}),
    "levers that change over time": (
        SmallTown(
            weeks=104,
            changes=(
                (0, "access_request_factor", 1.2),
                (5, "team_administration_share", 0.3),
                (13, "casework_caseload_cap", 15.0),
                (20, "casework_holding_hours", 0.05),
                (26, "casework_hours_factor", 0.8),
                (30, "access_answered_at_once_single", 0.5),
                (35, "casework_recovery_factor", 1.5),
                (39, "waiting_starts_for_single", 0.9),
                (45, "residents_card_hours", 3.0),
                (52, "casework_request_factor_after_closing", 1.0),
                (60, "team_fte_factor", 1.4),
                (65, "team_capacity_factor", 0.8),
                (70, "team_card_hours", 6.0),
                (71, "team_prevention_share", 0.1),
                (72, "team_meeting_share", 0.03),
                (73, "team_overhead_share", 0.06),
            ),
        ),
        BUSY | WAITS | {"answered_at_once"},
    ),
    "a task package with all four destinations": (
        SmallTown(weeks=104, routes=ALL_FOUR, routes_from=40),
        BUSY | {"to_desk", "missed", "to_partner", "turned_away"},
    ),
    "a desk that misses much": (
        SmallTown(
            changes=(
                (4, "access_diverted_share", 0.6),
                (4, "access_missed_multiple", 0.4),
                (30, "access_desk_hours", 1.0),
                (10, "casework_hours_factor", 0.7),
            )
        ),
        BUSY | {"to_desk", "missed"},
    ),
    "formal decisions that take long": (
        SmallTown(
            levers={"access_decision_share": 0.8, "access_decision_delay": 9.0},
            figures={"escalation_rate_first": 0.05, "patience_median": 8.0},
            changes=((30, "access_decision_delay", 0.0), (50, "access_decision_delay", 2.5)),
        ),
        BUSY | WAITS,
    ),
    "watchful contact after closing": (
        SmallTown(
            weeks=104,
            changes=(
                (6, "casework_follow_up_hours", 6.0),
                (6, "casework_request_factor_after_closing", 1.1),
                (60, "casework_follow_up_hours", 0.0),
            ),
        ),
        BUSY | {"recurred"},
    ),
    "no contact with who waits": (SmallTown(figures={"contact_hours": 0.0}), BUSY | WAITS),
    "so much contact that no hours are left": (
        SmallTown(figures={"contact_hours": 3.0}, waiting=40),
        WAITS | {"requested", "entered", "started"},
    ),
    "strict priority": (SmallTown(levers={"waiting_starts_for_single": 0.0}), BUSY | WAITS),
    "single first": (SmallTown(levers={"waiting_starts_for_single": 1.0}), BUSY | WAITS),
    "overload": (SmallTown(fte=0.4, weeks=130), {"requested", "closed"} | WAITS),
    "idle hands": (SmallTown(fte=12.0), BUSY | {"started_at_once"}),
    "holding that takes all hours": (
        SmallTown(levers={"casework_holding_hours": 1.5}, weeks=52),
        {"requested", "entered", "given_up"},
    ),
    "nobody to do the work": (SmallTown(fte=0.0, open_cases=0), {"given_up", "escalated_in"}),
    "one household": (
        SmallTown(
            groups=(1,),
            hazards=(0.01,),
            vulnerable=(0.5,),
            open_cases=3,
            waiting=3,
            figures={"request_rate_self_reliant": 0.2},
            weeks=130,
        ),
        {"requested", "closed"},
    ),
    "fewer households than cases to begin with": (
        SmallTown(groups=(6, 5), open_cases=30, waiting=30),
        {"requested", "closed"},
    ),
    "nobody vulnerable and nobody becoming so": (
        SmallTown(
            hazards=(0.0, 0.0),
            vulnerable=(0.0, 0.0),
            figures={
                "multiple_share_self_reliant": 0.0,
                "crisis_share_self_reliant": 0.0,
                "vulnerable_after_giving_up": 0.0,
                "escalation_rate_first": 0.0,
                "escalation_rate_later": 0.0,
            },
            changes=((10, "circles_number", 5.0),),
            waiting=0,
            open_cases=0,
        ),
        {"requested", "closed"},
    ),
    "households to whom nothing ever happens": (
        SmallTown(
            hazards=(0.0, 0.0),
            figures={
                "request_rate_self_reliant": 0.0,
                "request_rate_vulnerable": 0.0,
                "natural_recovery": 0.0,
            },
            member=3,
        ),
        {"closed", "settled"},
    ),
    "equal and exponential hours": (
        SmallTown(figures={"exponential_hours": 1.0, "hours_log_sd": 0.0}),
        BUSY,
    ),
    "clocks that never ring": (
        SmallTown(
            figures={
                "settle_rate_first": 0.0,
                "settle_rate_later": 0.0,
                "escalation_rate_first": 0.0,
                "escalation_rate_later": 0.0,
                "patience_median": 1e12,
            }
        ),
        BUSY,
    ),
    "no run-in": (SmallTown(run_in=0), BUSY),
    "no run-in and fewer positions from the first week on": (
        SmallTown(run_in=0, changes=((0, "team_fte_factor", 0.5), (30, "team_fte_factor", 1.2))),
        BUSY,
    ),
    "a run-in that ends within a quarter": (SmallTown(run_in=20, weeks=71), BUSY),
    "a run-in of two years": (SmallTown(run_in=104, weeks=52), BUSY | WAITS),
    "a decline": (SmallTown(growth=-0.05, weeks=130), BUSY),
    "ticks of half a unit of time": (SmallTown(tick=0.5, weeks=208), BUSY),
    "ticks of four units of time": (SmallTown(tick=4.0, weeks=40), BUSY | WAITS),
}
