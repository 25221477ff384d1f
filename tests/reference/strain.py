"""M10 and M11: pressure that lasts makes ill for long, and makes leave."""

from typing import ClassVar

from draagkracht.model.absence import long_spell_rate, strain_share
from draagkracht.model.leaving import departure_factor
from draagkracht.model.pressure import smoothed
from reference.conditions import Conditions
from reference.household import Household
from reference.luck import Luck
from reference.staff import Staff


class Strain(Staff):
    """Strain, and what it does from today on as far as it differs from the last year's."""

    remembers: ClassVar[tuple[str, ...]] = ("fatigue", "strained", "strain", "strain_now")
    books: ClassVar[tuple[str, ...]] = ("strain",)

    def __init__(self, given: Conditions, luck: Luck, households: list[Household]) -> None:
        super().__init__(given, luck, households)
        self.fatigue = self.strained = self.strain = self.strain_now = 0.0

    def live_staff(self) -> None:
        f, tick = self.figures, self.tick
        excess = max(0.0, self.pressure - 1.0) * self.lever.staff_strain_factor
        if self.week == 0:
            self.fatigue = self.strained = excess
        self.fatigue = smoothed(self.fatigue, excess, f.fatigue_memory / tick)
        self.strained = smoothed(self.strained, self.fatigue, f.strain_memory / tick)
        self.strain = strain_share(self.strained, f.strain_reference)
        if self.in_present_year:
            self.strain_now += (self.strain - self.strain_now) / self.seen
        self.diary.spend("strain", self.strain * self.fte)
        super().live_staff()

    def long_rate(self) -> float:
        usual = super().long_rate()
        if not self.followed:
            return usual
        ratio = self.figures.strain_hazard_ratio
        return long_spell_rate(usual, ratio, self.strain, self.strain_now)

    def leaving_rate(self, served: float) -> float:
        """Newcomers feel strain more."""
        usual, f = super().leaving_rate(served), self.figures
        if not self.followed:
            return usual
        sensitivity = f.newcomer_departure if served < f.newcomer_until else 1.0
        effect = f.departure_strain
        return usual * departure_factor(effect, self.strain, self.strain_now, sensitivity)
