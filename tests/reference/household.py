"""Who lives in the slow town: households, and the case that a household may have."""

import math
from dataclasses import dataclass
from typing import Literal

Phase = Literal["asking", "returning", "delayed", "queued", "open"]


@dataclass
class Case:
    """One request and what becomes of it. Times are in the unit of the rates."""

    kind: int
    episode: int  # the how-manieth request of its household
    phase: Phase = "asking"
    asked: float = 0.0  # when its clocks began
    factor: float = 1.0  # its hours over the mean of its kind
    work: float = 0.0  # standard hours
    settles: bool = False  # what leaving will mean: settled, or given up
    leave: float = math.inf
    escalate: float = math.inf
    decided: float = 0.0  # when its formal decision is there
    started: float = 0.0


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
