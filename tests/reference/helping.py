"""M9: people who help, beside the team and in circles of their own."""

from typing import ClassVar

from draagkracht.model.helping import eased_hours, helpers_after_week, recovery_in_circles
from reference.conditions import Conditions
from reference.household import Household
from reference.luck import Luck
from reference.slow_model import PlainTeam


class Helping(PlainTeam):
    """Helpers that come, go, ease hours and ask for them; circles that have a coach."""

    remembers: ClassVar[tuple[str, ...]] = ("helpers", "giving_back", "eased")
    books: ClassVar[tuple[str, ...]] = ("coordination", "helpers", "helper_hours")

    def __init__(self, given: Conditions, luck: Luck, households: list[Household]) -> None:
        super().__init__(given, luck, households)
        self.helpers = 0.0  # persons
        self.giving_back = 0.0  # persons who recovered with help since the last tick
        self.eased = 1.0

    def circles(self) -> float:
        return float(self.lever.circles_number * self.given.residents)

    def members(self) -> float:
        return self.circles() * float(self.figures.circle_members)

    def helping(self) -> float:
        """Hours a week."""
        return self.helpers * float(self.figures.helper_hours)

    def hours_taken(self) -> dict[str, float]:
        coordination = (
            self.helpers * self.lever.helpers_coordinator_hours
            + self.circles() * self.figures.circle_coach_hours
        )
        return {**super().hours_taken(), "coordination": float(coordination)}

    def look_around(self) -> None:
        super().look_around()
        f, lever, residents = self.figures, self.lever, self.given.residents
        self.helpers = helpers_after_week(
            self.helpers,
            lever.helpers_recruitment * residents * self.tick,
            lever.helpers_give_back_share * self.giving_back,
            min(1.0, f.helper_drop_out * self.tick),
            f.helper_supply * residents,
        )
        self.giving_back = 0.0
        fitting = self.helping() * f.helper_suitable
        self.eased = eased_hours(lever.helpers_effect, f.helper_replaceable, fitting, self.arriving)
        self.diary.spend("helpers", self.helpers)
        self.diary.spend("helper_hours", self.helping() * self.tick)

    def asked_of_residents(self) -> float:
        in_circles = self.members() * float(self.figures.circle_member_hours)
        return self.helping() + in_circles + super().asked_of_residents()

    def factor_on_recovery(self) -> float:
        vulnerable = float(self.vulnerable())
        more = recovery_in_circles(self.lever.circles_effect, self.members(), vulnerable)
        return super().factor_on_recovery() * more

    def factor_on_hours(self) -> float:
        return super().factor_on_hours() * self.eased

    def recover(self, who: int, now: float) -> None:
        super().recover(who, now)
        self.giving_back += 1.0
