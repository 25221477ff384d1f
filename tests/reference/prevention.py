"""M8: prevention keeps households on their feet, outreach lets them ask sooner."""

from typing import ClassVar

from draagkracht.model.pressure import smoothed
from draagkracht.model.prevention import (
    crisis_share,
    given_over_norm,
    outreach_factor,
    relative_to_present,
)
from reference.conditions import Conditions
from reference.household import Household
from reference.luck import Luck
from reference.slow_model import PlainTeam


class Prevention(PlainTeam):
    """A stock of prevention; nothing moves before today, and then only what differs from now."""

    remembers: ClassVar[tuple[str, ...]] = ("reach", "reach_now", "stock", "staying")
    books: ClassVar[tuple[str, ...]] = ("reach",)

    def __init__(self, given: Conditions, luck: Luck, households: list[Household]) -> None:
        super().__init__(given, luck, households)
        self.reach = self.reach_now = self.stock = 0.0
        self.staying = self.outreach = 1.0

    def respond(self, advice: float) -> None:
        super().respond(advice)
        norm = self.figures.prevention_norm
        self.reach = given_over_norm(self.given_to_prevention, norm, self.given.residents)
        self.diary.spend("reach", self.reach)

    def look_around(self) -> None:
        f = self.figures
        if self.in_present_year:
            self.reach_now += (self.reach - self.reach_now) / self.seen
            self.stock = self.reach_now
        if self.followed:
            self.stock = smoothed(self.stock, self.reach, f.prevention_lag / self.tick)
            self.staying = relative_to_present(
                self.stock, self.reach_now, f.prevention_most, f.prevention_curvature
            )
            self.outreach = outreach_factor(
                f.outreach_effect, self.reach, self.reach_now, f.asking_bound
            )
        super().look_around()

    def factor_on_requests(self) -> float:
        return super().factor_on_requests() * self.outreach

    def hazard(self, household: Household) -> float:
        return super().hazard(household) * self.staying

    def mix_of(self, household: Household) -> tuple[float, float]:
        """Fewer crises by their odds; the other kinds keep their share of what is left."""
        multiple, crisis = super().mix_of(household)
        crises = crisis_share(crisis, self.staying)
        return multiple * ((1.0 - crises) / (1.0 - crisis)), crises
