"""A team of two wijk groups that is busier than any real one, so that everything happens soon."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Final

import numpy as np

from draagkracht.engine.arrays import FloatArray, Records
from theory.one_team import OneTeam
from theory.quiet import NO_PREVENTION, NO_RESPONSES, NO_STAFF
from theory.usual_team import usual_team

BUSY: Final[Mapping[str, float]] = {
    "natural_recovery": 0.004,
    "request_rate_self_reliant": 0.004,
    "request_rate_vulnerable": 0.03,
    "patience_median": 20.0,
    "escalation_rate_first": 0.004,
    "escalation_rate_later": 0.02,
    "hours_multiple": 15.0,
    "hours_crisis": 12.0,
    "cap_weight_single": 0.75,
    "share_weight_multiple": 1.25,
    "share_weight_crisis": 1.5,
    "departure_rate": 0.01,
    "short_rate": 0.03,
    "partner_fixed_share": 0.3,
}
LEVERS: Final[Mapping[str, float]] = {
    "access_request_factor": 1.0,
    "access_diverted_share": 0.0,
    "access_decision_share": 0.15,
    "access_decision_delay": 4.0,
    "casework_caseload_cap": 25.0,
    "casework_hours_factor": 1.0,
    "casework_follow_up_hours": 0.0,
    "team_card_hours": 1.0,
}
QUIET: Final[Mapping[str, float]] = {**NO_RESPONSES, **NO_PREVENTION, **NO_STAFF}


def busy_town(
    groups: tuple[int, ...] = (900, 400),
    fte: float = 8.0,
    *,
    open_cases: int = 150,
    waiting: int = 10,
    figures: Mapping[str, float] | None = None,
    levers: Mapping[str, float] | None = None,
    **other: object,
) -> OneTeam:
    """Every mechanism on; a request asks more of the helped than any real one would."""
    base = usual_team(fte)
    return replace(
        base,
        groups=groups,
        households=sum(groups),
        figures={**base.figures, **BUSY, "request_bound": 4.0, **(figures or {})},
        levers={**base.levers, **LEVERS, **(levers or {})},
        hazard=0.002,
        vulnerable=0.25,
        open_cases=open_cases,
        open_multiple=0.5,
        open_crisis=0.1,
        waiting=waiting,
        wait=5.0,
        helped=0.3,
        residents=sum(groups) / 450.0,
        **other,  # type: ignore[arg-type]
    )


# Before and in the task package: to the team, a desk, a partner or nobody.
ROUTES: Final = np.array(
    [np.zeros((3, 8)), [[0, 1, 2, 3] * 2, [0, 2, 3, 0] * 2, [0, 0, 0, 2, 3, 0, 0, 0]]],
    dtype=np.int64,
)


def standard_hours_left(frame: Records) -> FloatArray:
    """Standard hours still to do of the open cases, and of those that wait: (2,)."""
    cases = frame["cases"][0, : int(frame["own"]["slots"][0])]
    figures, own = frame["figures"][0], frame["own"][0]
    weights = (1.0, figures["share_weight_multiple"], figures["share_weight_crisis"])
    left = np.zeros(2)
    for slot in np.flatnonzero(np.isin(cases["phase"], (3, 4, 5, 6))):
        case = cases[slot]
        if case["phase"] in {3, 4}:
            left[1] += case["work"]
        elif case["phase"] == 6:
            left[0] += case["rest"]
        else:
            place = frame["closings"]["place"][0, slot + 1]
            span = frame["closings"]["time"][0, place] - own["virtual"]
            left[0] += span * weights[case["kind"]] + case["needs_partner"] * case["rest"]
    return left
