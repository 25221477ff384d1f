"""One request and what becomes of it."""

import math
from dataclasses import dataclass, field

import simpy


@dataclass(eq=False)
class Case:
    """Times are in weeks, hours are standard hours."""

    kind: int
    domain: int
    factor: float = 1.0  # hours over the mean of its kind
    work: float = 0.0
    asked: float = 0.0
    leave: float = math.inf
    settles: bool = False  # what leaving means: solved it themselves, or gave up
    escalate: float = math.inf
    delayed: bool = False  # waits for a formal decision
    decided: float = math.inf  # when that is there
    started: float = 0.0
    needs_partner: bool = False
    rest: float = 0.0  # hours after the partner
    span: float = 0.0  # of the stretch of work it is in, for a unit of weight
    given_at: float = 0.0  # hours the team had given when that stretch began
    worked: float = 0.0  # in the stretches before
    given: float = 0.0
    turn: simpy.Event | None = field(default=None, repr=False)  # its work begins
    done: simpy.Event | None = field(default=None, repr=False)  # a stretch of its work ends

    @property
    def quality(self) -> float:
        """Hours given for a standard hour."""
        return self.given / self.worked if self.worked > 0.0 else 1.0
