"""M10 and M11: positions in which people fall ill, leave, and are new."""

import math
from dataclasses import dataclass
from typing import ClassVar, Literal

from draagkracht.engine.clocks import exponential
from draagkracht.model.leaving import productivity
from reference.conditions import Conditions
from reference.household import Household
from reference.luck import Luck
from reference.slow_model import PlainTeam


@dataclass
class Position:
    """A place in the team."""

    since: float  # when whoever has it came
    status: Literal["present", "absent", "vacant"] = "present"
    until: float = 0.0  # when who is ill is back, or when somebody comes

    def empty_at(self, now: float) -> bool:
        return self.status != "present" and self.until > now

    def fill(self) -> None:
        """Whoever was awaited is there."""
        if self.status == "vacant":
            self.since = self.until
        self.status = "present"


class Staff(PlainTeam):
    """Who is there at the beginning of a week counts for the whole of it."""

    books: ClassVar[tuple[str, ...]] = ("vacant", "absent", "left", "onboarding")

    def __init__(self, given: Conditions, luck: Luck, households: list[Household]) -> None:
        super().__init__(given, luck, households)
        self.staff: list[Position] = []  # by rank; nobody is ever renumbered
        self.newcomers = 0.0  # persons

    def begin(self) -> None:
        super().begin()
        self.take_positions(self.given.fte)

    def draw(self, purpose: str, rank: int, episode: int) -> float:
        return self.luck.uniform(purpose, self.own + rank, episode)

    def in_use(self) -> list[tuple[int, float, Position]]:
        """Rank and fte of the positions for which there is fte; the last has what is left."""
        f, found = self.figures, []
        for rank, position in enumerate(self.staff):
            size = min(f.fte_per_person, self.fte - rank * f.fte_per_person)
            if size <= 0.0:
                break
            found.append((rank, size, position))
        return found

    def take_positions(self, fte: float) -> None:
        """New ones at the end: as in any team when the run-in begins, and later vacant.

        Those at the end for which there is no fte any more are gone.
        """
        f = self.figures
        while self.staff and fte - (len(self.staff) - 1) * f.fte_per_person <= 0.0:
            self.staff.pop()
        while len(self.staff) * f.fte_per_person < fte:
            rank = len(self.staff)
            served = exponential(self.draw("initial_staff", rank, 1), f.departure_rate)
            position = Position(since=-served)
            self.staff.append(position)
            if self.week == 0:
                self.begin_position(rank, position)
            else:
                open_for = exponential(self.draw("initial_staff", rank, 3 + self.week), 1.0)
                open_for *= f.vacancy_length
                open_for *= self.lever.staff_vacancy_factor * self.world.vacancy
                position.status = "vacant"
                position.until = self.week * self.tick + open_for

    def begin_position(self, rank: int, position: Position) -> None:
        """Each state as often as in the long run; what is left of it is as long as all of it."""
        f = self.figures
        short = f.short_rate * f.short_length
        long = f.long_rate * f.long_length
        vacant = f.departure_rate * f.vacancy_length
        x = self.draw("initial_staff", rank, 0) * (1.0 + short + long + vacant)
        left = -math.log(self.draw("initial_staff", rank, 2))
        if x < vacant:
            position.status, position.until = "vacant", left * f.vacancy_length
        elif x < vacant + long:
            position.status, position.until = "absent", left * f.long_length
        elif x < vacant + long + short:
            position.status, position.until = "absent", left * f.short_length

    def fte_present(self) -> float:
        self.take_positions(self.fte)
        f, now = self.figures, self.week * self.tick
        missing = {"vacant": 0.0, "absent": 0.0}
        learning = 0.0
        self.newcomers = 0.0
        for _, size, position in self.in_use():
            if position.empty_at(now):
                missing[position.status] += size
                continue
            since = position.until if position.status == "vacant" else position.since
            done = productivity(now - since, f.newcomer_productivity, f.onboarding)
            if done < 1.0:
                learning += size * (1.0 - done)
                self.newcomers += size / f.fte_per_person
        for why, fte in missing.items():
            self.diary.spend(why, fte)
        return max(0.0, super().fte_present() - missing["vacant"] - missing["absent"] - learning)

    def hours_taken(self) -> dict[str, float]:
        onboarding = self.newcomers * self.figures.onboarding_hours
        return {**super().hours_taken(), "onboarding": float(onboarding)}

    def set_week(self) -> None:
        super().set_week()
        self.live_staff()

    def live_staff(self) -> None:
        """In a week each position draws once; what it draws decides on exact times."""
        for rank, size, position in self.in_use():
            if position.status != "present":
                if position.until >= self.end_of_week():
                    continue
                begin = max(self.week * self.tick, position.until)
                position.fill()
            else:
                begin = self.week * self.tick
            self.live_in(rank, size, position, begin)

    def live_in(self, rank: int, size: float, position: Position, begin: float) -> None:
        f = self.figures
        short, long = self.short_rate(), self.long_rate()
        leaving = self.leaving_rate(begin - position.since)
        hazard = short + long + leaving
        onset = begin + exponential(self.draw("staff", rank, self.week), hazard)
        if onset >= self.end_of_week():
            return
        x = self.draw("staff_event", rank, self.week) * hazard
        time = -math.log(self.draw("staff_time", rank, self.week))
        if x < leaving:
            filling = f.vacancy_length * self.lever.staff_vacancy_factor * self.world.vacancy
            position.status, position.until = "vacant", onset + time * filling
            self.diary.spend("left", size)
        elif x < hazard - long:
            position.status, position.until = "absent", onset + time * f.short_length
        else:
            position.status, position.until = "absent", onset + time * f.long_length

    def short_rate(self) -> float:
        return float(self.figures.short_rate * self.lever.staff_absence_factor)

    def long_rate(self) -> float:
        return float(self.figures.long_rate * self.lever.staff_absence_factor)

    def leaving_rate(self, served: float) -> float:
        """Of someone who has `served` so long."""
        assert served >= 0.0
        rate = self.figures.departure_rate * self.lever.staff_departure_factor
        return float(rate * self.world.departure)
