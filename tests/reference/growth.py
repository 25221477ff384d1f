"""M1: from year to year more households become vulnerable, or fewer."""

from reference.household import Household
from reference.slow_model import PlainTeam


class Growth(PlainTeam):
    """A hazard that grows."""

    def hazard(self, household: Household) -> float:
        return super().hazard(household) * float(self.world.growth)
