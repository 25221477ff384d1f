"""M12: what a team's year costs, in euro at constant prices, structural and one-off apart.

What the kernel counts in hours and cases gets a price here; nothing of it touches the future of a
team. A card's own euros are those of its plan.
"""

from collections.abc import Mapping

import numpy as np

from draagkracht.engine.arrays import CountArray, FloatArray
from draagkracht.model import ledger as book

WEEKS_A_YEAR = 52.0


def running_costs(
    hours: FloatArray, referrals: CountArray, values: Mapping[str, float]
) -> FloatArray:
    """Structural costs of the municipality, euro, by team and quarter: shape (teams, quarters).

    `hours` is (teams, quarters, HOURS), `referrals` (teams, quarters). Staff in post, absent or
    not, is paid; a vacancy is not. Of overtime what is not taken back is paid with a bonus.

    >>> hours = np.zeros((1, 1, book.HOURS))
    >>> hours[0, 0, book.H_FTE], hours[0, 0, book.H_VACANT] = 130.0, 13.0
    >>> prices = {
    ...     "money.fte": 104_000.0,
    ...     "money.overtime_factor": 1.25,
    ...     "money.helper": 300.0,
    ...     "money.referral": 3_000.0,
    ...     "team.contract_hours": 36.0,
    ...     "responses.overtime_given_back": 0.5,
    ... }
    >>> running_costs(hours, np.array([[2]]), prices).tolist()
    [[240000.0]]
    """
    week = values["money.fte"] / WEEKS_A_YEAR
    staff = (hours[..., book.H_FTE] - hours[..., book.H_VACANT]) * week
    hourly = week / values["team.contract_hours"] * values["money.overtime_factor"]
    paid = hours[..., book.H_OVERTIME] * (1.0 - values["responses.overtime_given_back"])
    helpers = hours[..., book.H_HELPERS] * values["money.helper"] / WEEKS_A_YEAR
    sent = referrals * values["money.referral"]
    return np.asarray(staff + paid * hourly + helpers + sent, dtype=np.float64)
