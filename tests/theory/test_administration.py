"""Less time for records frees more than its points: Colorado's workload study of 2014.

Documentation took 38 % of the time; at 30 % the rest grows by 8 / 62 = 13 %, without more staff.
"""

import pytest

from draagkracht.model import ledger as book
from theory.one_team import OneTeam, lived


def direct_hours(administration: float) -> float:
    team = OneTeam(
        households=64,
        fte=10.0,
        figures={"contract_hours": 36.0, "leave_share": 0.13},
        levers={"team_administration_share": administration},
    )
    return float(lived(team, 0, 13).hours[0, book.H_DIRECT])


def test_from_38_to_30_per_cent_documentation_frees_13_per_cent_of_the_rest() -> None:
    freed = direct_hours(0.30) / direct_hours(0.38) - 1.0
    assert freed == pytest.approx(8.0 / 62.0, rel=1e-12)
    assert round(freed, 2) == 0.13
