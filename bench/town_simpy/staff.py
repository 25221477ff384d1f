"""Positions of a team, in which people fall ill, leave, and are new."""

import math
from collections.abc import Generator
from random import Random
from typing import Any

import simpy

from town_simpy.given import Given

PRESENT, ABSENT, VACANT = range(3)


class Hazards:
    """What holds for everyone in a position this week (1/week)."""

    def __init__(self) -> None:
        self.short = self.long = self.leaving = 0.0
        self.newcomer_factor = self.settled_factor = 1.0  # of strain, on leaving
        self.filling = 1.0  # on the time to fill a place


class Position:
    """A place in the team."""

    def __init__(self, staff: "Staff", rank: int, since: float) -> None:
        self.staff, self.rank, self.since = staff, rank, since
        self.status = PRESENT
        self.gone = False

    def live(self, status: int, away: float) -> Generator[simpy.Event, Any, None]:
        """One process for a position, whoever is in it. It begins `away` for so long."""
        staff, env = self.staff, self.staff.env
        if status != PRESENT:
            yield from self._come_back(away)
        else:
            yield staff.ready  # the hazards of the first week are known
        while not self.gone:
            rates, week = self._rates(), int(env.now)
            hazard = sum(rates)
            onset = staff.random.expovariate(hazard) if hazard > 0.0 else math.inf
            if env.now + onset >= week + 1:
                yield staff.new_week
                continue
            yield env.timeout(onset)
            yield from self._come_back(self._go_away(rates))
            if int(env.now) == week:  # at risk again from next week
                yield staff.new_week

    def _come_back(self, away: float) -> Generator[simpy.Event, Any, None]:
        yield self.staff.env.timeout(away)
        if self.status == VACANT:
            self.since = self.staff.env.now
        self.status = PRESENT

    def _rates(self) -> tuple[float, float, float]:
        hazards, figures = self.staff.hazards, self.staff.given.figures
        new = self.staff.env.now - self.since < figures.newcomer_until
        factor = hazards.newcomer_factor if new else hazards.settled_factor
        return hazards.short, hazards.long, hazards.leaving * factor

    def _go_away(self, rates: tuple[float, float, float]) -> float:
        """Ill for short, ill for long, or gone; returns for how long the place is empty."""
        staff, figures = self.staff, self.staff.given.figures
        self.status = ABSENT
        (what,) = staff.random.choices(range(3), rates)
        if what == 2:
            self.status = VACANT
            staff.left += staff.size(self.rank)
            mean = figures.vacancy_length * staff.hazards.filling
        else:
            mean = (figures.short_length, figures.long_length)[what]
        return staff.random.expovariate(1.0) * mean


class Staff:
    """All positions of a team; the last has what is left of the fte."""

    def __init__(self, env: simpy.Environment, given: Given, random: Random) -> None:
        self.env, self.given, self.random = env, given, random
        self.positions: list[Position] = []
        self.fte = 0.0
        self.hazards = Hazards()
        self.ready = env.event()  # the hazards of the first week are set
        self.new_week = env.event()
        self.left = 0.0  # fte that left

    def size(self, rank: int) -> float:
        per_person = self.given.figures.fte_per_person
        return max(0.0, min(per_person, self.fte - rank * per_person))

    def set_fte(self, fte: float, filling: float) -> None:
        """Places come at the end, vacant but at the very start, and go from the end."""
        figures, random = self.given.figures, self.random
        self.fte = fte
        while self.positions and self.size(len(self.positions) - 1) <= 0.0:
            self.positions.pop().gone = True
        while len(self.positions) * figures.fte_per_person < fte:
            served = random.expovariate(figures.departure_rate)
            position = Position(self, len(self.positions), -served)
            self.positions.append(position)
            if self.env.now > 0.0:
                away = random.expovariate(1.0) * figures.vacancy_length * filling
                status = VACANT
            else:
                status, away = self._at_first()
            position.status = status
            self.env.process(position.live(status, away))

    def _at_first(self) -> tuple[int, float]:
        """Each state as often as in the long run."""
        figures = self.given.figures
        odds = (
            1.0,
            figures.departure_rate * figures.vacancy_length,
            figures.long_rate * figures.long_length,
            figures.short_rate * figures.short_length,
        )
        (found,) = self.random.choices(range(4), odds)
        if found == 0:
            return PRESENT, 0.0
        mean = (0.0, figures.vacancy_length, figures.long_length, figures.short_length)[found]
        return (VACANT if found == 1 else ABSENT), self.random.expovariate(1.0) * mean

    def count(self) -> tuple[float, float, float, float]:
        """Fte vacant, absent and lost to learning; newcomers in persons."""
        figures = self.given.figures
        vacant = absent = learning = newcomers = 0.0
        for position in self.positions:
            size = self.size(position.rank)
            if position.status == VACANT:
                vacant += size
            elif position.status == ABSENT:
                absent += size
            else:
                served = self.env.now - position.since
                if served < figures.onboarding:
                    at_first = figures.newcomer_productivity
                    learned = at_first + (1.0 - at_first) * served / figures.onboarding
                    learning += size * (1.0 - learned)
                    newcomers += size / figures.fte_per_person
        return vacant, absent, learning, newcomers

    def begin_week(self) -> None:
        """The hazards of this week are set: everyone goes on."""
        if not self.ready.triggered:
            self.ready.succeed()
        self.new_week.succeed()
        self.new_week = self.env.event()
