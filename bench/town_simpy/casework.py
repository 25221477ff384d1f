"""Open cases share the hours of a team: processor sharing in virtual time."""

import heapq
from itertools import count

import simpy

from town_simpy.case import Case
from town_simpy.given import CRISIS, KINDS, MULTIPLE, SINGLE, Given


class Casework:
    """Who is open, how fast they move, and when the next stretch of work ends."""

    def __init__(self, env: simpy.Environment, given: Given) -> None:
        self.env, self.figures = env, given.figures
        self.weight = (1.0, given.figures.share_weight_multiple, given.figures.share_weight_crisis)
        self.cap_weight = (
            given.figures.cap_weight_single,
            given.figures.cap_weight_multiple,
            given.figures.cap_weight_crisis,
        )
        self.open = {SINGLE: 0, MULTIPLE: 0, CRISIS: 0}
        self.held = {SINGLE: 0, MULTIPLE: 0, CRISIS: 0}
        self.direct = 0.0  # hours a week for cases
        self.holding = 0.0  # hours a week to hold a case
        self.effort = 1.0  # hours given for a standard hour
        self.speed = self.progress = 0.0  # hours given, standard hours; a week, a unit of weight
        self.virtual = self.given = 0.0  # the same, summed
        self.shared = 0.0  # hours that went to cases
        self.since = 0.0
        self._ends: list[tuple[float, int, Case]] = []
        self._order = count()
        self._plan = 0  # number of the plan that holds

    def open_cases(self) -> int:
        return sum(self.open.values())

    def held_cases(self) -> int:
        return sum(self.held.values())

    def cap_in_use(self) -> float:
        return sum(self.open[kind] * self.cap_weight[kind] for kind in KINDS)

    def begin(self, case: Case, work: float) -> None:
        """A stretch of work begins; `case.done` tells when it ends."""
        self.catch_up()
        case.span = work / self.weight[case.kind]
        case.given_at = self.given
        case.done = self.env.event()
        heapq.heappush(self._ends, (self.virtual + case.span, next(self._order), case))

    def catch_up(self) -> None:
        """Do the work of the time that passed."""
        span = self.env.now - self.since
        if span > 0.0:
            self.virtual += self.progress * span
            self.given += self.speed * span
            self.shared += self.speed * self._sharing() * span
        self.since = self.env.now

    def divide(self, waiting: int) -> None:
        """Divide the hours anew: holding first, then contact with who waits, then the cases."""
        self.catch_up()
        held, contact = self.holding * self.open_cases(), self.figures.contact_hours * waiting
        left, weight = self.direct - held - contact, self._sharing()
        self.speed = 0.0
        if left > 0.0 and weight > 0.0:
            self.speed = min(self.figures.intensity_cap, left / weight)
        self.progress = self.speed / self.effort
        self._plan_next()

    def _sharing(self) -> float:
        return sum((self.open[kind] - self.held[kind]) * self.weight[kind] for kind in KINDS)

    def _plan_next(self) -> None:
        """Plan the end of the stretch that is first to end; what was planned before is void."""
        self._plan += 1
        if self._ends and self.progress > 0.0:
            wait = max(0.0, self._ends[0][0] - self.virtual) / self.progress
            self.env.timeout(wait, self._plan).callbacks.append(self._end)

    def _end(self, planned: simpy.Event) -> None:
        if planned.value != self._plan:
            return
        self.catch_up()
        finish, _, case = heapq.heappop(self._ends)
        self.virtual = max(self.virtual, finish)
        case.worked += case.span
        case.given += self.given - case.given_at
        assert case.done is not None
        case.done.succeed()
        self._plan_next()
