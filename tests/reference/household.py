"""Who lives in the slow town: households, and the case that a household may have."""

import math
from dataclasses import dataclass
from typing import Literal

Phase = Literal["asking", "returning", "delayed", "queued", "open", "held", "at_partner"]


@dataclass
class Case:
    """One request and what becomes of it. Times are in the unit of the rates."""

    kind: int
    episode: int  # the how-manieth request of its household
    domain: int = 0  # main life domain
    phase: Phase = "asking"
    asked: float = 0.0  # when its clocks began
    factor: float = 1.0  # its hours over the mean of its kind
    work: float = 0.0  # standard hours
    settles: bool = False  # what leaving will mean: settled, or given up
    leave: float = math.inf
    escalate: float = math.inf
    decided: float = 0.0  # when its formal decision is there
    started: float = 0.0
    # Of a case that needs a partner.
    needs_partner: bool = False  # and has not been there yet
    rest: float = 0.0  # standard hours after the partner
    # Of a team that may cut corners; both for a unit of weight.
    span: float = 0.0  # standard hours of the stretch of work it is in
    given_at: float = 0.0  # hours the team had given when that stretch began
    worked: float = 0.0  # standard hours of the stretches before
    given: float = 0.0  # hours given in them


@dataclass
class Household:
    """One household; without a case it has a clock of candidates."""

    entity: int
    group: int  # wijk group
    hazard: float  # of becoming vulnerable, at today's growth
    vulnerable: bool = False
    next: float = 0.0  # time of its next candidate
    candidates: int = 0
    requests: int = 0
    factor: float = 1.0  # on its request hazard, until `factor_until`
    factor_until: float = 0.0
    closed_until: float = 0.0  # a request before this is a recurrence
    case: Case | None = None
