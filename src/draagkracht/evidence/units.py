"""The closed list of units a figure may have: free text would hide a week taken for a year."""

from typing import Final, Literal, get_args

Unit = Literal[
    "share",
    "share_change",
    "ratio",
    "weight",
    "sd",
    "person",
    "person/household",
    "person/1000 resident",
    "person/1000 resident/year",
    "circle/1000 resident",
    "week",
    "1/week",
    "1/year",
    "hour",
    "hour/week",
    "hour/week/1000 resident",
    "hour/case",
    "hour/case/week",
    "hour/contact",
    "hour/week/team",
    "hour/team",
    "hour/week/fte",
    "hour/fte",
    "case/fte",
    "household/fte",
    "1/fte/year",
    "fte/1000 resident",
    "fte/person",
    "euro",
    "euro/year",
    "euro/fte",
    "euro/fte/year",
    "euro/1000 resident/year",
    "euro/person/year",
    "euro/referral",
]

UNITS: Final[tuple[str, ...]] = get_args(Unit)
